import Type, { type Static } from 'typebox'
import { DoorText } from '../../places/door-plate.ts'
import { Sex } from '../../people/person.ts'
import { Day, Id, Instant, Maybe, OneOf } from '../../schema.ts'
import { DatedPhase, EndReason, Notice } from '../observation.ts'
import { Release } from '../release/release.ts'

/** Somebody a person under observation may call, by what they are: who answers for the door, the doctor of the community. */
export const NoticeContact = Type.Object({
  as: OneOf('grid-worker', 'doctor'),
  name: Type.String(),
  phone: Maybe(Type.String()),
})
export type NoticeContact = Static<typeof NoticeContact>

/** All that the printed notice of one person says: of the observation, or of the release from it. */
export const Sheet = Type.Object({
  observation: Id,
  name: Type.String(),
  sex: Maybe(Sex),
  age: Maybe(Type.Integer()),
  document: Maybe(Type.String({ description: 'masked' })),
  phone: Maybe(Type.String({ description: 'masked' })),
  /** County, street and community in words. */
  places: Type.Array(Type.String()),
  door: DoorText,
  /** The others at that door; null where no door is known. */
  with_them: Maybe(Type.Integer()),
  /** Of the order. */
  number: Type.String(),
  issuer: Type.String(),
  code: Maybe(Type.String()),
  decided_by: Type.String(),
  decided_at: Instant,
  basis: Type.String(),
  notice: Notice,
  /** The day from which the term is counted, and what happens on it: leaving, contact, entry. */
  day_zero: Day,
  phases: Type.Array(DatedPhase),
  last_day: Day,
  /** The order was given in error: the paper holds no longer. */
  void: Type.Boolean(),
  ended_on: Maybe(Day),
  /** Why it ended before its last day. */
  ended_for: Maybe(EndReason),
  delivered_on: Maybe(Day),
  release: Maybe(Release),
  contacts: Type.Array(NoticeContact),
  /** Telephones of the office that decides; empty where nobody wrote them down. */
  office_phone: Type.String(),
  care_phone: Type.String(),
})
export type Sheet = Static<typeof Sheet>
