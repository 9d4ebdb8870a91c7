import Type, { type Static } from 'typebox'
import { query } from '../../endpoint.ts'
import { CommunityCode, Day, Listing, Maybe, OneOf, PlaceCode, Text } from '../../schema.ts'

/** A part of a whole: how many of how many. */
const Share = Type.Object({ done: Type.Integer(), due: Type.Integer() })

/** How a community stands for those who guide it: is the duty named, are the measures done, does it have an effect. */
export const CommunityStanding = Type.Object({
  community: CommunityCode,
  name: Text(80),
  /** The confirmed class; null while nobody confirmed one. */
  class: Maybe(Text(20)),
  /** Grids with somebody who answers for them. */
  duties: Share,
  /** Measures of today's plan by state; `unknown` (no record, no word) and `nothing` (nothing asked) are neither done nor not. */
  measures: Type.Object({
    ...{ done: Type.Integer(), part: Type.Integer(), not: Type.Integer() },
    ...{ unknown: Type.Integer(), nothing: Type.Integer() },
  }),
  /** Key persons reached of those due: what the work comes to. */
  effect: Share,
  open: Type.Integer(),
  overdue: Type.Integer(),
  inspected_on: Maybe(Day),
  next_on: Maybe(Day),
  /** Never inspected, or the day that was set has passed. */
  inspection_due: Type.Boolean(),
})
export type CommunityStanding = Static<typeof CommunityStanding>

/** The communities of a street or county by what is most urgent: overdue findings, then inspections that are due. */
export const readSupervision = query({
  name: 'plan.supervision',
  at: 'GET /plan/supervision',
  words: { zh: '看责任、措施、效果', en: 'See duties, measures and effect' },
  // Counted by the records of the plan, some of which are of health; of anybody's health nothing is told.
  health: true,
  input: Type.Object({
    place: PlaceCode,
    class: Type.Optional(OneOf('no-case', 'cases', 'transmission', 'unknown')),
    page: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })),
    size: Type.Optional(Type.Integer({ minimum: 1, maximum: 20 })),
  }),
  reply: Listing(CommunityStanding),
})
