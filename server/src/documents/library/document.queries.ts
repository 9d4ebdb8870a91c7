import type { DocumentFile, DocumentTask, FileKind, TaskState } from '@wangdi/domain/documents/documents.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

/** A document that somebody entered, as it lies in the database. */
export interface KeptDocument {
  readonly id: string
  readonly place: PlaceCode
  readonly title: string
  readonly issuer: string
  readonly number: string
  readonly issued_on: Day
  readonly valid_from: Day | null
  readonly valid_until: Day | null
  readonly summary: string
  readonly follows: string[]
}

const columns = sql`d.id, d.place, d.title, d.issuer, d.number, d.issued_on, d.valid_from, d.valid_until, d.summary, d.follows`

/** The documents that concern a place: its own and those of what it lies in; newest first, never a level below. */
export async function listEntered(db: Db, place: PlaceCode): Promise<KeptDocument[]> {
  const { rows } = await sql<KeptDocument>`select ${columns} from document d
    where starts_with(${place}, d.place) order by d.issued_on desc, d.entered_at desc`.execute(db)
  return rows
}

/** One document that somebody entered; nothing where it is out of sight. */
export async function findEntered(db: Db, id: string): Promise<KeptDocument | undefined> {
  const { rows } = await sql<KeptDocument>`select ${columns} from document d where d.id = ${id}`.execute(db)
  return rows[0]
}

/** Keeps a new document with its tasks; false when the issuer has one of this number at the place. */
export async function insertDocument(
  db: Db,
  document: KeptDocument & { entered_by: Id; entered_at: Date },
  tasks: readonly { id: Id; text: string; due_on: Day | null }[],
): Promise<boolean> {
  const made = db
    .insertInto('document')
    .values(document)
    .onConflict((conflict) => conflict.doNothing())
  if ((await made.executeTakeFirst()).numInsertedOrUpdatedRows !== 1n) return false
  const { id: of, place } = document
  const rows = tasks.map(({ id, text, due_on }, ordinal) => ({ id, place, document: of, ordinal, content: text, due_on }))
  if (rows.length > 0) await db.insertInto('document_task').values(rows).execute()
  return true
}

/** What was said of the end of documents: by which later one each is replaced, and from which day. */
export async function listReplacements(db: Db): Promise<Map<string, { document: string; from: Day }>> {
  const { rows } = await sql<{ document: string; by_document: string; from_day: Day }>`
    select document, by_document, from_day from document_replacement`.execute(db)
  return new Map(rows.map(({ document, by_document, from_day }) => [document, { document: by_document, from: from_day }]))
}

/** Counts of files and tasks by document, and when a place confirmed each. */
export async function countsFor(db: Db, reader: PlaceCode) {
  const { rows } = await sql<{ document: string; files: number; tasks: number; read_at: Date | null }>`
    select document, sum(files)::int as files, sum(tasks)::int as tasks, max(read_at) as read_at from (
      select document, 1 as files, 0 as tasks, null::timestamptz as read_at from document_file
      union all select document, 0, 1, null from document_task
      union all select document, 0, 0, at from document_receipt where place = ${reader}) counted group by document`.execute(db)
  return new Map(
    rows.map(({ document, files, tasks, read_at }) => [document, { files, tasks, read_at: read_at?.toISOString() ?? null }]),
  )
}

/** The originals of a document, without their bytes. */
export async function listFiles(db: Db, document: string): Promise<DocumentFile[]> {
  const { rows } = await sql<Omit<DocumentFile, 'at'> & { at: Date }>`select id, name, kind, size, hash, at from document_file
    where document = ${document} order by at`.execute(db)
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** The original of a document that has these bytes; nothing when none has. */
export async function findSame(db: Db, document: string, hash: string): Promise<Id | undefined> {
  const same = db.selectFrom('document_file').select('id').where('document', '=', document).where('hash', '=', hash)
  return (await same.executeTakeFirst())?.id
}

/** Keeps an original; the same bytes a second time are the original that is there. */
export async function keepFile(
  db: Db,
  file: Omit<DocumentFile, 'at'> & { place: PlaceCode; document: string; bytes: Buffer; by_account: Id; at: Date },
): Promise<Id> {
  const kept = db
    .insertInto('document_file')
    .values(file)
    .onConflict((conflict) => conflict.doNothing())
  if ((await kept.executeTakeFirst()).numInsertedOrUpdatedRows === 1n) return file.id
  return (await findSame(db, file.document, file.hash)) ?? file.id
}

/** An original with its bytes; nothing where it is out of sight. */
export async function findFile(db: Db, id: Id): Promise<{ name: string; kind: FileKind; bytes: Buffer } | undefined> {
  const { rows } = await sql<{ name: string; kind: FileKind; bytes: Buffer }>`select name, kind, bytes from document_file
    where id = ${id}`.execute(db)
  return rows[0]
}

/** Keeps what takes the place of a document, once; false when it was said before. */
export async function keepReplacement(
  db: Db,
  said: { place: PlaceCode; document: string; by_document: string; from_day: Day; by_account: Id; at: Date },
): Promise<boolean> {
  const kept = db
    .insertInto('document_replacement')
    .values(said)
    .onConflict((conflict) => conflict.doNothing())
  return (await kept.executeTakeFirst()).numInsertedOrUpdatedRows === 1n
}

/** Keeps that a place has read a document; the first time counts. */
export const keepReceipt = (db: Db, receipt: { place: PlaceCode; document: string; by_account: Id; at: Date }) =>
  db
    .insertInto('document_receipt')
    .values(receipt)
    .onConflict((conflict) => conflict.doNothing())
    .execute()

/** Keeps a community's word on a task. */
export const keepTaskState = (
  db: Db,
  said: { id: Id; place: PlaceCode; task: Id; state: TaskState; note: string; by_account: Id; at: Date },
) => db.insertInto('document_task_state').values(said).execute()

/** The tasks of a document, with the newest word of a community; names of staff only where they may be seen. */
export async function listTasks(db: Db, document: string, community: PlaceCode, named: boolean): Promise<DocumentTask[]> {
  const { rows } = await sql<{
    id: Id
    text: string
    due_on: Day | null
    state: 'done' | 'part' | 'not' | null
    note: string
    by: string | null
    at: Date | null
  }>`
    select t.id, t.content as text, t.due_on, s.state, coalesce(s.note, '') as note, a.name as by, s.at
    from document_task t left join lateral (select * from document_task_state s where s.task = t.id and s.place = ${community}
      order by s.seen desc limit 1) s on true left join account a on a.id = s.by_account
    where t.document = ${document} order by t.ordinal`.execute(db)
  return rows.map(({ id, text, due_on, state, note, by, at }) => ({
    ...{ id, text, due_on },
    state: state && at ? { state, note, by: named ? by : null, at: at.toISOString() } : null,
  }))
}

/** The document that a task belongs to. */
export async function findTask(db: Db, task: Id): Promise<{ document: string; place: PlaceCode } | undefined> {
  const { rows } = await sql<{ document: string; place: PlaceCode }>`select document, place from document_task
    where id = ${task}`.execute(db)
  return rows[0]
}
