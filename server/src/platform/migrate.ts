import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import pg from 'pg'

const folder = fileURLToPath(new URL('../../migrations/', import.meta.url))

/** Brings the database to the newest schema as its owner: plain SQL steps, forward only. */
export async function migrate(ownerUrl: string): Promise<void> {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: ownerUrl, max: 2 }) }) })
  try {
    const { error } = await new Migrator({ db, provider: { getMigrations: async () => readSteps() } }).migrateToLatest()
    if (error) throw error
  } finally {
    await db.destroy()
  }
}

function readSteps(): Record<string, Migration> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  return Object.fromEntries(
    files.map((name) => [
      name.replace('.sql', ''),
      { up: async (db) => void (await sql.raw(readFileSync(folder + name, 'utf8')).execute(db)) },
    ]),
  )
}

/** Makes the login under which the server works: member of wangdi_app, owner of nothing, unable to bypass row security. */
export async function makeAppLogin(ownerUrl: string, password: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(4100)')
    const exists = await client.query("select from pg_roles where rolname = 'wangdi_server'")
    if (exists.rowCount === 0) await client.query('create role wangdi_server login nobypassrls in role wangdi_app')
    await client.query(`alter role wangdi_server password ${client.escapeLiteral(password)}`)
  } finally {
    await client.end()
  }
  return withUser(ownerUrl, 'wangdi_server', password)
}

/** The same database under another user. */
export function withUser(url: string, user: string, password: string): string {
  const changed = new URL(url)
  changed.username = user
  changed.password = password
  return changed.href
}
