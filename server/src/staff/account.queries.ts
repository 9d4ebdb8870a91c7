import { problems as common } from '@wangdi/domain/problem.ts'
import type { Role } from '@wangdi/domain/roles.ts'
import type { Id, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Account } from '@wangdi/domain/staff/account.ts'
import type { Holder } from '@wangdi/domain/staff/accounts/account.rules.ts'
import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import type { FieldCipher } from '../platform/secrets/fields.ts'
import { enterCounty } from '../platform/tenants/enter.ts'
import { type DutyPhone, openDutyPhone } from './duty-phone.ts'

/** An account as the verbs work on it. */
export interface Kept extends Holder {
  readonly login: string
  readonly active: boolean
  readonly version: number
}

/** Makes an account; false when somebody anywhere has the login already. Where somebody has an account, their county works here. */
export async function addAccount(
  db: Db,
  account: { id: Id; login: string; name: string; role: Role; place: PlaceCode } & DutyPhone,
): Promise<boolean> {
  await enterCounty(db, account.place)
  const made = await db
    .insertInto('account')
    .values({ ...account, auth_user: account.id })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

/** One page of the accounts of a place and all below, by place and name, with the count of all. */
export async function listAccountsOf(db: Db, fields: FieldCipher, place: PlaceCode, text: string, page: number, size: number) {
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<Account & { total: number }>`
    select a.id, a.login, a.name, a.role, a.place, coalesce(p.name, case a.place when '' then '全国' else a.place end) as "placeName",
      a.phone_cipher as phone, a.active, a.version, count(*) over () as total
    from account a left join place p on p.code = a.place and p.valid_to is null
    where starts_with(a.place, ${place}) and (${text} = '' or a.name like ${like} or a.login like ${like})
    order by a.place, a.active desc, a.name limit ${size} offset ${page * size}`.execute(db)
  return {
    rows: rows.map(({ total: _, phone, ...row }) => ({ ...row, phone: openDutyPhone(fields, phone) })),
    total: rows[0]?.total ?? 0,
  }
}

/** An account for changing, its row locked; `access.not-found` when the actor cannot see it. */
export async function getAccountToChange(db: Db, id: Id): Promise<Kept> {
  const kept = await findAccountToChange(db, id)
  if (!kept) throw common.notFound({})
  return kept
}

/** The same, or undefined. */
export async function findAccountToChange(db: Db, id: Id): Promise<Kept | undefined> {
  const row = await db
    .selectFrom('account')
    .select(['id', 'login', 'name', 'role', 'place', 'phone_hash', 'active', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && { ...row, role: row.role as Role }
}

/** The place of an account, for judging the actor's reach; undefined when the actor cannot see it. */
export const findPlaceOf = (db: Db, id: Id) => db.selectFrom('account').select('place').where('id', '=', id).executeTakeFirst()

/** Changes an account and gives its new version; throws `record.moved` when it is another version by now. */
export async function changeAccount(
  db: Db,
  { id, version }: { id: Id; version: number },
  set: Partial<{ name: string; role: Role; place: string; active: boolean } & DutyPhone>,
): Promise<number> {
  if (set.place !== undefined) await enterCounty(db, set.place)
  const row = await db
    .updateTable('account')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst()
  if (row) return row.version
  const now = await getAccountToChange(db, id)
  throw common.moved({ by: '', at: '', version: now.version })
}

/** Whoever gives one of these posts of a county at the same moment waits for the other, and sees whom it was given to. */
export const lockAdministrators = (db: Db, county: PlaceCode) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`administrators ${county}`}, 0))`.execute(db)

/** Active administrators of a county. */
export async function listAdministrators(db: Db, county: PlaceCode, roles: readonly Role[]): Promise<Holder[]> {
  const rows = await db
    .selectFrom('account')
    .select(['id', 'name', 'role', 'place', 'phone_hash'])
    .where('place', '=', county)
    .where('role', 'in', [...roles])
    .where('active', '=', true)
    .execute()
  return rows.map((row) => ({ ...row, role: row.role as Role }))
}

/** Active accounts exactly at a place, with their duty phones. */
export async function listColleaguesAt(db: Db, fields: FieldCipher, place: PlaceCode) {
  const rows = await db
    .selectFrom('account')
    .select(['id', 'name', 'role', 'place', 'phone_cipher'])
    .where('place', '=', place)
    .where('active', '=', true)
    .orderBy('role')
    .orderBy('name')
    .limit(500)
    .execute()
  return rows.map(({ phone_cipher, ...row }) => ({ ...row, phone: openDutyPhone(fields, phone_cipher) }))
}

/** How many active accounts each role has at a place, below it, and at the levels that it lies in. */
export async function countRolesFor(db: Db, place: PlaceCode): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ role: string; n: number }>`select role, n from count_roles(${place})`.execute(db)
  return new Map(rows.map(({ role, n }) => [role, n]))
}
