import type { Insertable } from 'kysely'
import type { Db } from '../platform/db.ts'
import type { DB } from '../platform/tables.gen.ts'

const rowsAtOnce = 500

/** Writes rows into one table, some hundred at a time. */
export async function writeAll<T extends keyof DB>(db: Db, table: T, rows: readonly Insertable<DB[T]>[]): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsAtOnce)
    await db
      .insertInto(table)
      .values(rows.slice(at, at + rowsAtOnce) as never)
      .execute()
}
