import { expect, test } from 'vitest'
import { testDatabase } from './database.ts'
import { withClient } from './database-url.ts'
import { migrate } from '../src/platform/migrate.ts'

test('two test files at the same time have databases of their own', async () => {
  const [one, other] = await Promise.all([testDatabase(), testDatabase()])
  try {
    await withClient(one.ownerUrl, (client) => client.query('CREATE TABLE only_here (id int)'))
    const seen = await withClient(other.ownerUrl, (client) => client.query("SELECT to_regclass('only_here') AS found"))
    expect(seen.rows).toEqual([{ found: null }])
  } finally {
    await Promise.all([one.drop(), other.drop()])
  }
})

test('a database that took a later step first takes an earlier one when it comes, and starts', async () => {
  const { ownerUrl, drop } = await testDatabase()
  const step = '0058_sizes_learnt_by_the_workers' // may be taken twice
  const taken = () =>
    withClient(ownerUrl, (client) => client.query('select from kysely_migration where name = $1', [step])).then(
      ({ rowCount }) => rowCount,
    )
  try {
    await withClient(ownerUrl, (client) => client.query('delete from kysely_migration where name = $1', [step]))
    expect(await taken()).toBe(0)
    await migrate(ownerUrl)
    expect(await taken()).toBe(1)
  } finally {
    await drop()
  }
})
