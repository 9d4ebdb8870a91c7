import type { GridDuty } from '@wangdi/domain/staff/grid-duty.ts'
import { problems } from '@wangdi/domain/staff/grid-duty.problems.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { type RawBuilder, sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { countyOf, type Db } from '../platform/db.ts'

const list = async (db: Db, where: RawBuilder<unknown>): Promise<GridDuty[]> => {
  const { rows } = await sql<GridDuty>`
    select d.id, d.grid, g.name as "gridName", d.account, a.name, d.kind, d.valid_from as "from", d.valid_to as until
    from grid_duty d join grid g on g.county = ${countyOf(db)} and g.id = d.grid join account a on a.id = d.account
    where d.county = ${countyOf(db)} and ${where} order by d.valid_from desc, g.ordinal, d.kind`.execute(db)
  return rows
}

/** All duties of the grids of a community, those of the past too, newest first. */
export const listDuties = (db: Db, community: PlaceCode): Promise<GridDuty[]> => list(db, sql`d.community = ${community}`)

/** All duties of one grid, newest first. */
export const listDutiesOf = (db: Db, grid: Id): Promise<GridDuty[]> => list(db, sql`d.grid = ${grid}`)

/** The grid that is given; undefined when the community has none such. The row is locked until the end of the request. */
export async function findGridToGive(
  db: Db,
  community: PlaceCode,
  grid: Id,
): Promise<{ name: string; until: Day | null } | undefined> {
  const { rows } = await sql<{ name: string; until: Day | null }>`select name, valid_to as until from grid
    where county = ${countyOf(db)} and community = ${community} and id = ${grid} for update`.execute(db)
  return rows[0]
}

/** The name of somebody who works in the community; throws when the account is switched off or works elsewhere. */
export async function getWorkerName(db: Db, community: PlaceCode, account: Id): Promise<string> {
  const row = await db.selectFrom('account').select(['name', 'place', 'active']).where('id', '=', account).executeTakeFirst()
  if (!row || !row.active || row.place !== community) throw problems.notHere({ name: row?.name ?? '' })
  return row.name
}

/** Ends what a grid's worker (or stand-ins) hold from a day on; duties planned for later are dropped. */
export async function endDuties(db: Db, grid: Id, kind: GridDuty['kind'], from: Day): Promise<void> {
  await sql`delete from grid_duty where county = ${countyOf(db)} and grid = ${grid} and kind = ${kind} and valid_from >= ${from}`.execute(
    db,
  )
  await sql`update grid_duty set valid_to = ${from} where county = ${countyOf(db)} and grid = ${grid} and kind = ${kind}
    and (valid_to is null or valid_to > ${from})`.execute(db)
}

/** Keeps that a grid is somebody's from a day up to before another. */
export async function addDuty(
  db: Db,
  duty: { community: PlaceCode; grid: Id; account: Id; kind: GridDuty['kind']; from: Day; until: Day | null },
): Promise<Id> {
  const id = newId()
  await sql`insert into grid_duty (county, id, community, grid, account, kind, valid_from, valid_to) values
    (${countyOf(db)}, ${id}, ${duty.community}, ${duty.grid}, ${duty.account}, ${duty.kind}, ${duty.from}, ${duty.until})`.execute(
    db,
  )
  return id
}
