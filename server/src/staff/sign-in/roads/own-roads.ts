import { problems as common, refuse } from '@wangdi/domain/problem.ts'
import { whyNotPassword } from '@wangdi/domain/staff/password.rules.ts'
import { type EnrolReply, roads, type SignInReply } from '@wangdi/domain/staff/sign-in.api.ts'
import { problems } from '@wangdi/domain/staff/sign-in.problems.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { findActive } from '../accounts.queries.ts'
import { bodyOf, passCookies } from './answers.ts'
import { countGuess, fromOf, type Ground, tracing } from './ground.ts'
import { addRoad } from './road.ts'
import { cookiesOf } from './sign-in-roads.ts'
import { isFresh } from '../second-factor/once.ts'

const signedIn: SignInReply = { state: 'signed-in' }

/** Opens the roads of one's own password and second factor, for those who are signed in. */
export function addOwnRoads(app: FastifyInstance, ground: Ground): void {
  const { library, delays, sessions, log } = ground

  addRoad(app, roads.enrol, log, async (request): Promise<EnrolReply> => {
    const account = await getStanding(ground, request)
    const { password } = request.body as { password: string }
    const given = await withPassword(ground, request, account, async () => {
      const answer = await library.api.enableTwoFactor({ body: { password }, headers: cookiesOf(request), asResponse: true })
      return bodyOf<{ totpURI: string; backupCodes: string[] }>(answer, problems.wrongPassword({}))
    })
    await ground.note(account, 'session.enrol')
    return { address: labelled(given.totpURI, account.login), backupCodes: given.backupCodes }
  })

  addRoad(app, roads.confirm, log, async (request, reply) => {
    const account = await getStanding(ground, request)
    if (await isEnrolled(ground, account.id)) throw problems.secondFactorKept({})
    const { code } = request.body as { code: string }
    const takeBack = await countGuess(ground, 'code', fromOf(ground, request, account.login), account)
    if (!(await isFresh(ground, account.id, code))) throw problems.secondFactorUsed({})
    const answer = await library.api.verifyTOTP({ body: { code }, headers: cookiesOf(request), asResponse: true })
    await tracing(ground, account, 'session.wrong-code', () => bodyOf(answer, problems.secondFactorWrong({})))
    await takeBack()
    sessions.forget(account.id)
    passCookies(answer, reply)
    await ground.note(account, 'session.confirm-second-factor')
    return signedIn
  })

  addRoad(app, roads.changePassword, log, async (request, reply) => {
    const account = await getStanding(ground, request)
    const { old, new: fresh } = request.body as { old: string; new: string }
    refuse(whyNotPassword(fresh, account.login))
    if (old === fresh) throw problems.passwordSame({})
    const body = { currentPassword: old, newPassword: fresh, revokeOtherSessions: true }
    await withPassword(ground, request, account, async () => {
      const answer = await library.api.changePassword({ body, headers: cookiesOf(request), asResponse: true })
      await bodyOf(answer, problems.wrongPassword({}))
      passCookies(answer, reply)
    })
    await delays.clear(account.login)
    const { internalAdapter } = await library.$context
    await internalAdapter.updateUser(account.id, { mustChange: false })
    sessions.forget(account.id)
    await ground.note(account, 'session.change-password')
    return signedIn
  })
}

type Standing = Awaited<ReturnType<typeof getStanding>>

// Whoever sits at an open session may still be somebody else who guesses: the password is counted as at the door.
async function withPassword<T>(ground: Ground, request: FastifyRequest, account: Standing, run: () => Promise<T>): Promise<T> {
  const takeBack = await countGuess(ground, 'password', fromOf(ground, request, account.login), account)
  const result = await tracing(ground, account, 'session.wrong-password', run)
  await takeBack()
  return result
}

async function getStanding({ db, sessions }: Ground, request: FastifyRequest) {
  const id = await sessions.findAccount(request)
  const account = id === undefined ? undefined : await findActive(db, id)
  if (!account) throw common.signedOut({})
  return account
}

async function isEnrolled({ library }: Ground, account: string): Promise<boolean> {
  const user = await (await library.$context).internalAdapter.findUserById(account)
  return (user as { twoFactorEnabled?: boolean | null } | null)?.twoFactorEnabled === true
}

// The library writes its address of mail on the authenticator; people know their login name.
function labelled(uri: string, login: string): string {
  const { searchParams } = new URL(uri)
  return `otpauth://totp/${encodeURIComponent('网底')}:${encodeURIComponent(login)}?${searchParams}`
}
