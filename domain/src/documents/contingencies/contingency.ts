import Type, { type Static } from 'typebox'
import type { Words } from '../../problem.ts'
import { Day, Id, Instant, Maybe, OneOf, PlaceCode, Text } from '../../schema.ts'

/** What a place prepares for: prevention in ordinary times, a response, and services that must go on. */
export const contingencyKinds = {
  epidemic: { zh: '疫情防控方案', en: 'epidemic plan' },
  response: { zh: '应急响应预案', en: 'response plan' },
  service: { zh: '社区服务应急预案', en: 'service emergency plan' },
} as const satisfies Record<string, Words>
export type ContingencyKind = keyof typeof contingencyKinds
export const ContingencyKind = OneOf(...(Object.keys(contingencyKinds) as ContingencyKind[]))

/** Days until a plan is looked at again where nobody says another day; a proposal of the form, not a rule. */
export const usualReview = 365
/** The longest time, in days, for which a plan may stand without being looked at. */
export const longestReview = 3 * 366

/** Somebody outside the place who has a part in a plan, and what they do. */
export const Partner = Type.Object({ name: Text(60, 1), does: Text(200, 1) })
export type Partner = Static<typeof Partner>

/** What a version of a plan says. */
export const PlanText = {
  /** Who does what, in which order. */
  content: Text(8000, 1),
  /** When it begins. */
  triggers: Type.Array(Text(200, 1), { maxItems: 20 }),
  partners: Type.Array(Partner, { maxItems: 40 }),
  responsible: Text(40, 1),
  review_on: Day,
  /** What is new against the version before. */
  changed: Text(400),
}

/** A version as it was written, and by whom it was approved. */
export const ContingencyVersion = Type.Object({
  id: Id,
  version: Type.Integer({ minimum: 1 }),
  ...PlanText,
  /** Null above the county, as every name here. */
  responsible: Maybe(Text(40)),
  by: Maybe(Text(40)),
  at: Instant,
  approved: Maybe(Type.Object({ by: Maybe(Text(40)), at: Instant })),
})
export type ContingencyVersion = Static<typeof ContingencyVersion>

/** A plan of a place as the register shows it: the version in force, when it is looked at again, when it was tried last. */
export const ContingencyLine = Type.Object({
  id: Id,
  place: PlaceCode,
  place_name: Text(80),
  kind: ContingencyKind,
  title: Text(80),
  /** The highest approved version; null while none was. */
  in_force: Maybe(Type.Integer()),
  approved_on: Maybe(Day),
  /** A newer version waits for a second person. */
  waiting: Type.Boolean(),
  responsible: Maybe(Text(40)),
  review_on: Maybe(Day),
  overdue: Type.Boolean(),
  last_drill: Maybe(Day),
  last_review: Maybe(Day),
  /** What drills and reviews found and is not settled. */
  open: Type.Integer(),
})
export type ContingencyLine = Static<typeof ContingencyLine>

/** How the communities below a place stand with one kind of plan. */
export const ContingencyStanding = Type.Object({
  kind: ContingencyKind,
  communities: Type.Integer(),
  have: Type.Integer(),
  overdue: Type.Integer(),
  /** Of those that have one. */
  never_tried: Type.Integer(),
})
export type ContingencyStanding = Static<typeof ContingencyStanding>
