import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import pg from 'pg'
import { migrationStatements } from './cluster/split-statements.ts'
import { closeToPublic, makeLogin } from './postgres/login.ts'

const folder = fileURLToPath(new URL('../../migrations/', import.meta.url))

/** Brings the database to the newest schema as its owner: plain SQL steps, forward only. */
export async function migrate(ownerUrl: string): Promise<void> {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: ownerUrl, max: 2 }) }) })
  try {
    const provider = { getMigrations: async () => readSteps() }
    // Steps are numbered by whoever writes them and come together in another order: a database that took a later one first takes
    // the earlier one now, instead of not starting any more.
    const { error } = await new Migrator({ db, provider, allowUnorderedMigrations: true }).migrateToLatest()
    if (error) throw error
    await closeToPublic(ownerUrl)
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
      {
        up: async (db) => {
          for (const statement of migrationStatements(readFileSync(folder + name, 'utf8'))) await sql.raw(statement).execute(db)
        },
      },
    ]),
  )
}

/**
 * Makes the login under which the server works: member of wangdi_app, owner of nothing, unable to bypass row security and to
 * make tables of its own, temporary ones included.
 */
export async function makeAppLogin(ownerUrl: string, password: string): Promise<string> {
  await closeToPublic(ownerUrl)
  return makeLogin(ownerUrl, 'wangdi_server', password, 'wangdi_app')
}
