import type { DraftLine } from '@wangdi/domain/documents/packs.api.ts'
import type { Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'

/** A draft as it lies in the database. */
export interface KeptDraft extends Omit<DraftLine, 'mine'> {
  readonly body: string
  readonly cases: string
  readonly submitter: Id | null
}

interface Row extends Omit<KeptDraft, 'saved_at' | 'submitted_at'> {
  saved_at: Date
  submitted_at: Date | null
}

const lineColumns = sql`d.id, d.place, d.pack, d.state, d.note, d.edition, coalesce(a.name, '') as saved_by, d.saved_at,
  b.name as submitted_by, d.submitted_at, d.submitted_by as submitter`
const joined = sql`pack_draft d left join account a on a.id = d.saved_by left join account b on b.id = d.submitted_by`

const kept = (row: Row): KeptDraft => ({
  ...row,
  saved_at: row.saved_at.toISOString(),
  submitted_at: row.submitted_at?.toISOString() ?? null,
})

/** A draft with its texts, its row locked so that two acts on it come one after the other. */
export async function findDraft(db: Db, id: Id, lock = false): Promise<KeptDraft | undefined> {
  const { rows } = await sql<Row>`select ${lineColumns}, d.body, d.cases from ${joined} where d.id = ${id}
    ${lock ? sql`for update of d` : sql``}`.execute(db)
  return rows[0] && kept(rows[0])
}

/** The drafts of a place and of all below it, those that wait first. */
export async function listDraftsOf(db: Db, place: PlaceCode): Promise<KeptDraft[]> {
  const { rows } = await sql<Row>`select ${lineColumns}, '' as body, '' as cases from ${joined}
    where starts_with(d.place, ${place}) and d.state <> 'dropped'
    order by (d.state = 'submitted') desc, (d.state = 'draft') desc, d.saved_at desc limit 200`.execute(db)
  return rows.map(kept)
}

/** Keeps a new draft; false when the id is taken. */
export async function insertDraft(
  db: Db,
  draft: { id: Id; place: PlaceCode; pack: string; body: string; cases: string; saved_by: Id; saved_at: Date },
): Promise<boolean> {
  const made = db.insertInto('pack_draft').values({ ...draft, state: 'draft' })
  return (await made.onConflict((conflict) => conflict.doNothing()).executeTakeFirst()).numInsertedOrUpdatedRows === 1n
}

/** Changes a draft; its edition counts on. */
export const changeDraft = (
  db: Db,
  id: Id,
  change: Partial<{
    place: PlaceCode
    pack: string
    body: string
    cases: string
    state: DraftLine['state']
    note: string
    saved_by: Id
    saved_at: Date
    submitted_by: Id | null
    submitted_at: Date | null
    published: Id
  }>,
) =>
  db
    .updateTable('pack_draft')
    .set((all) => ({ ...change, edition: all('edition', '+', 1) }))
    .where('id', '=', id)
    .execute()

/** The names of accounts by their ids, as far as the scope lets see them. */
export async function namesOf(db: Db, ids: readonly (Id | null)[]): Promise<Map<Id, string>> {
  const asked = [...new Set(ids.filter((id) => id !== null))]
  if (asked.length === 0) return new Map()
  const rows = await db.selectFrom('account').select(['id', 'name']).where('id', 'in', asked).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
