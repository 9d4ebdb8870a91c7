import { resetPassword } from '@wangdi/domain/staff/accounts/account.api.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { deviceIn, newAccount, tryRoad, trySignIn } from '../../../../test/guesser.ts'
import { type House, startHouse } from '../../../../test/house.ts'
import { testSecret } from '../../../../test/sign-in.ts'

const tixiang = '410105001003'
const [home, stranger, elsewhere] = ['192.0.2.1', '198.51.100.66', '203.0.113.5']
let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  house.signIn.stand()
  house.signIn.turn(0)
  await sql`delete from auth.attempt`.execute(house.owner)
  await sql`delete from auth.known_from`.execute(house.owner)
})

const worker = () => newAccount(house, 'grid-worker', tixiang)
const wrong = { password: 'not-the-right-one' }
const outcomeOf = async (...asked: Parameters<typeof trySignIn> extends [House, ...infer A] ? A : never) =>
  (await trySignIn(house, ...asked)).outcome
async function guess(login: string, times: number, fromOf: (n: number) => string): Promise<string[]> {
  const seen: string[] = []
  for (let n = 0; n < times; n++) seen.push(await outcomeOf(login, { ...wrong, from: fromOf(n) }))
  return seen
}
const addresses = (n: number) => `198.18.${n >> 8}.${n & 255}`

test('six wrong passwords of a stranger slow the stranger, and not the person whose name it is', async () => {
  const { login } = await worker()
  expect((await guess(login, 6, () => stranger)).slice(-3)).toEqual(Array(3).fill('session.wait'))
  expect(await outcomeOf(login, { from: stranger })).toBe('session.wait')
  expect(await outcomeOf(login, { from: home })).toBe('signed-in')
  expect(await outcomeOf(login, { from: stranger })).toBe('session.wait')
})

test('a new password given by an administrator clears every count of the name, also where the failures came from', async () => {
  const { login, id } = await worker()
  const keeper = await house.as('security-administrator', '410105')
  await guess(login, 6, () => home)
  await guess(login, 30, addresses)
  expect(await outcomeOf(login, { from: home })).toBe('session.wait')
  const password = '重新给的一次口令-2345'
  await keeper.call(resetPassword, { id, password })
  expect(await outcomeOf(login, { password, from: home })).toBe('signed-in')
  expect(await outcomeOf(login, { password, from: elsewhere })).toBe('signed-in')
})

test('guessing at one name from many addresses becomes slow for all who never signed in there, and for nobody who did', async () => {
  const { login } = await worker()
  expect(await outcomeOf(login, { from: home })).toBe('signed-in')
  const phone = deviceIn(await trySignIn(house, login, { from: elsewhere }))
  const guesses = await guess(login, 30, addresses)
  expect(guesses.filter((one) => one === 'session.wrong-password')).toHaveLength(21)
  expect(guesses.slice(21)).toEqual(Array(9).fill('session.wait'))
  expect(await outcomeOf(login, { from: '198.18.200.1' })).toBe('session.wait')
  expect(await outcomeOf(login, { from: home })).toBe('signed-in')
  expect(await outcomeOf(login, { from: '198.18.200.2', cookie: phone })).toBe('signed-in')
  // They have not made it easier for the others.
  expect(await outcomeOf(login, { from: '198.18.200.3' })).toBe('session.wait')
})

test('slow guessing from ever new addresses stays slow through the day', async () => {
  const { login } = await worker()
  await guess(login, 22, addresses)
  house.signIn.turn(2 * 3_600_000)
  const later = await guess(login, 5, (n) => addresses(1_000 + n))
  expect(later).toEqual(['session.wrong-password', ...Array(4).fill('session.wait')])
})

test('a try that is refused because the name is under attack is no failure of the place it came from', async () => {
  const { login } = await worker()
  for (let n = 0; n < 30; n++) {
    house.signIn.turn(n * 301_000)
    await outcomeOf(login, { ...wrong, from: addresses(n) })
  }
  const attacked = 29 * 301_000
  for (let n = 1; n < 24; n++) {
    house.signIn.turn(attacked + n * 12_000)
    expect(await outcomeOf(login, { from: elsewhere })).toBe('session.wait')
  }
  house.signIn.turn(attacked + 301_000)
  expect(await outcomeOf(login, { from: elsewhere })).toBe('signed-in')
})

test('guessing at many names from one address becomes slow there, and for nobody who signed in there before', async () => {
  const { login } = await worker()
  expect(await outcomeOf(login, { from: stranger })).toBe('signed-in')
  const seen: string[] = []
  for (let n = 0; n < 34; n++) seen.push(await outcomeOf(`nobody-${n}`, { ...wrong, from: stranger }))
  expect(seen.filter((one) => one === 'session.wrong-password')).toHaveLength(31)
  expect(seen.at(-1)).toBe('session.wait')
  const newcomer = await worker()
  expect(await outcomeOf(newcomer.login, { from: stranger })).toBe('session.wait')
  expect(await outcomeOf(newcomer.login, { from: home })).toBe('signed-in')
  expect(await outcomeOf(login, { from: stranger })).toBe('signed-in')
})

test('a known address is no free field for guessing: its names together become slow as well', async () => {
  const strict = await startHouse({ limits: { names: 1 } })
  strict.signIn.stand()
  const all = await Promise.all(Array.from({ length: 12 }, () => newAccount(strict, 'grid-worker', tixiang)))
  for (const { login } of all) expect((await trySignIn(strict, login, { from: home })).outcome).toBe('signed-in')
  const seen: string[] = []
  for (const { login } of all) seen.push((await trySignIn(strict, login, { ...wrong, from: home })).outcome)
  expect(seen).toEqual([...Array(11).fill('session.wrong-password'), 'session.wait'])
  await strict.close()
})

test('a device that is known has its own count, and slows itself', async () => {
  const { login } = await worker()
  const phone = deviceIn(await trySignIn(house, login, { from: home }))
  const seen: string[] = []
  for (let n = 0; n < 5; n++) seen.push(await outcomeOf(login, { ...wrong, from: addresses(n), cookie: phone }))
  expect(seen).toEqual([...Array(3).fill('session.wrong-password'), 'session.wait', 'session.wait'])
  expect(await outcomeOf(login, { from: home })).toBe('signed-in')
})

test('a device is known for the names that signed in on it, and a mark that somebody made up is worth nothing', async () => {
  const [one, other] = [await worker(), await worker()]
  const phone = deviceIn(await trySignIn(house, one.login, { from: home }))
  await guess(other.login, 25, addresses)
  expect(await outcomeOf(other.login, { from: elsewhere, cookie: phone })).toBe('session.wait')
  await guess(one.login, 25, addresses)
  const [id = ''] = phone.replace('wangdi.device=', '').split('.')
  for (const forged of [`wangdi.device=${id}`, `wangdi.device=${id}.`, `wangdi.device=${id}.AAAA`])
    expect(await outcomeOf(one.login, { from: elsewhere, cookie: forged })).toBe('session.wait')
  expect(await outcomeOf(one.login, { from: elsewhere, cookie: phone })).toBe('signed-in')
})

test('of IPv6 a network of 64 bits is one place', async () => {
  const { login } = await worker()
  const seen = await guess(login, 5, (n) => `2001:db8:7::${n + 1}`)
  expect(seen.slice(3)).toEqual(['session.wait', 'session.wait'])
})

test('wrong codes of the second step slow whoever sends them, and not the person whose password they have', async () => {
  const { login, id } = await newAccount(house, 'county-leader', '410105', { secondFactor: testSecret })
  const seen: string[] = []
  for (let round = 0; round < 2; round++) {
    const { cookie } = await trySignIn(house, login, { from: stranger })
    for (let n = 0; n < 4; n++)
      seen.push(
        (await tryRoad(house, 'second-factor', { kind: 'backup', code: 'aaaaa-bbbbb' }, { from: stranger, cookie })).outcome,
      )
  }
  expect(seen.filter((one) => one === 'session.second-factor-wrong')).toHaveLength(6)
  expect(seen.slice(6)).toEqual(['session.wait', 'session.wait'])
  const { cookie } = await trySignIn(house, login, { from: home })
  const code = (await house.signIn.logins.findCode(id)) ?? ''
  expect(await tryRoad(house, 'second-factor', { kind: 'totp', code }, { from: home, cookie })).toMatchObject({
    outcome: 'signed-in',
  })
})

test('many who sign in at once behind one address do not wait for each other, nor for a server whose clock is ahead', async () => {
  const all = await Promise.all(Array.from({ length: 12 }, worker))
  const seen = await Promise.all(all.map(({ login }) => outcomeOf(login, { from: home })))
  expect(seen).toEqual(Array(12).fill('signed-in'))
  const { login } = await worker()
  await outcomeOf('nobody-here', { ...wrong, from: stranger })
  house.signIn.turn(-400)
  expect(await outcomeOf(login, { from: stranger })).toBe('signed-in')
})

test('whoever is slowed hears for how many seconds, in the answer and in its head', async () => {
  const { login } = await worker()
  await guess(login, 4, () => stranger)
  const { status, seconds, retryAfter } = await trySignIn(house, login, { from: stranger })
  expect([status, (seconds ?? 0) > 0, retryAfter]).toEqual([429, true, String(seconds)])
  house.signIn.turn((seconds ?? 0) * 1000)
  expect(await outcomeOf(login, { from: stranger })).toBe('signed-in')
})
