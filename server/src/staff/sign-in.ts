import { roads } from '@wangdi/domain/staff/sign-in.api.ts'
import type { Trace } from '@wangdi/domain/staff/session-traces.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Clock } from '../platform/clock.ts'
import { type Db, inTransaction } from '../platform/db.ts'
import { defaultLimits, type Limits } from '../platform/http/limits.ts'
import type { Log } from '../platform/log.ts'
import type { Logins } from '../platform/logins.ts'
import { scopeOf } from '../platform/perform.ts'
import { makeFolding, timesOf } from '../platform/traces/folding.ts'
import { leaveTrace } from '../platform/traces/trace.ts'
import { sendProblem } from '../platform/http/reply.ts'
import type { Keys } from '../platform/secrets/keys.ts'
import type { Actor } from '../platform/serve.ts'
import { listDemoLogins } from './sign-in/demo-logins.ts'
import type { Traced } from './sign-in/roads/ground.ts'
import { makeDelays } from './sign-in/guessing/delays.ts'
import { makeDevices } from './sign-in/guessing/devices.ts'
import { openAuthPool, openLibrary } from './sign-in/library.ts'
import { makeLogins } from './sign-in/logins.ts'
import { whyForeign } from './sign-in/origin.ts'
import { addRoad } from './sign-in/roads/road.ts'
import { addOwnRoads } from './sign-in/roads/own-roads.ts'
import { addSignInRoads } from './sign-in/roads/sign-in-roads.ts'
import { makeSessions } from './sign-in/sessions.ts'

/** What the house needs of the sign-in library. */
export interface SignIn {
  /**
   * Whose session a request carries; nothing when it carries none, an ended one, or a switched-off account's. Throws when
   * the session must first change its password or set up a second factor.
   */
  findActor(request: FastifyRequest): Promise<Actor | undefined>
  /** The account of a request's session, also of one that must first change its password. */
  findAccount(request: FastifyRequest): Promise<string | undefined>
  /** A device on which somebody signed in before. */
  findDevice(request: FastifyRequest): string | undefined
  /** Opens the roads of signing in and out below /api/auth, and refuses writing requests from pages of other sites. */
  addRoutes(app: FastifyInstance): void
  readonly logins: Logins
  /** Waits until every failure that was answered has left its line. */
  settled(): Promise<void>
  close(): Promise<void>
}

/** What sign-in stands on. */
export interface SignInParts {
  /** From makeAuthLogin: the role of the sign-in library. */
  readonly authUrl: string
  readonly db: Db
  readonly keys: Pick<Keys, 'session'>
  /** The clock of the house stamps audit lines; sessions and codes run by real time, also in the demo. */
  readonly clock: Clock
  readonly log: Log
  /** Cookies are sent over TLS only. */
  readonly secure: boolean
  readonly demo: boolean
  /** How many failures are free; absent, as in a county. */
  readonly limits?: Limits
  /** Real time; tests turn it. */
  readonly now?: () => Date
}

// So many lines an hour of one kind and account, and of all names that nobody has together, before only doublings are told.
const freeFailures = 20
// They leave their line after the answer: how long it takes says nothing of whether a name is one of ours.
const failures: ReadonlySet<Trace> = new Set([
  'session.wrong-password',
  'session.wrong-code',
  'session.used-code',
  'session.slowed',
  'session.switched-off',
  'session.unknown-name',
] as const)

// Whose a trace is when nobody has the name that was typed; it lies with the nation's.
const nobody = { id: '00000000-0000-0000-0000-000000000000', place: '' }

/** Opens sign-in over a database whose sign-in tables are made. */
export function makeSignIn(parts: SignInParts): SignIn {
  const { authUrl, db, keys, clock, log, secure, demo, limits = defaultLimits, now = () => new Date() } = parts
  const pool = openAuthPool(authUrl, log)
  const library = openLibrary({ pool, secret: keys.session, secure })
  const sessions = makeSessions(db, library, now)
  const devices = makeDevices(keys.session, secure)
  const delays = makeDelays(pool, keys.session, limits, now)
  const logins = makeLogins({ library, pool, clear: delays.clear, ended: sessions.forget })
  const folded = makeFolding(freeFailures)
  // Failures one after the other, so that their lines keep the order in which they came.
  let leaving: Promise<void> = Promise.resolve()
  const leave = async ({ id, place }: Traced = nobody, verb: Trace, at: Date, targets: Readonly<Record<string, string>>) => {
    const actor: Actor = { account: id, place, name: '', role: 'auditor', session: undefined }
    await inTransaction(db, scopeOf(actor, 'figures', false), (within) => leaveTrace(within, { actor, verb, targets, place, at }))
  }
  const note = async (account: Traced, verb: Trace) => {
    const at = clock.now()
    if (!failures.has(verb)) return leaving.then(() => leave(account, verb, at, {}))
    const times = folded(`${account?.id ?? ''} ${verb}`, at)
    if (times === undefined) return
    leaving = leaving
      .then(() => leave(account, verb, at, timesOf(times, freeFailures)))
      .catch((error: { code?: string }) => log.warn({ verb, code: error.code }, 'a failure to sign in left no trace'))
  }
  return {
    logins,
    findActor: (request) => sessions.find(request),
    findAccount: (request) => sessions.findAccount(request),
    findDevice: (request) => devices.find(request),
    addRoutes(app) {
      app.addHook('onRequest', async (request, reply) => {
        sessions.begin(request, reply)
        const why = whyForeign(request)
        if (why) return sendProblem(reply, why, log)
      })
      const ground = { db, pool, log, library, delays, sessions, devices, note }
      addSignInRoads(app, ground)
      addOwnRoads(app, ground)
      if (demo) addRoad(app, roads.demoLogins, log, async () => ({ logins: await listDemoLogins(db, logins) }))
    },
    settled: () => leaving,
    async close() {
      await leaving
      await pool.end()
    },
  }
}
