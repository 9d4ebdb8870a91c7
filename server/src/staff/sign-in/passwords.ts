import { AsyncLocalStorage } from 'node:async_hooks'
import { hash, verify } from '@node-rs/argon2'

// Argon2id, 19 MiB, two passes, one lane: the least that OWASP's password storage sheet gives.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

const underWay = new AsyncLocalStorage<{ worked: boolean }>()

function noteWork(): void {
  const work = underWay.getStore()
  if (work) work.worked = true
}

/** The hash of a password as it is kept. */
export function hashPassword(password: string): Promise<string> {
  noteWork()
  return hash(password, cost)
}

/** Whether a password is the one of a kept hash. */
export function verifyPassword(kept: string, password: string): Promise<boolean> {
  noteWork()
  return verify(kept, password)
}

/**
 * Runs an attempt to sign in and sees to it that a password was hashed once on the way, so that a name that nobody has, one
 * that is switched off and a wrong password cost the same.
 */
export function atOneCost<T>(password: string, run: () => Promise<T>): Promise<T> {
  return underWay.run({ worked: false }, async () => {
    const result = await run()
    if (!underWay.getStore()?.worked) await hashPassword(password)
    return result
  })
}
