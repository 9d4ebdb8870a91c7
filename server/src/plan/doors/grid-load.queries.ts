import type { LoadBand } from '@wangdi/domain/places/places.rules.ts'
import { usualBand } from '@wangdi/domain/places/places.rules.ts'
import type { Door, Grid } from '@wangdi/domain/places/places.ts'
import { turnOf } from '@wangdi/domain/rounds/coverage.rules.ts'
import type { Round } from '@wangdi/domain/rounds/rounds.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { doorIn, doorJoins } from '../../places/index.ts'
import { countyOf, type Db } from '../../platform/db.ts'
import { holds } from './door-cells.queries.ts'

export interface GridFigures extends Grid {
  dwellings: number
  households: number
  people: number
  keyPeople: number
  due: number
  /** The day from which on nobody has had it since; null where somebody has it, or nobody ever had. */
  leftOn: Day | null
}

/** The grids of a community on a day with what lies in each; `due` counts the doors of the round that nobody was met at yet. */
export async function listGridFigures(
  db: Db,
  community: PlaceCode,
  day: Day,
  round: Pick<Round, 'id' | 'from' | 'until' | 'everyDays'> | undefined,
): Promise<GridFigures[]> {
  const turn = round ? turnOf(round, day) : { from: day, to: day }
  const { rows } = await sql<GridFigures>`
    with doors as (
      select g.grid, d.id, d.use from dwelling d join dwelling_grid g on g.county = ${countyOf(db)} and g.dwelling = d.id and ${holds('g', day)}
      where d.county = ${countyOf(db)} and d.community = ${community}
    ), counted as (
      select grid, count(*)::int as dwellings, (count(*) filter (where use <> 'vacant'))::int as households,
        (count(*) filter (where ${round ? sql`use <> 'vacant'` : sql`false`} and not exists (
          select from visit v where v.county = ${countyOf(db)} and v.dwelling = doors.id and v.result = 'met'
            and v.day between ${turn.from} and ${turn.to} and (v.round is null or v.round = ${round?.id ?? null})
            and not exists (select from visit c where c.county = ${countyOf(db)} and c.replaces = v.id))))::int as due
      from doors group by grid
    ), lived as (
      select doors.grid, count(*)::int as people,
        (count(*) filter (where exists (select from person_mark m where m.county = ${countyOf(db)} and m.person = p.id and m.ended_on is null)))::int as key_people
      from doors join person p on p.county = ${countyOf(db)} and p.dwelling = doors.id and (p.left_on is null or p.left_on > ${day})
      group by doors.grid
    )
    select r.id, r.community, r.name, r.ordinal, r.valid_from as "from", r.valid_to as until,
      coalesce(c.dwellings, 0) as dwellings, coalesce(c.households, 0) as households, coalesce(c.due, 0) as due,
      coalesce(l.people, 0) as people, coalesce(l.key_people, 0) as "keyPeople",
      (select max(u.valid_to) from grid_duty u where u.county = ${countyOf(db)} and u.grid = r.id and u.valid_to <= ${day}) as "leftOn"
    from grid r left join counted c on c.grid = r.id left join lived l on l.grid = r.id
    where r.county = ${countyOf(db)} and r.community = ${community} and ${holds('r', day)} order by r.ordinal, r.name`.execute(db)
  return rows
}

export interface DutyRow {
  grid: Id
  account: Id
  name: string
  kind: 'worker' | 'stand-in'
  until: Day | null
}

/** Who answers for the grids of a community on a day. */
export async function listDutiesOn(db: Db, community: PlaceCode, day: Day): Promise<DutyRow[]> {
  const { rows } = await sql<DutyRow>`
    select u.grid, u.account, a.name, u.kind, u.valid_to as until from grid_duty u join account a on a.id = u.account
    where u.county = ${countyOf(db)} and u.community = ${community} and ${holds('u', day)}`.execute(db)
  return rows
}

/** The warning band that the county has set, else the usual one; and the doors of the community that lie in no grid. */
export async function readBandAndGap(db: Db, community: PlaceCode, day: Day): Promise<{ band: LoadBand; withoutGrid: number }> {
  const { rows } = await sql<{ band: LoadBand | null; withoutGrid: number }>`
    select (select settings->'gridLoad' from county where place = ${countyOf(db)}) as band,
      (select count(*)::int from dwelling d where d.county = ${countyOf(db)} and d.community = ${community} and not exists
        (select from dwelling_grid g where g.county = ${countyOf(db)} and g.dwelling = d.id and ${holds('g', day)})) as "withoutGrid"`.execute(
    db,
  )
  return { band: rows[0]?.band ?? usualBand, withoutGrid: rows[0]?.withoutGrid ?? 0 }
}

export interface VacancyRow {
  community: PlaceCode
  name: string
  grids: number
  vacant: number
  covered: number
  over: number
  withoutGrid: number
}

/** The communities below a place that have doors or grids, those that lack most first; with all of them counted. */
export async function listVacancies(
  db: Db,
  asked: { place: PlaceCode; day: Day; page: number; size: number },
): Promise<{ rows: VacancyRow[]; total: number }> {
  const { place, day, page, size } = asked
  const { rows } = await sql<VacancyRow & { total: number }>`
    with band as (select coalesce((settings->'gridLoad'->>'over')::int, ${usualBand.over}) as over from county where place = ${countyOf(db)}),
    doors as (
      select d.community, g.grid, (count(*) filter (where d.use <> 'vacant'))::int as households, count(*)::int as dwellings
      from dwelling d left join dwelling_grid g on g.county = ${countyOf(db)} and g.dwelling = d.id and ${holds('g', day)}
      where d.county = ${countyOf(db)} and starts_with(d.community, ${place}) group by 1, 2
    ), drawn as (
      select r.community, r.id,
        exists (select from grid_duty u where u.county = ${countyOf(db)} and u.grid = r.id and u.kind = 'worker' and ${holds('u', day)}) as staffed,
        exists (select from grid_duty u where u.county = ${countyOf(db)} and u.grid = r.id and u.kind = 'stand-in' and ${holds('u', day)}) as covered,
        coalesce((select households from doors where doors.grid = r.id), 0) as households
      from grid r where r.county = ${countyOf(db)} and starts_with(r.community, ${place}) and ${holds('r', day)}
    ), summed as (
      select community, count(*)::int as grids, (count(*) filter (where not staffed and not covered))::int as vacant,
        (count(*) filter (where covered))::int as covered,
        (count(*) filter (where households > coalesce((select over from band), ${usualBand.over})))::int as over
      from drawn group by 1
    ), outside as (select community, sum(dwellings)::int as "withoutGrid" from doors where grid is null group by 1)
    select community, coalesce(p.name, community) as name, coalesce(grids, 0) as grids, coalesce(vacant, 0) as vacant,
      coalesce(covered, 0) as covered, coalesce(over, 0) as over, coalesce("withoutGrid", 0) as "withoutGrid", (count(*) over ())::int as total
    from summed full join outside using (community)
      left join lateral (select name from place where code = community order by valid_from desc limit 1) p on true
    order by coalesce(vacant, 0) desc, coalesce("withoutGrid", 0) desc, coalesce(over, 0) desc, community
    limit ${size} offset ${page * size}`.execute(db)
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}

/** The plates of these dwellings, in the order in which they are walked. */
export const listPlates = async (db: Db, dwellings: readonly Id[]): Promise<{ dwelling: Id; door: Door }[]> =>
  (
    await sql<{ dwelling: Id; door: Door }>`select d.id as dwelling, ${doorIn(db)} as door from dwelling d ${doorJoins(db)}
      where d.county = ${countyOf(db)} and d.id = any(${[...dwellings]}::uuid[])
      order by e.ordinal nulls last, b.ordinal nulls last, d.ordinal, d.id`.execute(db)
  ).rows

/** The doors that lie on a day in a grid, in any, or outside of all, with their plates, and how many there are. */
export async function listDoorsOfGrids(
  db: Db,
  asked: { community: PlaceCode; grid: Id | undefined; outside: boolean; lived: boolean; day: Day; page: number; size: number },
): Promise<{ rows: { dwelling: Id; door: Door }[]; total: number }> {
  const { community, grid, outside, lived, day, page, size } = asked
  const held = sql`select from dwelling_grid g where g.county = ${countyOf(db)} and g.dwelling = d.id and ${holds('g', day)}`
  const { rows } = await sql<{ id: Id }>`
    select d.id from dwelling d where d.county = ${countyOf(db)} and d.community = ${community}
      and ${outside ? sql`not` : sql``} exists (${held} ${grid === undefined ? sql`` : sql`and g.grid = ${grid}`})
      ${lived ? sql`and d.use <> 'vacant'` : sql``}`.execute(db)
  const plates = await listPlates(
    db,
    rows.map(({ id }) => id),
  )
  return { rows: plates.slice(page * size, (page + 1) * size), total: plates.length }
}
