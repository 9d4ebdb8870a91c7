import { join } from 'node:path'
import { problem } from '@wangdi/domain/problem.ts'
import type { Role } from '@wangdi/domain/roles.ts'
import type { Day } from '@wangdi/domain/schema.ts'
import { v7 as newId } from 'uuid'
import { makeClock } from '../platform/clock.ts'
import { readConfig } from '../platform/config.ts'
import { type Db, openDb } from '../platform/db.ts'
import { makeLog } from '../platform/log.ts'
import { usePacks } from '../platform/packs.ts'
import { perform } from '../platform/perform.ts'
import { openPackShelf } from '../platform/library/pack-shelf.ts'
import { fieldCipher } from '../platform/secrets/fields.ts'
import { openKeys } from '../platform/secrets/keys.ts'
import { makeSigner } from '../platform/secrets/signer.ts'
import { sheetLimits } from '../platform/sheet/sheet-problems.ts'
import { openUploads } from '../platform/uploads/uploads.ts'
import type { Actor, Served, Tools } from '../platform/serve.ts'
import { whyClosed, whyDestroyed } from '../regimes/index.ts'
import { findActiveByLogin, isInGridOf } from '../staff/index.ts'
import { openDatabases } from '../start/databases.ts'

const noAccount = problem<{ login: string }>('staff.no-such-account', 'missing', {
  zh: '没有这个账号：{login}',
  en: 'No such account: {login}',
})

/** The installation as a verb of the command line uses it: the same permission, row security and audit as a request. */
export interface House {
  readonly db: Db
  readonly ownerUrl: string
  readonly tools: Tools
  /** The account of a login that is active; a problem when there is none. */
  getActor(login: string): Promise<Actor>
  /** Performs a verb as this account; a command gets an id of its own. */
  perform(served: Served, actor: Actor, input: object): Promise<unknown>
}

/** Opens the installation (DATABASE_URL, or the embedded PostgreSQL of `data`, joined when a server runs), and closes it after. */
export async function withHouse<T>(use: (house: House) => Promise<T>, today?: Day): Promise<T> {
  const config = readConfig(process.env)
  const log = makeLog(process.env['WANGDI_LOG'] ?? 'warn')
  const keys = openKeys(config.data)
  const databases = await openDatabases(config, keys, log, { join: true })
  const db = openDb(databases.appUrl, log, 4)
  try {
    const real = makeClock(false)
    // A day given by hand decides what is judged; what is written down carries the real moment.
    const clock = today === undefined ? real : { ...real, today: () => today }
    const signer = makeSigner(keys)
    const packs = await openPackShelf({ db, signer, log, today: real.today(), now: real.now() })
    // A server may run on the same data: its files are left alone.
    const uploads = openUploads(join(config.data, 'uploads'), { fileBytes: sheetLimits.fileBytes, ...config.uploads }, () =>
      real.now().getTime(),
    )
    const tools: Tools = { clock, fields: fieldCipher(keys), log, demo: config.demo, packs, signer, uploads }
    usePacks(packs.now)
    const lent = { isInGridOf, whyClosed, whyDestroyed }
    return await use({
      db,
      ownerUrl: databases.ownerUrl,
      tools,
      getActor: (login) => getActor(db, login),
      perform: (served, actor, input) =>
        perform(db, lent, tools, served, actor, input, served.endpoint.writes ? said(real.now()) : undefined),
    })
  } finally {
    await db.destroy()
    await databases.stop()
  }
}

const said = (now: Date) => ({ id: newId(), at: now.toISOString() })

async function getActor(db: Db, login: string): Promise<Actor> {
  const account = await findActiveByLogin(db, login)
  if (!account) throw noAccount({ login })
  return { account: account.id, name: account.name, role: account.role as Role, place: account.place, session: undefined }
}
