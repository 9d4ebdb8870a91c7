import { type Role, needsSecondFactor } from '@wangdi/domain/roles.ts'
import { problems } from '@wangdi/domain/staff/sign-in.problems.ts'
import type { Needs } from '@wangdi/domain/staff/account.ts'
import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Db } from '../../platform/db.ts'
import type { Actor } from '../../platform/serve.ts'
import { findActive } from './accounts.queries.ts'
import { cookiePrefix, type Library } from './library.ts'

/** A session is looked up again after this time: so long may one that another server ended still be good here. */
export const revocationDelayMs = 30_000
/** A session of a role with a second factor ends so long after sign-in, however much it is used; others a week after their last use. */
const longSessionMs = 12 * 3_600_000
const mostKept = 20_000

interface Kept {
  readonly actor: Actor
  readonly until: number
}

/** Whose session a request carries, looked up once in a while. */
export interface Sessions {
  find(request: FastifyRequest): Promise<Actor | undefined>
  /** The account alone, also while something must be done before anything else. */
  findAccount(request: FastifyRequest): Promise<string | undefined>
  /** Remembers the reply of a request, so that a session carried on gets its new cookie. */
  begin(request: FastifyRequest, reply: FastifyReply): void
  /** Forgets what is kept of an account's sessions: they ended or changed. */
  forget(account: string): void
}

/** The roads that a session may use that must first change its password or set up a second factor. */
const always = new Set(['/api/session'])

/** Why this actor may not go on yet on this road; nothing when they may. */
export function whyNotYet(actor: Actor, path: string) {
  if (!actor.needs || always.has(path)) return undefined
  return actor.needs === 'password' ? problems.passwordNeeded({}) : problems.secondFactorNeeded({})
}

const needsOf = (role: Role, user: { mustChange?: boolean | null; twoFactorEnabled?: boolean | null }): Needs | undefined => {
  if (user.mustChange) return 'password'
  return needsSecondFactor(role) && !user.twoFactorEnabled ? 'second-factor' : undefined
}

/** The sessions of a house. */
export function makeSessions(db: Db, library: Library, now: () => Date): Sessions {
  const kept = new Map<string, Kept>()
  const replies = new WeakMap<FastifyRequest, FastifyReply>()

  async function look(request: FastifyRequest, cookie: string): Promise<Kept | undefined> {
    const { response, headers } = await library.api.getSession({ headers: new Headers({ cookie }), returnHeaders: true })
    const renewed = headers.getSetCookie()
    if (renewed.length > 0) replies.get(request)?.header('set-cookie', renewed)
    if (!response) return undefined
    const { session, user } = response
    const account = await findActive(db, user.id)
    if (!account) return undefined
    const role = account.role as Role
    const longest = needsSecondFactor(role) ? session.createdAt.getTime() + longSessionMs : Infinity
    const until = Math.min(session.expiresAt.getTime(), longest)
    if (until <= now().getTime()) return undefined
    const actor = {
      account: account.id,
      name: account.name,
      role,
      place: account.place,
      session: session.id,
      needs: needsOf(role, user),
    }
    return { actor, until: Math.min(until, now().getTime() + revocationDelayMs) }
  }

  async function findKept(request: FastifyRequest): Promise<Actor | undefined> {
    const cookie = request.headers.cookie
    if (!cookie?.includes(`${cookiePrefix}.session_token=`)) return undefined
    // Kept under its hash: a header may be long, and whoever sends many different ones fills no memory.
    const key = createHash('sha256').update(cookie).digest('base64url')
    const found = kept.get(key)
    if (found && found.until > now().getTime()) return found.actor
    kept.delete(key)
    const looked = await look(request, cookie)
    if (looked) {
      if (kept.size >= mostKept) kept.clear()
      kept.set(key, looked)
    }
    return looked?.actor
  }

  return {
    async find(request) {
      const actor = await findKept(request)
      const why = actor && whyNotYet(actor, request.url.split('?')[0] ?? '')
      if (why) throw why
      return actor
    },
    findAccount: async (request) => (await findKept(request))?.account,
    begin: (request, reply) => void replies.set(request, reply),
    forget(account) {
      for (const [key, { actor }] of kept) if (actor.account === account) kept.delete(key)
    },
  }
}
