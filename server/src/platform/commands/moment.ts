import { problems } from '@wangdi/domain/sync/sync.problems.ts'
import type { Problem } from '@wangdi/domain/problem.ts'
import type { Instant } from '@wangdi/domain/schema.ts'
import type { Db } from '../db.ts'
import type { Actor } from '../serve.ts'
import { findContact } from './contact.ts'

/** What a client says of time: when it happened (nothing: no moment of our time), and what its own clock shows while it says so. */
export interface SaidTime {
  readonly at?: Instant | undefined
  readonly clock?: Instant | undefined
}

/** When something happened as it is kept, and what its maker is told where that is not what was said. */
export interface Moment {
  readonly at: Date
  readonly warning?: Problem
}

/** Days before its last contact from which on a phone's word is taken, unless the installation says otherwise. */
export const usualOfflineDays = 7

const dayMs = 86_400_000
/** So much may clocks differ without anybody being told. */
const toleranceMs = 5 * 60_000

/**
 * The moment that counts for a command that may be recorded without network. The phone's word holds from its last contact minus
 * the days of an offline span until now; else its word set right by how wrong its clock is now; else the moment of its
 * arrival. Nothing is lost: what is kept otherwise than said carries a warning.
 */
export async function momentOf(db: Db, actor: Actor, said: SaidTime, now: Date, offlineDays: number): Promise<Moment> {
  const ms = now.getTime()
  const spanMs = offlineDays * dayMs
  const told = said.at === undefined ? Number.NaN : new Date(said.at).getTime()
  let earliest = ms - spanMs
  // Nearly all records are of today: whose phone it is need not be asked.
  if (told < earliest) earliest = ((await findContact(db, actor)) ?? now).getTime() - spanMs
  const holds = (moment: number) => moment >= earliest && moment <= ms + toleranceMs
  if (holds(told)) return { at: new Date(Math.min(told, ms)) }
  const fault = said.clock === undefined ? 0 : ms - new Date(said.clock).getTime()
  const right = told + fault
  return setRight(Math.abs(fault) > toleranceMs && holds(right) ? new Date(Math.min(right, ms)) : now)
}

/** A moment that is not the one said, with what its maker is told of it. */
export const setRight = (at: Date): Moment => ({ at, warning: problems.clockWrong({ at: at.toISOString() }) })
