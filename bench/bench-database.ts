import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Db, openDb } from '../server/src/platform/db.ts'
import { makeLog } from '../server/src/platform/log.ts'
import { makeAppLogin, migrate } from '../server/src/platform/migrate.ts'
import { startPostgres } from '../server/src/platform/postgres/launch.ts'
import { type FieldCipher, fieldCipher } from '../server/src/platform/secrets/fields.ts'
import { openKeys } from '../server/src/platform/secrets/keys.ts'
import { makeSigner, type Signer } from '../server/src/platform/secrets/signer.ts'

/** A database of its own for one bench, durable as in production: nothing is switched off to look faster. */
export interface BenchDatabase {
  readonly ownerUrl: string
  readonly appUrl: string
  /** The application's pool: row security holds. */
  readonly db: Db
  readonly owner: Db
  readonly fields: FieldCipher
  readonly signer: Signer
  stop(): Promise<void>
}

/** Starts the embedded PostgreSQL in a folder of its own and brings it to the newest schema. */
export async function openBenchDatabase(connections = 16): Promise<BenchDatabase> {
  const directory = mkdtempSync(join(tmpdir(), 'wangdi-bench-'))
  const postgres = await startPostgres({ directory: join(directory, 'postgres'), log: () => {} })
  const log = makeLog('silent')
  const keys = openKeys(directory)
  await migrate(postgres.url)
  const appUrl = await makeAppLogin(postgres.url, 'for-benches-only')
  const db = openDb(appUrl, log, connections)
  const owner = openDb(postgres.url, log, 2)
  return {
    ownerUrl: postgres.url,
    appUrl,
    db,
    owner,
    fields: fieldCipher(keys),
    signer: makeSigner(keys),
    async stop() {
      await Promise.all([db.destroy(), owner.destroy()])
      await postgres.stop()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
