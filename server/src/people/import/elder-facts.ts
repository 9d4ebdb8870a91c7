import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Db } from '../../platform/db.ts'

/** What a survey of the old says about one person's health; what it did not say is absent. */
export interface ElderFacts {
  readonly person: Id
  readonly disease?: 'none' | 'stable' | 'unstable'
  readonly doses?: number
  readonly last_dose_on?: Day
  /** The family doctor. */
  readonly doctor?: string
}

/** Keeps facts of a survey within the transaction of its import; gives back the ids under which they are kept. */
export type KeepElderFacts = (
  db: Db,
  community: PlaceCode,
  statedOn: Day,
  by: Id,
  facts: readonly ElderFacts[],
) => Promise<readonly Id[]>

let keep: KeepElderFacts = async () => []

/** The health module says here how facts of an elders' survey are kept: it stands below people, which may not import it. */
export function onEldersImported(listener: KeepElderFacts): void {
  keep = listener
}

/** Hands the facts of a page on, in the same transaction. */
export const keepElderFacts: KeepElderFacts = (...facts) => keep(...facts)
