import {
  type FacilityAsked,
  facilityAsked,
  type FacilityCrossed,
  facilityCrossed,
  type FacilityStanding,
  facilityStanding,
  isFacilityClass,
} from '@wangdi/domain/rounds/facilities/facilities.rules.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Plan } from '@wangdi/policy/engine/answer.ts'
import { planFor } from '@wangdi/policy/engine/plan.ts'
import type { FacilityState } from '@wangdi/policy/facilities.ts'
import type { Facts } from '@wangdi/policy/vocabulary.ts'
import type { Db } from '../../platform/db.ts'
import { getPacks } from '../../platform/packs.ts'
import { factsOfMany } from '../../regimes/index.ts'
import { type HeldFacility, listFacilities } from './facilities.queries.ts'

/** A facility beside what the rules in force at its place ask of it. */
export interface Compared {
  readonly held: HeldFacility
  readonly asked: FacilityAsked | null
  readonly standing: FacilityStanding
  readonly beyond: FacilityCrossed | null
}

interface Place {
  readonly facts: Facts
  readonly plan: Plan
  /** Asked once, and only where something is shut. */
  crossed?: FacilityCrossed | null
}

function compared(held: HeldFacility, at: Place): Compared {
  const { kind, own } = held
  // What was kept of another kind than clauses name is compared with none of them.
  if (!isFacilityClass(kind)) return { held, asked: null, standing: 'unsaid', beyond: null }
  if (own === 'suspended' && at.crossed === undefined) at.crossed = facilityCrossed(getPacks(), at.plan, at.facts)
  const beyond = own === 'suspended' ? (at.crossed ?? null) : null
  const asked = facilityAsked(at.plan, kind)
  return { held, asked, standing: facilityStanding(at.plan, asked, own), beyond }
}

/** All facilities of a place and below it, or those in one state, beside the plans of their places on a day, each plan made once. */
export async function compareAll(db: Db, place: PlaceCode, day: Day, own?: FacilityState): Promise<Compared[]> {
  const facilities = await listFacilities(db, place, own)
  const facts = await factsOfMany(db, [...new Set(facilities.map(({ community }) => community))], day)
  const places = new Map<PlaceCode, Place>()
  return facilities.map((held) => {
    const { community } = held
    const known = facts.get(community) ?? {}
    const at = places.get(community) ?? { facts: known, plan: planFor(getPacks(), known, community, day) }
    places.set(community, at)
    return compared(held, at)
  })
}
