import type { Term } from '@wangdi/policy/engine/answer.ts'
import {
  type HouseKind,
  type PersonKind as PolicyKind,
  personKinds,
  type Subject,
  subjects,
  wheres,
} from '@wangdi/policy/vocabulary.ts'
import Type, { type Static } from 'typebox'
import { CommunityCode, Day, Id, Instant, Maybe, OneOf, Text } from '../schema.ts'

/** A kind of person of the house, or one that a notice brings by its own name. */
export const PersonKind = Type.Unsafe<PolicyKind>(
  Type.Union([
    OneOf(...(Object.keys(personKinds) as HouseKind[])),
    Type.String({ pattern: '^[a-z0-9.-]{2,61}/[a-z0-9.-]{1,61}$', maxLength: 123 }),
  ]),
)
export type PersonKind = PolicyKind
/** What an order is about: the subject of the rules that it follows. */
export const OrderSubject = OneOf(...(Object.keys(subjects) as Subject[]))

/** Where a phase is spent: at a central site, at home, or health monitoring at home (no isolation). */
export const Where = OneOf(...(Object.keys(wheres) as (keyof typeof wheres)[]))
export type Where = Static<typeof Where> & keyof typeof wheres

/** A phase with its days; the last day counts until 24:00. */
export const DatedPhase = Type.Object({ where: Where, from: Day, until: Day, tests: Type.Array(Day) })
export type DatedPhase = Static<typeof DatedPhase>

/** Two halves of a day in which a reading is due. */
export const Half = OneOf('morning', 'evening')
export type Half = Static<typeof Half> & ('morning' | 'evening')

/** What a check asks and when it is abnormal, as the rules of the order's day said; kept with the order. */
export const CheckRule = Type.Object({
  /** Fever begins at this temperature, °C. */
  fever: Type.Number(),
  symptoms: Type.Array(Type.Object({ zh: Type.String(), en: Type.String() })),
  /** Minutes of rest before the second reading after a high one. */
  second_reading: Type.Integer(),
  /** One check a day falls in the morning half; two take both. */
  per_day: Type.Integer(),
  /** Asia/Shanghai clock at which the evening half begins. */
  split: Type.String(),
  /** Asia/Shanghai clock by which the reading of a half is due. */
  due_by: Type.Object({ morning: Type.String(), evening: Type.String() }),
  source: Type.String(),
})
export type CheckRule = Static<typeof CheckRule>

/** One stay under observation, made by one order; overlapping ones stay apart. */
export const Episode = Type.Object({
  id: Id,
  person: Id,
  community: CommunityCode,
  dwelling: Maybe(Id),
  kind: PersonKind,
  number: Type.String(),
  issuer: Type.String(),
  decided_at: Instant,
  /** Day 0 of the count, as the rules of the order's day set it. */
  day_zero: Day,
  phases: Type.Array(DatedPhase),
  /** Day N; the stay ends at its 24:00. */
  last_day: Day,
  /** Ended earlier by county health, from this moment on. */
  ended_at: Maybe(Instant),
  rule: CheckRule,
})
export type Episode = Static<typeof Episode>

export const MeasuredBy = OneOf('visit', 'self', 'family', 'phone')
export type MeasuredBy = Static<typeof MeasuredBy>

/** Why there is no temperature; symptoms may have been asked all the same. */
export const NotMeasured = OneOf('not-home', 'refused', 'asleep', 'no-thermometer', 'in-hospital', 'other')
export type NotMeasured = Static<typeof NotMeasured>

/** One reading, kept as it was made; a second one after a high one stands beside it. */
export const Reading = Type.Object({
  id: Id,
  observation: Id,
  taken_at: Instant,
  day: Day,
  half: Half,
  /** °C with one decimal; null when not measured, never 0. */
  temperature: Maybe(Type.Number()),
  /** Null: not asked; empty: asked, none. */
  symptoms: Maybe(Type.Array(Type.String())),
  measured_by: MeasuredBy,
  not_measured: Maybe(NotMeasured),
  note: Type.String(),
  by: Type.String(),
  recorded_at: Instant,
})
export type Reading = Static<typeof Reading>

/** What became of an abnormal reading; the doctor says it. */
export const AlertOutcome = OneOf('retest', 'transfer', 'nothing-found', 'told-cdc')
export type AlertOutcome = Static<typeof AlertOutcome>

/** A doctor's answer to an abnormal reading; several may follow each other. */
export const AlertAnswer = Type.Object({
  id: Id,
  reading: Id,
  outcome: AlertOutcome,
  note: Type.String(),
  by: Type.String(),
  at: Instant,
})
export type AlertAnswer = Static<typeof AlertAnswer>

/** What is known of the person that the rule of the term asks. */
export const Known = Type.Object({
  holds_health_proof: Type.Optional(Type.Boolean()),
  came_point_to_point: Type.Optional(Type.Boolean()),
  home_fit: Type.Optional(Type.Boolean()),
  split_voluntary: Type.Optional(Type.Boolean()),
  split_conditions: Type.Optional(Type.Boolean()),
  /** Of what a notice asks of a person, by its own names. */
  own: Type.Optional(
    Type.Array(Type.Object({ name: Text(130, 1), value: Type.Union([Text(60, 1), Type.Integer()]) }), { maxItems: 20 }),
  ),
})
export type Known = Static<typeof Known>

/** A phase as a person chooses it, before it has days. */
export const ChosenPhase = Type.Object({
  where: Where,
  days: Type.Integer({ minimum: 1, maximum: 60 }),
  test_days: Type.Array(Type.Integer({ minimum: 0, maximum: 60 }), { maxItems: 20 }),
})
export type ChosenPhase = Static<typeof ChosenPhase>

/** A person of the same door, for whom an order may have to be proposed too (紧急通知 2020-01-29, family of those isolated). */
export const CoResident = Type.Object({
  person: Id,
  name: Type.String(),
  relation: Type.String(),
  observed: Type.Boolean(),
})
export type CoResident = Static<typeof CoResident>

/** What the rule proposes for one person on one day; nothing follows from it until a named person decides. */
export const Proposal = Type.Object({
  person: Id,
  kind: PersonKind,
  /** What the kind is called by the rules of the day. */
  kind_words: Type.Object({ zh: Type.String(), en: Type.String() }),
  subject: OrderSubject,
  day: Day,
  day_zero: Day,
  term: Type.Unsafe<Term>({}),
  /** The proposed phases with their days; empty where the rule asks none. */
  phases: Type.Array(DatedPhase),
  alternatives: Type.Array(Type.Array(DatedPhase)),
  last_day: Maybe(Day),
  rule: CheckRule,
  /** Stays of this person that are running already; they are never joined. */
  running: Type.Array(Id),
  co_residents: Type.Array(CoResident),
})
export type Proposal = Static<typeof Proposal>

/** The written notice (传染病防治法 §58): finding, measure, term, rights, whom to ask. */
export const Notice = Type.Object({
  finding: Text(400, 1),
  measure: Text(400, 1),
  rights: Text(800, 1),
  contact: Text(100, 1),
  /** What is asked of the person, and what is done for them, line by line; absent where nobody wrote it. */
  duties: Type.Optional(Text(800)),
  services: Type.Optional(Text(800)),
})
export type Notice = Static<typeof Notice>

/** Hand-over of the written notice, with what the person said to it. */
export const Delivery = Type.Object({
  id: Id,
  at: Instant,
  by: Type.String(),
  way: OneOf('in-person', 'family', 'door', 'phone-read'),
  receipt: OneOf('signed', 'refused-to-sign', 'signed-by-family', 'none'),
  note: Type.String(),
})
export type Delivery = Static<typeof Delivery>

/** Six conditions of a home (居家场所评估, domain rules 2.2): null is not looked at. */
export const HomeItems = Type.Object({
  own_room: Maybe(Type.Boolean()),
  own_toilet: Maybe(Type.Boolean()),
  handover_table: Maybe(Type.Boolean()),
  supplies: Maybe(Type.Boolean()),
  no_shared_air: Maybe(Type.Boolean()),
  waste: Maybe(Type.Boolean()),
})
export type HomeItems = Static<typeof HomeItems>

/** An assessment of the home by a named person; fit only when all six are yes. */
export const HomeAssessment = Type.Object({
  id: Id,
  day: Day,
  items: HomeItems,
  fit: Maybe(Type.Boolean()),
  by: Type.String(),
  with: Type.String(),
  at: Instant,
})
export type HomeAssessment = Static<typeof HomeAssessment>

export const EndReason = OneOf('shorter-rule', 'transferred', 'confirmed-case', 'ordered-in-error', 'died', 'other')
export type EndReason = Static<typeof EndReason>
