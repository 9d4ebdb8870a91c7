import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Role } from '@wangdi/domain/roles.ts'
import { type House, startHouse } from '../../test/house.ts'
import { cookieOf, testPassword, testSecret } from '../../test/sign-in.ts'
import { openDb } from '../platform/db.ts'
import { makeLog } from '../platform/log.ts'
import { saveAccount } from './index.ts'

const tixiang = '410105001003'
let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())
// All tests share one address, whose failures would add up.
beforeEach(async () => {
  house.signIn.stand()
  await sql`delete from auth.attempt`.execute(house.owner)
})

const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(`${house.url}/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code
const sessionOf = async (cookie: string): Promise<unknown> =>
  (await fetch(`${house.url}/api/session`, { headers: { cookie } })).json()
const codeFor = async (account: string) => (await house.signIn.logins.findCode(account)) ?? ''
let made = 0
async function account(role: Role, place: string, more: { mustChange?: boolean; secondFactor?: string } = {}) {
  const login = `person${++made}`
  const id = await saveAccount(house.owner, house.signIn.logins, {
    login,
    name: '王敏',
    role,
    place,
    password: testPassword,
    ...more,
  })
  return { id, login }
}

test('a worker signs in with name and password, in small letters or capitals, and out again', async () => {
  const { login } = await account('grid-worker', tixiang)
  const answer = await post('/auth/sign-in', { login: login.toUpperCase(), password: testPassword })
  expect(await answer.json()).toEqual({ state: 'signed-in' })
  expect(answer.headers.getSetCookie()[0]).toMatch(/^wangdi\.session_token=.*HttpOnly.*SameSite=Lax/i)
  const cookie = cookieOf(answer)
  expect((await fetch(`${house.url}/api/session`, { headers: { cookie } })).status).toBe(200)
  expect((await post('/auth/sign-out', {}, { cookie })).status).toBe(200)
  expect((await fetch(`${house.url}/api/session`, { headers: { cookie } })).status).toBe(401)
})

test('nobody makes an account for themselves, and no other road of the library is open', async () => {
  for (const path of [
    'sign-up/email',
    'sign-in/username',
    'sign-in/email',
    'update-user',
    'two-factor/disable',
    'delete-user',
    'list-sessions',
  ])
    expect([path, (await post(`/auth/${path}`, {})).status]).toEqual([path, 404])
  expect((await fetch(`${house.url}/api/demo/logins`)).status).toBe(404)
})

test('wrong passwords are answered ever more slowly, the same for names that exist and names that do not', async () => {
  const { login } = await account('grid-worker', tixiang)
  const answers = async (name: string) => {
    const seen: string[] = []
    for (let n = 0; n < 4; n++) seen.push(await codeOf(await post('/auth/sign-in', { login: name, password: 'wrong-password' })))
    return seen
  }
  const known = await answers(login)
  expect(known).toEqual(['session.wrong-password', 'session.wrong-password', 'session.wrong-password', 'session.wait'])
  expect(await answers('nobody-here')).toEqual(known)
  const waiting = await post('/auth/sign-in', { login, password: testPassword })
  expect([waiting.status, await waiting.json()]).toMatchObject([
    429,
    { code: 'session.wait', facts: { seconds: expect.any(Number) } },
  ])
  house.signIn.turn(60_000)
  expect((await post('/auth/sign-in', { login, password: testPassword })).status).toBe(200)
  house.signIn.turn(0)
})

test('many guesses at once do not slip through together', async () => {
  const { login } = await account('grid-worker', tixiang)
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => post('/auth/sign-in', { login, password: 'wrong-password' }).then(codeOf)),
  )
  expect(answers.filter((code) => code === 'session.wrong-password')).toHaveLength(3)
})

test('a county role needs its second factor before anything else, sets it up, and signs in with it', async () => {
  const { login, id } = await account('county-leader', '410105')
  const cookie = cookieOf(await post('/auth/sign-in', { login, password: testPassword }))
  expect(await sessionOf(cookie)).toMatchObject({ needs: 'second-factor' })
  const closed = await fetch(`${house.url}/api/sessions`, { headers: { cookie } })
  expect([closed.status, await codeOf(closed)]).toEqual([403, 'session.second-factor-needed'])
  const enrolled = (await (await post('/auth/second-factor/enrol', { password: testPassword }, { cookie })).json()) as {
    address: string
    backupCodes: string[]
  }
  expect(enrolled.address).toMatch(new RegExp(`^otpauth://totp/.*:${login}\\?secret=[A-Z2-7]+`))
  expect(await codeOf(await post('/auth/second-factor/confirm', { code: '000000' }, { cookie }))).toBe(
    'session.second-factor-wrong',
  )
  const confirmed = await post('/auth/second-factor/confirm', { code: await codeFor(id) }, { cookie })
  const full = cookieOf(confirmed) || cookie
  expect(await sessionOf(full)).toMatchObject({ needs: null })

  const first = await post('/auth/sign-in', { login, password: testPassword })
  expect(await first.json()).toEqual({ state: 'second-factor-needed' })
  const half = cookieOf(first)
  expect((await fetch(`${house.url}/api/session`, { headers: { cookie: half } })).status).toBe(401)
  expect(await codeOf(await post('/auth/second-factor', { kind: 'totp', code: '000000' }, { cookie: half }))).toBe(
    'session.second-factor-wrong',
  )
  const [paper = ''] = enrolled.backupCodes
  expect((await post('/auth/second-factor', { kind: 'backup', code: paper }, { cookie: half })).status).toBe(200)
  const again = cookieOf(await post('/auth/sign-in', { login, password: testPassword }))
  expect(await codeOf(await post('/auth/second-factor', { kind: 'backup', code: paper }, { cookie: again }))).toBe(
    'session.second-factor-wrong',
  )
  expect((await post('/auth/second-factor', { kind: 'totp', code: await codeFor(id) }, { cookie: again })).status).toBe(200)
})

test('five wrong codes end the second step, and the password must be given again', async () => {
  const { login } = await account('city-officer', '4101', { secondFactor: testSecret })
  const cookie = cookieOf(await post('/auth/sign-in', { login, password: testPassword }))
  const codes: string[] = []
  for (let n = 0; n < 6; n++)
    codes.push(await codeOf(await post('/auth/second-factor', { kind: 'totp', code: '000000' }, { cookie })))
  expect(codes).toEqual([...Array(5).fill('session.second-factor-wrong'), 'session.second-factor-late'])
})

test('a password set by somebody else is changed before anything else, and not to one easy to guess', async () => {
  const { login } = await account('community-director', tixiang, { mustChange: true })
  const cookie = cookieOf(await post('/auth/sign-in', { login, password: testPassword }))
  expect(await sessionOf(cookie)).toMatchObject({ needs: 'password' })
  expect(await codeOf(await fetch(`${house.url}/api/sessions`, { headers: { cookie } }))).toBe('session.password-needed')
  const change = (fresh: string, old = testPassword) => post('/auth/password', { old, new: fresh }, { cookie })
  expect(await codeOf(await change('short'))).toBe('session.password-short')
  expect(await codeOf(await change(`${login}123`))).toBe('session.password-known')
  expect(await codeOf(await change('1234567890'))).toBe('session.password-known')
  expect(await codeOf(await change(testPassword))).toBe('session.password-same')
  expect(await codeOf(await change('白果巷的银杏树黄了一地', 'not-the-old-one'))).toBe('session.wrong-password')
  const changed = await change('白果巷的银杏树黄了一地')
  expect(changed.status).toBe(200)
  expect(await sessionOf(cookieOf(changed))).toMatchObject({ needs: null })
  expect((await post('/auth/sign-in', { login, password: testPassword })).status).toBe(403)
})

test('a writing request that a page of another site sent is refused', async () => {
  const { login } = await account('grid-worker', tixiang)
  const from = (headers: Record<string, string>) =>
    post('/auth/sign-in', { login, password: testPassword }, headers).then((a) => a.status)
  expect(await from({ origin: 'https://elsewhere.example' })).toBe(403)
  expect(await from({ 'sec-fetch-site': 'cross-site' })).toBe(403)
  expect(await from({ origin: house.url })).toBe(200)
  expect(await from({ 'sec-fetch-site': 'same-origin' })).toBe(200)
})

test('an account that is switched off is out at the latest after half a minute, and cannot come back', async () => {
  const { login, id } = await account('grid-worker', tixiang)
  const cookie = cookieOf(await post('/auth/sign-in', { login, password: testPassword }))
  await sessionOf(cookie)
  await sql`update account set active = false where id = ${id}`.execute(house.owner)
  house.signIn.turn(31_000)
  expect((await fetch(`${house.url}/api/session`, { headers: { cookie } })).status).toBe(401)
  house.signIn.turn(0)
  expect(await codeOf(await post('/auth/sign-in', { login, password: testPassword }))).toBe('session.wrong-password')
})

test('the role of the sign-in library sees nothing of the house', async () => {
  const url = new URL(house.ownerUrl)
  url.username = 'wangdi_auth'
  url.password = 'for-tests-only'
  const db = openDb(url.href, makeLog('silent'), 1)
  await expect(sql`select * from public.account`.execute(db)).rejects.toThrow(/permission denied/)
  await expect(sql`select * from public.place`.execute(db)).rejects.toThrow(/permission denied/)
  await expect(sql`select * from auth."user"`.execute(house.db)).rejects.toThrow(/permission denied/)
  await db.destroy()
})

test('signing in and out leaves lines in the audit, without anything that was typed', async () => {
  const { login, id } = await account('grid-worker', tixiang)
  await post('/auth/sign-in', { login, password: testPassword })
  const { rows } = await sql`select verb, place, targets from audit_line where account = ${id}`.execute(house.owner)
  expect(rows).toEqual([{ verb: 'session.sign-in', place: tixiang, targets: {} }])
})
