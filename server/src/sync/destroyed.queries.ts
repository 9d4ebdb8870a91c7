import type { Id } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { countyOf, type Db } from '../platform/db.ts'

/** Tables of which phones send rows that a destruction takes away; the ids of each are what the phone made them under. */
const sentTables = [
  'arrival',
  'person',
  'observation',
  'reading',
  'notice_delivery',
  'release_delivery',
  'home_assessment',
  'kind_request',
  'kind_check',
] as const

/** Of the changed ids, by table, those of rows that are no longer there: whoever sent them forgets them, too. */
export async function listDestroyed(db: Db, changed: ReadonlyMap<string, readonly Id[]>): Promise<Id[]> {
  const gone: Id[] = []
  for (const table of sentTables) {
    const ids = changed.get(table)
    if (!ids || ids.length === 0) continue
    const { rows } = await sql<{ id: Id }>`select id from ${sql.table(table)} where county = ${countyOf(db)}
      and id = any(${[...ids]}::uuid[])`.execute(db)
    const there = new Set(rows.map(({ id }) => id))
    gone.push(...ids.filter((id) => !there.has(id)))
  }
  return gone
}
