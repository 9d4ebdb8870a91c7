import { dayOf, slotOf, slotsOf, worstOf } from '@wangdi/domain/observation/slots.rules.ts'
import type { Episode, Reading } from '@wangdi/domain/observation/observation.ts'
import { addDays, shanghaiDay } from '@wangdi/domain/day.ts'
import type { Instant } from '@wangdi/domain/schema.ts'
import type { Held } from '@wangdi/domain/sync/held.rules.ts'
import { type Household, type Resident, runningBehind } from '../places/door.ts'

/** Somebody under observation behind a door, with the stay as it stands now. */
export interface Stay {
  readonly person: Resident
  readonly episode: Episode
  readonly readings: readonly Reading[]
  readonly day: number
  readonly of: number
  /** The half day that a reading taken now belongs to. */
  readonly half: Reading['half']
  /** What the readings of that half day say together. */
  readonly now: number | null | undefined
  /** What was measured in the halves of yesterday: null where nothing was although it was due, undefined where none was due. */
  readonly yesterday: { morning: number | null | undefined; evening: number | null | undefined }
}

/** The running stays of a household. */
export function staysOf(held: Held, household: Household, now: Instant): Stay[] {
  const today = shanghaiDay(now)
  return runningBehind(held, household, now).map(({ person, episode }) => {
    const readings = [...held.reading.values()].filter(({ observation }) => observation === episode.id)
    const worst = (day: string, half: Reading['half']) =>
      worstOf(readings.filter((reading) => reading.day === day && reading.half === half))?.temperature
    const { half } = slotOf(now, episode.rule)
    const at = dayOf(episode, today)
    const before = addDays(today, -1)
    const asked = slotsOf(episode, now).filter(({ day }) => day === before)
    const yesterday = (half: Reading['half']) =>
      worst(before, half) ?? (asked.some((slot) => slot.half === half) ? null : undefined)
    return {
      person,
      episode,
      readings,
      day: at?.n ?? 0,
      of: at?.of ?? 0,
      half,
      now: worst(today, half),
      yesterday: { morning: yesterday('morning'), evening: yesterday('evening') },
    }
  })
}
