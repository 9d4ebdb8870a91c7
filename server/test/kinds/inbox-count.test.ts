// What the menu says waits: the number of the list, kept while nothing is done that could change it.
import { partyDuty } from '@wangdi/domain/documents/kinds/party-duty.kind.ts'
import { countInbox, getInbox } from '@wangdi/domain/kinds/inbox/inbox.api.ts'
import { registerVerbs } from '@wangdi/domain/kinds/register/register.api.ts'
import pg from 'pg'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { givenQueue } from '../given/arrivals.ts'
import { callKind as call } from '../given/kinds.ts'
import { type Caller, type House, startHouse } from '../house.ts'

const here = '410105001003'
const sent = vi.spyOn(pg.Client.prototype, 'query')
let house: House
let desk: Caller
let director: Caller
let beside: Caller
let officer: Caller
beforeAll(async () => {
  house = await startHouse({ day: '2026-11-17' })
  await givenQueue(house)
  desk = await house.as('community-worker', here, '孙丽')
  director = await house.as('community-director', here, '周敏')
  beside = await house.as('community-director', '410105001004', '李强')
  officer = await house.as('street-officer', '410105001', '陈建国')
})
afterAll(() => house.close())

/** What is counted for somebody, and how many statements that took. */
async function counted(by: Caller): Promise<{ total: number; statements: number }> {
  const before = sent.mock.calls.length
  const { total } = await by.call(countInbox, {})
  return { total, statements: sent.mock.calls.length - before }
}
const listed = async (by: Caller) => (await by.call(getInbox, { size: 200 })).whole.total
const set = (by: Caller, place: string) =>
  call(by, registerVerbs(partyDuty).add, {
    ...{ id: newId(), place, v: 1 },
    fields: { party: 'unit', holder: '晨光印务', duty: '员工健康每天问一遍' },
  })

test('the menu counts what the list has, and reads it again only when somebody did something around the place', async () => {
  const first = await counted(director)
  const again = await counted(director)
  expect(again.total).toBe(first.total)
  // A session, a transaction with its scope, and nothing of what waits.
  expect(again.statements).toBeLessThanOrEqual(8)
  expect(first.statements).toBeGreaterThan(again.statements + 10)
  // The list that was read counts for the menu as well.
  expect(await listed(director)).toBe(first.total)
  expect((await counted(director)).statements).toBe(again.statements)

  // Done in another community it changes nothing here; done here it is counted here, and at the street above.
  await counted(officer)
  await set(beside, '410105001004')
  expect((await counted(director)).statements).toBe(again.statements)
  expect((await counted(officer)).statements).toBeGreaterThan(again.statements)
  await set(director, here)
  expect((await counted(director)).total).toBe(first.total + 1)
  expect((await counted(desk)).total).toBe(await listed(desk))
})

test('what the clock alone brings is counted after five minutes at the latest, and at once on another day', async () => {
  const kept = (await counted(director)).statements
  expect((await counted(director)).statements).toBeLessThanOrEqual(kept)
  house.clock.set('2026-11-17T10:04:00+08:00')
  const before = (await counted(director)).statements
  house.clock.set('2026-11-17T10:06:00+08:00')
  expect((await counted(director)).statements).toBeGreaterThan(before + 10)
  house.clock.set('2026-11-18T00:01:00+08:00')
  expect((await counted(director)).total).toBe(await listed(director))
})
