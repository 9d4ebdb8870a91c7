import { problems } from '@wangdi/domain/problem.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Party, PartyDuty } from '@wangdi/domain/staff/party-duties/party-duty.ts'
import type { Db } from '../../platform/db.ts'

/** The duties of a place today, by party and by the day they began. */
export async function listPartyDutiesOf(db: Db, place: PlaceCode, today: Day): Promise<PartyDuty[]> {
  const rows = await db
    .selectFrom('party_duty')
    .selectAll()
    .where('place', '=', place)
    .where('valid_from', '<=', today)
    .where((of) => of.or([of('valid_to', 'is', null), of('valid_to', '>', today)]))
    .orderBy('valid_from')
    .orderBy('id')
    .execute()
  return rows.map(({ valid_from, valid_to: _, party, ...row }) => ({ ...row, party: party as Party, from: valid_from }))
}

/** The place of a duty; undefined when the actor cannot see it. */
export const findDutyPlace = async (db: Db, id: Id): Promise<PlaceCode | undefined> =>
  (await db.selectFrom('party_duty').select('place').where('id', '=', id).executeTakeFirst())?.place

/** Adds a duty; gives its version. */
export async function addPartyDuty(
  db: Db,
  duty: { id: Id; place: PlaceCode; party: Party; holder: string; duty: string },
  today: Day,
): Promise<number> {
  const added = await db
    .insertInto('party_duty')
    .values({ ...duty, valid_from: today })
    .onConflict((on) => on.column('id').doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows !== 1n) throw problems.moved({ by: '', at: '', version: 1 })
  return 1
}

/** Changes a duty that still stands; gives its version. Throws `record.moved` when it changed or ended before. */
export async function changePartyDuty(
  db: Db,
  id: Id,
  version: number,
  set: { party?: Party; holder?: string; duty?: string; signed_on?: Day | null; signed_by?: string | null; valid_to?: Day },
): Promise<number> {
  const row = await db
    .updateTable('party_duty')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('valid_to', 'is', null)
    .returning('version')
    .executeTakeFirst()
  if (!row) throw problems.moved({ by: '', at: '', version })
  return row.version
}
