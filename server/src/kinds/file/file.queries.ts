import type { Audience } from '@wangdi/domain/kinds/fields.ts'
import type { Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { countyOf, type Db } from '../../platform/db.ts'

/** The record that a photo belongs to: where it lies and who reads it. */
export interface FileOwner {
  readonly of: 'request' | 'thing' | 'look' | 'document'
  readonly id: Id
  /** The look that this one takes the place of: its photos may be named again. */
  readonly replaces?: Id | null
  readonly community: PlaceCode
  readonly readers?: readonly PlaceCode[]
  readonly health: boolean
  /** Whom it was given to, who reads what is meant for helpers. */
  readonly given_to?: Id | null
}

/** A photo as it comes up: stripped and sealed. */
interface NewFile {
  readonly id: Id
  readonly kind: string
  readonly place: PlaceCode
  readonly by_account: Id
  readonly at: Date
  readonly mime: string
  readonly size: number
  readonly hash: string
  readonly bytes: Buffer
}

/** Keeps a photo that belongs to no record yet. */
export async function insertFile(db: Db, file: NewFile): Promise<void> {
  await db
    .insertInto('kind_file')
    .values({ ...file, county: countyOf(db) })
    .execute()
}

/** Whether the actor put these very bytes under this id before; undefined where nothing that they see has it. */
export async function findPut(db: Db, id: Id): Promise<{ kind: string; hash: string; by_account: Id } | undefined> {
  const { rows } = await sql<{ kind: string; hash: string; by_account: Id }>`select f.kind, f.hash, f.by_account
    from kind_file f where f.county = ${countyOf(db)} and f.id = ${id}`.execute(db)
  return rows[0]
}

/** Gives a loose photo of the actor to a record of the kind that it was put for; false where there is no such photo. */
export async function giveFile(
  db: Db,
  { kind, id, by, to }: { readonly kind: string; readonly id: Id; readonly by: Id; readonly to: Audience },
  { of, id: owner, community, readers = [], health, given_to = null }: FileOwner,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('kind_file')
    .set({
      ...{ [of]: owner, community, readers: [...readers], audience: to, health: health || to === 'health' },
      given_to: to === 'helper' ? given_to : null,
    })
    .where('county', '=', countyOf(db))
    .where('id', '=', id)
    .where('kind', '=', kind)
    .where('by_account', '=', by)
    .where('community', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Whether a photo belongs to this record already, or to the look that it takes the place of. */
export async function isFileOf(db: Db, id: Id, { of, id: owner, replaces = null }: FileOwner): Promise<boolean> {
  const { rows } = await sql`select from kind_file f where f.county = ${countyOf(db)} and f.id = ${id}
    and (${sql.ref(`f.${of}`)} = ${owner} or f.look = ${replaces})`.execute(db)
  return rows.length > 0
}

/** A photo as it is kept, with the door or person that its request is about. */
export interface KeptFile {
  readonly mime: string
  readonly bytes: Buffer
  readonly community: PlaceCode | null
  readonly request: Id | null
  readonly dwelling: Id | null
  readonly person: Id | null
}

/** A photo of a kind that the actor may see; undefined where there is none. */
export async function findFile(db: Db, kind: string, id: Id): Promise<KeptFile | undefined> {
  const { rows } = await sql<KeptFile>`select f.mime, f.bytes, f.community, f.request, r.dwelling, r.person
    from kind_file f left join kind_request r on r.county = ${countyOf(db)} and r.id = f.request
    where f.county = ${countyOf(db)} and f.kind = ${kind} and f.id = ${id}`.execute(db)
  return rows[0]
}

/** Those who newly take part in a request read its photos, and whoever it is given to those that are meant for helpers. */
export async function letIntoFiles(
  db: Db,
  request: Id,
  { readers, given_to }: { readonly readers?: readonly PlaceCode[]; readonly given_to?: Id | null },
): Promise<void> {
  const files = db.updateTable('kind_file').where('county', '=', countyOf(db)).where('request', '=', request)
  if (readers) await files.set({ readers: [...readers] }).execute()
  if (given_to !== undefined) await files.set({ given_to }).where('audience', '=', 'helper').execute()
}

/** The bytes of all photos that those who work at a place have put; whoever asks next waits until this transaction ends. */
export async function bytesPutAt(db: Db, place: PlaceCode): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext(${`kind_file ${place}`}))`.execute(db)
  const { rows } = await sql<{ bytes: number }>`select bytes_of_files(${countyOf(db)}, ${place}) as bytes`.execute(db)
  return Number(rows[0]?.bytes)
}

/** Drops what nobody made a record of within a day of that moment; gives how many. */
export async function dropLooseFiles(db: Db, now: Date): Promise<number> {
  const { rows } = await sql<{ n: number }>`select drop_loose_files(${now}) as n`.execute(db)
  return rows[0]?.n ?? 0
}
