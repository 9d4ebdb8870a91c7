import Type, { type Static } from 'typebox'
import { query } from '../endpoint.ts'
import { OrderKind, OrderScope } from '../regimes/orders/control-order.ts'
import { CommunityCode, Day, Id, Maybe, PlaceCode } from '../schema.ts'
import { DoorText } from '../places/door-plate.ts'

/** A place under a control order in force, with why, until when and who answers for it. */
export const ControlledPlace = Type.Object({
  order: Id,
  place: CommunityCode,
  label: Type.String(),
  kind: OrderKind,
  scope: OrderScope,
  reason: Type.String(),
  from: Day,
  until: Day,
  review_on: Maybe(Day),
  reviewer: Type.String(),
})
export type ControlledPlace = Static<typeof ControlledPlace>

/** A person under observation, for those who may see health data. */
export const ControlledPerson = Type.Object({
  observation: Id,
  person: Id,
  place: CommunityCode,
  door: DoorText,
  name: Type.String(),
  reason: Type.String(),
  from: Day,
  until: Day,
  reviewer: Type.String(),
})
export type ControlledPerson = Static<typeof ControlledPerson>

/**
 * What is under control at a place and below on a day: places by their order, persons by their observation order. Those
 * without the right see how many persons in which community; above the county, where no data of people are, null.
 */
export const readControlled = query({
  name: 'plan.controlled',
  at: 'GET /plan/controlled',
  words: { zh: '看管控范围', en: 'See what is under control' },
  input: Type.Object({ place: PlaceCode }),
  reply: Type.Object({
    places: Type.Array(ControlledPlace),
    persons: Maybe(Type.Array(ControlledPerson)),
    counts: Maybe(Type.Array(Type.Object({ place: CommunityCode, persons: Type.Integer() }))),
  }),
  health: true,
})
