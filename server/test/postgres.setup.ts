// One PostgreSQL for a test run: migrated once into a template, of which every test file gets a copy.
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate } from '../src/platform/migrate.ts'
import { startPostgres } from '../src/platform/postgres/launch.ts'
import { databaseUrl, withClient } from './database-url.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string
    templateDatabase: string
  }
}

/** Starts (or, with TEST_DATABASE_URL, borrows) the PostgreSQL of this run and makes the template; returns what ends it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env.TEST_DATABASE_URL ? borrow(process.env.TEST_DATABASE_URL) : await startOwn()
  const template = `template_${randomBytes(6).toString('hex')}`
  try {
    await withClient(server.url, (client) => client.query(`CREATE DATABASE ${template}`))
    await migrate(databaseUrl(server.url, template))
  } catch (error) {
    await server.stop()
    throw error
  }
  project.provide('postgresUrl', server.url)
  project.provide('templateDatabase', template)
  return async () => {
    await withClient(server.url, (client) => client.query(`DROP DATABASE ${template} WITH (FORCE)`))
    await server.stop()
  }
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
