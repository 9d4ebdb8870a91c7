import { sql } from 'kysely'
import pg from 'pg'
import { type DemoParts, makeDemo } from '../demo/make-demo.ts'
import { loadPlaces } from '../places/index.ts'
import { openPlaceList } from '../platform/national/place-list.ts'
import type { Config } from '../platform/config.ts'
import type { Log } from '../platform/log.ts'

/** Loads the place list (the national one that ships with the server, or WANGDI_PLACES), on the first start or when it is newer than what is there. */
export async function loadShippedPlaces(ownerUrl: string, { places }: Pick<Config, 'places'>, log: Log): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {}) // its query fails too, and says so
  await client.connect()
  try {
    const loaded = await loadPlaces(client, places === undefined ? undefined : await openPlaceList(places))
    if (loaded.opened + loaded.closed > 0) log.info({ date: loaded.date, places: loaded.places }, 'places loaded')
  } finally {
    await client.end()
  }
}

/** Makes the people of the demo when nobody has an account yet; false when there is nothing to do. */
export async function makeDemoOnce(parts: DemoParts): Promise<boolean> {
  const { rows } = await sql<{ some: boolean }>`select exists (select from account) as some`.execute(parts.owner)
  if (rows[0]?.some) return false
  await makeDemo(parts)
  return true
}
