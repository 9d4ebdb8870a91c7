import { sql } from 'kysely'
import type { Db } from '../db.ts'

/**
 * Drops the traces of all counties that are older, at that moment, than the installation keeps them (`trace-days`); gives how
 * many lines. The database refuses to drop one before six months are over, whatever is set and whatever the clock says.
 */
export async function dropOldTraces(db: Db, now: Date): Promise<number> {
  const { rows } = await sql<{ n: number }>`select drop_old_traces(${now}) as n`.execute(db)
  return rows[0]?.n ?? 0
}
