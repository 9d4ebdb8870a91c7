import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import pg from 'pg'
import { loadPlaces, openPlaceList } from '../places/index.ts'
import type { Config } from '../platform/config.ts'
import type { Db } from '../platform/db.ts'
import type { Log } from '../platform/log.ts'
import type { Logins } from '../platform/logins.ts'
import type { Keys } from '../platform/secrets/keys.ts'

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

/** What the demo is made with: the owner's handle, sign-in to make accounts, the keys for encrypted fields. */
export interface DemoParts {
  readonly owner: Db
  readonly logins: Logins
  readonly keys: Keys
  readonly log: Log
  /** The real moment: the demo places its people and visits around it. */
  readonly now: Date
}

/** Makes the people of the demo when nobody has an account yet; false when there is nothing to do. */
export async function makeDemoOnce(parts: DemoParts): Promise<boolean> {
  const { rows } = await sql<{ some: boolean }>`select exists (select from account) as some`.execute(parts.owner)
  const file = new URL('../demo/make-demo.ts', import.meta.url)
  if (rows[0]?.some || !existsSync(fileURLToPath(file))) return false
  const { makeDemo } = (await import(file.href)) as { makeDemo: (parts: DemoParts) => Promise<void> }
  await makeDemo(parts)
  return true
}
