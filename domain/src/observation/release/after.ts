import Type, { type Static } from 'typebox'
import { Day, Id, Instant, Maybe, OneOf } from '../../schema.ts'

/** The days after a release on which somebody calls (practice of Meishan: days 1, 2, 3, 7 and 14). */
export const callDays = [1, 2, 3, 7, 14] as const

/** One of these days. */
export const CallDay = Type.Enum([...callDays])
export type CallDay = (typeof callDays)[number]

/** What a call found: nothing amiss, something amiss, or nobody answered; not to answer has no consequence for anybody. */
export const CallOutcome = OneOf('well', 'unwell', 'no-answer')
export type CallOutcome = Static<typeof CallOutcome> & ('well' | 'unwell' | 'no-answer')

/** One call after a release: its day, and what became of it. */
export const ReleaseCall = Type.Object({
  nth: Type.Integer(),
  on: Day,
  /** Missed: its day is over and nobody tried. */
  state: OneOf('done', 'no-answer', 'due', 'missed', 'later'),
  outcome: Maybe(CallOutcome),
  note: Type.String(),
  by: Type.String(),
  at: Maybe(Instant),
})
export type ReleaseCall = Static<typeof ReleaseCall>

/** A release that was taken back, by whom and why; its number is not given again. */
export const WithdrawnRelease = Type.Object({
  id: Id,
  number: Type.String(),
  why: Type.String(),
  by: Type.String(),
  at: Instant,
})
export type WithdrawnRelease = Static<typeof WithdrawnRelease>
