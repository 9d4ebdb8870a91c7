import { ageGroupsOf } from '@wangdi/domain/people/key-group.rules.ts'
import type { KeyGroup } from '@wangdi/domain/people/key-group.ts'
import type { DoorCell } from '@wangdi/domain/plan/building-view.ts'
import { doorText } from '@wangdi/domain/places/door-plate.ts'
import type { Door, DwellingUse } from '@wangdi/domain/places/places.ts'
import { standingOf, turnOf } from '@wangdi/domain/rounds/coverage.rules.ts'
import { lastOf, type Round, type VisitEntry, type VisitResult } from '@wangdi/domain/rounds/rounds.ts'
import type { CommunityCode, Day, Id } from '@wangdi/domain/schema.ts'
import { type RawBuilder, sql } from 'kysely'
import { doorIn, doorJoins } from '../../places/index.ts'
import { countyOf, type Db } from '../../platform/db.ts'

/** A table's rows that hold on a day: from their first day up to the day before their end. */
export const holds = (table: string, day: Day): RawBuilder<boolean> =>
  sql`${sql.ref(`${table}.valid_from`)} <= ${day} and (${sql.ref(`${table}.valid_to`)} is null or ${sql.ref(`${table}.valid_to`)} > ${day})`

interface Row {
  dwelling: Id
  unit: string | null
  floor: number | null
  room: string | null
  estate: Id | null
  door: Door
  group: string | null
  house: string | null
  use: DwellingUse
  people: number
  births: (Day | null)[]
  marks: KeyGroup[]
  grid: Id | null
  worker: string | null
  results: VisitResult[] | null
  entry: VisitEntry | null
  lastAt: Date | null
}

/** What is asked of the doors: which ones, seen on which day, in which round, and by whose grids they are limited. */
export interface CellsAsked {
  readonly where: RawBuilder<unknown>
  readonly day: Day
  /** The day on which it is asked: whoever had a grid once, or will have it, sees nothing of it by naming that day. */
  readonly today: Day
  readonly round: Pick<Round, 'id' | 'from' | 'until' | 'everyDays'> | undefined
  /** Only doors of grids that this account answers for; undefined is all. */
  readonly gridsOf: Id | undefined
}

/** Only doors `d` of grids that an account answers for on a day; of all where none is named. */
const ofGrids = (db: Db, account: Id | undefined, day: Day): RawBuilder<unknown> =>
  account === undefined
    ? sql``
    : sql`and d.id in (select h.dwelling from dwelling_grid h join grid_duty mine on mine.county = ${countyOf(db)} and mine.grid = h.grid
    where h.county = ${countyOf(db)} and ${holds('h', day)} and mine.account = ${account} and ${holds('mine', day)})`

/** The order in which one goes from door `d` to door within a building or a village: units by their number, 10 after 9. */
const doorOrder = sql`d.estate, substring(d.unit from '[0-9]+')::numeric nulls first, d.unit, d.village_group, d.floor, d.ordinal, d.room,
  d.house, d.id`

/** The door before one and the door after it, in its building or natural village; null at either end of those that are seen. */
export async function findNeighbours(db: Db, dwelling: Id, today: Day, gridsOf: Id | undefined) {
  const { rows } = await sql<{ before: Id | null; after: Id | null; from: Door | null; to: Door | null }>`
    with beside as (
      select d.id, lag(d.id) over way as before, lead(d.id) over way as after
      from dwelling h join dwelling d on d.county = ${countyOf(db)} and d.community = h.community
        and d.building is not distinct from h.building and (d.building is not null or d.estate is not distinct from h.estate)
      where h.county = ${countyOf(db)} and h.id = ${dwelling} ${ofGrids(db, gridsOf, today)}
      window way as (order by ${doorOrder})
    )
    select b.before, b.after, ${doorIn(db, 'f')} as "from", ${doorIn(db, 't')} as "to" from beside b
    left join dwelling fd on fd.county = ${countyOf(db)} and fd.id = b.before ${doorJoins(db, 'f')}
    left join dwelling td on td.county = ${countyOf(db)} and td.id = b.after ${doorJoins(db, 't')}
    where b.id = ${dwelling}`.execute(db)
  const found = rows[0]
  return {
    before: found?.before && found.from ? { dwelling: found.before, door: found.from } : null,
    after: found?.after && found.to ? { dwelling: found.after, door: found.to } : null,
  }
}

/** The doors of one building. */
export const inBuilding = (building: Id): RawBuilder<unknown> => sql`d.building = ${building}`

/** The doors of a village by groups, of one natural village or one group when asked. */
export const inVillage = (community: CommunityCode, estate: Id | undefined, group: string | undefined): RawBuilder<unknown> =>
  sql`d.community = ${community} and d.village_group is not null
    ${estate === undefined ? sql`` : sql`and d.estate = ${estate}`} ${group === undefined ? sql`` : sql`and d.village_group = ${group}`}`

/** The doors of a community, of one building or one grid when asked. */
export const inCommunity = (community: CommunityCode, building: Id | undefined, grid: Id | undefined): RawBuilder<unknown> =>
  sql`d.community = ${community} ${building === undefined ? sql`` : sql`and d.building = ${building}`}
    ${grid === undefined ? sql`` : sql`and g.grid = ${grid}`}`

/** Doors as the pictures show them, in their order, all in one statement. Visits that a later one corrects do not count. */
export async function listCells(db: Db, { where, day, today, round, gridsOf }: CellsAsked): Promise<DoorCell[]> {
  const turn = round ? turnOf(round, day) : { from: day, to: day }
  const { rows } = await sql<Row>`
    select d.id as dwelling, d.unit, d.floor, d.room, d.estate, ${doorIn(db)} as door,
      d.village_group as "group", d.house, d.use, p.people, p.births, k.marks, g.grid, w.name as worker, v.results, v.entry, v.last_at as "lastAt"
    from dwelling d
    ${doorJoins(db)}
    left join dwelling_grid g on g.county = ${countyOf(db)} and g.dwelling = d.id and ${holds('g', day)}
    left join lateral (
      select a.name from grid_duty u join account a on a.id = u.account
      where u.county = ${countyOf(db)} and u.grid = g.grid and ${holds('u', day)} order by u.kind = 'stand-in' desc limit 1
    ) w on true
    cross join lateral (
      select count(*)::int as people, coalesce(array_agg(p.born::text), '{}') as births from person p
      where p.county = ${countyOf(db)} and p.dwelling = d.id and (p.left_on is null or p.left_on > ${day})
    ) p
    cross join lateral (
      select coalesce(array_agg(distinct m.kind), '{}') as marks from person p join person_mark m on m.county = ${countyOf(db)} and m.person = p.id
      where p.county = ${countyOf(db)} and p.dwelling = d.id and (p.left_on is null or p.left_on > ${day}) and m.ended_on is null
    ) k
    cross join lateral (
      select array_agg(v.result order by v.at, v.id) as results, (array_agg(v.entry order by v.at desc, v.id desc))[1] as entry, max(v.at) as last_at from visit v
      where v.county = ${countyOf(db)} and v.dwelling = d.id and v.day between ${turn.from} and ${turn.to}
        and ${round ? sql`(v.round is null or v.round = ${round.id})` : sql`false`}
        and not exists (select from visit c where c.county = ${countyOf(db)} and c.replaces = v.id)
    ) v
    where d.county = ${countyOf(db)} and ${where} ${ofGrids(db, gridsOf, today)}
    order by ${doorOrder}`.execute(db)
  return rows.map((row) => cellOf(row, round !== undefined, day))
}

// Marks that say an illness stay out of the picture: the door shows 重, not why.
const sayIllness: readonly string[] = ['chronic', 'mental-illness']

function cellOf(row: Row, inRound: boolean, day: Day): DoorCell {
  const results = row.results ?? []
  const last = results.at(-1)
  const marks = row.marks.filter((mark) => !sayIllness.includes(mark))
  return {
    dwelling: row.dwelling,
    unit: row.unit,
    floor: row.floor,
    room: row.room,
    estate: row.estate,
    group: row.group,
    house: row.house,
    door: doorText(row.door),
    use: row.use,
    standing: inRound ? standingOf(row.use, results) : null,
    people: row.people,
    key: row.marks.length > 0,
    groups: [...marks, ...new Set(row.births.flatMap((born) => ageGroupsOf(born, day)))],
    grid: row.grid,
    worker: row.worker,
    tries: results.length,
    last:
      last && row.lastAt ? lastOf({ at: row.lastAt.toISOString(), result: last, ...(row.entry && { entry: row.entry }) }) : null,
  }
}
