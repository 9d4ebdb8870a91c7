import { createHmac } from 'node:crypto'
import { join } from 'node:path'
import type { Config } from '../platform/config.ts'
import type { Log } from '../platform/log.ts'
import { makeAppLogin, migrate } from '../platform/migrate.ts'
import { mayMakeTables } from '../platform/postgres/login.ts'
import { findRunning } from '../platform/postgres/running.ts'
import { startPostgres } from '../platform/postgres/launch.ts'
import { fieldCipher } from '../platform/secrets/fields.ts'
import type { Keys } from '../platform/secrets/keys.ts'
import { makeAuthLogin } from '../staff/index.ts'
import { keyOldCommands } from './key-commands.ts'
import { addReadings } from './name-readings.ts'
import { makePeoplePlain } from './plain-people.ts'
import { sealOldPhones } from './seal-phones.ts'

/** One database under its three users, brought to the newest schema. */
export interface Databases {
  readonly ownerUrl: string
  readonly appUrl: string
  readonly authUrl: string
  /** Stops the embedded PostgreSQL when this process started it. */
  stop(): Promise<void>
}

/** Where the embedded PostgreSQL of an installation lies. */
export const postgresDirectory = (config: Pick<Config, 'data'>): string => join(config.data, 'postgres')

/**
 * Opens the database of an installation: DATABASE_URL, or our own PostgreSQL in `data`, started here, or (`join`, for the
 * command line) the one that a running server has started there.
 */
export async function openDatabases(config: Config, keys: Keys, log: Log, { join: mayJoin = false } = {}): Promise<Databases> {
  const { ownerUrl, stop } = await openOwner(config, log, mayJoin)
  try {
    await migrate(ownerUrl)
    const keyed = await keyOldCommands(ownerUrl, fieldCipher(keys))
    if (keyed > 0) log.info({ keyed }, 'contents of old commands kept under the key')
    const sealed = await sealOldPhones(ownerUrl, fieldCipher(keys))
    if (sealed > 0) log.info({ sealed }, 'duty phones sealed under the key')
    const plain = await makePeoplePlain(ownerUrl, fieldCipher(keys))
    if (plain && plain.rewritten + plain.left > 0)
      log.info({ ...plain }, 'names and document numbers brought to their plain form')
    const read = await addReadings(ownerUrl)
    if (read) log.info({ people: read }, 'names that are read in more than one way are found by each')
    const [appUrl, authUrl] = await makeLogins(config, ownerUrl, keys, log)
    if (await mayMakeTables(appUrl))
      log.warn({}, "the server's database user may make tables: revoke temporary and create from it and from public")
    return { ownerUrl, appUrl, authUrl, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function openOwner(config: Config, log: Log, mayJoin: boolean): Promise<{ ownerUrl: string; stop: () => Promise<void> }> {
  if (config.databaseUrl) return { ownerUrl: config.databaseUrl, stop: async () => {} }
  const directory = postgresDirectory(config)
  const running = mayJoin ? await findRunning(directory) : undefined
  if (running) return { ownerUrl: running, stop: async () => {} }
  const say = (line: string) => log.info(line)
  const postgres = await startPostgres({ directory, log: say })
  return { ownerUrl: postgres.url, stop: () => postgres.stop() }
}

async function makeLogins(config: Config, ownerUrl: string, keys: Keys, log: Log): Promise<[string, string]> {
  const authPassword = createHmac('sha256', keys.database).update('sign-in').digest('base64url')
  return [
    config.appDatabaseUrl ?? (await makeAppLogin(ownerUrl, keys.database)),
    await makeAuthLogin(ownerUrl, authPassword, log, config.authDatabaseUrl),
  ]
}
