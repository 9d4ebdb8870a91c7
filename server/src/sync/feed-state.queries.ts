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

/** The ids that changed in a community since the cursor, by subject; only of transactions older than any still running. */
export async function listChanged(db: Db, since: string, community: CommunityCode): Promise<Map<string, Id[]>> {
  const { rows } = await sql<{ subject: string; id: Id }>`
    select subject, id from changes_since(${since}::text::xid8, ${community})`.execute(db)
  const changed = new Map<string, Id[]>()
  for (const { subject, id } of rows) changed.set(subject, [...(changed.get(subject) ?? []), id])
  return changed
}
