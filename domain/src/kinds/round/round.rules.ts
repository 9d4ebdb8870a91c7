import { addDays, daysBetween, shanghaiDay } from '../../day.ts'
import type { Problem } from '../../problem.ts'
import type { Day, Id } from '../../schema.ts'
import { problems } from '../kinds.problems.ts'
import { inOrder } from '../order.ts'
import { settle, whyNot } from '../when.ts'
import { type Check, firstTurn, type OpenRound, type RoundKind, type Target } from './round.ts'

/** How far a round has come: `due` is the denominator; done, exceptions and not reached add up to it. */
export interface CheckCoverage {
  readonly due: number
  readonly done: number
  readonly exceptions: Readonly<Record<string, number>>
  readonly notReached: number
  readonly outside: number
}

/** Checks once each in their order, without those that another one corrects; a correction that came before what it corrects holds. */
export function standingChecks(checks: readonly Check[]): Check[] {
  const replaced = new Set(checks.flatMap(({ replaces }) => replaces ?? []))
  return inOrder(checks).filter(({ id }) => !replaced.has(id))
}

/** The days that count on `today`: the whole round, or its present turn when it has a rhythm. */
export function turnOn(round: OpenRound, everyDays: number | null, today: Day): { from: Day; to: Day } {
  const last = round.until !== null && round.until < today ? round.until : today
  if (everyDays === null || last <= round.from) return { from: round.from, to: last }
  const turns = Math.floor(daysBetween(round.from, last) / everyDays)
  return { from: addDays(round.from, turns * everyDays), to: last }
}

/** The turn of a round on a day: the days of it so far. */
export const turnOfRound = ({ everyDays }: Pick<RoundKind, 'everyDays'>, today: Day): { from: Day; to: Day } =>
  turnOn({ from: firstTurn, until: null }, everyDays, today)

/** How one of those to be gone to stands by its checks of a turn: once done it stays done, else the last says why not. */
export function standingOfTarget(kind: RoundKind, target: Target, checks: readonly Check[]): string {
  const results = checks.map(({ values }) => settle(kind.fields, values).values[kind.result.field])
  if (results.some((result) => kind.result.done.includes(String(result)))) return 'done'
  if (target.outside) return 'outside'
  const last = results.at(-1)
  return last === undefined ? 'not-reached' : String(last)
}

/** How each target stands in a turn; each figure of the coverage opens exactly those who stand so. */
export function standingsOf(
  kind: RoundKind,
  targets: readonly Target[],
  checks: readonly Check[],
  turn: { readonly from: Day; readonly to: Day },
): Map<Id, string> {
  const of = new Map<Id, Check[]>()
  for (const check of standingChecks(checks)) {
    const day = shanghaiDay(check.at)
    if (day >= turn.from && day <= turn.to) of.set(check.target, [...(of.get(check.target) ?? []), check])
  }
  return new Map(targets.map((target) => [target.id, standingOfTarget(kind, target, of.get(target.id) ?? [])]))
}

/** Sums standings; exceptions by reason. */
export function checkCoverage(standings: Iterable<string>): CheckCoverage {
  const exceptions: Record<string, number> = {}
  let [done, notReached, outside] = [0, 0, 0]
  for (const standing of standings) {
    if (standing === 'done') done += 1
    else if (standing === 'not-reached') notReached += 1
    else if (standing === 'outside') outside += 1
    else exceptions[standing] = (exceptions[standing] ?? 0) + 1
  }
  const excepted = Object.values(exceptions).reduce((sum, n) => sum + n, 0)
  return { due: done + notReached + excepted, done, exceptions, notReached, outside }
}

/** The items of checklists that were answered with no, by field; each opens a finding where the kind says so. */
export function findingsIn(kind: RoundKind, check: Pick<Check, 'values'>): { field: string; item: string }[] {
  if (!kind.finding) return []
  const { values } = settle(kind.fields, check.values)
  return Object.entries(kind.fields).flatMap(([field, { type }]) =>
    type === 'checklist'
      ? Object.entries((values[field] ?? {}) as Readonly<Record<string, string>>)
          .filter(([, answer]) => answer === 'no')
          .map(([item]) => ({ field, item }))
      : [],
  )
}

/** Why a check cannot be kept: the round is not open that day, it is no part of it, or something is missing. */
export function whyNotCheck(
  kind: RoundKind,
  said: Pick<Check, 'target' | 'values'>,
  round: OpenRound,
  targets: readonly Target[],
  day: Day,
  version = kind.version,
): Problem | undefined {
  if (day < round.from || (round.until !== null && day > round.until))
    return problems.notOpen({ from: round.from, until: round.until ?? '' })
  if (!targets.some(({ id }) => id === said.target)) return problems.outsideRound({})
  return whyNot(kind.fields, said.values, version)
}
