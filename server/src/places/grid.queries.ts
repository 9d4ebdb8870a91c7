import { problems as general } from '@wangdi/domain/problem.ts'
import type { LoadBand } from '@wangdi/domain/places/places.rules.ts'
import type { GridChange } from '@wangdi/domain/places/places.api.ts'
import type { Grid } from '@wangdi/domain/places/places.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { type RawBuilder, sql } from 'kysely'
import { countyOf, type Db } from '../platform/db.ts'
import { tellOf } from '../platform/tenants/tell.ts'

const fields = sql`id, community, name, ordinal, valid_from as "from", valid_to as until`

/** A grid of a community; undefined when there is none. */
export async function findGrid(db: Db, community: PlaceCode, id: Id): Promise<Grid | undefined> {
  const { rows } = await sql<Grid>`select ${fields} from grid
    where county = ${countyOf(db)} and community = ${community} and id = ${id}`.execute(db)
  return rows[0]
}

/** A grid of a community; throws "not found". */
export async function getGrid(db: Db, community: PlaceCode, id: Id): Promise<Grid> {
  const grid = await findGrid(db, community, id)
  if (!grid) throw general.notFound({})
  return grid
}

/** One redraw of a community at a time: the next waits until this transaction has ended. */
export const lockGrids = (db: Db, community: PlaceCode) =>
  sql`select pg_advisory_xact_lock(4102, hashtext(${community}))`.execute(db)

/** Another grid of the same name that stands at some time with this one; undefined when the name is free. */
export async function findSameName(db: Db, grid: Grid): Promise<Id | undefined> {
  const { rows } = await sql<{ id: Id }>`select id from grid where county = ${countyOf(db)} and community = ${grid.community}
    and name = ${grid.name} and id <> ${grid.id} and (valid_to is null or valid_to > ${grid.from})
    and (${grid.until}::date is null or valid_from < ${grid.until}) limit 1`.execute(db)
  return rows[0]?.id
}

/** How many dwellings lie in a grid on a day or are drawn into it later. */
export async function countFrom(db: Db, grid: Id, day: Day): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(distinct dwelling)::int as count from dwelling_grid
    where county = ${countyOf(db)} and grid = ${grid} and (valid_to is null or valid_to > ${day})`.execute(db)
  return rows[0]?.count ?? 0
}

/** Makes a grid or changes its name, order and end; its first day stays. */
export async function saveGrid(db: Db, grid: Grid): Promise<Grid> {
  const { rows } = await sql<Grid>`
    insert into grid (county, id, community, name, ordinal, valid_from, valid_to)
    values (${countyOf(db)}, ${grid.id}, ${grid.community}, ${grid.name}, ${grid.ordinal}, ${grid.from}, ${grid.until})
    on conflict (county, id) do update set name = excluded.name, ordinal = excluded.ordinal, valid_to = excluded.valid_to
    where grid.community = excluded.community returning ${fields}`.execute(db)
  if (!rows[0]) throw general.notFound({})
  return rows[0]
}

/** Keeps the name that a grid bears until a day; of several on one day the first. */
export const keepOldName = (db: Db, { id, community, name }: Pick<Grid, 'id' | 'community' | 'name'>, until: Day) =>
  sql`insert into grid_name (county, grid, community, name, valid_to) values (${countyOf(db)}, ${id}, ${community}, ${name}, ${until})
    on conflict do nothing`.execute(db)

/** Which doors of a community are meant: each list adds its own. */
export interface Choice {
  readonly dwellings: readonly Id[]
  readonly buildings: readonly Id[]
  readonly units: readonly { building: Id; unit: string }[]
  readonly groups: readonly { estate: Id | null; group: string }[]
}

/** The chosen doors, and of them those that are not (or not for good) in the grid from that day on. */
export async function listChosen(
  db: Db,
  community: PlaceCode,
  choice: Choice,
  grid: Id | null,
  from: Day,
): Promise<{ all: number; toMove: Id[] }> {
  const { rows } = await sql<{ id: Id; settled: boolean }>`
    select d.id, (select count(*) = ${grid === null ? 0 : 1} and coalesce(bool_and(g.grid = ${grid} and g.valid_from <= ${from}), true)
      from dwelling_grid g where g.county = ${countyOf(db)} and g.dwelling = d.id and (g.valid_to is null or g.valid_to > ${from})) as settled
    from dwelling d where d.county = ${countyOf(db)} and d.community = ${community} and (
      d.id = any(${choice.dwellings}::uuid[]) or d.building = any(${choice.buildings}::uuid[])
      or (d.building, d.unit) in (select * from unnest(${choice.units.map((unit) => unit.building)}::uuid[], ${choice.units.map((unit) => unit.unit)}::text[]))
      or exists (select from unnest(${choice.groups.map((group) => group.estate)}::uuid[], ${choice.groups.map((group) => group.group)}::text[]) as c (estate, name)
        where d.village_group = c.name and d.estate is not distinct from c.estate))`.execute(db)
  return { all: rows.length, toMove: rows.filter((row) => !row.settled).map((row) => row.id) }
}

/** Draws dwellings into a grid (or none) from a day on: what held ends, what was planned for later is dropped. */
export async function moveDwellings(
  db: Db,
  community: PlaceCode,
  dwellings: readonly Id[],
  grid: Grid | undefined,
  from: Day,
): Promise<void> {
  await sql`delete from dwelling_grid where county = ${countyOf(db)} and dwelling = any(${dwellings}::uuid[]) and valid_from >= ${from}`.execute(
    db,
  )
  await sql`update dwelling_grid set valid_to = ${from} where county = ${countyOf(db)} and dwelling = any(${dwellings}::uuid[])
    and (valid_to is null or valid_to > ${from})`.execute(db)
  if (grid)
    await sql`insert into dwelling_grid (county, dwelling, community, grid, valid_from, valid_to)
      select t.county, r.id, ${community}, ${grid.id}::uuid, ${from}::date, ${grid.until}::date
      from tenant t, unnest(${dwellings}::uuid[]) as r (id) where t.county = ${countyOf(db)}`.execute(db)
  // The devices of both grids hear of it as of a changed dwelling.
  await tellOf(
    db,
    'dwelling',
    community,
    dwellings.map((id) => ({ id })),
  )
}

/** What changed in the grids of a community between two days, newest first; grids by the names they bore on the day. */
export async function listGridChanges(db: Db, community: PlaceCode, from: Day, to: Day): Promise<GridChange[]> {
  const { rows } = await sql<GridChange>`
    with mine as (select * from dwelling_grid where county = ${countyOf(db)} and community = ${community}),
    drawn as (select * from grid where county = ${countyOf(db)} and community = ${community}),
    spell as (
      select grid as id, name, valid_to as until from grid_name where county = ${countyOf(db)} and community = ${community}
      union all select id, name, 'infinity' from drawn
    ),
    named as (
      select id, name, until, lag(until) over turns as since, lag(name) over turns as before
      from spell window turns as (partition by id order by until)
    ),
    move as (
      select coalesce(n.valid_from, p.valid_to) as day, n.grid as into_grid, p.grid as out_of, count(*)::int as dwellings
      from mine n full join mine p on p.dwelling = n.dwelling and p.valid_to = n.valid_from
      where coalesce(n.valid_from, p.valid_to) between ${from} and ${to} group by 1, 2, 3
    )
    select day, kind, grid, "from", dwellings from (
      select g.valid_from as day, 1 as turn, 'grid-opened' as kind, f.name as grid, null as "from", 0 as dwellings
        from drawn g join named f on f.id = g.id and f.since is null where g.valid_from between ${from} and ${to}
      union all select since, 2, 'grid-renamed', name, before, 0 from named where name <> before and since between ${from} and ${to}
      union all select g.valid_to, 4, 'grid-ended', e.name, null, 0
        from drawn g join named e on e.id = g.id and ${on(sql`g.valid_to`, 'e')} where g.valid_to between ${from} and ${to}
      union all select m.day, 3, 'dwellings-moved', i.name, o.name, m.dwellings from move m
        left join named i on i.id = m.into_grid and ${on(sql`m.day`, 'i')}
        left join named o on o.id = m.out_of and ${on(sql`m.day`, 'o')}
    ) c order by day desc, turn, grid, "from"`.execute(db)
  return rows
}

// The spell of a name (alias) that a day lies in.
const on = (day: RawBuilder<unknown>, spell: string) =>
  sql`${sql.ref(`${spell}.until`)} > ${day} and (${sql.ref(`${spell}.since`)} is null or ${sql.ref(`${spell}.since`)} <= ${day})`

/** Sets the warning band of a county that works here; throws "not found" for another. */
export async function saveLoadBand(db: Db, county: PlaceCode, band: LoadBand): Promise<void> {
  const saved =
    await sql`update county set settings = settings || ${JSON.stringify({ gridLoad: band })}::jsonb where place = ${county}`.execute(
      db,
    )
  if (saved.numAffectedRows !== 1n) throw general.notFound({})
}
