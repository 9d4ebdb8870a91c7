// Dumps of earlier versions, put back as they were: on the embedded engine of an installation, or on a server.
import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { inject } from 'vitest'
import { type Config, readConfig } from '../../src/platform/config.ts'
import { makeLog } from '../../src/platform/log.ts'
import { makeAppLogin } from '../../src/platform/migrate.ts'
import { startPostgres } from '../../src/platform/postgres/launch.ts'
import { makeLogin } from '../../src/platform/postgres/login.ts'
import { postgresDirectory } from '../../src/start/databases.ts'
import type { TestDatabase } from '../database.ts'
import { databaseUrl, dropDatabase, withClient } from '../database-url.ts'
import type { Known } from './fill/fill.ts'
import { type Stocked, takeStock } from './stock.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))
const places = fileURLToPath(new URL('../places-excerpt.br', import.meta.url))

/** The dumps there are, each named by the last step of the schema that its version had. */
export const dumps: readonly string[] = readdirSync(folder).filter((name) => /^after-\d{4}$/.test(name))

/** What is known of a dump. */
export const knownOf = (dump: string) => JSON.parse(readFileSync(join(folder, dump, 'known.json'), 'utf8')) as Known

/** An installation as its version left it: how it starts, and what its tables hold. */
export interface Installation {
  readonly config: Config
  readonly before: Map<string, Stocked>
  /** Where in the history of its database it stands, as a phone would have been told then. */
  readonly cursor: string
  /** Takes away what was made for it. */
  remove(): Promise<void>
}

export type Engine = 'the embedded engine' | 'a server'

/** Puts a dump back with its keys in a data folder of its own. */
export async function restore(dump: string, engine: Engine): Promise<Installation> {
  const above = mkdtempSync(join(tmpdir(), 'wangdi-upgrade-'))
  const data = join(above, 'data')
  mkdirSync(data)
  copyFileSync(join(folder, dump, 'keys.json'), join(data, 'keys.json'))
  const text = gunzipSync(readFileSync(join(folder, dump, 'dump.sql.gz'))).toString('utf8')
  const env = {
    WANGDI_DATA: data,
    WANGDI_DEMO: 'no',
    WANGDI_PLACES: places,
    HOST: '127.0.0.1',
    PORT: '0',
    WANGDI_LIMITS: 'account=1000000',
  }
  const clear = async () => rmSync(above, { recursive: true, force: true })
  if (engine === 'the embedded engine') {
    const config = readConfig(env)
    const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
    const postgres = await startPostgres({ directory: postgresDirectory(config), log: () => {}, settings })
    try {
      return { config, ...(await putBack(postgres.url, text)), remove: clear }
    } finally {
      await postgres.stop()
    }
  }
  const { ownerUrl, drop } = await emptyDatabase()
  const config = readConfig({ ...env, ...(await urlsOf(ownerUrl)) })
  const remove = async () => {
    await drop()
    await clear()
  }
  return { config, ...(await putBack(ownerUrl, text)), remove }
}

/** A database on the server of this run in which nothing is, not even what tests watch by. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const server = inject('postgresUrl')
  const name = `upgrade_${randomBytes(6).toString('hex')}`
  await withClient(server, (client) => client.query(`create database ${name}`))
  return { ownerUrl: databaseUrl(server, name), drop: () => dropDatabase(server, name) }
}

/** How an installation is told to use such a database: other tests use the same logins, so their passwords stay as they are. */
export async function urlsOf(ownerUrl: string) {
  const [app, auth] = [await makeAppLogin(ownerUrl, 'for-tests-only'), await makeLogin(ownerUrl, 'wangdi_auth', 'for-tests-only')]
  return { DATABASE_URL: ownerUrl, DATABASE_APP_URL: app, DATABASE_AUTH_URL: auth }
}

// Users belong to the server, not to a database: a dump has none.
const users = ['wangdi_app nologin', 'wangdi_auth login'].map(
  (user) => `do $$ begin create role ${user} nobypassrls; exception when duplicate_object or unique_violation then null; end $$;`,
)

async function putBack(url: string, text: string): Promise<Pick<Installation, 'before' | 'cursor'>> {
  await withClient(url, (client) => client.query(users.join('\n')))
  await withClient(url, (client) => client.query(text))
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ cursor: string }>(`select pg_snapshot_xmin(pg_current_snapshot())::text as cursor`)
    return { before: await takeStock(client), cursor: rows[0]?.cursor ?? '' }
  })
}

/** The log of a start that nobody reads. */
export const quiet = makeLog('silent')
