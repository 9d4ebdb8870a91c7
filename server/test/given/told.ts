// Rows that phones are told of, as the command that makes them would leave them.
import { type Insertable, sql } from 'kysely'
import { readFeedState } from '../../src/sync/feed-state.queries.ts'
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

/** Waits until all that a county's phones are told of counts as over: a transaction elsewhere on the server may hold that back. */
export async function untilOver(house: House, county: string): Promise<void> {
  const { rows } = await sql<{
    xid: string
  }>`select coalesce(max(xid), 0)::text as xid from change where county = ${county}`.execute(house.owner)
  while (BigInt((await readFeedState(house.owner, county)).cursor) <= BigInt(rows[0]?.xid ?? 0));
}
