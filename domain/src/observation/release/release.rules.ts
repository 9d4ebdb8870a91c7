import type { Problem } from '../../problem.ts'
import type { Day } from '../../schema.ts'
import type { DatedPhase, EndReason, Reading } from '../observation.ts'
import type { Static } from 'typebox'
import { problems } from './release.problems.ts'
import type { Release, ReleaseChecks } from './release.ts'

type Reason = Static<typeof EndReason>

/** What of a stay its release follows from. */
export interface ToRelease {
  readonly phases: readonly Pick<DatedPhase, 'tests'>[]
  readonly last_day: Day
  /** Ended before its last day, why and on which day. */
  readonly ended: { readonly reason: Reason; readonly on: Day } | null
  /** Abnormal readings that nobody answered. */
  readonly abnormal: number
  readonly released: Pick<Release, 'number' | 'by'> | null
}

/** Early ends after which somebody goes home, and is told so in writing; after the others nobody is released. */
export const releasingReasons = ['shorter-rule', 'other'] as const satisfies Reason[]
const goesHome = (reason: Reason): boolean => (releasingReasons as readonly Reason[]).includes(reason)

/** Whether a release that was decided still holds: not of somebody who then fell ill, was transferred or died, or was never to be observed. */
export const releaseHolds = (ended: { readonly reason: Reason } | null): boolean => ended === null || goesHome(ended.reason)

/** Whether an end says what its release has said already: whoever is released goes home without being ended as well. */
export const isSaidByRelease = goesHome

/** The day from whose 24:00 on somebody is free: the last of the term, or the day of an early end. */
export const releasedOn = ({ last_day, ended }: Pick<ToRelease, 'last_day' | 'ended'>): Day => ended?.on ?? last_day

/** Why nobody may be released so; nothing when they may: on the last day or after, nothing abnormal unanswered, the tests told. */
export function whyNotRelease(stay: ToRelease, tests: string, today: Day): Problem | undefined {
  const { released, ended, last_day, abnormal, phases } = stay
  if (!releaseHolds(ended)) return problems.endedOtherwise({})
  if (released) return problems.released(released)
  if (!ended && last_day > today) return problems.termRuns({ last_day })
  if (abnormal > 0) return problems.abnormalOpen({ count: abnormal })
  const due = phases.some((phase) => phase.tests.some((day) => day <= releasedOn(stay)))
  return due && tests.trim() === '' ? problems.testsUnsaid({}) : undefined
}

/** What the readings of a stay say before its release. */
export function checksOf(readings: readonly Pick<Reading, 'temperature' | 'taken_at' | 'by'>[], tests: string): ReleaseChecks {
  const measured = readings.filter(({ temperature }) => temperature !== null)
  const temperatures = measured.flatMap(({ temperature }) => (temperature === null ? [] : [temperature]))
  const last = [...measured].sort((a, b) => (a.taken_at < b.taken_at ? -1 : 1)).at(-1)
  return {
    measured: measured.length,
    highest: temperatures.length === 0 ? null : Math.max(...temperatures),
    measured_by: last?.by ?? '',
    tests: tests.trim(),
  }
}
