import { addDays, shanghaiDay } from '../day.ts'
import type { Day, Id } from '../schema.ts'
import { hasMet } from './coverage.rules.ts'
import { lastOf, type LastVisit, type Visit } from './rounds.ts'

/** What of a visit contact is judged by; corrected ones are left out before. */
export type Tried = Pick<Visit, 'result' | 'met' | 'at'> & Partial<Pick<Visit, 'entry'>>

/** How contact with one person stands. */
export interface ContactNow {
  readonly state: 'done' | 'due' | 'no-answer' | 'none'
  readonly due_on: Day | null
  readonly last: LastVisit | null
}

/** Whether a visit is the contact of its turn: the person was met, or refused to be. */
export const isContact = (visit: Tried, person: Id): boolean => visit.result === 'refused' || hasMet(visit, person)

/**
 * How contact with a key person stands on a day: the one rule of every list and figure. `everyDays` is the closest rhythm of groups
 * and colour (`contactDays`), undefined or null where none asks. A refusal counts as the contact of its turn; a door where nobody
 * opened leaves it due, and says that somebody was there; of who moved away nothing is asked. Visits may come in any order.
 */
export function contactOf(
  person: { id: Id; everyDays: number | null | undefined },
  visits: readonly Tried[],
  today: Day,
): ContactNow {
  let last: Tried | undefined
  let counted: Tried | undefined
  for (const visit of visits) {
    if (!last || visit.at >= last.at) last = visit
    if ((!counted || visit.at >= counted.at) && isContact(visit, person.id)) counted = visit
  }
  const shown = last ? lastOf(last) : null
  if (person.everyDays === null || person.everyDays === undefined || last?.result === 'moved-away')
    return { state: 'none', due_on: null, last: shown }
  const due_on = counted ? addDays(shanghaiDay(counted.at), person.everyDays) : today
  if (due_on > today) return { state: 'done', due_on, last: shown }
  const tried = last?.result === 'nobody-home' || last?.result === 'not-convenient'
  return { state: tried ? 'no-answer' : 'due', due_on, last: shown }
}
