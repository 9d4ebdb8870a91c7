import { hash, verify } from '@node-rs/argon2'
import { switchOff } from '@wangdi/domain/staff/accounts/account.api.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { newAccount, trySignIn } from '../../../test/guesser.ts'
import { type House, startHouse } from '../../../test/house.ts'
import { testPassword } from '../../../test/sign-in.ts'

// The real thing, counted: time itself says nothing on a busy machine.
vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof import('@node-rs/argon2')>()
  return { ...real, hash: vi.fn(real.hash), verify: vi.fn(real.verify) }
})

const tixiang = '410105001003'
let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())
beforeEach(() => sql`delete from auth.attempt`.execute(house.owner))

/** How the attempt ended, how often a password was hashed for it, and at what cost. */
async function costOf(login: string, password: string) {
  vi.mocked(hash).mockClear()
  vi.mocked(verify).mockClear()
  const { outcome } = await trySignIn(house, login, { password })
  const costs = [
    ...vi.mocked(hash).mock.calls.map(([, cost]) => `${cost?.memoryCost} ${cost?.timeCost} ${cost?.parallelism}`),
    ...vi.mocked(verify).mock.calls.map(([kept]) => String(kept).replace(/.*m=(\d+),t=(\d+),p=(\d+).*/, '$1 $2 $3')),
  ]
  return { outcome, costs }
}

test('a wrong password, a name that nobody has and one that is switched off cost the same and are answered the same', async () => {
  const director = await house.as('community-director', tixiang)
  const [kept, closed, off] = [
    await newAccount(house, 'grid-worker', tixiang),
    await newAccount(house, 'grid-worker', tixiang),
    await newAccount(house, 'grid-worker', tixiang),
  ]
  await director.call(switchOff, { id: closed.id, version: 1 })
  await sql`update account set active = false where id = ${off.id}`.execute(house.owner)
  const refused = { outcome: 'session.wrong-password', costs: ['19456 2 1'] }
  expect(await costOf(kept.login, 'not-the-right-one')).toEqual(refused)
  expect(await costOf('nobody-here', 'not-the-right-one')).toEqual(refused)
  expect(await costOf(closed.login, 'not-the-right-one')).toEqual(refused)
  expect(await costOf(closed.login, testPassword)).toEqual(refused)
  expect(await costOf(off.login, testPassword)).toEqual(refused)
  expect(await costOf('x', 'not-the-right-one')).toEqual(refused)
  expect(await costOf(kept.login, '长'.repeat(128))).toEqual(refused)
  expect(await costOf('nobody-here', '𠮷'.repeat(128))).toEqual(refused)
  expect(await costOf(kept.login, testPassword)).toEqual({ outcome: 'signed-in', costs: ['19456 2 1'] })
})

test('a switched-off account with a second factor does not hear that its password was right', async () => {
  const { login, id } = await newAccount(house, 'county-leader', '410105', { secondFactor: 'x'.repeat(32) })
  await sql`update account set active = false where id = ${id}`.execute(house.owner)
  expect((await trySignIn(house, login)).outcome).toBe('session.wrong-password')
})
