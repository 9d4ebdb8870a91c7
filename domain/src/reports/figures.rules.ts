import type { Day, Id, Instant } from '../schema.ts'
import type { Figures } from './daily-report.ts'

/** Somebody who belongs to a line from a day on, up to the day before `to`; without `to` there is no end yet. */
export interface Span {
  readonly id: Id
  readonly from: Day
  readonly to: Day | null
  /** Since when they are held, where that is later than they are new: an arrival is new at once, held only by an order. */
  readonly heldFrom?: Day
}

const heldFrom = (span: Span): Day => span.heldFrom ?? span.from

const holds = {
  /** New on the day. */
  0: (span: Span, day: Day) => span.from === day,
  /** Since the beginning. */
  1: (span: Span, day: Day) => span.from <= day,
  /** Held at the end of the day. */
  2: (span: Span, day: Day) => heldFrom(span) <= day && (span.to === null || day < span.to),
  /** Ended on the day: a stay that lasts to 24:00 has ended on the day after. */
  3: (span: Span, day: Day) => span.to === day && heldFrom(span) < span.to,
} as const

/** Those behind one figure of a people line: 0 new, 1 total, 2 held, 3 ended; everybody once. */
export const behindPeople = (spans: readonly Span[], day: Day, figure: 0 | 1 | 2 | 3): Id[] => [
  ...new Set(spans.filter((span) => holds[figure](span, day)).map((span) => span.id)),
]

/** New, total, held and ended of a people line on a day. */
export const peopleFigures = (spans: readonly Span[], day: Day): Figures =>
  ([0, 1, 2, 3] as const).map((figure) => behindPeople(spans, day, figure).length) as Figures

/** Something to be done on a day by a person or at a door, and whether it is; `tried`: somebody went there in vain. */
export interface Task {
  readonly id: Id
  readonly done: boolean
  readonly tried?: boolean
  /** By when it is to be done, where its own rule names an hour. */
  readonly by?: Instant
}

/** Due, done and left of a work line. */
export function workFigures(tasks: readonly Task[]): Figures {
  const done = tasks.filter((task) => task.done).length
  return [tasks.length, done, tasks.length - done, null]
}

/** Those behind one figure of a work line: 0 due, 1 done, 2 left. */
export const behindWork = (tasks: readonly Task[], figure: number): Id[] =>
  tasks.filter((task) => figure === 0 || (figure === 1 && task.done) || (figure === 2 && !task.done)).map((task) => task.id)
