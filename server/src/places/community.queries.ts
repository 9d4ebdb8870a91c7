import type { BuildingLine, GroupLine } from '@wangdi/domain/places/places.api.ts'
import type { Estate, Grid } from '@wangdi/domain/places/places.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { countyOf, type Db } from '../platform/db.ts'

const inGridOn = (db: Db, day: Day) => sql`left join dwelling_grid g on g.county = ${countyOf(db)} and g.dwelling = d.id
  and g.valid_from <= ${day} and (g.valid_to is null or g.valid_to > ${day})`
const counts = sql`count(d.id)::int as dwellings, (count(*) filter (where d.use = 'vacant'))::int as vacant,
  coalesce(array_agg(distinct g.grid) filter (where g.grid is not null), '{}') as grids`

/** The estates and natural villages of a community in their order. */
export async function listEstates(db: Db, community: PlaceCode): Promise<Estate[]> {
  const { rows } = await sql<Estate>`select id, kind, name, ordinal from estate
    where county = ${countyOf(db)} and community = ${community} order by ordinal, name`.execute(db)
  return rows
}

/** The buildings of a community, each with its doors counted and the grids it lies in that day: estate by estate. */
export async function listBuildings(db: Db, community: PlaceCode, day: Day): Promise<BuildingLine[]> {
  const { rows } = await sql<BuildingLine>`
    select b.id, b.estate, b.name, b.ordinal, count(distinct d.unit)::int as units, max(d.floor) as floors, ${counts}
    from building b left join dwelling d on d.county = ${countyOf(db)} and d.building = b.id ${inGridOn(db, day)}
    left join estate e on e.county = ${countyOf(db)} and e.id = b.estate
    where b.county = ${countyOf(db)} and b.community = ${community}
    group by b.county, b.id, e.ordinal, e.name order by e.ordinal nulls first, e.name, b.ordinal, b.name`.execute(db)
  return rows
}

/** The villagers' groups of a community, each with its doors counted and the grids it lies in that day. */
export async function listGroups(db: Db, community: PlaceCode, day: Day): Promise<GroupLine[]> {
  const { rows } = await sql<GroupLine>`
    select d.estate, d.village_group as "group", ${counts}
    from dwelling d ${inGridOn(db, day)}
    where d.county = ${countyOf(db)} and d.community = ${community} and d.village_group is not null
    group by d.estate, d.village_group order by d.estate, min(d.ordinal), d.village_group`.execute(db)
  return rows
}

/** The grids of a community that stand that day, each with its doors counted. */
export async function listGrids(db: Db, community: PlaceCode, day: Day): Promise<(Grid & { dwellings: number })[]> {
  const { rows } = await sql<Grid & { dwellings: number }>`
    select r.id, r.community, r.name, r.ordinal, r.valid_from as "from", r.valid_to as until,
      (select count(*)::int from dwelling_grid g where g.county = ${countyOf(db)} and g.grid = r.id
        and g.valid_from <= ${day} and (g.valid_to is null or g.valid_to > ${day})) as dwellings
    from grid r where r.county = ${countyOf(db)} and r.community = ${community}
      and r.valid_from <= ${day} and (r.valid_to is null or r.valid_to > ${day})
    order by r.ordinal, r.name`.execute(db)
  return rows
}

/** All doors of a community, and those that lie in no grid that day. */
export async function countCommunity(
  db: Db,
  community: PlaceCode,
  day: Day,
): Promise<{ dwellings: number; withoutGrid: number }> {
  const { rows } = await sql<{ dwellings: number; withoutGrid: number }>`
    select count(*)::int as dwellings, (count(*) filter (where g.grid is null))::int as "withoutGrid"
    from dwelling d ${inGridOn(db, day)} where d.county = ${countyOf(db)} and d.community = ${community}`.execute(db)
  return rows[0] ?? { dwellings: 0, withoutGrid: 0 }
}

/** Whether the people of a county are invented. */
export async function isDemo(db: Db, county: PlaceCode): Promise<boolean> {
  const row = await db.selectFrom('county').select('demo').where('place', '=', county).executeTakeFirst()
  return row?.demo ?? false
}
