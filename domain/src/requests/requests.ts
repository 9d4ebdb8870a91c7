import Type, { type Static } from 'typebox'
import { Day, Id, Instant, Maybe, OneOf, PlaceCode } from '../schema.ts'
import { type RequestKindName, requestKinds } from './kinds.ts'

export const KindName = OneOf(...(Object.keys(requestKinds) as RequestKindName[]))

/** How it came in; a person without a phone comes to the desk or writes. */
export const Way = OneOf('desk', 'paper', 'phone', 'online')
export type Way = Static<typeof Way>

/** In whose name somebody asks. */
export const Relation = OneOf('self', 'guardian', 'relative-of-dead', 'helper')
export type Relation = Static<typeof Relation>

/** What can be done with a request; every act is a record of its own and none is changed. */
export const ActKind = OneOf(
  'taken',
  'asked-place',
  'side-told',
  'measure',
  'told-authority',
  'told-people',
  'answered',
  'accepted',
  'review-asked',
  'reviewed',
)
export type ActKind = Static<typeof ActKind>

/** What was done, when and by whom; its words only where the reader's office may read them. */
export const Act = Type.Object({
  id: Id,
  kind: ActKind,
  result: Maybe(Type.String()),
  at: Instant,
  by: Type.String(),
  words: Maybe(Type.String()),
})
export type Act = Static<typeof Act>

/** Where a request stands, from its acts. */
export const RequestState = OneOf('open', 'answered', 'in-review', 'settled')
export type RequestState = Static<typeof RequestState>

/** A request without a word about who asks. */
export const RequestRow = Type.Object({
  id: Id,
  number: Type.String(),
  kind: KindName,
  /** The place it is about, and the office that handles it. */
  against: PlaceCode,
  office: PlaceCode,
  taken_at: PlaceCode,
  way: Way,
  details: Type.Record(Type.String(), Type.String()),
  day: Day,
  state: RequestState,
  /** The day by which the answer, or the review, is due; null when nothing waits. */
  due_on: Maybe(Day),
  late: Type.Boolean(),
  result: Maybe(Type.String()),
})
export type RequestRow = Static<typeof RequestRow>

/** Who asks; only the office that handles it reads this, and nobody above the county. */
export const Requester = Type.Object({
  name: Type.String(),
  phone: Maybe(Type.String()),
  relation: Relation,
  /** What was shown as proof of standing for somebody else. */
  shown: Type.String(),
  person: Maybe(Id),
})
export type Requester = Static<typeof Requester>

/** One kind of what is kept of a person: each record as names and values. */
export const OwnDataSection = Type.Object({
  name: OneOf('person', 'marks', 'moves', 'arrivals', 'health', 'colours', 'observation', 'readings'),
  lines: Type.Array(Type.Record(Type.String(), Type.String())),
})
export type OwnDataSection = Static<typeof OwnDataSection>
