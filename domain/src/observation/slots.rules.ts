import { addDays, daysBetween, shanghaiDay, shanghaiInstant, shanghaiTime } from '../day.ts'
import type { Day, Id, Instant } from '../schema.ts'
import type { CheckRule, Episode, Half, Reading } from './observation.ts'

/** What of a stay the slots follow from. */
export type Stay = Pick<Episode, 'decided_at' | 'phases' | 'last_day' | 'ended_at' | 'rule'>
/** What of a reading is judged. */
export type Measured = Pick<Reading, 'temperature' | 'symptoms'>
export type SlotReading = Measured & Pick<Reading, 'day' | 'half' | 'taken_at' | 'not_measured'>

/** A half day in which a reading is due. */
export interface Slot {
  readonly day: Day
  readonly half: Half
  readonly opens_at: Instant
  readonly due_at: Instant
}

const ms = (moment: Instant) => new Date(moment).getTime()

/** The slot that a moment falls in: Asia/Shanghai day, and the half by the rule's split; one check a day is the morning's. */
export function slotOf(taken_at: Instant, rule: Pick<CheckRule, 'split' | 'per_day'>): { day: Day; half: Half } {
  const evening = rule.per_day > 1 && shanghaiTime(taken_at) >= rule.split
  return { day: shanghaiDay(taken_at), half: evening ? 'evening' : 'morning' }
}

/**
 * The slots of a stay that have opened by now, oldest first: nothing is stored, they follow from order and rule. Days at a
 * central site are measured there and are not asked of the community; slots that were due before the order, or after its
 * end, are none.
 */
export function slotsOf(stay: Stay, now: Instant): Slot[] {
  const ends = stay.ended_at ?? shanghaiInstant(addDays(stay.last_day, 1), '00:00')
  const asked = stay.phases.filter((phase) => phase.where !== 'central')
  return asked.flatMap((phase) =>
    Array.from({ length: Math.max(0, daysBetween(phase.from, phase.until) + 1) }, (_, nth) => addDays(phase.from, nth))
      .flatMap((day) => slotsOfDay(stay.rule, day))
      .filter((slot) => ms(slot.opens_at) <= ms(now) && ms(slot.due_at) > ms(stay.decided_at) && ms(slot.due_at) <= ms(ends)),
  )
}

function slotsOfDay(rule: CheckRule, day: Day): Slot[] {
  const midnight = shanghaiInstant(day, '00:00')
  if (rule.per_day < 2) return [{ day, half: 'morning', opens_at: midnight, due_at: shanghaiInstant(day, rule.due_by.evening) }]
  return [
    { day, half: 'morning', opens_at: midnight, due_at: shanghaiInstant(day, rule.due_by.morning) },
    { day, half: 'evening', opens_at: shanghaiInstant(day, rule.split), due_at: shanghaiInstant(day, rule.due_by.evening) },
  ]
}

/** Fever as the rule of the order says (≥ 37.3 ℃ in the notices of 2020), or any symptom told. */
export const abnormal = (reading: Measured, rule: Pick<CheckRule, 'fever'>): boolean =>
  (reading.temperature !== null && reading.temperature >= rule.fever) || (reading.symptoms?.length ?? 0) > 0

/** Readings of one slot taken together: the worst decides, and not measured stays not measured. */
export function worstOf(readings: readonly Measured[]): Measured | undefined {
  if (readings.length === 0) return undefined
  const temperatures = readings.flatMap(({ temperature }) => (temperature === null ? [] : [temperature]))
  const asked = readings.flatMap(({ symptoms }) => (symptoms === null ? [] : [symptoms]))
  return {
    temperature: temperatures.length === 0 ? null : Math.max(...temperatures),
    symptoms: asked.length === 0 ? null : [...new Set(asked.flat())],
  }
}

export type SlotState = 'done' | 'abnormal' | 'not-measured' | 'due' | 'missing'

/** A slot with what its readings say together; an absent reading is missing after its hour, and never a zero. */
export interface JudgedSlot extends Slot {
  readonly state: SlotState
  readonly temperature: number | null
  readonly symptoms: number
}

const isIn = (slot: Pick<Slot, 'day' | 'half'>) => (reading: SlotReading) =>
  reading.day === slot.day && reading.half === slot.half

/** How one slot stands now: the worst of its readings, else due until its hour, then missing. */
export function judgeSlot(slot: Slot, readings: readonly SlotReading[], rule: CheckRule, now: Instant): JudgedSlot {
  const worst = worstOf(readings.filter(isIn(slot)))
  const told = { temperature: worst?.temperature ?? null, symptoms: worst?.symptoms?.length ?? 0 }
  if (worst && abnormal(worst, rule)) return { ...slot, ...told, state: 'abnormal' }
  if (worst?.temperature != null) return { ...slot, ...told, state: 'done' }
  if (worst) return { ...slot, ...told, state: 'not-measured' }
  return { ...slot, ...told, state: ms(now) > ms(slot.due_at) ? 'missing' : 'due' }
}

/** All slots of a stay so far with their states, oldest first. */
export const judgeSlots = (stay: Stay, readings: readonly SlotReading[], now: Instant): JudgedSlot[] =>
  slotsOf(stay, now).map((slot) => judgeSlot(slot, readings, stay.rule, now))

/** A reading that somebody should take now, or should have. */
export interface DueReading {
  readonly observation: Id
  readonly day: Day
  readonly half: Half
  /** due: its hour has not come · missing: it has, today · retest: a high one waits for the second reading. */
  readonly why: 'due' | 'missing' | 'retest'
  /** By when; for a retest, from when. */
  readonly at: Instant
}

/** The readings of today that are still to be taken, soonest first: the work list of phone and console. */
export function dueReadings(
  episodes: readonly (Stay & { readonly id: Id })[],
  readings: readonly (SlotReading & { readonly observation: Id })[],
  now: Instant,
): DueReading[] {
  const today = shanghaiDay(now)
  const byEpisode = new Map<Id, SlotReading[]>()
  for (const reading of readings) byEpisode.set(reading.observation, [...(byEpisode.get(reading.observation) ?? []), reading])
  return episodes
    .filter((episode) => stateOf(episode, now) === 'running')
    .flatMap((episode) => {
      const own = byEpisode.get(episode.id) ?? []
      return slotsOf(episode, now)
        .filter((slot) => slot.day === today)
        .flatMap((slot): DueReading[] => {
          const { state } = judgeSlot(slot, own, episode.rule, now)
          const line = { observation: episode.id, day: slot.day, half: slot.half }
          if (state === 'due' || state === 'missing') return [{ ...line, why: state, at: slot.due_at }]
          if (state === 'not-measured') return [{ ...line, why: ms(now) > ms(slot.due_at) ? 'missing' : 'due', at: slot.due_at }]
          const again = state === 'abnormal' ? retestFrom(own.filter(isIn(slot)), episode.rule) : undefined
          return again === undefined ? [] : [{ ...line, why: 'retest', at: again }]
        })
    })
    .sort((a, b) => ms(a.at) - ms(b.at))
}

/** From when the second reading may be taken: the rest that the rule asks after a high one; none when it was taken already. */
export function retestFrom(readings: readonly SlotReading[], rule: CheckRule): Instant | undefined {
  const measured = readings.filter(({ temperature }) => temperature !== null).sort((a, b) => ms(a.taken_at) - ms(b.taken_at))
  const last = measured.at(-1)
  if (measured.length !== 1 || !last || !abnormal(last, rule)) return undefined
  return new Date(ms(last.taken_at) + rule.second_reading * 60_000).toISOString()
}

/** Where a stay stands: ordered before its first day, running, ended after the 24:00 of its last day or by county health. */
export function stateOf(stay: Pick<Stay, 'phases' | 'last_day' | 'ended_at'>, now: Instant): 'ordered' | 'running' | 'ended' {
  const today = shanghaiDay(now)
  if (stay.ended_at !== null && ms(stay.ended_at) <= ms(now)) return 'ended'
  if (today > stay.last_day) return 'ended'
  return today < (stay.phases[0]?.from ?? stay.last_day) ? 'ordered' : 'running'
}

/** Day n of N, counted from day zero; undefined outside the stay. */
export function dayOf(
  episode: Pick<Episode, 'day_zero' | 'phases' | 'last_day'>,
  day: Day,
): { n: number; of: number; where: Episode['phases'][number]['where'] } | undefined {
  const phase = episode.phases.find(({ from, until }) => from <= day && day <= until)
  if (!phase) return undefined
  return { n: daysBetween(episode.day_zero, day), of: daysBetween(episode.day_zero, episode.last_day), where: phase.where }
}
