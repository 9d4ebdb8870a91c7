// Houses that several test files begin from. Each is filled once in a run, by the first file that asks; all get a copy of it.
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import { testDatabase } from './database.ts'
import { endConnections, withClient } from './database-url.ts'
import { type House, startHouse } from './house.ts'

type Fill = (house: House) => Promise<void>

/**
 * Starts a house with what `fill` put into another of its kind: files that give the same name share what is made once. The clock
 * stands as it does in a new house. A cluster copies nothing: there it is filled anew.
 */
export async function keptHouse(name: string, fill: Fill): Promise<House> {
  if (inject('workerUrls').length > 0) {
    const house = await startHouse()
    await fill(house)
    return house
  }
  const [kept, keys] = [`${inject('templateDatabase')}_${name}`, join(inject('keptKeys'), `${name}.json`)]
  await withClient(inject('postgresUrl'), async (client) => {
    // Whoever asks while another fills it waits, and finds it there.
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [kept])
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [kept])
    if (rowCount !== 0) return
    const filled = await fillOne(fill, keys)
    await endConnections(client, filled)
    await client.query(`ALTER DATABASE ${filled} RENAME TO ${kept}`)
  })
  return startHouse({ on: await testDatabase(kept), keys })
}

/** Fills a house of its own, puts its keys aside, and gives the name of its database, which stays. */
async function fillOne(fill: Fill, keys: string): Promise<string> {
  const database = await testDatabase()
  const house = await startHouse({ on: { ...database, drop: async () => {} } })
  try {
    await fill(house)
    copyFileSync(join(house.directory, 'keys.json'), keys)
    await house.close()
  } catch (error) {
    await database.drop()
    throw error
  }
  return new URL(database.ownerUrl).pathname.slice(1)
}
