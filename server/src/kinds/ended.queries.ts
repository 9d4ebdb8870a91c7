import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'

/** Drops what ended longer ago, at that moment, than its kind keeps it; gives how many records. */
export async function dropEnded(db: Db, now: Date): Promise<number> {
  const { rows } = await sql<{ n: number }>`select drop_ended_requests(${now}) + drop_ended_documents(${now}) as n`.execute(db)
  return rows[0]?.n ?? 0
}
