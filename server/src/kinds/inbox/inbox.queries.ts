import type { PlaceCode } from '@wangdi/domain/schema.ts'
import { type RawBuilder, sql } from 'kysely'
import { countyOf, type Db } from '../../platform/db.ts'
import { type Asked, readCounted, upToCounted } from '../request/asked.queries.ts'

const inOrder = sql`r.due_at nulls last, r.at, r.id`

/** Whose inbox is read: of which place at a moment, which kinds, which of these climb, and which page. */
export interface WaitingAmong {
  readonly place: PlaceCode
  readonly now: Date
  readonly names: readonly string[]
  readonly climbing: readonly string[]
  readonly page: number
  readonly size: number
}

interface WaitingCounts {
  readonly total: number
  readonly late: number
  readonly kinds: Readonly<Record<string, number>>
}

/**
 * One page of what waits for a place of these kinds, and of what of the climbing ones is late below it, due first first; how many
 * wait, are late and are of each kind, as far as that is counted.
 */
export async function listWaiting(
  db: Db,
  { place, now, names, climbing, page, size }: WaitingAmong,
): Promise<{ rows: Asked[] } & WaitingCounts> {
  const upTo = (where: RawBuilder<unknown>) =>
    sql`(select r.id, r.due_at, r.at, r.kind from kind_request r where r.county = ${countyOf(db)} and r.ended_on is null and ${where}
      order by ${inOrder} limit ${upToCounted(page, size)})`
  // Each is asked of its own index; below a community nothing waits.
  const own = upTo(sql`r.turn = ${place} and r.kind = any (${sql.val([...names])}::text[])`)
  const below = sql`r.turn > ${place} and r.turn < ${`${place}:`}`
  const climbed = upTo(sql`r.kind = any (${sql.val([...climbing])}::text[]) and r.due_at < ${now} and ${below}`)
  const waiting = climbing.length === 0 || place.length === 12 ? own : sql`${own} union all ${climbed}`
  const heads = sql`(select r.* from (select waits.id from waiting waits order by waits.due_at nulls last, waits.at, waits.id
    limit ${size} offset ${page * size}) shown join kind_request r on r.county = ${countyOf(db)} and r.id = shown.id)`
  const { rows, counts } = await readCounted<WaitingCounts>(
    db,
    sql`waiting as materialized (${waiting})`,
    sql`select count(*)::int as total, (count(*) filter (where due_at < ${now}))::int as late,
      coalesce((select json_object_agg(k.kind, k.n) from (select kind, count(*)::int as n from waiting group by kind) k), '{}') as kinds
      from waiting`,
    { heads, inOrder: sql`due_at nulls last, at, id` },
  )
  return { rows, ...counts }
}
