import { type FacilityState, facilityStates } from '@wangdi/policy/facilities.ts'
import { facility } from '@wangdi/domain/rounds/kinds/facility.kind.ts'
import type { Day, Id, Instant, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { liesIn } from '../../kinds/index.ts'
import { countyOf, type Db } from '../../platform/db.ts'

/** A facility on the register with its state, on what basis and since when. */
export interface HeldFacility {
  readonly id: Id
  readonly title: string
  readonly community: PlaceCode
  readonly kind: string
  readonly own: FacilityState
  readonly own_since: Day | null
  readonly basis: string
  /** When something was last done to it. */
  readonly last_at: Instant
}

/** The facilities on the register of a place and all below it, by place and title; of one state where that is said. */
export async function listFacilities(db: Db, place: PlaceCode, own?: FacilityState): Promise<HeldFacility[]> {
  const { rows } = await sql<HeldFacility>`select t.id, t.title, t.community, t.standing -> 'values' ->> 'kind' as kind, t.own,
      t.standing ->> 'own_since' as own_since, coalesce(t.standing ->> 'basis', '') as basis, t.standing ->> 'last_at' as last_at
    from kind_thing t where t.county = ${countyOf(db)} and t.kind = ${facility.name} and t.state = 'live'
      and ${liesIn(db, place, sql`t.community`)} and ${own === undefined ? sql`true` : sql`t.own = ${own}`} order by t.community, t.title, t.id`.execute(
    db,
  )
  return rows.filter(({ own }) => Object.hasOwn(facilityStates, own))
}
