import Dexie, { type Table } from 'dexie'
import type { Lock, Sealed } from './vault.ts'

/** Where a phone stands in the download and the history; nothing about people. */
export interface Position {
  readonly epoch: string
  readonly cursor: string
  readonly scope: string
  /** The block after which the download goes on; null when everything is here. */
  readonly next: string | null
  /** Doors here, and doors there are. */
  readonly doors: number
  readonly ofDoors: number
  /** Name of the block that came last, for the progress line. */
  readonly lastBlock: string
  /** The server's moment of the last answer. */
  readonly at: string
  /** The mark of what was given to the phone's bearer, as answered last. */
  readonly given?: string
}

/** Whose phone this is; the name is sealed with the rest. */
export interface Owner {
  readonly account: string
  readonly place: string
}

/** How a record stands; `dropped`: its maker gave it up after a refusal. */
export type EntryState = 'unsent' | 'refused' | 'done' | 'dropped'

/** A record in the outbox as it lies on the phone. */
export interface StoredEntry {
  readonly seq?: number
  readonly id: string
  readonly state: EntryState
  /** When the state was reached (ms since 1970). */
  readonly since: number
  readonly sealed: Sealed
}

/** A photo as it lies on the phone. */
export interface StoredPhoto {
  readonly id: string
  /** When it was taken (ms since 1970). */
  readonly since: number
  readonly type: string
  readonly sealed: Sealed
}

type PlainName = 'lock' | 'position' | 'owner' | 'signed-out'

/** The tables on the phone: everything about people is sealed. */
export class Store extends Dexie {
  readonly plain!: Table<{ name: string; value: unknown }, string>
  readonly block!: Table<{ id: string; sealed: Sealed }, string>
  readonly outbox!: Table<StoredEntry, number>
  readonly draft!: Table<{ name: string; since: number; sealed: Sealed }, string>
  readonly photo!: Table<StoredPhoto, string>
  constructor(name = 'wangdi-field') {
    super(name)
    this.version(1).stores({ plain: 'name', block: 'id', outbox: '++seq, &id, state' })
    this.version(2).stores({ draft: 'name' })
    this.version(3).stores({ photo: 'id' })
  }

  async find<T>(name: PlainName): Promise<T | undefined> {
    return (await this.plain.get(name))?.value as T | undefined
  }

  async keep(name: PlainName, value: Lock | Position | Owner | boolean): Promise<void> {
    await this.plain.put({ name, value })
  }

  /** Takes everything away, the lock first: what is left of the rest can never be opened again. */
  async destroy(): Promise<void> {
    await this.plain.clear()
    await Promise.all([this.block.clear(), this.outbox.clear(), this.draft.clear(), this.photo.clear()])
  }
}
