import Type, { type Static } from 'typebox'
import { Id, Instant, Maybe, PlaceCode } from '../../schema.ts'
import type { Folded } from './standing.rules.ts'

/** Where a request stands, as it travels to phones. */
const HeldStanding = Type.Unsafe<Folded>(
  Type.Object({
    state: Type.String(),
    since: Maybe(Instant),
    by: Maybe(Id),
    due_at: Maybe(Instant),
    waits_on: Maybe(Type.String()),
    ended: Type.Boolean(),
    desk: Maybe(PlaceCode),
    office: Maybe(PlaceCode),
    received_at: Maybe(Instant),
    about: Maybe(PlaceCode),
    other: Maybe(PlaceCode),
    assignee: Maybe(Id),
    left: Type.Array(PlaceCode),
    addressees: Type.Array(PlaceCode),
    result: Maybe(Type.String()),
    given_to: Maybe(Id),
    last_at: Maybe(Instant),
    did: Type.Array(Type.String()),
    term: Maybe(Instant),
    runs: Type.Boolean(),
    strays: Type.Array(Id),
  }),
)

/** A request on a phone: what it is about, where it stands, and the fields that this phone's bearer may read. */
export const HeldAsked = Type.Object({
  id: Id,
  kind: Type.String(),
  /** The version of the kind that it was begun by. */
  version: Type.Integer(),
  number: Type.String(),
  at: Instant,
  urgency: Type.String(),
  /** The door it hangs on; null for what is about no door, and for what was given to somebody who knows no doors. */
  dwelling: Maybe(Id),
  /** Its plate in one line. */
  door: Type.String(),
  standing: HeldStanding,
  fields: Type.Record(Type.String(), Type.Unknown()),
})
export type HeldAsked = Static<typeof HeldAsked>

/**
 * Where a request stands as far as whoever it was given to is told: what may be done now and until when; nothing of offices, of
 * other people, or of how it was answered.
 */
export const standingForHelper = (at: Folded): Folded => ({
  ...at,
  by: null,
  desk: null,
  office: null,
  received_at: null,
  about: null,
  other: null,
  left: [],
  addressees: [],
  result: null,
})
