import { gradedAt } from '@wangdi/domain/documents/answer.rules.ts'
import { countyOf } from '@wangdi/domain/place-code.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Proposal, TierAnswer } from '@wangdi/policy/engine/answer.ts'
import { proposeClass, proposeRisk } from '@wangdi/policy/engine/grade.ts'
import { tierOf } from '@wangdi/policy/engine/tier.ts'
import type { Facts } from '@wangdi/policy/vocabulary.ts'
import type { Db } from '../platform/db.ts'
import { getPacks } from '../platform/packs.ts'
import { factsIn, type Recorded, recordedFor } from './facts.ts'

/** What the recorded facts of a place point to on a day, with the facts themselves. */
export interface Proposals {
  readonly recorded: Recorded
  readonly facts: Facts
  readonly risk: Proposal
  /** Undefined above the community. */
  readonly class: Proposal | undefined
  readonly tier: TierAnswer | undefined
}

/**
 * Computes level and class from stated facts under the rules of the day, or of the day that an open response names
 * (分区分级意见 2020-02-17; 肺炎机制发〔2020〕5号 annex); nobody is bound by it.
 */
export async function proposalsFor(db: Db, place: PlaceCode, day: Day): Promise<Proposals> {
  const packs = getPacks()
  const recorded = await recordedFor(db, place, day)
  const facts = factsIn(recorded, place)
  const at = gradedAt(packs, facts, place, day)
  return {
    recorded,
    facts,
    risk: proposeRisk(packs, facts, countyOf(place), at),
    class: place.length === 12 ? proposeClass(packs, facts, place, at) : undefined,
    tier: tierOf(packs, facts, place, day),
  }
}
