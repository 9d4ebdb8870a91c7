import type { Pool } from 'pg'
import type { Library } from '../library.ts'
import { codeAt, stepAt, stepsOf } from './codes.ts'
import { findSecret } from './secret.ts'
import { listUsed, useCode } from './used-codes.queries.ts'

/** What codes are judged on. */
export interface CodeGround {
  readonly library: Library
  readonly pool: Pool
}

/**
 * Uses a code of an account's authenticator up; false when it was used before. A code that is none is left to the library,
 * which refuses it. It runs by real time, as the library does.
 */
export async function isFresh({ library, pool }: CodeGround, account: string, code: string): Promise<boolean> {
  const secret = await findSecret(library, account)
  const steps = secret === undefined ? [] : stepsOf(secret, code, new Date())
  return steps.length === 0 || useCode(pool, account, steps)
}

/** Six digits that the account's authenticator shows now, or just before or after, whichever were not used; nothing without one. */
export async function findFreshCode({ library, pool }: CodeGround, account: string): Promise<string | undefined> {
  const secret = await findSecret(library, account)
  if (secret === undefined) return undefined
  const now = stepAt(new Date())
  const near = [now, now + 1, now - 1]
  const used = await listUsed(pool, account, near)
  return codeAt(secret, near.find((step) => !used.includes(step)) ?? now)
}
