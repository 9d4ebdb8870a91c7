import { getMigrations } from 'better-auth/db/migration'
import type { Log } from '../../platform/log.ts'
import { makeLogin } from '../../platform/login.ts'
import { authSchema, openAuthPool, openLibrary } from './library.ts'

/**
 * Brings the tables of the sign-in library to its version, as the owner, and makes the login under which it works:
 * it sees its own schema and nothing of anybody's data. Gives the URL under that login.
 */
export async function makeAuthLogin(ownerUrl: string, password: string, log: Log): Promise<string> {
  const url = await makeLogin(ownerUrl, 'wangdi_auth', password)
  const pool = openAuthPool(ownerUrl, log, 2)
  try {
    const { runMigrations } = await getMigrations(
      openLibrary({ pool, secret: 'no-session-is-made-here-'.repeat(2), secure: false }).options,
    )
    await runMigrations()
    await pool.query(`revoke all on schema public from wangdi_auth`)
    await pool.query(`grant usage on schema ${authSchema} to wangdi_auth`)
    await pool.query(`grant select, insert, update, delete on all tables in schema ${authSchema} to wangdi_auth`)
  } finally {
    await pool.end()
  }
  return url
}
