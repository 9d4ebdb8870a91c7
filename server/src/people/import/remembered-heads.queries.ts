import type { RosterKind } from '@wangdi/domain/people/roster/fields.ts'
import type { Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { countyOf, type Db } from '../../platform/db.ts'
import type { RememberedHeads } from './reading/judge-file.ts'

const most = 200

/** How people of a community named the columns of rosters of a kind, the latest first. */
export const listRemembered = async (db: Db, community: PlaceCode, kind: RosterKind): Promise<RememberedHeads[]> =>
  (
    await sql<RememberedHeads>`select heads, columns from roster_heads
      where county = ${countyOf(db)} and community = ${community} and kind = ${kind} order by at desc limit ${most}`.execute(db)
  ).rows

/** Remembers how the columns of a roster were named; what was said of the same heads before gives way, and is given back. */
export async function rememberHeads(
  db: Db,
  community: PlaceCode,
  kind: RosterKind,
  { heads, columns }: RememberedHeads,
  by: Id,
): Promise<RememberedHeads['columns'] | undefined> {
  const { rows } = await sql<Pick<RememberedHeads, 'columns'>>`select columns from roster_heads
    where county = ${countyOf(db)} and community = ${community} and kind = ${kind} and heads = ${heads}`.execute(db)
  await sql`insert into roster_heads (county, community, kind, heads, columns, by_account)
    values (${community.slice(0, 6)}, ${community}, ${kind}, ${heads}, ${JSON.stringify(columns)}, ${by})
    on conflict (county, community, kind, heads) do update
      set columns = excluded.columns, by_account = excluded.by_account, at = excluded.at`.execute(db)
  return rows[0]?.columns
}
