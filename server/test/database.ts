// A fresh, migrated database for one test file.
import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { databaseUrl, dropDatabase, withClient } from './database-url.ts'

/** A database of its own: the URL of its owner, and what removes it (connections still open are cut). */
export type TestDatabase = { ownerUrl: string; drop: () => Promise<void> }

/** Makes a database from the migrated template of this run, or from another (about 0.1 s), on a cluster on each of its nodes. */
export async function testDatabase(template: string = inject('templateDatabase')): Promise<TestDatabase> {
  const server = inject('postgresUrl')
  const name = `test_${randomBytes(6).toString('hex')}`
  const nodes = [server, ...inject('workerUrls')]
  const create = `CREATE DATABASE ${name} TEMPLATE ${template}`
  for (const url of nodes) await withClient(url, (client) => client.query(create))
  return {
    ownerUrl: databaseUrl(server, name),
    drop: async () => {
      for (const url of nodes) await dropDatabase(url, name)
    },
  }
}
