import type { Insertable } from 'kysely'
import type { Db } from '../platform/db.ts'
import type { DB } from '../platform/tables.gen.ts'
import { isTold, type News, tell } from '../platform/tenants/tell.ts'

const rowsAtOnce = 500

/** Writes rows into one table, some hundred at a time, and tells phones of them where they are told of the table. */
export async function writeAll<T extends keyof DB>(db: Db, table: T, rows: readonly Insertable<DB[T]>[]): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    const some = rows.slice(at, at + rowsAtOnce)
    await db
      .insertInto(table)
      .values(some as never)
      .execute()
    if (isTold(table)) await tell(db, table, some as unknown as readonly News[])
  }
}
