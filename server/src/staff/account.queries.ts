import type { Insertable } from 'kysely'
import type { Db } from '../platform/db.ts'
import type { Account } from '../platform/tables.gen.ts'

/** Makes an account; a taken login is an error of the database (23505). */
export const insertAccount = (db: Db, account: Insertable<Account>) =>
  db
    .insertInto('account')
    .values({ ...account, auth_user: account.id })
    .execute()

/** Whether an account has this login name, as far as the handle sees. */
export async function isLoginTaken(db: Db, login: string): Promise<boolean> {
  return (await db.selectFrom('account').select('id').where('login', '=', login).executeTakeFirst()) !== undefined
}
