import Type, { type Static } from 'typebox'
import { query } from '../../endpoint.ts'
import { Day, Maybe, OneOf, PlaceCode } from '../../schema.ts'
import { SaidWords } from '../plan.ts'

/** Something that held for a place over some days. */
export const TimelineSpan = Type.Object({
  kind: OneOf('rules', 'response', 'level', 'zone', 'class', 'choice', 'order'),
  text: SaidWords,
  /** Its first day, even where that lies before the line. */
  from: Day,
  /** The last day on which it held; null while it holds on the last day of the line. */
  until: Maybe(Day),
})
export type TimelineSpan = Static<typeof TimelineSpan>

/** How many days back the line reaches. */
export const timelineDays = 60

/** What was in force when for a place: rules, responses, levels, classes and orders over the sixty days up to a day. */
export const readTimeline = query({
  name: 'plan.timeline',
  at: 'GET /plan/timeline',
  words: { zh: '看近 60 天哪天管什么', en: 'See what was in force in sixty days' },
  input: Type.Object({ place: PlaceCode, on: Type.Optional(Day) }),
  reply: Type.Object({ from: Day, until: Day, spans: Type.Array(TimelineSpan) }),
})
