import Type, { type Static } from 'typebox'
import { Day, Id, Maybe, PlaceCode } from '../../schema.ts'

/** A document that holds, as a phone holds it: what it says, under which number and until when, and how often it was received. */
export const HeldPaper = Type.Object({
  id: Id,
  kind: Type.String(),
  community: PlaceCode,
  title: Type.String(),
  version: Type.Integer(),
  number: Maybe(Type.String()),
  in_force_from: Maybe(Day),
  until: Maybe(Day),
  review_on: Maybe(Day),
  fields: Type.Record(Type.String(), Type.Unknown()),
  received: Type.Integer(),
  /** When it was received last. */
  received_on: Maybe(Day),
})
export type HeldPaper = Static<typeof HeldPaper>
