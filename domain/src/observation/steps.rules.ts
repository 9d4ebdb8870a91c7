import type { Static } from 'typebox'
import type { Instant } from '../schema.ts'
import type { Step as StepSchema } from './episode.ts'
import type { AlertAnswer, CheckRule, Delivery, HomeAssessment, Reading } from './observation.ts'
import { abnormal, type JudgedSlot } from './slots.rules.ts'

export type Step = Static<typeof StepSchema>

/** The records of a managed person from which the six steps are read. */
export interface StepRecords {
  readonly traced: { at: Instant; by: string } | undefined
  readonly decided: { at: Instant; by: string }
  readonly deliveries: readonly Pick<Delivery, 'at' | 'by'>[]
  readonly homes: readonly Pick<HomeAssessment, 'at' | 'by'>[]
  readonly readings: readonly Reading[]
  readonly answers: readonly Pick<AlertAnswer, 'reading' | 'at' | 'by'>[]
  readonly slots: readonly JudgedSlot[]
  readonly rule: CheckRule
  /** A step is passed over only once its hours are over: on the first day of an order nothing is missed yet. */
  readonly now: Instant
  /** Whether any day of the stay is spent where the community measures. */
  readonly at_home: boolean
}

const firstOf = <T extends { at: Instant }>(records: readonly T[]): T | undefined =>
  [...records].sort((a, b) => (a.at < b.at ? -1 : 1))[0]

/** Hours within which a person is taken into the community's care and seen at the door after the order; ours, no notice fixes it. */
const stepHours = 24

/**
 * The six steps of a managed person, 追踪到人、登记在册、社区管理、上门观察、规范运转、异常就医 (urgent notice of
 * 2020-01-29), read from the records: time and person where done, late, or skipped when a later one was done before it and the
 * hours for it are over.
 */
export function stepsOf(records: StepRecords): Step[] {
  const { traced, decided, readings, answers, slots, rule } = records
  const managed = firstOf([...records.deliveries, ...records.homes])
  const visits = readings.filter((reading) => reading.measured_by === 'visit').map(({ taken_at, by }) => ({ at: taken_at, by }))
  const visited = firstOf(visits)
  const bad = readings.filter((reading) => abnormal(reading, rule))
  const answered = bad.flatMap((reading) => firstOf(answers.filter((answer) => answer.reading === reading.id)) ?? [])
  const limit = new Date(new Date(decided.at).getTime() + stepHours * 3_600_000).toISOString()
  const done = (step: Step['step'], record: { at: Instant; by: string } | undefined, by?: Instant): Step =>
    record
      ? { step, state: by !== undefined && record.at > by ? 'late' : 'done', at: record.at, by: record.by }
      : { step, state: 'open', at: null, by: null }
  const none = (step: Step['step']): Step => ({ step, state: 'not-needed', at: null, by: null })
  const steps: Step[] = [
    done('traced', traced),
    done('registered', decided),
    done('managed', managed, limit),
    records.at_home ? done('visited', visited, limit) : none('visited'),
    records.at_home ? regular(slots, readings) : none('regular'),
    bad.length === 0 ? none('treated') : done('treated', answered.length === bad.length ? answered.at(-1) : undefined),
  ]
  const isDone = ({ state, step }: Step) => (state === 'done' || state === 'late') && step !== 'treated'
  const lastDone = steps.map(isDone).lastIndexOf(true)
  const over = records.now > limit
  return steps.map((step, nth) => (over && step.state === 'open' && nth < lastDone ? { ...step, state: 'skipped' } : step))
}

function regular(slots: readonly JudgedSlot[], readings: readonly Reading[]): Step {
  const judged = slots.filter(({ state }) => state !== 'due')
  const last = [...readings].sort((a, b) => (a.taken_at < b.taken_at ? -1 : 1)).at(-1)
  if (judged.length === 0 || !last) return { step: 'regular', state: 'open', at: null, by: null }
  const complete = judged.every(({ state }) => state === 'done' || state === 'abnormal')
  return { step: 'regular', state: complete ? 'done' : 'late', at: last.taken_at, by: last.by }
}
