import { addDays, shanghaiDay } from '../day.ts'
import { hasMet } from '../rounds/coverage.rules.ts'
import type { Visit } from '../rounds/rounds.ts'
import type { Day, Id, Instant } from '../schema.ts'

/** What of a visit contact is judged by; corrected ones are left out before. */
export type Tried = Pick<Visit, 'result' | 'met' | 'at'>

/** How contact with one person stands. */
export interface ContactNow {
  readonly state: 'done' | 'due' | 'no-answer' | 'none'
  readonly due_on: Day | null
  readonly last: { readonly at: Instant; readonly result: Visit['result'] } | null
}

/** How many days back visits are looked at: two turns of the slowest rhythm that the rules name. */
export const contactMemoryDays = 60

/**
 * How contact with a key person stands on a day by the rhythm of the colour (国卫明电〔2022〕509号). A refusal counts as the
 * contact of its turn; a door where nobody opened leaves it due, and says that somebody was there.
 */
export function contactOf(
  person: { id: Id; household: number; everyDays: number | null },
  visits: readonly Tried[],
  today: Day,
): ContactNow {
  const ordered = [...visits].sort((a, b) => (a.at < b.at ? -1 : 1))
  const last = ordered.at(-1)
  const shown = last ? { at: last.at, result: last.result } : null
  if (person.everyDays === null) return { state: 'none', due_on: null, last: shown }
  const counted = ordered.filter((visit) => visit.result === 'refused' || hasMet(visit, person.id, person.household)).at(-1)
  const due_on = counted ? addDays(shanghaiDay(counted.at), person.everyDays) : today
  if (due_on > today) return { state: 'done', due_on, last: shown }
  const tried = last?.result === 'nobody-home' || last?.result === 'not-convenient'
  return { state: tried ? 'no-answer' : 'due', due_on, last: shown }
}
