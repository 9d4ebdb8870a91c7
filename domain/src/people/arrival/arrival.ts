import Type, { type Static } from 'typebox'
import { CommunityCode, Day, Id, Instant, Maybe, OneOf } from '../../schema.ts'
import { DoorText } from '../../places/door-plate.ts'

/** The level of the place somebody comes from, at the time of the stay there (the level of today may be another). */
export const OriginKind = OneOf('abroad', 'high', 'medium', 'low', 'unknown')
export type OriginKind = Static<typeof OriginKind>

/** Who told of the arrival; for people from abroad family, employer and hotel report too (2020-04-14 notice §1). */
export const ReportedBy = OneOf('self', 'family', 'employer', 'hotel', 'community', 'pushed')
export type ReportedBy = Static<typeof ReportedBy>

/** How the person was known: by document, by name with phone or with door, chosen by a worker, or entered new. */
export const Match = OneOf('document', 'phone', 'door', 'chosen', 'new')
export type Match = Static<typeof Match>

/** Somebody who comes, or is expected, from elsewhere. */
export const Arrival = Type.Object({
  id: Id,
  person: Id,
  name: Type.String(),
  community: CommunityCode,
  dwelling: Maybe(Id),
  door: DoorText,
  /** The grid of the door today, and who answers for it; null where the door lies in none or the grid is vacant. */
  grid: Maybe(Type.String()),
  responsible: Maybe(Type.String()),
  phone: Maybe(Type.String({ description: 'masked' })),
  state: OneOf('expected', 'arrived', 'not-come'),
  origin: Type.String(),
  origin_place: Maybe(Type.String()),
  origin_kind: OriginKind,
  /** Who confirmed the level of the origin; null while nobody did. */
  origin_confirmed_by: Maybe(Type.String()),
  arrived_on: Day,
  left_origin_on: Maybe(Day),
  transport: Type.String(),
  companions: Maybe(Type.Integer()),
  point_to_point: Maybe(Type.Boolean()),
  health_proof: Maybe(Type.Boolean()),
  reported_by: ReportedBy,
  source: Type.String(),
  note: Type.String(),
  match: Match,
  recorded_at: Instant,
  version: Type.Integer(),
})
export type Arrival = Static<typeof Arrival>
