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

/** Whether something of a measure is still to be done, as far as anybody knows. */
export const isOpen = (state: ItemState): boolean => isLeft(state) || isUntold(state)

/** Whether records or a word say that something of a measure is still to be done. */
export const isLeft = (state: ItemState): boolean => state === 'not' || state === 'part'

/** Whether nobody can say how far a measure is: no record of it, or no register that would have one. It is not left undone. */
export const isUntold = (state: ItemState): boolean => state === 'unknown' || state === 'no-register'

/** Whether records say how far a measure is: then a word is not asked for, and never overrules them. */
export const isProved = (evidence: readonly Evidence[]): boolean => evidence.some(({ due }) => due > 0)

/** Whether a named person may say that there is none here: of what a measure rests on a register may truly be empty, and is. */
export const mayBeNone = (evidence: readonly Evidence[]): boolean => evidence.some(({ none_days }) => none_days !== undefined)

/** What was said of the measures of a plan, by measure. */
interface SaidOfPlan {
  readonly measures: readonly Pick<Measure, 'id' | 'evidence'>[]
  readonly statements: ReadonlyMap<string, Statement>
}

/**
 * The word on a measure that speaks on a day: that there is none as long as the register stays empty and would not have been looked at
 * again, whichever measure that rests on it was pressed; any other by the rhythm of the measure; null where none does.
 */
export function wordOn(
  { id, how_often }: Pick<Measure, 'id' | 'how_often'>,
  { measures, statements }: SaidOfPlan,
  evidence: readonly Evidence[],
  day: Day,
): Statement | null {
  const empty = evidence.filter((one) => mayBeNone([one]))
  const days = Math.min(...empty.flatMap(({ none_days }) => none_days ?? []))
  const [none] = measures
    .filter((other) => empty.length > 0 && empty.every(({ name }) => other.evidence.includes(name)))
    .flatMap((other) => statements.get(other.id) ?? [])
    .filter((word) => word.state === 'none' && stillSpeaks({ kind: 'every-days', days }, word.day, day))
    .sort((a, b) => b.at.localeCompare(a.at))
  if (none) return none
  const said = statements.get(id)
  return said && said.state !== 'none' && stillSpeaks(how_often, said.day, day) ? said : null
}

/** What records say of a measure, but for the empty registers of which a word says that there is none. */
export const countedBeside = (evidence: readonly Evidence[], word: Statement | null): Evidence[] =>
  evidence.filter(({ none_days }) => word?.state !== 'none' || none_days === undefined)

/**
 * How far a measure is. Records come first; where they ask for nothing a word speaks, else there is `nothing` to do, which is
 * never done. `kept` says whether a register stands behind the measure, or nobody can know yet but by a word.
 */
export function stateOfMeasure(all: readonly Evidence[], statement: Statement | null, kept = true): ItemState {
  const evidence = countedBeside(all, statement)
  if (!isProved(evidence)) {
    if (statement) return statement.state === 'none' ? 'nothing' : statement.state
    if (evidence.length > 0) return 'nothing'
    return kept ? 'unknown' : 'no-register'
  }
  const sum = (of: 'due' | 'done' | 'tried') => evidence.reduce((all, each) => all + each[of], 0)
  if (sum('done') >= sum('due')) return 'done'
  return sum('done') + sum('tried') === 0 ? 'not' : 'part'
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
