import { addDays, shanghaiDay } from '../../day.ts'
import type { Problem } from '../../problem.ts'
import type { Day, Instant } from '../../schema.ts'
import { type CallDay, callDays, type CallOutcome, type ReleaseCall } from './after.ts'
import { problems } from './release.problems.ts'
import type { Release } from './release.ts'
import { releaseHolds, type ToRelease } from './release.rules.ts'

/** What of a stay whatever follows its release hangs on: the release that stands, and an early end. */
export interface Released {
  readonly release: Pick<Release, 'number' | 'released_on' | 'at'> | null
  readonly ended: ToRelease['ended']
}

/**
 * Why a release may not be taken back; nothing when it may: on the day it was decided, by which nobody stays longer, since the
 * term ends by itself; afterwards whoever is free keeps the paper that says so.
 */
export function whyNotWithdraw({ release, ended }: Released, today: Day): Problem | undefined {
  if (!release) return problems.notReleased({})
  if (!releaseHolds(ended)) return problems.releaseVoid({ number: release.number })
  const day = shanghaiDay(Date.parse(release.at))
  return day === today ? undefined : problems.releaseStands({ number: release.number, day })
}

/** A paper that somebody handed over, found by the number on it; `withdrawn` when it was taken back. */
export interface Paper {
  readonly number: string
  readonly withdrawn: boolean
}

/** Why nobody hands over this paper: there is none of that number, or it holds no longer. */
export function whyNotDeliver(paper: Paper | undefined, number: string, ended: ToRelease['ended']): Problem | undefined {
  if (!paper) return problems.otherNumber({ number })
  return paper.withdrawn || !releaseHolds(ended) ? problems.releaseVoid({ number }) : undefined
}

/** The day of a call: so many days after the last one of the observation. */
export const callDayOf = (released_on: Day, nth: CallDay): Day => addDays(released_on, nth)

/** Why a call is not written down: nobody is released, its day has not come, or something is amiss and nobody says what. */
export function whyNotCall(
  { release, ended }: Released,
  { nth, outcome, note }: { readonly nth: CallDay; readonly outcome: CallOutcome; readonly note: string },
  today: Day,
): Problem | undefined {
  if (!release) return problems.notReleased({})
  if (!releaseHolds(ended)) return problems.releaseVoid({ number: release.number })
  const on = callDayOf(release.released_on, nth)
  if (on > today) return problems.callEarly({ on })
  return outcome === 'unwell' && note.trim() === '' ? problems.unwellUnsaid({}) : undefined
}

/** A call as it was written down. */
export interface KeptCall {
  readonly nth: number
  readonly outcome: CallOutcome
  readonly note: string
  readonly by: string
  readonly at: Instant
}

/** The days of the calls after a release: of one that was decided late only those that were still to come. */
export function callDaysOf({ released_on, at }: Pick<Release, 'released_on' | 'at'>): readonly CallDay[] {
  const decided = shanghaiDay(Date.parse(at))
  return callDays.filter((nth) => callDayOf(released_on, nth) >= decided)
}

/** The calls after a release, and others that were made, with what became of each; of several on one day the last that reached somebody counts. */
export function callsAfter(release: Pick<Release, 'released_on' | 'at'>, kept: readonly KeptCall[], today: Day): ReleaseCall[] {
  const inOrder = [...kept].sort((a, b) => (a.at < b.at ? -1 : 1))
  const asked = callDaysOf(release)
  return callDays.flatMap((nth): ReleaseCall[] => {
    const made = inOrder.filter((call) => call.nth === nth)
    const said = made.filter(({ outcome }) => outcome !== 'no-answer').at(-1) ?? made.at(-1)
    const on = callDayOf(release.released_on, nth)
    if (said) {
      const { outcome, note, by, at } = said
      return [{ nth, on, state: outcome === 'no-answer' ? 'no-answer' : 'done', outcome, note, by, at }]
    }
    if (!asked.includes(nth)) return []
    return [{ nth, on, state: on > today ? 'later' : on === today ? 'due' : 'missed', outcome: null, note: '', by: '', at: null }]
  })
}
