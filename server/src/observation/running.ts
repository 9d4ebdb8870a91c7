import { judgeSlots, type SlotReading } from '@wangdi/domain/observation/slots.rules.ts'
import type { Day, Id, Instant } from '@wangdi/domain/schema.ts'
import type { Db } from '../platform/db.ts'
import { type EpisodeFilter, listRunningStays, type RunningStay } from './episode.queries.ts'
import { listReadingsOn } from './reading.queries.ts'

/** What is open today about a running stay. */
export interface OpenToday {
  readonly id: Id
  readonly person: Id
  /** How many readings of today are still to be taken. */
  readonly readings: number
  readonly due: boolean
  /** One of today is past its hour. */
  readonly missing: boolean
  readonly alerts: boolean
  readonly undelivered: boolean
  /** A test falls on today. */
  readonly tests: boolean
}

function judge(stay: RunningStay, readings: readonly SlotReading[], now: Instant, today: Day): OpenToday {
  // Only the slots of today are asked, so only that day of the phases is unrolled.
  const phases = stay.phases.filter(({ from, until }) => from <= today && today <= until)
  const only = phases.map((phase) => ({ ...phase, from: today, until: today }))
  const { last_day, rule } = stay
  const slots = judgeSlots(
    { phases: only, last_day, rule, ended_at: null, decided_at: stay.decided_at.toISOString() },
    readings,
    now,
  )
  const lacking = slots.filter(({ state }) => state === 'due' || state === 'missing' || state === 'not-measured').length
  return {
    id: stay.id,
    person: stay.person,
    readings: lacking,
    due: lacking > 0,
    missing: slots.some(({ state }) => state === 'missing'),
    alerts: stay.has_alert,
    undelivered: !stay.delivered,
    tests: phases.some(({ tests }) => tests.includes(today)),
  }
}

/** Every running stay that matches, by door, with what is open about it today. */
export async function judgeRunning(db: Db, filter: Omit<EpisodeFilter, 'state'>, now: Instant, today: Day): Promise<OpenToday[]> {
  const stays = await listRunningStays(db, filter, today)
  if (stays.length === 0) return []
  const readings = Map.groupBy(await listReadingsOn(db, filter.place, today), ({ observation }) => observation)
  return stays.map((stay) => judge(stay, readings.get(stay.id) ?? [], now, today))
}

/** How many of the running stays have something open today, by what it is; and how many readings all of them still lack. */
export const countsOf = (running: readonly OpenToday[]) => {
  const count = (what: Exclude<keyof OpenToday, 'id' | 'person' | 'readings'>) => running.filter((stay) => stay[what]).length
  return {
    running: running.length,
    due: count('due'),
    readings: running.reduce((sum, { readings }) => sum + readings, 0),
    missing: count('missing'),
    alerts: count('alerts'),
    undelivered: count('undelivered'),
    tests: count('tests'),
  }
}
