import type { Proposal as PolicyProposal, TierAnswer } from '@wangdi/policy/engine/answer.ts'
import Type, { type Static } from 'typebox'
import { Day, Id, Instant, Maybe, OneOf, PlaceCode, Text } from '../schema.ts'

/** Functions that only a response opens here (传染病防治法 §58, §65; domain/src/endpoint.ts has the same words). */
export const OpenedFunction = OneOf('arrivals', 'observation', 'daily-report', 'orders')
export type OpenedFunction = Static<typeof OpenedFunction>

/** Levels that a named person confirms, each with its own history; `area.*` hang on a street or a community. */
export const LevelFact = OneOf('county.risk', 'area.risk', 'area.zone')
export type LevelFact = Static<typeof LevelFact>

/** A step in the life of a response after its opening: a review that keeps it, or its closing; never edited. */
export const ResponseAct = Type.Object({
  kind: OneOf('reviewed', 'closed'),
  at: Instant,
  by: Type.String(),
  number: Type.String(),
  reason: Type.String(),
  until: Maybe(Day),
  review_on: Maybe(Day),
})
export type ResponseAct = Static<typeof ResponseAct>

/** An order of an authority that opens emergency functions for places and a term (传染病防治法 §67). */
export const Response = Type.Object({
  id: Id,
  /** The place of the authority: only it reviews and closes. */
  place: PlaceCode,
  issuer: Type.String(),
  number: Type.String(),
  level: Type.String(),
  scope: Type.Array(PlaceCode),
  from: Day,
  /** Last day; with `review_on` null it ends there. */
  until: Maybe(Day),
  /** The day by which somebody must keep it; it lapses after that day. */
  review_on: Maybe(Day),
  /** Packs and days, such as `precision-2020@2020-05-01,terms@2022-07-15`. */
  rules: Type.String(),
  functions: Type.Array(OpenedFunction),
  content: Type.String(),
  ground: Type.String(),
  entered_by: Type.String(),
  entered_at: Instant,
  acts: Type.Array(ResponseAct),
  state: OneOf('coming', 'open', 'ended', 'closed'),
})
export type Response = Static<typeof Response>

/** A fact of the rules as somebody stated it for a day, with where they know it from. */
export const StatedFact = Type.Object({
  name: Type.String(),
  place: PlaceCode,
  value: Type.Union([Type.String(), Type.Integer()]),
  day: Day,
  source: Type.String(),
  by: Type.String(),
  at: Instant,
  /** A count of fourteen days which is older than that says nothing any more; it is shown and not used. */
  stale: Type.Boolean(),
})
export type StatedFact = Static<typeof StatedFact>

/** A level or class that a person confirmed, beside what the machine had proposed. */
export const ConfirmedLevel = Type.Object({
  id: Id,
  fact: Type.String(),
  place: PlaceCode,
  value: Type.String(),
  from: Day,
  proposed: Maybe(Type.String()),
  reason: Type.String(),
  source: Type.String(),
  by: Type.String(),
  at: Instant,
  /** Minutes from the last word on the facts to this decision; null where no fact had been stated. */
  decided_after: Maybe(Type.Integer()),
  /** For `tier.choice`: the stricter of the two was chosen; shown to those who answer for over-control. */
  stricter: Type.Boolean(),
})
export type ConfirmedLevel = Static<typeof ConfirmedLevel>

/** What the machine proposes from recorded facts, as the engine says it. */
export const Proposal = Type.Unsafe<PolicyProposal>({})
/** Both axes of a tier, as the engine says them. */
export const Tier = Type.Unsafe<TierAnswer>({})

/** A function of the place on the day: open by which response until when, or closed, why, and who could open it. */
export const FunctionLine = Type.Object({
  function: OpenedFunction,
  open: Type.Boolean(),
  response: Maybe(Id),
  until: Maybe(Day),
  why: Type.Object({ zh: Type.String(), en: Type.String() }),
})
export type FunctionLine = Static<typeof FunctionLine>

/** A fact or level that a pack in force brings, as a form asks for it at a place, with what is known. */
export const OwnFactLine = Type.Object({
  name: Type.String(),
  pack: Type.String(),
  words: Type.Object({ zh: Type.String(), en: Type.String() }),
  unit: Maybe(Type.Object({ zh: Type.String(), en: Type.String() })),
  /** Recorded, confirmed as a level, or chosen where levels point to different tiers. */
  use: OneOf('record', 'level', 'choice'),
  type: OneOf('number', 'day', 'choice'),
  values: Type.Array(Type.Object({ id: Type.String(), words: Type.Object({ zh: Type.String(), en: Type.String() }) })),
  least: Maybe(Type.Integer()),
  most: Maybe(Type.Integer()),
  /** The place it is kept for: the one asked or one that it lies in. */
  place: PlaceCode,
  /** Who may say it, by post. */
  who: Type.Array(Type.String()),
  source: Type.Object({ document: Type.String(), section: Type.String() }),
  /** What recorded facts point to; null for a fact that is recorded itself. */
  proposal: Maybe(Proposal),
  stated: Maybe(StatedFact),
  confirmed: Maybe(ConfirmedLevel),
})
export type OwnFactLine = Static<typeof OwnFactLine>

/** A kind of person of a notice in force, and what of a person the notice asks. */
export const OwnKindLine = Type.Object({
  name: Type.String(),
  words: Type.Object({ zh: Type.String(), en: Type.String() }),
  /** The notice that brings it. */
  pack: Type.String(),
})
export const OwnPersonFact = Type.Object({
  ...Type.Pick(OwnFactLine, ['name', 'pack', 'words', 'unit', 'type', 'values', 'least', 'most', 'source']).properties,
})
export type OwnPersonFact = Static<typeof OwnPersonFact>

/** A value of a fact as it travels in a list. */
export const FactValue = Type.Object({
  name: Text(130, 1),
  value: Type.Union([Text(60, 1), Type.Integer({ minimum: 0, maximum: 999_999_999 })]),
})
