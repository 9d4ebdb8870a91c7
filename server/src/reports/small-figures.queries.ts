import { usualLeast } from '@wangdi/domain/reports/small-figures/small-figures.ts'
import type { Day, Instant, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'

/** From how many people on a figure of one community is told above the county: the setting of the installation. */
export async function findLeastCount(db: Db): Promise<number> {
  const row = await db.selectFrom('installation').select('value').where('name', '=', 'least-count').executeTakeFirst()
  const least = Number(row?.value)
  return Number.isInteger(least) && least >= 1 ? least : usualLeast
}

/** What the registers of a county count in each community that day, by item and community, and when that was counted. */
export async function countCommunitiesOf(
  db: Db,
  county: PlaceCode,
  day: Day,
): Promise<{ counts: Map<string, Map<PlaceCode, number>>; at: Instant | null }> {
  const { rows } = await sql<{ place: PlaceCode; item: string; figure: number; counted_at: Date }>`
    select place, item, figure, counted_at from count_communities(${county}, ${day}::date)`.execute(db)
  const counts = new Map<string, Map<PlaceCode, number>>()
  for (const { place, item, figure } of rows) {
    const known = counts.get(item) ?? new Map<PlaceCode, number>()
    counts.set(item, known.set(place, Number(figure)))
  }
  return { counts, at: rows[0]?.counted_at.toISOString() ?? null }
}

/** When the counts of the counties within a place were made that day: the oldest; null where none are kept. */
export async function findCountedAt(db: Db, place: PlaceCode, day: Day): Promise<Instant | null> {
  const { rows } = await sql<{ at: Date | null }>`select min(counted_at) as at from register_count
    where day = ${day} and length(place) = 6 and starts_with(place, ${place})`.execute(db)
  return rows[0]?.at?.toISOString() ?? null
}
