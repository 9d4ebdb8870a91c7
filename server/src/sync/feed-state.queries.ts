import type { CommunityCode, Id } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'

/** Where the history stands: every transaction below `cursor` is over, none at or above `ahead` has begun. */
export interface FeedState {
  readonly epoch: string
  readonly cursor: string
  readonly ahead: string
}

/** Reads the state of history; to be asked before the rows, so that what commits in between is told again, never skipped. */
export async function readFeedState(db: Db): Promise<FeedState> {
  const { rows } = await sql<FeedState>`
    select (select value from installation where name = 'epoch') as epoch,
      pg_snapshot_xmin(s)::text as cursor, pg_snapshot_xmax(s)::text as ahead from pg_current_snapshot() s`.execute(db)
  if (!rows[0]) throw new Error('no epoch in the table installation')
  return rows[0]
}

/**
 * The ids that changed in a community since the cursor, by subject; only of transactions older than any still running.
 * Undefined when changes of that time are dropped already: what is left would have a gap.
 */
export async function listChanged(db: Db, since: string, community: CommunityCode): Promise<Map<string, Id[]> | undefined> {
  // In one statement, so that nothing is dropped between the mark and the rows.
  const { rows } = await sql<{ whole: boolean; subject: string | null; id: Id }>`
    select i.value::numeric <= ${since}::numeric as whole, c.subject, c.id
    from installation i left join changes_since(${since}::text::xid8, ${community}) c on true
    where i.name = 'changes_from'`.execute(db)
  if (!rows[0]?.whole) return undefined
  const changed = new Map<string, Id[]>()
  for (const { subject, id } of rows) if (subject !== null) changed.set(subject, [...(changed.get(subject) ?? []), id])
  return changed
}

/** Drops changes that are older than devices are told of (30 days); gives how many. */
export async function trimChanges(db: Db): Promise<number> {
  const { rows } = await sql<{ dropped: number }>`select trim_changes() as dropped`.execute(db)
  return rows[0]?.dropped ?? 0
}
