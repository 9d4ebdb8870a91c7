import type { ReachedLine } from '@wangdi/domain/documents/documents.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

const steps = [2, 4, 6, 9, 12]

/** How far a document has come in each division right below a place; a community itself has none below. */
export async function listReached(db: Db, document: string, place: PlaceCode, day: Day): Promise<ReachedLine[]> {
  const length = steps.find((step) => step > place.length) ?? 12
  const { rows: all } = await sql<{ place: PlaceCode; communities: number }>`
    select left(code, ${length}) as place, count(*)::int as communities from place
    where level = 'community' and starts_with(code, ${place}) and valid_from <= ${day} and (valid_to is null or valid_to > ${day})
    group by 1 order by 1`.execute(db)
  const { rows: named } = await sql<{ code: PlaceCode; name: string }>`select code, name from place
    where starts_with(code, ${place}) and length(code) = ${length} and valid_to is null`.execute(db)
  const { rows: read } = await sql<{ place: PlaceCode; read: number }>`
    select left(place, ${length}) as place, count(*)::int as read from document_receipt
    where document = ${document} and length(place) = 12 and starts_with(place, ${place}) group by 1`.execute(db)
  const { rows: states } = await sql<{ place: PlaceCode; task: Id; state: 'done' | 'part' | 'not'; count: number }>`
    select left(place, ${length}) as place, task, state, count(*)::int as count from (
      select distinct on (s.task, s.place) s.task, s.place, s.state from document_task_state s
        join document_task t on t.id = s.task and t.document = ${document}
      where starts_with(s.place, ${place}) order by s.task, s.place, s.seen desc) newest group by 1, 2, 3`.execute(db)
  const { rows: tasks } = await sql<{
    id: Id
  }>`select id from document_task where document = ${document} order by ordinal`.execute(db)
  const names = new Map(named.map(({ code, name }) => [code, name]))
  const readBy = new Map(read.map((row) => [row.place, row.read]))
  const count = (code: PlaceCode, task: Id, state: string) =>
    states.find((row) => row.place === code && row.task === task && row.state === state)?.count ?? 0
  return all.map(({ place: code, communities }) => ({
    ...{ place: code, name: names.get(code) ?? code, communities, read: readBy.get(code) ?? 0 },
    tasks: tasks.map(({ id }) => ({
      task: id,
      ...{ done: count(code, id, 'done'), part: count(code, id, 'part'), not: count(code, id, 'not') },
    })),
  }))
}
