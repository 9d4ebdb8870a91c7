import type { PlaceCode } from '@wangdi/domain/schema.ts'
import { type RawBuilder, sql } from 'kysely'
import { countyOf, type Db } from '../platform/db.ts'
import { type Asked, withDoors } from './request/asked.queries.ts'

const inOrder = sql`r.due_at nulls last, r.at, r.id`

/** What waits for a place of these kinds, and what of the climbing ones is late below it, due first first; up to so many. */
export async function listWaiting(
  db: Db,
  { place, now, names, climbing, most }: { place: PlaceCode; now: Date; names: string[]; climbing: string[]; most: number },
): Promise<Asked[]> {
  const upTo = (where: RawBuilder<unknown>) =>
    sql`(select r.* from kind_request r where r.county = ${countyOf(db)} and r.ended_on is null and ${where}
      order by ${inOrder} limit ${most})`
  // Each is asked of its own index; below a community nothing waits.
  const own = upTo(sql`r.turn = ${place} and r.kind = any (${sql.val(names)}::text[])`)
  const below = sql`r.turn > ${place} and r.turn < ${`${place}:`}`
  const climbed = upTo(sql`r.kind = any (${sql.val(climbing)}::text[]) and r.due_at < ${now} and ${below}`)
  const waiting = climbing.length === 0 || place.length === 12 ? own : sql`${own} union all ${climbed}`
  const heads = sql`(select r.* from (${waiting}) r order by ${inOrder} limit ${most})`
  const { rows } = await sql<Asked>`${withDoors(db, heads)} order by ${inOrder}`.execute(db)
  return rows
}
