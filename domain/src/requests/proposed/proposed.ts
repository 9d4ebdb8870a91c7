import Type, { type Static } from 'typebox'
import { DoorText } from '../../places/door-plate.ts'
import { CommunityCode, Id, Instant, Maybe, OneOf } from '../../schema.ts'

/** What somebody who may not leave their home needs from the first hour on. */
export const proposedGoods = ['food', 'medicine', 'parcel', 'rubbish'] as const
export const Good = OneOf(...proposedGoods)
export type Good = (typeof proposedGoods)[number]

/** What was decided about one of them, by whom and when; of what was taken down, which errand that is. */
export const ErrandDecision = Type.Object({
  outcome: OneOf('taken', 'not-needed'),
  note: Type.String(),
  by: Type.String(),
  at: Instant,
  errand: Maybe(Id),
})

/** Somebody who stays at home by an order, and what of their errands is decided; null: nobody said anything yet. */
export const ProposedErrands = Type.Object({
  observation: Id,
  person: Id,
  name: Type.String(),
  community: CommunityCode,
  door: DoorText,
  decided_at: Instant,
  /** An hour after the stay at home began: by then somebody has asked. */
  due_at: Instant,
  late: Type.Boolean(),
  goods: Type.Array(Type.Object({ what: Good, decision: Maybe(ErrandDecision) })),
})
export type ProposedErrands = Static<typeof ProposedErrands>
