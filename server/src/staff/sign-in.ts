import { roads } from '@wangdi/domain/staff/sign-in.api.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Clock } from '../platform/clock.ts'
import { type Db, inTransaction } from '../platform/db.ts'
import type { Log } from '../platform/log.ts'
import type { Logins } from '../platform/logins.ts'
import { audit, scopeOf } from '../platform/perform.ts'
import { sendProblem } from '../platform/http/reply.ts'
import type { Keys } from '../platform/secrets/keys.ts'
import type { Actor } from '../platform/serve.ts'
import { makeDelays } from './sign-in/delays.ts'
import { listDemoLogins } from './sign-in/demo-logins.ts'
import { openAuthPool, openLibrary } from './sign-in/library.ts'
import { makeLogins } from './sign-in/logins.ts'
import { whyForeign } from './sign-in/origin.ts'
import { addRoad } from './sign-in/road.ts'
import { addSignInRoads } from './sign-in/roads.ts'
import { makeSessions } from './sign-in/sessions.ts'

/** What the house needs of the sign-in library. */
export interface SignIn {
  /**
   * Whose session a request carries; nothing when it carries none, an ended one, or a switched-off account's. Throws when
   * the session must first change its password or set up a second factor.
   */
  findActor(request: FastifyRequest): Promise<Actor | undefined>
  /** Opens the roads of signing in and out below /api/auth, and refuses writing requests from pages of other sites. */
  addRoutes(app: FastifyInstance): void
  readonly logins: Logins
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
  /** Real time; tests turn it. */
  readonly now?: () => Date
}

/** Opens sign-in over a database whose sign-in tables are made. */
export function makeSignIn({ authUrl, db, keys, clock, log, secure, demo, now = () => new Date() }: SignInParts): SignIn {
  const pool = openAuthPool(authUrl, log)
  const library = openLibrary({ pool, secret: keys.session, secure })
  const sessions = makeSessions(db, library, now)
  const logins = makeLogins(library, sessions.forget)
  const delays = makeDelays(pool, keys.session, now)
  const note = async ({ id, place, name, role }: { id: string; place: string; name: string; role: string }, verb: string) => {
    const actor = { account: id, place, name, role: role as Actor['role'], session: undefined }
    await inTransaction(db, scopeOf(actor, 'figures', false), (within) => audit(within, actor, verb, {}, place, clock.now()))
  }
  return {
    logins,
    findActor: (request) => sessions.find(request),
    addRoutes(app) {
      app.addHook('onRequest', async (request, reply) => {
        sessions.begin(request, reply)
        const why = whyForeign(request)
        if (why) return sendProblem(reply, why, log)
      })
      addSignInRoads(app, { db, log, library, delays, sessions, note })
      if (demo) addRoad(app, roads.demoLogins, log, async () => ({ logins: await listDemoLogins(db, logins) }))
    },
    close: () => pool.end(),
  }
}
