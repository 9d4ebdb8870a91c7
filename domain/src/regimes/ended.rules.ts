import { addDays, daysBetween, shanghaiDay } from '../day.ts'
import type { Day, Instant } from '../schema.ts'
import { lastDayOf, stateOn } from './regimes.rules.ts'
import type { Response } from './regimes.ts'

/** Days after a response by which its data shall be destroyed (突发公共卫生事件应对法 §8 says 及时; a setting of the county [D]). */
export const usualDestructionDays = 30

/** Days after which a backup is dropped, and with it the last copy of what was destroyed (a setting of the county [D]). */
export const usualBackupDays = 30

/** What a county has set for the time after a response, in days. */
export interface EndTerms {
  readonly destruction_days: number
  readonly backup_days: number
}

/** The last day on which a backup may still hold what was destroyed at that moment. */
export const lastDayOfCopies = (doneAt: Instant, backupDays: number): Day => addDays(shanghaiDay(doneAt), backupDays)

/** The last day on which a response was in force: that of its closing, else the end of its term; undefined while it runs. */
export function endedOn(response: Pick<Response, 'from' | 'until' | 'review_on' | 'acts'>, day: Day): Day | undefined {
  const state = stateOn(response, day)
  if (state === 'open' || state === 'coming') return undefined
  const closing = response.acts.find(({ kind }) => kind === 'closed')
  const closed = closing && shanghaiDay(closing.at)
  const last = lastDayOf(response)
  return closed !== undefined && closed < last ? closed : last
}

/**
 * The last day of which a response was in force until its end, with the moment before its end where that was its first: what stops
 * with it is read of that day. Today while it runs.
 */
export function lastInForce(
  response: Pick<Response, 'from' | 'until' | 'review_on' | 'acts'>,
  today: Day,
): { readonly day: Day; readonly moment?: Instant } {
  const ended = endedOn(response, today)
  if (ended === undefined) return { day: today }
  const closing = response.acts.find(({ kind }) => kind === 'closed')
  // The day of a closing counts as closed, so the day before it is the last; a term lasts through its last day.
  const last = closing && shanghaiDay(closing.at) === ended ? addDays(ended, -1) : ended
  if (last >= response.from || !closing) return { day: last < response.from ? response.from : last }
  return { day: response.from, moment: new Date(Date.parse(closing.at) - 1).toISOString() }
}

/**
 * Whether the data of a response that ended has waited too long: nothing destroyed within so many days, or what a done run
 * kept for a time is past it. `kept` are the last days of what that run kept; undefined where none is done.
 */
export function isDestructionOverdue(ended: Day, kept: readonly Day[] | undefined, days: number, today: Day): boolean {
  return kept ? kept.some((until) => until < today) : daysBetween(ended, today) > days
}
