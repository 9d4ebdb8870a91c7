// Signing in for tests: an account of a role at a place, and the headers that carry its session, got over HTTP.
import { randomUUID } from 'node:crypto'
import { needsSecondFactor, type Role } from '@wangdi/domain/roles.ts'
import type { Clock } from '../src/platform/clock.ts'
import { type Db, openDb } from '../src/platform/db.ts'
import { defaultLimits, type Limits } from '../src/platform/http/limits.ts'
import type { Log } from '../src/platform/log.ts'
import type { Keys } from '../src/platform/secrets/keys.ts'
import { makeAuthLogin, makeSignIn, saveAccount, type SignIn } from '../src/staff/index.ts'

export interface Person {
  readonly account: string
  readonly headers: Record<string, string>
}

export interface TestSignIn extends SignIn {
  /** Lets sign-in believe that it is so many milliseconds later. */
  turn(ms: number): void
  /** Stops its clock, so that a slow machine does not wait a wait out; `turn` still moves it. */
  stand(): void
  person(url: string, role: Role, place: string, name?: string): Promise<Person>
}

/** The password of everybody in tests, and the secret of their authenticators. */
export const testPassword = 'only-in-tests-2026'
export const testSecret = 'only-in-tests-the-same-for-all-32'

/** The sign-in of a test house. */
export async function signInForTests(parts: {
  db: Db
  ownerUrl: string
  keys: Keys
  clock: Clock
  log: Log
  limits?: Limits
  /** The logins of the demo are told. */
  demo?: boolean
}): Promise<TestSignIn> {
  const { db, keys, clock, log, limits = defaultLimits, demo = false } = parts
  let turned = 0
  let standing: number | undefined
  const now = () => new Date((standing ?? Date.now()) + turned)
  const authUrl = await makeAuthLogin(parts.ownerUrl, 'for-tests-only', log)
  const owner = openDb(parts.ownerUrl, log, 2)
  const signIn = makeSignIn({ authUrl, db, keys, clock, log, limits, secure: false, demo, now })
  return {
    ...signIn,
    turn: (ms) => void (turned = ms),
    stand: () => void (standing = Date.now()),
    async close() {
      await Promise.all([signIn.close(), owner.destroy()])
    },
    async person(url, role, place, name = role) {
      const login = randomUUID()
      const second = needsSecondFactor(role) ? { secondFactor: testSecret } : {}
      const account = await saveAccount(owner, signIn.logins, { login, name, role, place, password: testPassword, ...second })
      const first = await post(url, '/auth/sign-in', { login, password: testPassword })
      if (!needsSecondFactor(role)) return { account, headers: { cookie: cookieOf(first) } }
      const code = (await signIn.logins.findCode(account)) ?? ''
      const both = await post(url, '/auth/second-factor', { kind: 'totp', code }, cookieOf(first))
      return { account, headers: { cookie: cookieOf(both) } }
    },
  }
}

async function post(url: string, path: string, body: object, cookie = ''): Promise<Response> {
  const headers = { 'content-type': 'application/json', cookie }
  const answer = await fetch(`${url}/api${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
  return answer
}

/** The cookies that an answer sets, as a browser sends them back. */
export const cookieOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .filter((line) => !/Max-Age=0/i.test(line))
    .map((line) => line.split(';')[0])
    .join('; ')
