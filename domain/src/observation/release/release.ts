import Type, { type Static } from 'typebox'
import { Day, Id, Instant, Maybe } from '../../schema.ts'

/** What was looked at before a release, as it stood then. */
export const ReleaseChecks = Type.Object({
  /** How many readings have a temperature, and the highest, °C; null where nobody measured, never 0. */
  measured: Type.Integer(),
  highest: Maybe(Type.Number()),
  /** Who measured last. */
  measured_by: Type.String(),
  /** What the tests said and who reported it; empty where none were due. */
  tests: Type.String(),
})
export type ReleaseChecks = Static<typeof ReleaseChecks>

/** The release of one person, with its own number. */
export const Release = Type.Object({
  id: Id,
  number: Type.String(),
  issuer: Type.String(),
  code: Type.String(),
  /** Free from its 24:00 on; from the moment of the end where it came early. */
  released_on: Day,
  checks: ReleaseChecks,
  by: Type.String(),
  at: Instant,
})
export type Release = Static<typeof Release>
