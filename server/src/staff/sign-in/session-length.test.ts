import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Caller, type House, startHouse } from '../../../test/house.ts'

const tixiang = '410105001003'
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]
let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.close())

async function statusAt(who: Caller, since: number): Promise<number> {
  house.signIn.turn(since)
  const { statusCode } = await house.app.inject({ method: 'GET', url: '/api/session', headers: who.headers })
  return statusCode
}

test('a county role is out twelve hours after it signed in, however much it was used', async () => {
  const leader = await house.as('county-leader', '410105')
  for (let n = 1; n < 12; n++) expect([n, await statusAt(leader, n * hour)]).toEqual([n, 200])
  expect(await statusAt(leader, 12 * hour - minute)).toBe(200)
  expect(await statusAt(leader, 12 * hour)).toBe(401)
})

test('such a session ends on time also when it was looked up just before, and does no more', async () => {
  const leader = await house.as('county-leader', '410105')
  expect(await statusAt(leader, 12 * hour - 5_000)).toBe(200)
  expect(await statusAt(leader, 12 * hour)).toBe(401)
  const change = await house.app.inject({
    method: 'POST',
    url: '/api/auth/password',
    headers: leader.headers,
    payload: { old: 'only-in-tests-2026', new: '白果巷的银杏树黄了一地' },
  })
  expect(change.statusCode).toBe(401)
})

test('other roles stay in for a week without use, and no longer', async () => {
  const worker = await house.as('grid-worker', tixiang)
  expect(await statusAt(worker, 12 * hour)).toBe(200)
  expect(await statusAt(worker, 7 * day - minute)).toBe(200)
  expect(await statusAt(worker, 7 * day + minute)).toBe(401)
})

test('use carries a session on for another week', async () => {
  const worker = await house.as('grid-worker', tixiang)
  await sql`update auth.session set "createdAt" = "createdAt" - interval '6 days', "updatedAt" = "updatedAt" - interval '6 days',
    "expiresAt" = "expiresAt" - interval '6 days' where "userId" = ${worker.account}`.execute(house.owner)
  expect(await statusAt(worker, 0)).toBe(200)
  expect(await statusAt(worker, 7 * day - minute)).toBe(200)
  expect(await statusAt(worker, 7 * day + minute)).toBe(401)
})

test('a session that ended without being used is ended for good', async () => {
  const worker = await house.as('grid-worker', tixiang)
  await sql`update auth.session set "expiresAt" = now() - interval '1 second' where "userId" = ${worker.account}`.execute(
    house.owner,
  )
  expect(await statusAt(worker, 0)).toBe(401)
  expect(await house.signIn.logins.listSessions(worker.account)).toEqual([])
})
