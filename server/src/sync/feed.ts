import type { HeldKind, HeldRow } from '@wangdi/domain/sync/sync.ts'
import type { Role } from '@wangdi/domain/roles.ts'
import type { CommunityCode, Day, Id } from '@wangdi/domain/schema.ts'
import type { Db } from '../platform/db.ts'
import type { FieldCipher } from '../platform/secrets/fields.ts'

/** Which rows are asked for: all of these doors, or these very ones. */
export interface Pick {
  readonly by: 'dwelling' | 'id'
  readonly ids: readonly Id[]
}

/** What a feed is given beside the pick. */
export interface FeedContext {
  readonly db: Db
  readonly community: CommunityCode
  readonly today: Day
  readonly role: Role
  readonly fields: FieldCipher
}

/** A row with the door it hangs on; null for what belongs to the whole community. */
export interface Fed<K extends HeldKind> {
  readonly dwelling: Id | null
  readonly row: HeldRow<K>
}

/** How a subject contributes to what phones hold: the rows that a phone may have today, of the doors or ids asked for. */
export interface Feed<K extends HeldKind> {
  readonly kind: K
  /** The subject under which its table tells of changes, and what its ids are ids of. */
  readonly subjects: readonly string[]
  /** Only roles that may do this verb get these rows; absent: all who may download. */
  readonly needs?: string
  /** A row of it never leaves its door: one behind another's door was never on the phone. */
  readonly stays?: true
  list(context: FeedContext, pick: Pick): Promise<Fed<K>[]>
  /** The ids of the rows that the changed ids concern; absent where they are the same. */
  rowsOf?(context: FeedContext, changed: readonly Id[]): Promise<Id[]>
}

/** A feed of any kind. */
export type AnyFeed = { [K in HeldKind]: Feed<K> }[HeldKind]
