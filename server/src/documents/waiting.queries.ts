import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'

// What was issued above the place, holds today and was replaced by nothing.
const holdsFor = (place: PlaceCode, today: Day) => sql`starts_with(${place}, d.place) and d.place <> ${place}
  and (d.valid_until is null or d.valid_until >= ${today})
  and not exists (select from document_replacement p where p.document = d.id::text and p.from_day <= ${today})`

/** Documents from above that a place has not confirmed yet, the first entered first. */
export async function listUnread(
  db: Db,
  place: PlaceCode,
  today: Day,
  most: number,
): Promise<{ id: Id; title: string; at: Date }[]> {
  const { rows } = await sql<{ id: Id; title: string; at: Date }>`select d.id, d.title, d.entered_at as at from document d
    where ${holdsFor(place, today)}
      and not exists (select from document_receipt r where r.document = d.id::text and r.place = ${place})
    order by d.entered_at limit ${most}`.execute(db)
  return rows
}

/** Tasks of documents from above of which a community has not said that they are done, what is due first first. */
export async function listOpenTasks(
  db: Db,
  place: PlaceCode,
  today: Day,
  most: number,
): Promise<{ document: Id; said: string; at: Date; due_on: Day | null }[]> {
  const { rows } = await sql<{ document: Id; said: string; at: Date; due_on: Day | null }>`
    select d.id as document, t.content as said, d.entered_at as at, t.due_on
    from document_task t join document d on d.id = t.document
    where ${holdsFor(place, today)} and coalesce((select s.state from document_task_state s
      where s.task = t.id and s.place = ${place} order by s.seen desc limit 1), 'not') <> 'done'
    order by t.due_on nulls last, t.id limit ${most}`.execute(db)
  return rows
}

/** Drafts of packs that somebody else handed in for a place, the first handed in first. */
export async function listSubmitted(
  db: Db,
  place: PlaceCode,
  account: Id,
  most: number,
): Promise<{ id: Id; pack: string; at: Date }[]> {
  const { rows } = await sql<{ id: Id; pack: string; at: Date }>`select d.id, d.pack, d.submitted_at as at from pack_draft d
    where d.place = ${place} and d.state = 'submitted' and d.submitted_by <> ${account} order by d.submitted_at limit ${most}`.execute(
    db,
  )
  return rows
}
