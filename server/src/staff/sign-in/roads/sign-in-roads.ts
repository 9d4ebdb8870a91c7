import { roads, type SignInReply } from '@wangdi/domain/staff/sign-in.api.ts'
import { problems } from '@wangdi/domain/staff/sign-in.problems.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { findActive, findByLogin } from '../accounts.queries.ts'
import { bodyOf, passCookies } from './answers.ts'
import { countGuess, enter, fromOf, type Ground, tracing } from './ground.ts'
import { atOneCost } from '../passwords.ts'
import { addRoad } from './road.ts'
import { findChallenged } from '../second-factor/challenge.ts'
import { isFresh } from '../second-factor/once.ts'

interface Entered {
  twoFactorRedirect?: boolean
  token?: string
}

const signedIn: SignInReply = { state: 'signed-in' }
const needsSecond: SignInReply = { state: 'second-factor-needed' }

/** The cookies of a request, as the library reads them. */
export const cookiesOf = (request: FastifyRequest) => new Headers({ cookie: request.headers.cookie ?? '' })
// The second step stands on the cookie of the first alone: with a session, the library would count no attempts.
const challengeOf = (request: FastifyRequest) =>
  new Headers({
    cookie: (request.headers.cookie ?? '')
      .split('; ')
      .filter((one) => one.includes('two_factor='))
      .join('; '),
  })

/** Opens the roads of signing in and out. */
export function addSignInRoads(app: FastifyInstance, ground: Ground): void {
  const { db, library, sessions, log } = ground

  addRoad(app, roads.signIn, log, async (request, reply) => {
    const { login, password } = request.body as { login: string; password: string }
    const account = await findByLogin(db, login)
    const takeBack = await countGuess(ground, 'password', fromOf(ground, request, login), account)
    const body = { username: login, password }
    const answer = await atOneCost(password, () => library.api.signInUsername({ body, headers: new Headers(), asResponse: true }))
    const why = account ? 'session.wrong-password' : 'session.unknown-name'
    const entered = await tracing(ground, account, account && !account.active ? 'session.switched-off' : why, async () => {
      const given = await bodyOf<Entered>(answer, problems.wrongPassword({}))
      if (account?.active) return given
      await dropSession(ground, given)
      throw problems.wrongPassword({})
    })
    await takeBack()
    if (entered.twoFactorRedirect) {
      passCookies(answer, reply)
      return needsSecond
    }
    if (account) await enter(ground, account, answer, request, reply)
    return signedIn
  })

  addRoad(app, roads.secondFactor, log, async (request, reply) => {
    const { kind, code } = request.body as { kind: 'totp' | 'backup'; code: string }
    const id = await findChallenged(library, request)
    const account = id === undefined ? undefined : await findActive(db, id)
    if (!account) throw problems.secondFactorLate({})
    const takeBack = await countGuess(ground, 'code', fromOf(ground, request, account.login), account)
    if (kind === 'totp' && !(await isFresh(ground, account.id, code))) {
      await ground.note(account, 'session.used-code')
      throw problems.secondFactorUsed({})
    }
    const asked = { body: { code }, headers: challengeOf(request), asResponse: true as const }
    const answer = kind === 'totp' ? await library.api.verifyTOTP(asked) : await library.api.verifyBackupCode(asked)
    await tracing(ground, account, 'session.wrong-code', () => bodyOf<Entered>(answer, problems.secondFactorWrong({})))
    await takeBack()
    await enter(ground, account, answer, request, reply)
    return signedIn
  })

  addRoad(app, roads.signOut, log, async (request, reply) => {
    const found = await library.api.getSession({ headers: cookiesOf(request) })
    const account = found && (await findActive(db, found.user.id))
    const answer = await library.api.signOut({ headers: cookiesOf(request), asResponse: true })
    if (found) sessions.forget(found.user.id)
    if (account) await ground.note(account, 'session.sign-out')
    passCookies(answer, reply)
    return {}
  })
}

// The password was right and the account may not sign in: what the library began is taken away again.
async function dropSession({ library }: Ground, { token }: Entered): Promise<void> {
  const { internalAdapter } = await library.$context
  if (token) await internalAdapter.deleteSession(token)
}
