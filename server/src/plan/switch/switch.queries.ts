import type { EndedMeasure } from '@wangdi/domain/plan/switch/switch.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

/** The days that were recorded for old measures of a community, by measure; the newest word counts. */
export async function listRecordedEnds(
  db: Db,
  community: PlaceCode,
): Promise<Map<string, NonNullable<EndedMeasure['recorded']>>> {
  const { rows } = await sql<{ measure: string; ended_on: Day; note: string; by: string; at: Date }>`
    select distinct on (e.measure) e.measure, e.ended_on, e.note, coalesce(a.name, '') as by, e.at
    from measure_end e left join account a on a.id = e.by_account
    where e.place = ${community} order by e.measure, e.seen desc`.execute(db)
  return new Map(rows.map(({ measure, at, ...rest }) => [measure, { ...rest, at: at.toISOString() }]))
}

/** Keeps the days on which old measures were ended here. */
export const insertRecordedEnds = (
  db: Db,
  ends: readonly { place: PlaceCode; id: Id; measure: string; ended_on: Day; note: string; by_account: Id; at: Date }[],
) =>
  db
    .insertInto('measure_end')
    .values([...ends])
    .execute()
