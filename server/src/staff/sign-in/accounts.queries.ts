import type { Id } from '@wangdi/domain/schema.ts'
import { type Db, inTransaction, type Scope } from '../../platform/db.ts'

// Before it is known who asks there is no place to look from: accounts are no residents' data.
const nation: Scope = { county: '', area: '', place: '', health: false, signsIn: true }
const columns = ['id', 'login', 'name', 'role', 'place'] as const

/** An account that may sign in, by its id; undefined when there is none or it is switched off. */
export const findActive = (db: Db, id: Id) =>
  inTransaction(db, nation, (within) =>
    within.selectFrom('account').select(columns).where('id', '=', id).where('active', '=', true).executeTakeFirst(),
  )

/** An account that may sign in, by its login name in small letters. */
export const findActiveByLogin = (db: Db, login: string) =>
  inTransaction(db, nation, (within) =>
    within
      .selectFrom('account')
      .select(columns)
      .where('login', '=', login.toLowerCase())
      .where('active', '=', true)
      .executeTakeFirst(),
  )

/** The account of a login name in whatever letters, also one that is switched off. */
export const findByLogin = (db: Db, login: string) =>
  inTransaction(db, nation, (within) =>
    within
      .selectFrom('account')
      .select([...columns, 'active'])
      .where('login', '=', login.toLowerCase())
      .executeTakeFirst(),
  )

/** Accounts that may sign in among these ids, with the names of their places. */
export async function listWithPlaces(db: Db, ids: readonly Id[]) {
  if (ids.length === 0) return []
  return inTransaction(db, nation, (within) =>
    within
      .selectFrom('account as a')
      .leftJoin('place as p', (join) => join.onRef('p.code', '=', 'a.place').on('p.valid_to', 'is', null))
      .select([
        'a.id',
        'a.login',
        'a.name',
        'a.role',
        'a.place',
        (of) => of.fn.coalesce('p.name', of.val('全国')).as('placeName'),
      ])
      .where('a.id', 'in', [...ids])
      .where('a.active', '=', true)
      .execute(),
  )
}
