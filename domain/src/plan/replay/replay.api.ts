import Type, { type Static } from 'typebox'
import { query } from '../../endpoint.ts'
import { Day, Id, Instant, Listing, Maybe, OneOf, Page, PlaceCode } from '../../schema.ts'
import { SaidWords, Source } from '../plan.ts'

/** What may be asked of the rules when a person decides; the same words as the kept answer has. */
const Question = OneOf('level', 'class', 'tier', 'functions', 'term')

/** A decision of a named person that rested on an answer of the rules, which was kept with it. */
export const Decision = Type.Object({
  kind: OneOf('level', 'response'),
  id: Id,
  place: PlaceCode,
  place_name: Type.String(),
  question: Question,
  decided: SaidWords,
  /** From which day it holds. */
  day: Day,
  at: Instant,
})
export type Decision = Static<typeof Decision>

/** The reasons of an answer in reading order; `depth` says which reason each belongs to, as in a tree. */
const ReasonLine = Type.Object({ depth: Type.Integer(), holds: OneOf('yes', 'no', 'unknown'), text: SaidWords })
export type ReasonLine = Static<typeof ReasonLine>

/** A kept answer beside the answer to the same question now, by the rules and facts of then. */
export const Replayed = Type.Object({
  question: Question,
  place: PlaceCode,
  day: Day,
  facts: Type.Array(Type.Object({ words: SaidWords, value: SaidWords })),
  packs: Type.Array(Type.Object({ pack: Type.String(), version: Type.Integer(), title: SaidWords })),
  gave: SaidWords,
  gives: SaidWords,
  /** Whether both are the same to the last character; anything else is a fault of the house. */
  same: Type.Boolean(),
  why: Type.Array(ReasonLine),
  source: Maybe(Source),
})
export type Replayed = Static<typeof Replayed>

/** Decisions on levels, classes, packages and responses that concern a place, newest first. */
export const listDecisions = query({
  name: 'plan.decisions',
  at: 'GET /plan/decisions',
  words: { zh: '看按规则作过的决定', en: 'See decisions that rested on the rules' },
  input: Type.Object({ place: PlaceCode, ...Page.properties }),
  reply: Listing(Decision),
})

/** Asks again what a decision rested on, of the rules and facts of then. */
export const replayDecision = query({
  name: 'plan.replay',
  at: 'GET /plan/decisions/:kind/:id',
  words: { zh: '回放一项决定', en: 'Replay a decision' },
  input: Type.Object({ kind: OneOf('level', 'response'), id: Id }),
  reply: Replayed,
})

/** Asks again how long an observation had to last, of the rules and facts of then. */
export const replayTerm = query({
  name: 'plan.replay-term',
  at: 'GET /plan/terms/:observation',
  words: { zh: '回放观察期限', en: 'Replay the term of an observation' },
  health: true,
  input: Type.Object({ observation: Id }),
  reply: Replayed,
})
