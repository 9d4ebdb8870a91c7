import type { Day, Id } from '@wangdi/domain/schema.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

/** When a document was tried and looked back on last, and how much of what was found then is not settled. */
export interface Tries {
  readonly last_drill: Day | null
  readonly last_review: Day | null
  readonly open: number
}

const last = (kind: 'drill' | 'review', id: RawBuilder<unknown>) =>
  sql`(select max(i.day) from inspection i where i.contingency = ${id} and i.kind = ${kind})`

/** That no drill of a document is kept, as a condition on the column of its id. */
export const isUntried = (id: RawBuilder<unknown>): RawBuilder<unknown> => sql`${last('drill', id)} is null`

/** The drills and looks back of these documents and what they found, by document: inspections name what they tried. */
export async function listTries(db: Db, ids: readonly Id[]): Promise<Map<Id, Tries>> {
  const { rows } = await sql<
    Tries & { id: Id }
  >`select d.id, ${last('drill', sql`d.id`)} as last_drill, ${last('review', sql`d.id`)} as last_review,
      (select count(*) from finding f join inspection i on i.id = f.inspection where i.contingency = d.id and f.state <> 'settled')::int as open
    from unnest(${sql.val([...ids])}::uuid[]) as d (id)`.execute(db)
  return new Map(rows.map(({ id, ...tries }) => [id, tries]))
}
