import type { Reach } from '@wangdi/domain/access/reach.ts'
import type { Door, DwellingUse } from '@wangdi/domain/places/places.ts'
import { problems as general } from '@wangdi/domain/problem.ts'
import type { SeenVisit } from '@wangdi/domain/rounds/due.rules.ts'
import { problems } from '@wangdi/domain/rounds/rounds.problems.ts'
import type { Visit } from '@wangdi/domain/rounds/rounds.ts'
import type { CommunityCode, Day, Id } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { doorIn, doorJoins } from '../places/index.ts'
import { countyOf, type Db } from '../platform/db.ts'
import type { Actor } from '../platform/serve.ts'
import { tell } from '../platform/tenants/tell.ts'

/** The columns of a visit (alias v) as the contract names them. */
const visitMoment = sql`to_char(v.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
export const visitColumns = sql`v.id, v.dwelling, v.round, ${visitMoment} as at,
  v.by_account as by, v.result, v.needs, v.dwelling_use as use, v.met, v.note, v.changes, v.entry, v.replaces`

/** The dwelling with its community and use; "not found" when there is none in scope. */
export async function getDwelling(db: Db, dwelling: Id): Promise<{ community: CommunityCode; use: DwellingUse }> {
  const { rows } = await sql<{ community: CommunityCode; use: DwellingUse }>`
    select community, use from dwelling where county = ${countyOf(db)} and id = ${dwelling}`.execute(db)
  if (!rows[0]) throw general.notFound({})
  return rows[0]
}

/** Adds a visit; refuses a second correction of the same one, and a correction of another door's visit. */
export async function addVisit(db: Db, visit: Visit & { community: CommunityCode; day: Day }): Promise<void> {
  if (visit.replaces !== null) await refuseReplaced(db, visit.replaces, visit.dwelling)
  const made =
    await sql`insert into visit (county, id, community, dwelling, round, at, day, by_account, result, needs, dwelling_use, met, note,
      changes, entry, replaces)
    values (${countyOf(db)}, ${visit.id}, ${visit.community}, ${visit.dwelling}, ${visit.round}, ${visit.at}, ${visit.day}, ${visit.by},
      ${visit.result}, ${JSON.stringify(visit.needs)}, ${visit.use}, ${JSON.stringify(visit.met)}, ${visit.note}, ${visit.changes},
      ${visit.entry}, ${visit.replaces})
    on conflict (county, replaces) where replaces is not null do nothing`.execute(db)
  if (made.numAffectedRows !== 1n) throw problems.alreadyReplaced({})
  await tell(db, 'visit', [visit])
}

/**
 * Whether everybody named as met lives behind the door, as it is known now, or stood in the visit that is corrected. The door a
 * person had before is not kept: a visit that arrives after a move is refused, and sent again without the name. Whoever lives there
 * stays until the transaction ends: the visit names people in a list, which no foreign key holds.
 */
export async function areAtDoor(db: Db, dwelling: Id, met: readonly Id[], replaced: Id | null): Promise<boolean> {
  if (met.length === 0) return true
  const living = await sql<{ id: Id }>`select p.id from person p
    where p.county = ${countyOf(db)} and p.dwelling = ${dwelling} and p.id = any(${met as Id[]}::uuid[]) order by p.id for key share`.execute(
    db,
  )
  const known = new Set(living.rows.map(({ id }) => id))
  if (replaced !== null) {
    const { rows } = await sql<{ id: Id }>`select n.id::uuid from visit v cross join jsonb_array_elements_text(v.met) as n (id)
      where v.county = ${countyOf(db)} and v.id = ${replaced} and v.dwelling = ${dwelling}`.execute(db)
    for (const { id } of rows) known.add(id)
  }
  return met.every((id) => known.has(id.toLowerCase()))
}

/**
 * Whom a visit reached that names nobody: of a correction those whom the corrected one named, else the only one who lives behind the
 * door; nobody in particular where several live. Kept with the visit, so that who moves in or out later changes nothing of it.
 */
export async function metAlone(db: Db, dwelling: Id, replaced: Id | null, today: Day): Promise<Id[]> {
  const before = await sql<{ met: Id[] }>`select v.met from visit v
    where v.county = ${countyOf(db)} and v.id = ${replaced} and v.dwelling = ${dwelling}`.execute(db)
  if (before.rows[0] && before.rows[0].met.length > 0) return before.rows[0].met
  const { rows } = await sql<{ id: Id }>`select p.id from person p
    where p.county = ${countyOf(db)} and p.dwelling = ${dwelling} and (p.left_on is null or p.left_on > ${today}) limit 2`.execute(
    db,
  )
  return rows.length === 1 ? rows.map(({ id }) => id) : []
}

async function refuseReplaced(db: Db, replaced: Id, dwelling: Id): Promise<void> {
  const { rows } = await sql<{ corrected: boolean }>`
    select exists (select 1 from visit c where c.county = ${countyOf(db)} and c.replaces = v.id) as corrected
    from visit v where v.county = ${countyOf(db)} and v.id = ${replaced} and v.dwelling = ${dwelling}`.execute(db)
  if (!rows[0]) throw general.notFound({})
  if (rows[0].corrected) throw problems.alreadyReplaced({})
}

const standing = (db: Db) => sql`not exists (select 1 from visit c where c.county = ${countyOf(db)} and c.replaces = v.id)`
const names = sql`left join account a on a.id = v.by_account`

/** The visits to one door, newest first, corrected ones left out; with all of them counted. */
export async function listVisits(db: Db, dwelling: Id, page: { limit: number; offset: number }) {
  const { rows } = await sql<Visit & { byName: string; total: number }>`
    select ${visitColumns}, coalesce(a.name, '') as "byName", count(*) over ()::int as total
    from visit v ${names} where v.county = ${countyOf(db)} and v.dwelling = ${dwelling} and ${standing(db)}
    order by v.at desc limit ${page.limit} offset ${page.offset}`.execute(db)
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}

/** What was told at doors since a day: needs, changes of a household, notes; of some grids only when they are given. */
export async function listTold(
  db: Db,
  asked: {
    community: CommunityCode
    what: 'needs' | 'changes' | undefined
    from: Day
    grids: readonly Id[] | undefined
    today: Day
  },
  page: { limit: number; offset: number },
) {
  const kind =
    asked.what === 'needs' ? sql`and v.needs <> '[]'` : asked.what === 'changes' ? sql`and v.changes <> ''` : sql`and v.told`
  const { rows } = await sql<Visit & { door: Door; byName: string; total: number }>`
    select ${visitColumns}, ${doorIn(db)} as door, coalesce(a.name, '') as "byName", count(*) over ()::int as total
    from visit v join dwelling d on d.county = ${countyOf(db)} and d.id = v.dwelling ${doorJoins(db)} ${names}
    where v.county = ${countyOf(db)} and v.community = ${asked.community} and v.day >= ${asked.from} ${kind} and ${standing(db)}
      ${inGrids(db, asked.grids, asked.today)}
    order by v.at desc limit ${page.limit} offset ${page.offset}`.execute(db)
  return { rows, total: rows[0]?.total ?? 0 }
}

/** Keeps a list to the dwellings (alias d) of some grids on a day; everything when none are given. */
export const inGrids = (db: Db, grids: readonly Id[] | undefined, day: Day) =>
  grids === undefined
    ? sql``
    : sql`and exists (select 1 from dwelling_grid k where k.county = ${countyOf(db)} and k.dwelling = d.id and k.grid = any(${grids}::uuid[])
        and k.valid_from <= ${day} and (k.valid_to is null or k.valid_to > ${day}))`

/** Keeps rows to the doors of some grids by the ids of these doors, so that an index on the door finds them; all when none are given. */
export const atDoorsOf = (db: Db, column: 'v.dwelling' | 'p.dwelling', grids: readonly Id[] | undefined, day: Day) =>
  grids === undefined
    ? sql``
    : sql`and ${sql.ref(column)} = any(array(select k.dwelling from dwelling_grid k where k.county = ${countyOf(db)}
        and k.grid = any(${grids}::uuid[]) and k.valid_from <= ${day} and (k.valid_to is null or k.valid_to > ${day})))`

/** Of which grids a list may speak: the reach `grid` sees its own, the others all (undefined) or the one asked for. */
export async function gridsFor(
  db: Db,
  actor: Pick<Actor, 'account'>,
  reach: Reach,
  asked: Id | undefined,
  today: Day,
): Promise<Id[] | undefined> {
  if (reach !== 'grid') return asked === undefined ? undefined : [asked]
  const own = await listOwnGrids(db, actor.account, today)
  return asked === undefined ? own : own.filter((grid) => grid === asked)
}

// The grids for which an account is worker or stand-in on a day.
async function listOwnGrids(db: Db, account: Id, day: Day): Promise<Id[]> {
  const { rows } = await sql<{ grid: Id }>`select distinct grid from grid_duty
    where county = ${countyOf(db)} and account = ${account} and valid_from <= ${day} and (valid_to is null or valid_to > ${day})`.execute(
    db,
  )
  return rows.map(({ grid }) => grid)
}

/** A dwelling with its building and the parts of its door. */
type NamedDoor = { dwelling: Id; building: Id | null; door: Door }

/** Doors by id, with the parts of their names. */
export async function listDoors(db: Db, dwellings: readonly Id[]): Promise<NamedDoor[]> {
  if (dwellings.length === 0) return []
  const { rows } =
    await sql<NamedDoor>`select d.id as dwelling, d.building, ${doorIn(db)} as door from dwelling d ${doorJoins(db)}
    where d.county = ${countyOf(db)} and d.id = any(${dwellings as Id[]}::uuid[])`.execute(db)
  return rows
}

/** The visits to some doors since a day in the order of time, corrected ones too, with no more than what is due needs. */
export async function listVisitsAt(db: Db, dwellings: readonly Id[], from: Day): Promise<SeenVisit[]> {
  if (dwellings.length === 0) return []
  const { rows } =
    await sql<SeenVisit>`select v.id, v.dwelling, ${visitMoment} as at, v.result, v.met, v.entry, v.replaces from visit v
    where v.county = ${countyOf(db)} and v.dwelling = any(${dwellings as Id[]}::uuid[]) and v.day >= ${from} order by v.at`.execute(
      db,
    )
  return rows
}
