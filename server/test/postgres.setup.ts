// One PostgreSQL for a test run: migrated once into a template, of which every test file gets a copy.
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { prepareCluster } from '../src/platform/cluster/prepare.ts'
import { migrate } from '../src/platform/migrate.ts'
import { startPostgres } from '../src/platform/postgres/launch.ts'
import { databaseUrl, dropDatabase, endConnections, withClient } from './database-url.ts'
import { listKept } from './kept-databases.ts'
import { watchTold } from './watch-told.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string
    /** On a cluster, the other nodes; a database there is a database of the same name on each. */
    workerUrls: string[]
    templateDatabase: string
    /** Where the keys of houses lie that are filled once for several files. */
    keptKeys: string
  }
}

/**
 * Starts (or, with TEST_DATABASE_URL, borrows) the PostgreSQL of this run and makes the template; returns what ends it.
 * With TEST_WORKER_URLS (separated by commas) as well, what is borrowed is the coordinator and the workers of a Citus cluster.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env.TEST_DATABASE_URL ? borrow(process.env.TEST_DATABASE_URL) : await startOwn()
  const workers = (process.env.TEST_WORKER_URLS ?? '').split(',').filter((url) => url !== '')
  const template = `template_${randomBytes(6).toString('hex')}`
  try {
    for (const url of [server.url, ...workers]) await withClient(url, (client) => client.query(`CREATE DATABASE ${template}`))
    if (workers.length > 0) await joinCluster(server.url, workers, template)
    await migrate(databaseUrl(server.url, template))
    if (workers.length > 0) {
      await prepareCluster(databaseUrl(server.url, template))
      for (const url of [server.url, ...workers]) await leaveAlone(url, template)
    } else await watchTold(databaseUrl(server.url, template))
  } catch (error) {
    await server.stop()
    throw error
  }
  project.provide('postgresUrl', server.url)
  project.provide('workerUrls', workers)
  project.provide('templateDatabase', template)
  const keptKeys = await mkdtemp(join(tmpdir(), 'wangdi-kept-'))
  project.provide('keptKeys', keptKeys)
  return async () => {
    for (const kept of await listKept(server.url, template)) await dropDatabase(server.url, kept)
    await rm(keptKeys, { recursive: true, force: true })
    for (const url of [server.url, ...workers]) await dropDatabase(url, template)
    await server.stop()
  }
}

async function joinCluster(coordinator: string, workers: readonly string[], database: string): Promise<void> {
  for (const url of [...workers, coordinator])
    await withClient(databaseUrl(url, database), (client) => client.query('CREATE EXTENSION citus'))
  await withClient(databaseUrl(coordinator, database), async (client) => {
    const add = (what: string, url: string) =>
      client.query(`SELECT ${what}($1, $2)`, [new URL(url).hostname, Number(new URL(url).port)])
    await add('citus_set_coordinator_host', coordinator)
    for (const url of workers) await add('citus_add_node', url)
  })
}

// A template is copied only while nobody is connected; the extension's own watcher would stay.
async function leaveAlone(url: string, database: string): Promise<void> {
  await withClient(url, async (client) => {
    await client.query(`ALTER DATABASE ${database} ALLOW_CONNECTIONS false`)
    await endConnections(client, database)
  })
}

type Server = { url: string; stop: () => Promise<void> }

function borrow(url: string): Server {
  return { url, stop: async () => {} }
}

async function startOwn(): Promise<Server> {
  const directory = await mkdtemp(join(tmpdir(), 'wangdi-test-'))
  // Nothing of a test run has to outlive the machine.
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
  const postgres = await startPostgres({ directory, log: () => {}, settings })
  return {
    url: postgres.url,
    stop: async () => {
      await postgres.stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
