// Rows that phones are told of, as the command that makes them would leave them.
import type { Insertable } from 'kysely'
import type { DB } from '../../src/platform/tables.gen.ts'
import { enterCounty } from '../../src/platform/tenants/enter.ts'
import { type ToldTable, tell } from '../../src/platform/tenants/tell.ts'
import type { House } from '../house.ts'

/** Writes rows of one county into a table and tells of them, in one transaction. */
export async function givenTold<T extends ToldTable>(
  house: House,
  table: T,
  rows: readonly (Insertable<DB[T]> & { id: string; community: string })[],
): Promise<void> {
  await house.owner.transaction().execute(async (db) => {
    await enterCounty(db, rows[0]?.community ?? '')
    await db
      .insertInto<ToldTable>(table)
      .values(rows as never)
      .execute()
    await tell(db, table, rows)
  })
}
