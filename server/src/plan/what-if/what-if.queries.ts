import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { countyOf, type Db } from '../../platform/db.ts'

/** The codes of the divisions in order of length; a community lies in one of each. */
const lengths = [2, 4, 6, 9, 12] as const

/** Communities for which the same is recorded and the same rules hold. */
export interface Group {
  readonly key: string
  readonly communities: number
  /** One of them, of which the plan of all is made. */
  readonly one: PlaceCode
}

/** The places for which something is recorded that plans ask: levels, statements, and the areas of responses. */
export async function listMarkedPlaces(db: Db, day: Day): Promise<PlaceCode[]> {
  const { rows } = await sql<{ place: PlaceCode }>`select distinct place from (
      select place from confirmed_level where valid_from <= ${day}
      union select place from stated_fact where day <= ${day}
      union select unnest(scope) from response where valid_from <= ${day}) marked where place <> ''`.execute(db)
  return rows.map(({ place }) => place)
}

/** The key of a community's group: which marked places it lies in, and whether it is a village. */
export function keyOf(community: PlaceCode, marked: ReadonlySet<PlaceCode>): string {
  const inside = lengths.map((length) => community.slice(0, length)).filter((code) => marked.has(code))
  return [...inside, community.slice(9)[0] ?? ''].join(' ')
}

/** The communities below a place on a day, counted by group. */
export async function listGroups(db: Db, place: PlaceCode, day: Day, marked: readonly PlaceCode[]): Promise<Group[]> {
  // The kind of a community stands in the tenth digit of its code (see communityKind).
  const { rows } = await sql<Group>`
    with marked as materialized (select unnest(${marked}::text[]) as code),
    own as (select p.code, concat_ws(' ', province.code, city.code, county.code, street.code, itself.code, substr(p.code, 10, 1)) as key
      from place p left join marked province on province.code = left(p.code, 2) left join marked city on city.code = left(p.code, 4)
        left join marked county on county.code = left(p.code, 6) left join marked street on street.code = left(p.code, 9)
        left join marked itself on itself.code = p.code
      where p.level = 'community' and p.code >= ${place} and p.code < ${`${place}~`}
        and p.valid_from <= ${day} and (p.valid_to is null or p.valid_to > ${day}))
    select key, count(*)::int as communities, min(code) as one from own group by key order by key`.execute(db)
  return rows
}

/** The provinces on a day. */
export async function listProvinces(db: Db, day: Day): Promise<PlaceCode[]> {
  const { rows } = await sql<{ code: PlaceCode }>`select code from place where level = 'province'
    and valid_from <= ${day} and (valid_to is null or valid_to > ${day}) order by code`.execute(db)
  return rows.map(({ code }) => code)
}

/** How many work in each community below a place; communities without accounts are left out. */
export async function countStaff(db: Db, place: PlaceCode): Promise<Map<PlaceCode, number>> {
  const { rows } = await sql<{
    place: PlaceCode
    count: number
  }>`select place, n::int as count from count_staff(${place})`.execute(db)
  return new Map(rows.map(({ place: code, count }) => [code, count]))
}

/** How many doors that are lived in each community of a county has; nothing outside the scope. */
export async function countHouseholds(db: Db, place: PlaceCode): Promise<Map<PlaceCode, number>> {
  const { rows } = await sql<{ community: PlaceCode; count: number }>`select community, count(*)::int as count from dwelling
    where county = ${countyOf(db)} and starts_with(community, ${place}) and use <> 'vacant' group by community`.execute(db)
  return new Map(rows.map(({ community, count }) => [community, count]))
}
