import { problems } from '@wangdi/domain/problem.ts'
import { ancestryOf } from '@wangdi/domain/place-code.ts'
import type { Place } from '@wangdi/domain/places/places.ts'
import type { FoundPlace, PlaceBelow } from '@wangdi/domain/places/places.api.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { countyOf, type Db } from '../platform/db.ts'

// Before the first list nobody counted: earlier days are shown with its names.
const firstList: Day = '2023-06-30'
const listDay = (day: Day): Day => (day < firstList ? firstList : day)

const nation: Place = { code: '', name: '全国', level: 'nation' }

/** The places of these codes, topmost first, with the names of that day; those on no list are left out. */
export async function listPlaces(db: Db, codes: readonly PlaceCode[], day: Day): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select distinct on (code) code, name, level from place
    where code = any(${[...codes]}) order by code, (valid_from <= ${listDay(day)}) desc, valid_from desc`.execute(db)
  return rows
}

/** A place and all it lies in, nation first, with the names of that day; throws when the place is not on any list. */
export async function getPlaceWithAncestors(db: Db, code: PlaceCode, day: Day): Promise<{ place: Place; ancestors: Place[] }> {
  const line = [nation, ...(await listPlaces(db, ancestryOf(code), day))]
  const place = line.at(-1)
  if (!place || place.code !== code) throw problems.notFound({})
  return { place, ancestors: line.slice(0, -1) }
}

/** Whether a list has a place on a day. */
export async function isPlace(db: Db, code: PlaceCode, day: Day): Promise<boolean> {
  if (code === '') return true
  const { rows } = await sql`select from place p where p.code = ${code} and ${standing('p', listDay(day))} limit 1`.execute(db)
  return rows.length > 0
}

type Counted = Pick<PlaceBelow, 'code' | 'name' | 'level' | 'places'>

/** The places directly below one that day, each with the count of places directly below it. */
export async function listBelow(db: Db, code: PlaceCode, on: Day): Promise<Counted[]> {
  const day = listDay(on)
  const { rows } = await sql<Counted>`
    select p.code, p.name, p.level,
      (select count(*)::int from place q where q.parent = p.code and q.code <> '' and ${standing('q', day)}) as places
    from place p where p.parent = ${code} and ${standing('p', day)} order by p.code`.execute(db)
  return rows
}

const mostFound = 50

/** The places at any depth below one whose name of that day holds a text, upper levels first, each with what it lies in. */
export async function findBelow(db: Db, code: PlaceCode, text: string, on: Day): Promise<FoundPlace[]> {
  const sought = text.trim()
  if (sought === '') return []
  const day = listDay(on)
  const { rows } = await sql<Place>`
    select p.code, p.name, p.level from place p
    where starts_with(p.code, ${code}) and p.code <> ${code} and position(${sought} in p.name) > 0 and ${standing('p', day)}
    order by length(p.code), p.code limit ${mostFound}`.execute(db)
  const above = (below: PlaceCode) => ancestryOf(below).filter((one) => one.length > code.length && one !== below)
  const { rows: named } = await sql<Pick<Place, 'code' | 'name'>>`
    select p.code, p.name from place p where p.code = any(${rows.flatMap((row) => above(row.code))}) and ${standing('p', day)}`.execute(
    db,
  )
  const names = new Map(named.map((one) => [one.code, one.name]))
  return rows.map((row) => ({ ...row, within: above(row.code).flatMap((one) => names.get(one) ?? []) }))
}

const standing = (table: string, day: Day) =>
  sql`${sql.ref(`${table}.valid_from`)} <= ${day} and (${sql.ref(`${table}.valid_to`)} is null or ${sql.ref(`${table}.valid_to`)} > ${day})`

/** What lies below a place in doors and grids that day, by the code of the next level; only what the scope lets see. */
export async function countDoors(
  db: Db,
  code: PlaceCode,
  day: Day,
): Promise<Map<PlaceCode, { dwellings: number; grids: number; withoutGrid: number }>> {
  const length = { 6: 9, 9: 12 }[code.length] ?? 12
  const { rows } = await sql<{ code: string; dwellings: number; grids: number; withoutGrid: number }>`
    with doors as (
      select left(d.community, ${length}) as code, count(*)::int as dwellings, count(g.grid)::int as gridded
      from dwelling d left join dwelling_grid g on g.county = ${countyOf(db)} and g.dwelling = d.id and ${standing('g', day)}
      where d.county = ${countyOf(db)} and starts_with(d.community, ${code}) group by 1
    ), drawn as (
      select left(g.community, ${length}) as code, count(*)::int as grids from grid g
      where g.county = ${countyOf(db)} and starts_with(g.community, ${code}) and ${standing('g', day)} group by 1
    )
    select code, coalesce(dwellings, 0) as dwellings, coalesce(grids, 0) as grids, coalesce(dwellings - gridded, 0) as "withoutGrid"
    from doors full join drawn using (code)`.execute(db)
  return new Map(rows.map((row) => [row.code, row]))
}
