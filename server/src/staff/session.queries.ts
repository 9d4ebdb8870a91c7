import { ancestryOf } from '@wangdi/domain/place-code.ts'
import type { Id, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Db } from '../platform/db.ts'

/** A place and all above it with the names they have now, nation first; a place that the list lacks is called by its code. */
export async function listAncestry(db: Db, place: PlaceCode): Promise<{ code: PlaceCode; name: string }[]> {
  const codes = ancestryOf(place)
  const rows = await db
    .selectFrom('place')
    .select(['code', 'name'])
    .where('code', 'in', codes)
    .where('valid_to', 'is', null)
    .execute()
  const names = new Map(rows.map(({ code, name }) => [code, name]))
  return codes.map((code) => ({ code, name: code === '' ? '全国' : (names.get(code) ?? code) }))
}

/** Login name of an account, and its duty phone as it is sealed. */
export const getOwnAccount = (db: Db, id: Id) =>
  db.selectFrom('account').select(['login', 'phone_cipher']).where('id', '=', id).executeTakeFirstOrThrow()
