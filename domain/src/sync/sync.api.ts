import Type, { type Static } from 'typebox'
import { query } from '../endpoint.ts'
import { Id, Instant, Maybe } from '../schema.ts'
import { HeldBlock, HeldKind, HeldRows, HeldSetting } from './sync.ts'

/** Where in the history of the database an answer stands: never compared by the phone, only given back. */
const Cursor = Type.String({ pattern: '^[0-9]{1,20}$', maxLength: 20 })
/** Of which database and which rules the answers are; given back as it came. */
const Epoch = Type.String({ maxLength: 60 })

/**
 * The doors of the actor's grids (or community) with what belongs to them, some blocks a page. The phone gives back the
 * `next` block until there is none; it is ready only then. `block` asks for one block again. The cursor of the FIRST page counts.
 */
export const readSnapshot = query({
  name: 'sync.snapshot',
  at: 'GET /sync/snapshot',
  words: { zh: '下载网格', en: 'Download the grid' },
  health: true,
  input: Type.Object({ after: Type.Optional(Id), block: Type.Optional(Id) }),
  reply: Type.Object({
    epoch: Epoch,
    cursor: Cursor,
    now: Instant,
    /** Changes when doors enter or leave the actor's grids. */
    scope: Type.String(),
    /** All blocks there are, in the order of download. */
    blocks: Type.Array(HeldBlock),
    rows: HeldRows,
    /** Null but on the first page of a download, which has said it. */
    setting: Maybe(HeldSetting),
    /** The last block of this page when there are more. */
    next: Maybe(Id),
  }),
})

/** What changed since the cursor; `gone` are marks (`gone.rules.ts`) of what is no longer there or no longer the actor's to see. */
export const readChanges = query({
  name: 'sync.changes',
  at: 'GET /sync/changes',
  words: { zh: '取更新', en: 'Fetch changes' },
  health: true,
  input: Type.Object({ since: Cursor, epoch: Epoch, scope: Type.String({ maxLength: 64 }) }),
  reply: Type.Object({
    cursor: Cursor,
    now: Instant,
    scope: Type.String(),
    rows: HeldRows,
    gone: Type.Array(Type.Object({ kind: HeldKind, mark: Type.String({ pattern: '^[0-9a-f]{32}$' }) })),
    /** Marks of records that were destroyed: whoever still keeps one that it sent forgets it. */
    destroyed: Type.Array(Type.String({ pattern: '^[0-9a-f]{32}$' })),
    setting: HeldSetting,
    /** When the scope has changed: all blocks there are now, with their doors. */
    blocks: Maybe(Type.Array(HeldBlock)),
  }),
})

/** What travels on the two roads. */
export type SnapshotAsked = Static<typeof readSnapshot.input>
export type Snapshot = Static<typeof readSnapshot.reply>
export type ChangesAsked = Static<typeof readChanges.input>
export type Changes = Static<typeof readChanges.reply>
