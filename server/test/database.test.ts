import { expect, test } from 'vitest'
import { testDatabase } from './database.ts'
import { withClient } from './database-url.ts'

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
