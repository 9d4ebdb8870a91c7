import { afterAll, beforeAll, expect, test } from 'vitest'
import { newAccount, tryRoad, trySignIn } from '../../../../test/guesser.ts'
import { type House, startHouse } from '../../../../test/house.ts'
import { atOnce } from '../../../../test/races/at-once.ts'
import { testPassword, testSecret } from '../../../../test/sign-in.ts'
import { codeAt, stepAt } from './codes.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

const leader = () => newAccount(house, 'county-leader', '410105', { secondFactor: testSecret })
// Each challenge on a connection of its own, as two people would come.
async function send(cookie: string, body: object): Promise<string> {
  const headers = { cookie, 'content-type': 'application/json', connection: 'close' }
  const answer = await fetch(`${house.url}/api/auth/second-factor`, { method: 'POST', headers, body: JSON.stringify(body) })
  const { state, code } = (await answer.json()) as { state?: string; code?: string }
  return state ?? code ?? ''
}

test('digits are those of RFC 6238, appendix B', () => {
  const secret = '12345678901234567890'
  const at = (seconds: number) => codeAt(secret, stepAt(new Date(seconds * 1000)))
  expect([59, 1111111109, 1111111111, 1234567890, 2000000000, 20000000000].map(at)).toEqual([
    '287082',
    '081804',
    '050471',
    '005924',
    '279037',
    '353130',
  ])
})

test('a code that was accepted is not accepted again while it would still hold, and the step goes on with the next one', async () => {
  const { login, id } = await leader()
  const code = (await house.signIn.logins.findCode(id)) ?? ''
  const first = await trySignIn(house, login)
  expect(await send(first.cookie, { kind: 'totp', code })).toBe('signed-in')
  const second = await trySignIn(house, login)
  expect(await send(second.cookie, { kind: 'totp', code })).toBe('session.second-factor-used')
  const next = (await house.signIn.logins.findCode(id)) ?? ''
  expect(next).not.toBe(code)
  expect(await send(second.cookie, { kind: 'totp', code: next })).toBe('signed-in')
})

test('a code that another account used is not used up', async () => {
  const [one, other] = [await leader(), await leader()]
  const code = (await house.signIn.logins.findCode(one.id)) ?? ''
  expect(await send((await trySignIn(house, one.login)).cookie, { kind: 'totp', code })).toBe('signed-in')
  expect(await send((await trySignIn(house, other.login)).cookie, { kind: 'totp', code })).toBe('signed-in')
})

test('of two who send one code at the same moment one is in', async () => {
  const { login, id } = await leader()
  const challenges = [await trySignIn(house, login), await trySignIn(house, login)]
  const code = (await house.signIn.logins.findCode(id)) ?? ''
  const seen: string[] = []
  const sends = challenges.map(
    ({ cookie }) =>
      async () =>
        void seen.push(await send(cookie, { kind: 'totp', code })),
  )
  await atOnce(house, 'auth.used_code', sends)
  expect(seen.toSorted()).toEqual(['session.second-factor-used', 'signed-in'])
  expect(await house.signIn.logins.listSessions(id)).toHaveLength(1)
})

test('the code that confirms a new authenticator does not sign in as well', async () => {
  const { login, id } = await newAccount(house, 'county-leader', '410105')
  const { cookie } = await trySignIn(house, login)
  await tryRoad(house, 'second-factor/enrol', { password: testPassword }, { cookie })
  const code = (await house.signIn.logins.findCode(id)) ?? ''
  expect((await tryRoad(house, 'second-factor/confirm', { code }, { cookie })).outcome).toBe('signed-in')
  const challenge = await trySignIn(house, login)
  expect(await send(challenge.cookie, { kind: 'totp', code })).toBe('session.second-factor-used')
})

test('a code on paper is good once, also for two who send it at the same moment', async () => {
  const { login, id } = await newAccount(house, 'county-leader', '410105')
  const { cookie } = await trySignIn(house, login)
  const enrolled = await house.app.inject({
    method: 'POST',
    url: '/api/auth/second-factor/enrol',
    headers: { cookie },
    payload: { password: testPassword },
  })
  const [paper = ''] = enrolled.json<{ backupCodes: string[] }>().backupCodes
  const code = (await house.signIn.logins.findCode(id)) ?? ''
  await tryRoad(house, 'second-factor/confirm', { code }, { cookie })
  const challenges = [await trySignIn(house, login), await trySignIn(house, login)]
  const seen = await Promise.all(challenges.map((one) => send(one.cookie, { kind: 'backup', code: paper })))
  expect(seen.filter((one) => one === 'signed-in')).toHaveLength(1)
  const again = await trySignIn(house, login)
  expect(await send(again.cookie, { kind: 'backup', code: paper })).toBe('session.second-factor-wrong')
})
