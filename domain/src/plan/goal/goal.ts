import Type, { type Static } from 'typebox'
import { query } from '../../endpoint.ts'
import { Colour } from '../../health/health.ts'
import { DoorText } from '../../places/door-plate.ts'
import { CommunityCode, Id, Listing, Maybe, OneOf, Page, PlaceCode } from '../../schema.ts'

/** What of 保健康、防重症 is reached for the key persons of one colour; figures only. */
export const GoalRow = Type.Object({
  /** Null for those whose colour cannot be told yet. */
  colour: Maybe(Colour),
  people: Type.Integer(),
  /** Seen within the rhythm of their colour. */
  in_rhythm: Type.Integer(),
  /** Due, nobody has been there. */
  overdue: Type.Integer(),
  /** Due, somebody was there and met nobody. */
  no_answer: Type.Integer(),
  /** No visit to their door in sixty days. */
  without_contact: Type.Integer(),
  /** Asked for help in thirty days; of these, a later visit found the need met. */
  asked: Type.Integer(),
  helped: Type.Integer(),
  /** Asked for a doctor or had an abnormal reading in thirty days; of these, answered within a day. */
  transfers: Type.Integer(),
  in_time: Type.Integer(),
})
export type GoalRow = Static<typeof GoalRow>

/** How far communities are with 保健康、防重症 (民发〔2023〕5号 一), by colour, computed from ledger, visits and answers. */
export const readGoal = query({
  name: 'plan.goal',
  at: 'GET /plan/goal',
  words: { zh: '看保健康、防重症', en: 'See the goal board' },
  health: true,
  input: Type.Object({
    place: PlaceCode,
    page: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })),
    size: Type.Optional(Type.Integer({ minimum: 1, maximum: 20 })),
  }),
  reply: Type.Object({
    ...Listing(Type.Object({ community: CommunityCode, name: Type.String(), goal: Type.Array(GoalRow) })).properties,
    /** False while rules of an emergency lead: the goal is that of the service regime. */
    leads: Type.Boolean(),
  }),
})

/** Which of those who called for help in thirty days a figure of the board counts. */
export const GoalPart = OneOf('asked', 'helped', 'transfers', 'in_time')
export type GoalPart = Static<typeof GoalPart>

/** The people behind a figure of calls for help, of one colour or of all; `unknown` are those whose colour cannot be told yet. */
export const listGoalPeople = query({
  name: 'plan.goal-people',
  at: 'GET /plan/goal/people',
  words: { zh: '看求助的是哪些人', en: 'See who asked for help' },
  health: true,
  input: Type.Object({
    community: CommunityCode,
    part: GoalPart,
    colour: Type.Optional(OneOf('red', 'yellow', 'green', 'unknown')),
    ...Page.properties,
  }),
  reply: Listing(Type.Object({ person: Id, name: Type.String(), dwelling: Maybe(Id), door: DoorText })),
})
