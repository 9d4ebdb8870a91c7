import { traces } from '@wangdi/domain/staff/session-traces.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newAccount, tryRoad, trySignIn } from '../../../test/guesser.ts'
import { type House, startHouse } from '../../../test/house.ts'
import { testPassword, testSecret } from '../../../test/sign-in.ts'

const tixiang = '410105001003'
let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  house.signIn.stand()
  await sql`delete from auth.attempt`.execute(house.owner)
})

async function linesOf(account: string | null): Promise<{ verb: string; scope: string; place: string; targets: object }[]> {
  await house.signIn.settled()
  const { rows } = await sql<{ verb: string; scope: string; place: string; targets: object }>`
    select verb, scope, place, targets from audit_line where account is not distinct from ${account} order by id`.execute(
    house.owner,
  )
  return rows
}
const verbsOf = async (account: string) => (await linesOf(account)).map(({ verb }) => verb)
const nobody = '00000000-0000-0000-0000-000000000000'

test('wrong passwords, being slowed, signing in and out leave lines of who and what in the county of the account', async () => {
  const { login, id } = await newAccount(house, 'grid-worker', tixiang)
  for (let n = 0; n < 5; n++) await trySignIn(house, login, { password: `typed-by-mistake-${n}` })
  house.signIn.turn(3_000)
  const { cookie } = await trySignIn(house, login)
  house.signIn.turn(0)
  await tryRoad(house, 'sign-out', {}, { cookie })
  await tryRoad(house, 'sign-out', {}, { cookie })
  const lines = await linesOf(id)
  expect(lines.map(({ verb }) => verb)).toEqual([
    'session.wrong-password',
    'session.wrong-password',
    'session.wrong-password',
    'session.slowed', // once for a wait, however often it is run into
    'session.sign-in',
    'session.sign-out',
  ])
  for (const { scope, place, targets } of lines)
    expect({ scope, place, targets }).toEqual({ scope: '410105', place: tixiang, targets: {} })
})

test('the second step leaves its refusals: a wrong code, and one that was used', async () => {
  const { login, id } = await newAccount(house, 'county-leader', '410105', { secondFactor: testSecret })
  const first = await trySignIn(house, login)
  const code = (await house.signIn.logins.findCode(id)) ?? ''
  const second = (typed: string, kind: string, { cookie }: { cookie: string }) =>
    tryRoad(house, 'second-factor', { kind, code: typed }, { cookie })
  await second('aaaaa-bbbbb', 'backup', first)
  await second(code, 'totp', first)
  await second(code, 'totp', await trySignIn(house, login))
  expect(await verbsOf(id)).toEqual(['session.wrong-code', 'session.sign-in', 'session.used-code'])
})

test('a switched-off account that knocks leaves a line of its own, a name that nobody has one without an account', async () => {
  const { login, id } = await newAccount(house, 'grid-worker', tixiang)
  await sql`update account set active = false where id = ${id}`.execute(house.owner)
  await trySignIn(house, login)
  expect(await verbsOf(id)).toEqual(['session.switched-off'])
  const before = (await linesOf(nobody)).length
  await trySignIn(house, 'nobody-at-all')
  expect((await linesOf(nobody)).slice(before)).toEqual([
    { verb: 'session.unknown-name', scope: 'nation', place: '', targets: {} },
  ])
})

test('names that nobody has, typed again and again, leave twenty lines an hour, then one each time their number has doubled', async () => {
  house.clock.set('2026-11-17T20:00:00+08:00') // an hour of its own
  const before = (await linesOf(nobody)).length
  for (let n = 0; n < 41; n++) await trySignIn(house, `nobody-at-all-${n}`, { from: `198.51.${n}.7` })
  const told = (await linesOf(nobody)).slice(before)
  expect(new Set(told.map(({ verb }) => verb))).toEqual(new Set(['session.unknown-name']))
  expect(told.map(({ targets }) => targets)).toEqual([...Array.from({ length: 20 }, () => ({})), { times: '40' }])
  house.clock.set('2026-11-17T10:00:00+08:00')
})

test('a wrong password in an open session leaves its line', async () => {
  const { login, id } = await newAccount(house, 'grid-worker', tixiang)
  const { cookie } = await trySignIn(house, login)
  await tryRoad(house, 'password', { old: 'not-the-old-one', new: '白果巷的银杏树黄了一地' }, { cookie })
  await tryRoad(house, 'password', { old: testPassword, new: '白果巷的银杏树黄了一地' }, { cookie })
  expect(await verbsOf(id)).toEqual(['session.sign-in', 'session.wrong-password', 'session.change-password'])
})

test('nothing that was typed stands in any line, and every trace has its words', async () => {
  const { login } = await newAccount(house, 'grid-worker', tixiang)
  const typed = ['a-secret-that-was-mistyped', 'a-name-that-is-a-password']
  await trySignIn(house, login, { password: typed[0] })
  await trySignIn(house, typed[1] ?? '', { password: 'x' })
  const { rows } = await sql<{ line: string; verb: string }>`select a::text as line, verb from audit_line a`.execute(house.owner)
  expect(rows.filter(({ line }) => typed.some((text) => line.includes(text)))).toEqual([])
  const named = rows.filter(({ verb }) => verb.startsWith('session.')).map(({ verb }) => verb)
  expect(named.filter((verb) => !(verb in traces))).toEqual([])
})
