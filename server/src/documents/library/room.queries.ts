import { problems } from '@wangdi/domain/documents/documents.problems.ts'
import type { PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { type Db, inTransaction } from '../../platform/db.ts'
import type { OriginalRules } from '../../platform/serve.ts'

const megabyte = 1024 * 1024
const usual: OriginalRules = { placeBytes: 1024 * megabyte, wholeBytes: 20 * 1024 * megabyte }
const everywhere = { county: '', area: '', place: '', health: false } as const
const said = (bytes: number) => ({ limit: `${Math.round(bytes / megabyte)} MB` })

async function bytesIn(db: Db, place: PlaceCode | undefined): Promise<number> {
  const { rows } = await sql<{ bytes: string }>`select coalesce(sum(size), 0) as bytes from document_file
    where ${place === undefined ? sql`true` : sql`place = ${place}`}`.execute(db)
  return Number(rows[0]?.bytes)
}

/**
 * Throws `documents.originals-full` when the originals of all places leave no room for so many bytes. Looked at before one is
 * kept and not locked: what comes up at once may go over it by what the lane lets in, 8 originals.
 */
export async function whyNoRoom(db: Db, bytes: number, { wholeBytes }: OriginalRules = usual): Promise<void> {
  const kept = await inTransaction(db, everywhere, (transaction) => bytesIn(transaction, undefined))
  if (kept + bytes > wholeBytes) throw problems.originalsFull(said(wholeBytes))
}

/** Throws `documents.place-full` when the originals of a place leave no room for so many bytes; one after the other is kept at a place. */
export async function whyNoRoomAt(db: Db, place: PlaceCode, bytes: number, { placeBytes }: OriginalRules = usual): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`document_file ${place}`}))`.execute(db)
  if ((await bytesIn(db, place)) + bytes > placeBytes) throw problems.placeFull(said(placeBytes))
}
