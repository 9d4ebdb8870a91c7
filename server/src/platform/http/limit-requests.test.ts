import type { ProblemReply } from '@wangdi/domain/endpoint.ts'
import { afterEach, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { testPassword } from '../../../test/sign-in.ts'
import { defaultLimits } from './limits.ts'
import { saveAccount } from '../../staff/index.ts'

const tixiang = '410105001003'
const office = '192.0.2.10'
let house: House
afterEach(() => house.close())

interface Asked {
  readonly from?: string
  readonly headers?: Record<string, string>
  readonly path?: string
}
const ask = ({ from = office, headers = {}, path = '/api/session' }: Asked) =>
  house.app.inject({ method: 'GET', url: path, remoteAddress: from, headers })
const statusOf = async (asked: Asked) => (await ask(asked)).statusCode
async function statusesOf(times: number, asked: Asked): Promise<number[]> {
  const seen: number[] = []
  for (let n = 0; n < times; n++) seen.push(await statusOf(asked))
  return seen
}
const signIn = (login: string, from = office) =>
  house.app.inject({
    method: 'POST',
    url: '/api/auth/sign-in',
    remoteAddress: from,
    payload: { login, password: testPassword },
  })

test('requests without a session shut out neither those who are signed in behind the same address nor those who sign in', async () => {
  house = await startHouse({ limits: defaultLimits })
  const worker = await house.as('grid-worker', tixiang)
  const login = 'newcomer'
  await saveAccount(house.owner, house.signIn.logins, {
    login,
    name: '王敏',
    role: 'volunteer',
    place: tixiang,
    password: testPassword,
  })
  expect((await statusesOf(1_215, {})).slice(-15)).toEqual(Array(15).fill(429))
  expect(await statusOf({ headers: worker.headers })).toBe(200)
  expect((await signIn(login)).statusCode).toBe(200)
})

test('each account has a measure of its own, wherever it asks from, and hears how long to wait', async () => {
  house = await startHouse({ limits: { account: 5, address: 3 } })
  const [one, other] = [await house.as('grid-worker', tixiang), await house.as('grid-worker', tixiang)]
  expect(await statusesOf(6, { headers: one.headers })).toEqual([200, 200, 200, 200, 200, 429])
  const refused = await ask({ headers: one.headers, from: '198.51.100.1' })
  expect(refused.json<ProblemReply>()).toMatchObject({ code: 'request.too-many', facts: { seconds: expect.any(Number) } })
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect(await statusOf({ headers: other.headers })).toBe(200)
})

test('a session that does not hold is counted with its address', async () => {
  house = await startHouse({ limits: { address: 3 } })
  const forged = (n: number) => ({ headers: { cookie: `wangdi.session_token=made-up-${n}.c2lnbmF0dXJl` } })
  const seen: number[] = []
  for (let n = 0; n < 4; n++) seen.push(await statusOf(forged(n)))
  expect(seen).toEqual([401, 401, 401, 429])
})

test('tries to sign in have a measure of their own, apart for a device on which somebody signed in before', async () => {
  house = await startHouse({ limits: { signIn: 3 } })
  const login = 'somebody'
  await saveAccount(house.owner, house.signIn.logins, {
    login,
    name: '王敏',
    role: 'volunteer',
    place: tixiang,
    password: testPassword,
  })
  const post = (cookie: string, name = login) =>
    house.app.inject({
      method: 'POST',
      url: '/api/auth/sign-in',
      remoteAddress: office,
      headers: { cookie },
      payload: { login: name, password: testPassword },
    })
  const first = await post('')
  const mark = first.cookies.find(({ name }) => name === 'wangdi.device')
  expect(mark).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/api/auth' })
  expect([(await post('', 'a1b')).statusCode, (await post('', 'a1c')).statusCode]).toEqual([403, 403])
  expect((await post('')).json<ProblemReply>().code).toBe('request.too-many')
  expect((await post('wangdi.device=made-up.c2lnbmF0dXJl')).json<ProblemReply>().code).toBe('request.too-many')
  expect((await post(`wangdi.device=${encodeURIComponent(mark?.value ?? '')}`)).statusCode).toBe(200)
})

test('pages, files and /health are not counted; the interface is, however its address is written', async () => {
  house = await startHouse({ limits: { address: 2 } })
  expect(await statusesOf(5, { path: '/health' })).toEqual(Array(5).fill(200))
  expect((await statusesOf(5, { path: '/nowhere.js' })).includes(429)).toBe(false)
  expect(await statusesOf(3, { path: '/%61pi/session' })).toEqual([401, 401, 429])
  expect(await statusesOf(1, { path: '/api/docs/json' })).toEqual([429])
})

test('X-Forwarded-For is believed from the proxies that the setting names and from nobody else', async () => {
  house = await startHouse({ limits: { address: 2 } })
  const saying = (text: string, from = office) => statusOf({ from, headers: { 'x-forwarded-for': text } })
  expect([await saying('203.0.113.1'), await saying('203.0.113.2'), await saying('203.0.113.3')]).toEqual([401, 401, 429])
  await house.close()
  house = await startHouse({ limits: { address: 2 }, proxies: ['10.0.0.0/8'] })
  const through = (text: string) => saying(text, '10.0.0.7')
  expect([await through('203.0.113.1'), await through('203.0.113.1'), await through('203.0.113.1')]).toEqual([401, 401, 429])
  expect(await through('203.0.113.2')).toBe(401)
  // Whatever the client wrote itself stands further left than what the proxy added.
  expect(await through('198.51.100.9, 203.0.113.1')).toBe(429)
  expect([await saying('203.0.113.4'), await saying('203.0.113.5'), await saying('203.0.113.6')]).toEqual([401, 401, 429])
})

test('of IPv6 one network of 64 bits is one address', async () => {
  house = await startHouse({ limits: { address: 2 } })
  const seen = [
    await statusOf({ from: '2001:db8::1' }),
    await statusOf({ from: '2001:db8::2' }),
    await statusOf({ from: '2001:db8::3' }),
  ]
  expect([...seen, await statusOf({ from: '2001:db8:0:1::1' })]).toEqual([401, 401, 429, 401])
})
