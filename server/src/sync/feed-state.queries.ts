import type { CommunityCode, Id } from '@wangdi/domain/schema.ts'
import { countyOf } from '@wangdi/domain/place-code.ts'
import { sql } from 'kysely'
import { type Db, inTransaction } from '../platform/db.ts'
import { listCountiesAtWork } from '../platform/tenants/enter.ts'

/**
 * Where the history of a county stands on the server on which its rows lie: every transaction below `cursor` is over there,
 * none at or above `ahead` has begun. `epoch` is of these rows on that server: numbers of another epoch say nothing.
 */
export interface FeedState {
  readonly epoch: string
  readonly node: string
  readonly cursor: string
  readonly ahead: string
}

/** Reads the state of history; to be asked before the rows, so that what commits in between is told again, never skipped. */
export async function readFeedState(db: Db, county: string): Promise<FeedState> {
  // From `tenant`, so that a cluster asks the county's own server: others count their transactions for themselves.
  const { rows } = await sql<{ epoch: string; node: string; cursor: string; ahead: string }>`
    select t.epoch::text as epoch, (select system_identifier::text from pg_control_system()) as node,
      pg_snapshot_xmin(pg_current_snapshot())::text as cursor, pg_snapshot_xmax(pg_current_snapshot())::text as ahead
    from tenant t where t.county = ${county}`.execute(db)
  const [state] = rows
  if (!state) throw new Error(`no tenant ${county}: the county was never entered`)
  return state
}

/**
 * The ids that changed in a community since the cursor, by subject; only of transactions that were over at that state.
 * Undefined when changes of that time are dropped already: what is left would have a gap.
 */
export async function listChanged(
  db: Db,
  community: CommunityCode,
  since: string,
  { cursor, node }: FeedState,
): Promise<Map<string, Id[]> | undefined> {
  // In one statement, so that nothing is dropped between the mark and the rows. A mark set on another server is of other numbers.
  const county = countyOf(community)
  const { rows } = await sql<{ whole: boolean; subject: string | null; id: Id }>`
    select (t.node <> ${node} or t.changes_from <= ${since}::bigint) as whole, c.subject, c.id
    from tenant t left join change c on c.county = t.county and c.county = ${county} and c.community = ${community}
      and c.xid >= ${since}::bigint and c.xid < ${cursor}::bigint
    where t.county = ${county}`.execute(db)
  if (!rows[0]?.whole) return undefined
  const changed = new Map<string, Set<Id>>()
  for (const { subject, id } of rows) if (subject !== null) changed.set(subject, (changed.get(subject) ?? new Set()).add(id))
  return new Map([...changed].map(([subject, ids]) => [subject, [...ids]]))
}

/** Drops changes that are older than devices are told of (30 days), county by county; gives how many. */
export async function trimChanges(db: Db): Promise<number> {
  let dropped = 0
  for (const county of await listCountiesAtWork(db))
    dropped += await inTransaction(db, { county, area: county, place: county, health: false }, (own) => trimCounty(own, county))
  return dropped
}

async function trimCounty(db: Db, county: string): Promise<number> {
  const { node, cursor } = await readFeedState(db, county)
  const { rows } = await sql<{ dropped: number; last: string | null }>`
    with old as (
      delete from change where county = ${county} and at < now() - interval '30 days' and xid < ${cursor}::bigint returning xid
    )
    select count(*)::int as dropped, max(xid)::text as last from old`.execute(db)
  const { dropped, last } = rows[0] ?? { dropped: 0, last: null }
  // Two at a time: the mark never goes back.
  if (last !== null)
    await sql`update tenant set node = ${node}, changes_from = case when node = ${node}
        then greatest(changes_from, ${last}::bigint + 1) else ${last}::bigint + 1 end where county = ${county}`.execute(db)
  return dropped
}
