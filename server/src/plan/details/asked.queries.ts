import type { Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

/** Measures of their own that communities below a place asked for and nobody decided, but for what the account asked itself; the first asked first. */
export async function listOwnAsked(
  db: Db,
  place: PlaceCode,
  account: Id,
  most: number,
): Promise<{ id: Id; place: PlaceCode; text: string; at: Date }[]> {
  const { rows } = await sql<{ id: Id; place: PlaceCode; text: string; at: Date }>`select m.id, m.place, m.text, m.at
    from own_measure m where m.place > ${place} and m.place < ${`${place}:`} and m.by_account <> ${account}
      and not exists (select from own_measure_act a where a.place = m.place and a.own_measure = m.id)
    order by m.at limit ${most}`.execute(db)
  return rows
}
