import type { Measure } from '@wangdi/policy/engine/answer.ts'
import { addDays, daysBetween } from '../day.ts'
import type { Day, Instant } from '../schema.ts'
import type { Evidence, EvidenceList, ItemState, Statement } from './plan.ts'

/** Whether a word on a measure still speaks on a day: its rhythm asks for a new one each day, each so many days, or never. */
export function stillSpeaks(rhythm: Measure['how_often'], saidOn: Day, day: Day): boolean {
  if (saidOn > day) return false
  if (rhythm.kind === 'per-day') return saidOn === day
  if (rhythm.kind === 'every-days') return daysBetween(saidOn, day) < rhythm.days
  return true
}

/** The next day on which a measure is due: by its rhythm from the last word on it, else today; null where the rhythm names no day. */
export function dueOnOf(rhythm: Measure['how_often'], saidOn: Day | null, day: Day): Day | null {
  if (rhythm.kind === 'once' || rhythm.kind === 'on-change') return null
  if (rhythm.kind === 'every-days' && saidOn !== null) {
    const next = addDays(saidOn, rhythm.days)
    return next > day ? next : day
  }
  return day
}

/**
 * How far a measure is. Records come first: a word never overrules them. Nothing due is done; no record of ours and no word is
 * `unknown`, which is never taken for done.
 */
export function stateOfMeasure(evidence: readonly Evidence[], statement: Statement | null): ItemState {
  if (evidence.length === 0) return statement?.state ?? 'unknown'
  const due = evidence.reduce((sum, each) => sum + each.due, 0)
  const done = evidence.reduce((sum, each) => sum + Math.min(each.done, each.due), 0)
  if (done >= due) return 'done'
  return done === 0 ? 'not' : 'part'
}

/** Something that could be done first: how much is left, and by when. */
export interface Candidate {
  readonly list: EvidenceList
  readonly left: number
  readonly until: Instant | null
}

const dueOf = ({ list, until }: Candidate) => (list === 'alerts' ? '' : (until ?? '9'))

/** At most four things with something left: abnormal readings before all, then the earliest deadline; what has none comes last. */
export const firstOf = <C extends Candidate>(candidates: readonly C[]): C[] =>
  candidates
    .filter((each) => each.left > 0)
    .sort((a, b) => dueOf(a).localeCompare(dueOf(b)))
    .slice(0, 4)
