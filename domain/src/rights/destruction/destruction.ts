import Type, { type Static } from 'typebox'
import { Day, Id, Instant, Maybe, OneOf, PlaceCode, Text } from '../../schema.ts'

/** Why a kind is kept longer: only for evidence or evaluation, after an assessment (突发事件应对法 §84). */
export const KeptKind = Type.Object({ kind: Text(40, 1), ground: OneOf('evidence', 'evaluation'), reason: Text(300), until: Day })
export type KeptKind = Static<typeof KeptKind>

/** The assessment before destruction: whether it is lawful, whether anything must be kept, how it is done safely. */
export const Assessment = Type.Object({
  legality: Text(600),
  necessity: Text(600),
  safety: Text(600),
  kept: Type.Array(KeptKind, { maxItems: 20 }),
})
export type Assessment = Static<typeof Assessment>

/** What was destroyed of a kind: how many rows, and one hash over the hashes of its steps. */
export const DestroyedKind = Type.Object({ kind: Type.String(), rows: Type.Integer(), hash: Type.String() })
export type DestroyedKind = Static<typeof DestroyedKind>

/** `waiting` for a second person · `approved`, nothing gone yet · `running` · `done` · `refused`. */
export const RunState = OneOf('waiting', 'approved', 'running', 'done', 'refused')
export type RunState = Static<typeof RunState>

/** One run in one county for one response. */
export const DestructionRun = Type.Object({
  id: Id,
  place: PlaceCode,
  response: Id,
  from: Day,
  to: Day,
  areas: Type.Array(PlaceCode),
  /** Places where another response still needs the data: nothing is destroyed there. */
  held: Type.Array(PlaceCode),
  assessment: Assessment,
  asked_by: Type.String(),
  asked_by_account: Id,
  asked_at: Instant,
  /** The second person's word. */
  decided_by: Maybe(Type.String()),
  decided_at: Maybe(Instant),
  decision_reason: Type.String(),
  /** What was due when it was approved. */
  approved_counts: Type.Record(Type.String(), Type.Integer()),
  done_by: Maybe(Type.String()),
  done_at: Maybe(Instant),
  /** The last day on which a backup may hold copies of what went; null until it is done. */
  copies_until: Maybe(Day),
  destroyed: Type.Array(DestroyedKind),
  state: RunState,
})
export type DestructionRun = Static<typeof DestructionRun>

/** The proof of a done run: its number in the county's year, and a SHA-256 over all that it says. */
export const Certificate = Type.Object({ number: Type.String(), hash: Type.String() })
export type Certificate = Static<typeof Certificate>

/** A response of the county's area that is over, and how far the destruction after it is. */
export const EndedResponse = Type.Object({
  id: Id,
  issuer: Type.String(),
  number: Type.String(),
  from: Day,
  ended_on: Day,
  /** Days since. */
  days: Type.Integer(),
  run: Maybe(DestructionRun),
  /** Longer ago than the county allows, and not done. */
  overdue: Type.Boolean(),
})
export type EndedResponse = Static<typeof EndedResponse>
