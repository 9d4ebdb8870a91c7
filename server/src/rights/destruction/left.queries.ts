import type { Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

/** A run that is not over: whether it is approved, who asked for it, and since when it waits as it stands. */
export interface RunLeft {
  readonly response: Id
  readonly number: string
  readonly asked_by: Id
  readonly approved: boolean
  readonly at: Date
}

/** The runs of a county that were neither refused nor done, the first asked for first. */
export async function listRunsLeft(db: Db, county: PlaceCode, most: number): Promise<RunLeft[]> {
  const { rows } =
    await sql<RunLeft>`select d.response, coalesce(r.number, '') as number, d.asked_by, a.id is not null as approved,
      coalesce(a.at, d.asked_at) as at
    from destruction d left join response r on r.id = d.response
      left join destruction_act a on a.destruction = d.id and a.kind = 'approved'
    where d.place = ${county}
      and not exists (select from destruction_act o where o.destruction = d.id and o.kind in ('refused', 'done'))
    order by d.asked_at limit ${most}`.execute(db)
  return rows
}
