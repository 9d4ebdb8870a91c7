import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { buildApp } from '../app.ts'
import { makeClock } from '../platform/clock.ts'
import type { Config } from '../platform/config.ts'
import { openDb } from '../platform/db.ts'
import type { Log } from '../platform/log.ts'
import { dropEnded, dropLooseFiles } from '../kinds/index.ts'
import { dropEveryDay } from '../platform/every-day.ts'
import { openPackShelf } from '../platform/library/pack-shelf.ts'
import { fieldCipher } from '../platform/secrets/fields.ts'
import { openKeys } from '../platform/secrets/keys.ts'
import { makeSigner } from '../platform/secrets/signer.ts'
import { sheetLimits } from '../platform/sheet/sheet-problems.ts'
import { dropOldTraces } from '../platform/traces/drop-old.ts'
import { openUploads } from '../platform/uploads/uploads.ts'
import { listDemoLogins, makeSignIn } from '../staff/index.ts'
import { trimChanges } from '../sync/feed-state.queries.ts'
import { addressesHere, findCertificate } from './certificate.ts'
import { openDatabases } from './databases.ts'
import { endConnections } from './end-connections.ts'
import { loadShippedPlaces, makeDemoOnce } from './first-data.ts'
import { giveBackMemoryOfStart } from './give-back-memory.ts'
import { makeTasks } from './tasks.ts'

/** How long an end waits for answers that are under way; their clients send again what was not answered. */
const patienceMs = 10_000

/** A running server: where it listens, the logins of its demo, and what ends it. */
export interface Running {
  readonly addresses: readonly string[]
  readonly demoLogins: Awaited<ReturnType<typeof listDemoLogins>>
  stop(): Promise<void>
}

/** Starts everything in its order and listens when all is done; what was opened is closed again when a step fails. */
export async function startServer(config: Config, log: Log): Promise<Running> {
  const open = makeTasks()
  try {
    const keys = openKeys(config.data)
    const https = await findCertificate(config)
    const databases = await openDatabases(config, keys, log)
    open.later(() => databases.stop())
    await loadShippedPlaces(databases.ownerUrl, config, log)
    const db = openDb(databases.appUrl, log)
    open.later(() => db.destroy())
    open.later(dropEveryDay(log, 'changes', () => trimChanges(db)))
    const clock = makeClock(config.demo)
    open.later(dropEveryDay(log, 'traces', () => dropOldTraces(db, clock.now())))
    open.later(dropEveryDay(log, 'ended requests', () => dropEnded(db, clock.now())))
    open.later(dropEveryDay(log, 'loose photos', () => dropLooseFiles(db, clock.now())))
    const { authUrl } = databases
    const { limits, proxies } = config
    const signIn = makeSignIn({ authUrl, db, keys, clock, log, limits, secure: https !== undefined, demo: config.demo })
    open.later(() => signIn.close())
    if (config.demo) {
      const owner = openDb(databases.ownerUrl, log, 4)
      open.later(() => owner.destroy())
      await makeDemoOnce({ owner, logins: signIn.logins, keys, log, now: new Date(), inResponse: config.demoInResponse })
    }
    const signer = makeSigner(keys)
    const packs = await openPackShelf({ db, signer, log, today: clock.today(), now: clock.now() })
    const uploads = openUploads(join(config.data, 'uploads'), { fileBytes: sheetLimits.fileBytes, ...config.uploads }, () =>
      clock.now().getTime(),
    )
    await uploads.sweep()
    open.later(() => uploads.close())
    const tools = {
      clock,
      fields: fieldCipher(keys),
      log,
      demo: config.demo,
      packs,
      signer,
      uploads,
      originals: config.originals,
      photos: config.photos,
      offlineDays: config.offlineDays,
    }
    const app = await buildApp({ db, tools, signIn, limits, proxies, ...(https ? { https } : {}) })
    endConnections(app, patienceMs)
    open.later(() => app.close())
    await app.listen({ port: config.port, host: config.host })
    const demoLogins = config.demo ? await listDemoLogins(db, signIn.logins) : []
    giveBackMemoryOfStart()
    return {
      addresses: addressesOf(portOf(app.server.address()) ?? config.port, config.host, https !== undefined),
      demoLogins,
      stop: open.run,
    }
  } catch (error) {
    await open.run()
    throw error
  }
}

const portOf = (address: string | AddressInfo | null) => (typeof address === 'object' ? address?.port : undefined)

function addressesOf(port: number, host: string, secure: boolean): string[] {
  const hosts = host === '0.0.0.0' || host === '::' ? ['localhost', ...addressesHere()] : [host]
  return hosts.map((name) => `${secure ? 'https' : 'http'}://${name.includes(':') ? `[${name}]` : name}:${port}`)
}
