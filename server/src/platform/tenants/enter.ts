import type { PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { v4 as randomId } from 'uuid'
import type { Db } from '../db.ts'

/**
 * Lets the county of a place work here: rows about people can be written there from now on. Nothing for a place above the
 * county, or for one that works here already.
 */
export async function enterCounty(db: Db, place: PlaceCode): Promise<void> {
  if (place.length < 6) return
  await sql`insert into tenant (county, epoch) values (${place.slice(0, 6)}, ${randomId()}) on conflict do nothing`.execute(db)
}

/** The counties that work here. */
export async function listCountiesAtWork(db: Db): Promise<PlaceCode[]> {
  const { rows } = await sql<{ county: PlaceCode }>`select county from counties_at_work() as county`.execute(db)
  return rows.map(({ county }) => county)
}
