import { getMigrations } from 'better-auth/db/migration'
import pg from 'pg'
import type { Log } from '../../platform/log.ts'
import { makeLogin } from '../../platform/postgres/login.ts'
import { authSchema, openAuthPool, openLibrary } from './library.ts'

/**
 * Brings the tables of the sign-in library to its version, as the owner, and makes the login under which it works:
 * it sees its own schema and nothing of anybody's data. Gives the URL under that login; `given` is one made by hand where
 * the owner may not make roles.
 */
export async function makeAuthLogin(ownerUrl: string, password: string, log: Log, given?: string): Promise<string> {
  const url = given ?? (await makeLogin(ownerUrl, 'wangdi_auth', password))
  const role = pg.escapeIdentifier(decodeURIComponent(new URL(url).username))
  const pool = openAuthPool(ownerUrl, log, 2)
  try {
    const { runMigrations } = await getMigrations(
      openLibrary({ pool, secret: 'no-session-is-made-here-'.repeat(2), secure: false }).options,
    )
    await runMigrations()
    // What ended by time is not swept away by the library.
    for (const table of ['session', 'verification']) await pool.query(`delete from ${table} where "expiresAt" < now()`)
    await pool.query(`revoke all on schema public from ${role}`)
    await pool.query(`grant usage on schema ${authSchema} to ${role}`)
    await pool.query(`grant select, insert, update, delete on all tables in schema ${authSchema} to ${role}`)
  } finally {
    await pool.end()
  }
  return url
}
