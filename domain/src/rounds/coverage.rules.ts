import { addDays, daysBetween, shanghaiDay } from '../day.ts'
import { ageGroupsOf } from '../people/key-group.rules.ts'
import type { Day, Id } from '../schema.ts'
import { type ExceptionReason, exceptionReasons, type Round, type RoundGroup, type Visit, type VisitResult } from './rounds.ts'

/** How a door or person of a round may stand. `outside` is not counted: the dwelling is vacant. */
export const standings = ['done', ...exceptionReasons, 'not-reached', 'outside'] as const
export type Standing = (typeof standings)[number]

/** How far a round has come: `due` is the denominator; done, exceptions and not reached add up to it. */
export interface Coverage {
  readonly due: number
  readonly done: number
  readonly exceptions: Readonly<Record<ExceptionReason, number>>
  readonly notReached: number
  /** Vacant dwellings: outside the denominator. */
  readonly outside: number
}

/** Visits without those that a later one corrects. */
export function withoutReplaced<V extends Pick<Visit, 'id' | 'replaces'>>(visits: readonly V[]): V[] {
  const replaced = new Set(visits.flatMap((visit) => (visit.replaces ? [visit.replaces] : [])))
  return replaced.size === 0 ? [...visits] : visits.filter((visit) => !replaced.has(visit.id))
}

/** Whether a round is open on a day: from its first through its last day. */
export const isOpen = (round: Pick<Round, 'from' | 'until'>, day: Day): boolean =>
  round.from <= day && (round.until === null || day <= round.until)

/** Whether a round is over on a day: its last day has passed, and its doors and people stay as they stood. */
export const isOver = (round: Pick<Round, 'until'>, day: Day): boolean => round.until !== null && round.until < day

/** The days that count on `today`: the whole round, or its present turn when it has a rhythm. */
export function turnOf(round: Pick<Round, 'from' | 'until' | 'everyDays'>, today: Day): { from: Day; to: Day } {
  const last = round.until !== null && round.until < today ? round.until : today
  if (round.everyDays === null || last <= round.from) return { from: round.from, to: last }
  const turns = Math.floor(daysBetween(round.from, last) / round.everyDays)
  return { from: addDays(round.from, turns * round.everyDays), to: last }
}

/** Whether a visit falls into the turn of a round, whatever it was made for: written once at the door, it counts everywhere. */
export function countsFor(visit: Pick<Visit, 'at'>, turn: { from: Day; to: Day }): boolean {
  const day = shanghaiDay(visit.at)
  return day >= turn.from && day <= turn.to
}

/**
 * How a door stands by its results in the order of time: once met stays done, else the last result says why not;
 * a vacant one stands outside unless somebody was met there all the same.
 */
export function standingOf(use: string, results: readonly VisitResult[]): Standing {
  if (results.includes('met')) return 'done'
  if (use === 'vacant') return 'outside'
  const last = results.at(-1)
  return last === undefined || last === 'met' ? 'not-reached' : last
}

/** Whether a visit reached this person: only who is named, whoever lives behind the door by now. */
export const hasMet = (visit: Pick<Visit, 'result' | 'met'>, person: Id): boolean =>
  visit.result === 'met' && visit.met.includes(person)

/** How a key person stands: done only when reached by name, so a visit that reached somebody else leaves them not reached. */
export function personStanding(visits: readonly Pick<Visit, 'result' | 'met'>[], person: Id): Standing {
  if (visits.some((visit) => hasMet(visit, person))) return 'done'
  const last = visits.filter((visit) => visit.result !== 'met').at(-1)
  return last ? (last.result as ExceptionReason) : 'not-reached'
}

/** Standings that are counted together: all that are asked, those gone to without meeting anybody, all that are not met yet. */
export const sums = ['due', 'excepted', 'not-met'] as const

/** What of a round is listed: lines of one standing, or of one of the sums that its figures tell. */
export function isOfSum(standing: Standing, asked: Standing | (typeof sums)[number]): boolean {
  if (asked === 'due') return standing !== 'outside'
  if (asked === 'not-met') return standing !== 'outside' && standing !== 'done'
  if (asked === 'excepted') return standing !== 'outside' && standing !== 'done' && standing !== 'not-reached'
  return standing === asked
}

/** Sums standings (R-2020A-10: no door without its answer; R-2020B-14: exceptions by reason). */
export function coverageOf(standings: Iterable<Standing>): Coverage {
  const exceptions = Object.fromEntries(exceptionReasons.map((reason) => [reason, 0])) as Record<ExceptionReason, number>
  let [done, notReached, outside] = [0, 0, 0]
  for (const standing of standings) {
    if (standing === 'done') done += 1
    else if (standing === 'not-reached') notReached += 1
    else if (standing === 'outside') outside += 1
    else exceptions[standing] += 1
  }
  const excepted = exceptionReasons.reduce((sum, reason) => sum + exceptions[reason], 0)
  return { due: done + notReached + excepted, done, exceptions, notReached, outside }
}

/** Whether a person belongs to the groups of a round on a day; no group named is every group. */
export function isInGroups(
  groups: readonly RoundGroup[],
  person: { born: Day | null; marks: readonly string[] },
  today: Day,
): boolean {
  const own: readonly string[] = [...person.marks, ...ageGroupsOf(person.born, today)]
  return groups.length === 0 ? own.length > 0 : groups.some((group) => own.includes(group))
}
