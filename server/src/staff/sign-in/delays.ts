import { createHmac } from 'node:crypto'
import { secondsAfter } from '@wangdi/domain/staff/delay.rules.ts'
import { problems } from '@wangdi/domain/staff/sign-in.problems.ts'
import type { Pool } from 'pg'
import { countAttempt, forget, getWait, takeBack } from './delays.queries.ts'

const forgottenAfter = 3_600_000
const waitsAfter = (free: number, longest: number) =>
  Array.from({ length: free + 12 }, (_, n) => Math.min(longest, secondsAfter(n + 1, free)))
// A whole office may sit behind one address: it has more free tries than a name, and never waits longer than a minute.
const waits = { login: waitsAfter(2, 900), address: waitsAfter(30, 60) }

/** Makes guessing slow: growing waits per login name, known or not, and per address, kept in the database. */
export interface Delays {
  /** Throws `session.wait` while a wait holds; else counts the attempt as failed until `succeeded` says otherwise. */
  begin(login: string, address: string): Promise<void>
  succeeded(login: string, address: string): Promise<void>
  /** The password was right and a second step follows: this attempt was no failure, those before it stay. */
  half(login: string, address: string): Promise<void>
}

/** The delays of a house; `secret` keys the hashes under which names and addresses are kept. */
export function makeDelays(pool: Pool, secret: string, now: () => Date): Delays {
  // Of an IPv6 address the network counts: a machine has billions of them.
  const networkOf = (address: string) => (address.includes(':') ? address.split(':').slice(0, 4).join(':') : address)
  const keyOf = (kind: 'login' | 'address', text: string) =>
    createHmac('sha256', secret)
      .update(`${kind}:${kind === 'login' ? text.toLowerCase() : networkOf(text)}`)
      .digest('base64url')
  const count = async (key: string, seconds: readonly number[], at: Date) => {
    if (await countAttempt(pool, key, seconds, at, new Date(at.getTime() - forgottenAfter))) return
    throw problems.wait({ seconds: await getWait(pool, key, at) })
  }
  return {
    async begin(login, address) {
      const at = now()
      await count(keyOf('address', address), waits.address, at)
      try {
        await count(keyOf('login', login), waits.login, at)
      } catch (error) {
        await takeBack(pool, keyOf('address', address))
        throw error
      }
    },
    async succeeded(login, address) {
      await forget(pool, keyOf('login', login), now())
      await takeBack(pool, keyOf('address', address))
    },
    async half(login, address) {
      await takeBack(pool, keyOf('login', login))
      await takeBack(pool, keyOf('address', address))
    },
  }
}
