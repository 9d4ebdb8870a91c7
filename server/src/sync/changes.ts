import { createHash } from 'node:crypto'
import type { Id } from '@wangdi/domain/schema.ts'
import { type Gone, markOf } from '@wangdi/domain/sync/gone.rules.ts'
import type { HeldKind, HeldRows } from '@wangdi/domain/sync/sync.ts'
import type { AnyFeed, Fed, FeedContext } from './feed.ts'

/** What a phone with these doors is told of what changed: rows, and marks of what it may hold and no longer does. */
export interface News {
  readonly rows: HeldRows
  readonly gone: Gone[]
  /** Doors into which somebody came. */
  readonly moved: ReadonlySet<Id>
}

const digest = async (text: string) => createHash('sha256').update(text).digest()

/** The marks of records that were destroyed, as phones know them that sent them. */
export const marksOfSent = (ids: readonly Id[]): Promise<string[]> => Promise.all(ids.map((id) => markOf('sent', id, digest)))

/**
 * Makes news of the ids that changed in the community, subject by subject. Whose a row was before is not known; so what is not
 * found behind these doors is told gone to every phone, by its mark, but for what never leaves its door.
 */
export async function newsOf(
  context: FeedContext,
  feeds: readonly AnyFeed[],
  changed: ReadonlyMap<string, Id[]>,
  doors: ReadonlySet<Id>,
): Promise<News> {
  const rows = new Map<HeldKind, Map<Id, unknown>>()
  const gone: Gone[] = []
  const moved = new Set<Id>()
  const keep = (feed: AnyFeed, { dwelling, row }: Fed<HeldKind>) => {
    if (dwelling !== null && !doors.has(dwelling)) return feed.stays === true
    rows.set(feed.kind, (rows.get(feed.kind) ?? new Map<Id, unknown>()).set(row.id, row))
    if (feed.kind === 'person' && dwelling !== null) moved.add(dwelling)
    return true
  }
  for (const feed of feeds) {
    const ids = [...new Set(feed.subjects.flatMap((subject) => changed.get(subject) ?? []))]
    if (ids.length === 0) continue
    const known = new Set<Id>()
    for (const fed of await feed.list(context, { by: 'id', ids })) if (keep(feed, fed)) known.add(fed.row.id)
    for (const id of feed.rowsOf ? await feed.rowsOf(context, ids) : ids)
      if (!known.has(id)) gone.push({ kind: feed.kind, mark: await markOf(feed.kind, id, digest) })
  }
  // Somebody who came into a door brings what hangs on them and has not changed itself.
  if (moved.size > 0)
    for (const feed of feeds) for (const fed of await feed.list(context, { by: 'dwelling', ids: [...moved] })) keep(feed, fed)
  return { rows: Object.fromEntries([...rows].map(([kind, own]) => [kind, [...own.values()]])) as HeldRows, gone, moved }
}
