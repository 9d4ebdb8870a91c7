// A whole server on a database of its own, over real HTTP, with a clock set by hand.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Endpoint, ProblemReply } from '@wangdi/domain/endpoint.ts'
import type { Role } from '@wangdi/domain/roles.ts'
import type { FastifyInstance } from 'fastify'
import type { Static, TObject, TSchema } from 'typebox'
import { v7 as newId } from 'uuid'
import { buildApp } from '../src/app.ts'
import { type Clock, makeClock } from '../src/platform/clock.ts'
import { defaultLimits, type Limits } from '../src/platform/http/limits.ts'
import { type Db, openDb } from '../src/platform/db.ts'
import type { OriginalRules, PhotoRules } from '../src/platform/serve.ts'
import { makeLog } from '../src/platform/log.ts'
import { makeAppLogin } from '../src/platform/migrate.ts'
import { openPackShelf, type PackShelf } from '../src/platform/library/pack-shelf.ts'
import { type FieldCipher, fieldCipher } from '../src/platform/secrets/fields.ts'
import { type Keys, openKeys } from '../src/platform/secrets/keys.ts'
import { makeSigner, type Signer } from '../src/platform/secrets/signer.ts'
import { openUploads, type UploadRules } from '../src/platform/uploads/uploads.ts'
import { type TestDatabase, testDatabase } from './database.ts'
import { noteShownBy } from './shown-by.ts'
import { type Person, signInForTests, type TestSignIn } from './sign-in.ts'
import { faultsOfAll } from './statements/county-is-a-value.ts'

/** A refusal as a test sees it. */
export class Refused extends Error {
  readonly problem: ProblemReply
  constructor(problem: ProblemReply) {
    super(`${problem.code}: ${problem.words.en}`)
    this.problem = problem
  }
  get code(): string {
    return this.problem.code
  }
}

/** Somebody signed in. */
export interface Caller {
  readonly account: string
  readonly headers: Record<string, string>
  /** Calls a verb; the reply as its contract says, or throws Refused. `at` and `id` are a command's. */
  call<I extends TObject, R extends TSchema>(
    endpoint: Endpoint<I, R>,
    input: Static<I>,
    said?: { id?: string; at?: string },
  ): Promise<Static<R>>
}

export interface House {
  readonly url: string
  /** Where keys and files that came up lie. */
  readonly directory: string
  readonly app: FastifyInstance
  readonly ownerUrl: string
  /** A pool under the application's role: row security holds, so nothing is seen outside a scope. */
  readonly db: Db
  /** The server's own pool, of six connections: for taking them away. */
  readonly served: Db
  /** The owner's pool, which sees all: for making and checking data. */
  readonly owner: Db
  readonly clock: Clock
  readonly keys: Keys
  readonly fields: FieldCipher
  readonly signer: Signer
  readonly packs: PackShelf
  readonly signIn: TestSignIn
  /** Signs in as a new account of a role at a place. */
  as(role: Role, place: string, name?: string): Promise<Caller>
  /** Calls without a session. */
  anonymous: Caller
  /** Ends the house; throws when the server sent a statement that names somebody's table without the county as a value. */
  close(): Promise<void>
}

interface Start {
  readonly day?: string
  readonly on?: TestDatabase
  /** The file of the keys with which the given database was written. */
  readonly keys?: string
  readonly limits?: Partial<Limits>
  readonly proxies?: readonly string[]
  /** The logins of the demo are told, as they never are in production. */
  readonly demoLogins?: boolean
  /** How much is kept of files that come up, where it is not the house's. */
  readonly uploads?: Partial<UploadRules>
  /** How much is kept of the originals of documents, where it is not as usual. */
  readonly originals?: OriginalRules
  /** How many photos are kept, where it is not as usual. */
  readonly photos?: PhotoRules
}

// Tests ask more in a minute than a person: limits of requests are met only where a test gives its own.
const unlimited = { account: 1_000_000, address: 1_000_000, signIn: 1_000_000 }

/** Starts a house, on a database given or one of its own; the clock shows 10:00 of the day in Asia/Shanghai (2026-11-17 unless said). */
export async function startHouse({
  day = '2026-11-17',
  on,
  keys: written,
  limits = {},
  proxies = [],
  demoLogins = false,
  uploads: kept = {},
  originals,
  photos,
}: Start = {}): Promise<House> {
  const database = on ?? (await testDatabase())
  const directory = mkdtempSync(join(tmpdir(), 'wangdi-house-'))
  if (written !== undefined) copyFileSync(written, join(directory, 'keys.json'))
  const keys = openKeys(directory)
  const log = makeLog(process.env['WANGDI_TEST_LOG'] ?? 'silent')
  const appUrl = await makeAppLogin(database.ownerUrl, 'for-tests-only')
  const statements = new Set<string>()
  const served = openDb(appUrl, log, 6, (text) => void (/^(begin|commit|rollback)/.test(text) || statements.add(text)))
  const db = openDb(appUrl, log, 2)
  const owner = openDb(database.ownerUrl, log, 3)
  const clock = makeClock(true)
  clock.set(`${day}T10:00:00+08:00`)
  const fields = fieldCipher(keys)
  const signer = makeSigner(keys)
  const packs = await openPackShelf({ db: served, signer, log, today: clock.today(), now: clock.now() })
  const uploads = openUploads(join(directory, 'uploads'), { ...uploadRules, ...kept }, () => clock.now().getTime())
  const tools = { clock, fields, log, demo: false, packs, signer, uploads, originals, photos }
  const measure = { ...defaultLimits, ...unlimited, ...limits }
  const signIn = await signInForTests({
    db: served,
    ownerUrl: database.ownerUrl,
    keys,
    clock,
    log,
    limits: measure,
    demo: demoLogins,
  })
  const app = await buildApp({ db: served, tools, signIn, limits: measure, proxies })
  // To sign in shows nothing yet.
  app.server.on('request', ({ url: asked = '' }) => asked.startsWith('/api/auth/') || noteShownBy('http'))
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const caller = (person: Person): Caller => ({
    account: person.account,
    headers: person.headers,
    call: (endpoint, input, said) => callVerb(url, person.headers, endpoint, input, clock, said),
  })
  return {
    url,
    directory,
    app,
    ownerUrl: database.ownerUrl,
    db,
    served,
    owner,
    clock,
    keys,
    fields,
    signer,
    packs,
    signIn,
    as: async (role, place, name) => caller(await signIn.person(url, role, place, name)),
    anonymous: caller({ account: '', headers: {} }),
    async close() {
      await app.close()
      await uploads.close()
      await signIn.close()
      const faults = await faultsOfAll(statements, owner)
      await Promise.all([served.destroy(), db.destroy(), owner.destroy()])
      await database.drop()
      rmSync(directory, { recursive: true, force: true })
      if (faults.length > 0) throw new Error(`statements that would not run on a cluster:\n${faults.join('\n')}`)
    },
  }
}

const megabyte = 1024 * 1024
const uploadRules = { fileBytes: 64 * megabyte, accountBytes: 128 * megabyte, wholeBytes: 256 * megabyte }

async function callVerb<I extends TObject, R extends TSchema>(
  url: string,
  headers: Record<string, string>,
  endpoint: Endpoint<I, R>,
  input: Static<I>,
  clock: Clock,
  said?: { id?: string; at?: string },
): Promise<Static<R>> {
  const [method, path] = endpoint.at.split(' ') as ['GET' | 'POST', string]
  const rest: Record<string, unknown> = { ...(input as Record<string, unknown>) }
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(String(value))
  })
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(rest)) if (value !== undefined) search.append(name, String(value))
  const query = method === 'GET' ? `?${search}` : ''
  const command = endpoint.writes
    ? { 'command-id': said?.id ?? newId(), 'command-at': said?.at ?? clock.now().toISOString() }
    : {}
  const response = await fetch(`${url}/api${filled}${query}`, {
    method,
    headers: { ...headers, ...command, ...(method === 'POST' ? { 'content-type': 'application/json' } : {}) },
    ...(method === 'POST' ? { body: JSON.stringify(rest) } : {}),
  })
  const body: unknown = await response.json()
  if (!response.ok) throw new Refused(body as ProblemReply)
  return body as Static<R>
}
