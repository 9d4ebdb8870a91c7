// Somebody who tries to sign in from an address of their choice, with or without a device that is known.
import type { ProblemReply } from '@wangdi/domain/endpoint.ts'
import type { Role } from '@wangdi/domain/roles.ts'
import { saveAccount } from '../src/staff/index.ts'
import type { House } from './house.ts'
import { testPassword } from './sign-in.ts'

/** What came of one try: `signed-in`, `second-factor-needed` or the code of the problem; cookies as they are sent back. */
export interface Tried {
  readonly outcome: string
  readonly status: number
  readonly seconds: number | undefined
  readonly retryAfter: string | undefined
  readonly cookie: string
}

/** Asks one road of signing in from an address. */
export async function tryRoad(
  house: House,
  path: string,
  payload: object,
  { from = '192.0.2.1', cookie = '' }: { from?: string; cookie?: string } = {},
): Promise<Tried> {
  const headers = { cookie, 'content-type': 'application/json' }
  const answer = await house.app.inject({ method: 'POST', url: `/api/auth/${path}`, remoteAddress: from, headers, payload })
  const body = answer.json<Partial<ProblemReply> & { state?: string }>()
  return {
    outcome: body.state ?? body.code ?? '',
    status: answer.statusCode,
    retryAfter: answer.headers['retry-after'] as string | undefined,
    seconds: body.facts?.['seconds'] as number | undefined,
    cookie: answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; '),
  }
}

/** Signs in by a name; the right password unless another is given. */
export const trySignIn = (house: House, login: string, how: { password?: string; from?: string; cookie?: string } = {}) =>
  tryRoad(house, 'sign-in', { login, password: how.password ?? testPassword }, how)

/** The cookie that marks a device, out of those of an answer. */
export const deviceIn = ({ cookie }: Tried): string => cookie.split('; ').find((one) => one.startsWith('wangdi.device=')) ?? ''

let made = 0

/** Makes an account with the password of tests that nobody has signed in to yet. */
export async function newAccount(
  house: House,
  role: Role,
  place: string,
  more: { mustChange?: boolean; secondFactor?: string } = {},
): Promise<{ id: string; login: string }> {
  const login = `someone-${++made}`
  const given = { login, name: '王敏', role, place, password: testPassword, ...more }
  return { id: await saveAccount(house.owner, house.signIn.logins, given), login }
}
