import type { PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import { type Asked, askedRows } from './request/asked.queries.ts'

/** What waits for a place of these kinds, and what of the climbing ones is late below it, due first first; up to so many. */
export async function listWaiting(
  db: Db,
  { place, now, names, climbing, most }: { place: PlaceCode; now: Date; names: string[]; climbing: string[]; most: number },
): Promise<Asked[]> {
  const below = sql`r.turn >= ${place} and r.turn < ${`${place}:`}`
  const climbed = sql`r.kind = any (${sql.val(climbing)}::text[]) and r.due_at < ${now} and ${below}`
  const { rows } = await sql<Asked>`${askedRows(
    db,
    sql`r.ended_on is null and r.kind = any (${sql.val(names)}::text[]) and (r.turn = ${place} or (${climbed}))`,
  )} order by r.due_at nulls last, r.at limit ${most}`.execute(db)
  return rows
}
