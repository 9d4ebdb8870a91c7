import { refuse } from '@wangdi/domain/problem.ts'
import { problems as common } from '@wangdi/domain/problem.ts'
import { whyNotPassword } from '@wangdi/domain/staff/password.rules.ts'
import { type EnrolReply, roads, type SignInReply } from '@wangdi/domain/staff/sign-in.api.ts'
import { problems } from '@wangdi/domain/staff/sign-in.problems.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Db } from '../../platform/db.ts'
import type { Log } from '../../platform/log.ts'
import { findActive } from './accounts.queries.ts'
import { bodyOf, passCookies } from './answers.ts'
import type { Delays } from './delays.ts'
import type { Library } from './library.ts'
import { addRoad } from './road.ts'
import type { Sessions } from './sessions.ts'

/** What the roads stand on. */
export interface Ground {
  readonly db: Db
  readonly log: Log
  readonly library: Library
  readonly delays: Delays
  readonly sessions: Sessions
  /** Leaves a line of the audit: who, what; never what was typed. */
  note(account: { id: string; place: string; name: string; role: string }, verb: string): Promise<void>
}

interface Entered {
  twoFactorRedirect?: boolean
  token?: string
  user?: { id: string }
}

const signedIn: SignInReply = { state: 'signed-in' }
const needsSecond: SignInReply = { state: 'second-factor-needed' }

const cookiesOf = (request: FastifyRequest) => new Headers({ cookie: request.headers.cookie ?? '' })
// The second step stands on the cookie of the first alone: with a session, the library would count no attempts.
const challengeOf = (request: FastifyRequest) =>
  new Headers({
    cookie: (request.headers.cookie ?? '')
      .split('; ')
      .filter((one) => one.includes('two_factor='))
      .join('; '),
  })

/** Opens the roads of signing in and out, of the second factor and of the own password. */
export function addSignInRoads(app: FastifyInstance, ground: Ground): void {
  const { library, delays, sessions, log } = ground

  addRoad(app, roads.signIn, log, async (request, reply) => {
    const { login, password } = request.body as { login: string; password: string }
    await delays.begin(login, request.ip)
    const body = { username: login, password }
    const answer = await library.api.signInUsername({ body, headers: new Headers(), asResponse: true })
    const entered = await bodyOf<Entered>(answer, problems.wrongPassword({}))
    if (!entered.twoFactorRedirect) return enter(ground, entered, answer, reply, login, request.ip)
    await delays.half(login, request.ip)
    passCookies(answer, reply)
    return needsSecond
  })

  addRoad(app, roads.secondFactor, log, async (request, reply) => {
    const { kind, code } = request.body as { kind: 'totp' | 'backup'; code: string }
    const asked = { body: { code }, headers: challengeOf(request), asResponse: true as const }
    const answer = kind === 'totp' ? await library.api.verifyTOTP(asked) : await library.api.verifyBackupCode(asked)
    return enter(ground, await bodyOf<Entered>(answer, problems.secondFactorWrong({})), answer, reply)
  })

  addRoad(app, roads.enrol, log, async (request): Promise<EnrolReply> => {
    const { account, login } = await getStanding(ground, request)
    const { password } = request.body as { password: string }
    await delays.begin(login, request.ip)
    const answer = await library.api.enableTwoFactor({ body: { password }, headers: cookiesOf(request), asResponse: true })
    const { totpURI, backupCodes } = await bodyOf<{ totpURI: string; backupCodes: string[] }>(answer, problems.wrongPassword({}))
    await delays.succeeded(login, request.ip)
    await ground.note(account, 'session.enrol')
    return { address: labelled(totpURI, login), backupCodes }
  })

  addRoad(app, roads.confirm, log, async (request, reply) => {
    const { account, enrolled } = await getStanding(ground, request)
    if (enrolled) throw problems.secondFactorKept({})
    const answer = await library.api.verifyTOTP({
      body: request.body as { code: string },
      headers: cookiesOf(request),
      asResponse: true,
    })
    await bodyOf(answer, problems.secondFactorWrong({}))
    sessions.forget(account.id)
    passCookies(answer, reply)
    await ground.note(account, 'session.confirm-second-factor')
    return signedIn
  })

  addRoad(app, roads.changePassword, log, async (request, reply) => {
    const { account, login } = await getStanding(ground, request)
    const { old, new: fresh } = request.body as { old: string; new: string }
    refuse(whyNotPassword(fresh, login))
    if (old === fresh) throw problems.passwordSame({})
    await delays.begin(login, request.ip)
    const body = { currentPassword: old, newPassword: fresh, revokeOtherSessions: true }
    const answer = await library.api.changePassword({ body, headers: cookiesOf(request), asResponse: true })
    await bodyOf(answer, problems.wrongPassword({}))
    await delays.succeeded(login, request.ip)
    const { internalAdapter } = await library.$context
    await internalAdapter.updateUser(account.id, { mustChange: false })
    sessions.forget(account.id)
    passCookies(answer, reply)
    await ground.note(account, 'session.change-password')
    return signedIn
  })

  addRoad(app, roads.signOut, log, async (request, reply) => {
    const found = await library.api.getSession({ headers: cookiesOf(request) })
    const answer = await library.api.signOut({ headers: cookiesOf(request), asResponse: true })
    if (found) sessions.forget(found.user.id)
    passCookies(answer, reply)
    return {}
  })
}

// A session was made; it counts only when its account may still sign in.
async function enter(ground: Ground, entered: Entered, answer: Response, reply: FastifyReply, login?: string, address?: string) {
  const account = entered.user && (await findActive(ground.db, entered.user.id))
  if (!account) {
    const { internalAdapter } = await ground.library.$context
    if (entered.token) await internalAdapter.deleteSession(entered.token)
    throw problems.wrongPassword({})
  }
  if (login !== undefined) await ground.delays.succeeded(login, address ?? '')
  passCookies(answer, reply)
  await ground.note(account, 'session.sign-in')
  return signedIn
}

async function getStanding({ db, library }: Ground, request: FastifyRequest) {
  const found = await library.api.getSession({ headers: cookiesOf(request) })
  const account = found && (await findActive(db, found.user.id))
  if (!account) throw common.signedOut({})
  return { account, login: account.login, enrolled: found.user.twoFactorEnabled === true }
}

// The library writes its address of mail on the authenticator; people know their login name.
function labelled(uri: string, login: string): string {
  const { searchParams } = new URL(uri)
  return `otpauth://totp/${encodeURIComponent('网底')}:${encodeURIComponent(login)}?${searchParams}`
}
