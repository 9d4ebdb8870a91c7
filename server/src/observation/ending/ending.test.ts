import { handOver, listLeft } from '@wangdi/domain/observation/ending/ending.api.ts'
import { releaseObservations, withdrawRelease } from '@wangdi/domain/observation/release/release.api.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { codesOf, refusal } from '../../../test/given/arrivals.ts'
import { givenStay } from '../../../test/given/observation.ts'
import { givenDwelling, givenPerson } from '../../../test/given/people.ts'
import { type Caller, type House, type Refused, startHouse } from '../../../test/house.ts'
import { usualOffice } from '@wangdi/domain/observation/notice/office.ts'
import { saveOffice } from '@wangdi/domain/observation/notice/notice.api.ts'
import { closeResponse, openResponse } from '@wangdi/domain/regimes/regimes.api.ts'
import { openResponseFor, testRules } from '../../regimes/given.ts'

const county = '410105'
const tixiang = '410105001003'
const beside = '410105001004'
let house: House
let health: Caller
beforeAll(async () => {
  house = await startHouse()
  health = await house.as('county-health', county, '王海涛')
  await sql`insert into county (place) values (${county}) on conflict do nothing`.execute(house.owner)
  await health.call(saveOffice, { place: county, office: { ...usualOffice('金水区'), phone: '0371-00001200' } })
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.set('2026-11-17T10:00:00+08:00')
  await sql`truncate response_act, response, person, observation cascade`.execute(house.owner)
})

// Somebody whose seven days end on 2026-11-22, unless they began on another day.
async function observed(name: string, { from = '2026-11-16', community = tixiang } = {}): Promise<string> {
  const dwelling = await givenDwelling(house, community)
  return givenStay(house, community, await givenPerson(house, community, name, { dwelling }), from)
}
const settle = (response: string, observations: readonly string[], outcome: 'handed-on' | 'left', note: string, who = health) =>
  who.call(handOver, {
    ...{ response, place: county, outcome, note },
    items: observations.map((observation) => ({ id: newId(), observation })),
  })
const left = (response: string, who = health, place = county) => who.call(listLeft, { response, place })

test('a response does not end while somebody is under observation whom nobody released, handed on or listed as left [R-LAW-1]', async () => {
  const { id, closeAtOnce } = await openResponseFor(house, county, { from: '2026-11-10', until: '2026-12-10' })
  const done = await observed('葛志鹏', { from: '2026-11-11' })
  const [zhou, sun] = [await observed('周建国'), await observed('孙玉兰', { community: beside })]
  const refused = await closeAtOnce().catch((error: Refused) => error)
  expect(refused).toMatchObject({ problem: { code: 'regimes.people-observed', facts: { count: 3 } } })
  await health.call(releaseObservations, { place: county, items: [{ id: newId(), observation: done }], tests: '阴性' })
  expect(codesOf((await settle(id, [zhou], 'handed-on', '转到定点医院，接手人韩医生')).answers)).toEqual(['done'])
  expect(await refusal(closeAtOnce())).toBe('regimes.people-observed')
  expect(codesOf((await settle(id, [sun, zhou], 'left', '到 11-22 期满为止')).answers)).toEqual(['done', 'observation.settled'])
  expect(await refusal(closeAtOnce())).toBe('done')
  // The list stays readable after the end, with what was decided of each.
  house.clock.set('2026-11-18T10:00:00+08:00')
  const { rows, total, unsettled, ended_on } = await left(id)
  expect([total, unsettled, ended_on]).toEqual([3, 0, '2026-11-17'])
  expect(Object.fromEntries(rows.map(({ name, settled }) => [name, settled?.how]))).toEqual({
    葛志鹏: 'released',
    周建国: 'handed-on',
    孙玉兰: 'left',
  })
  expect((await left(id, await house.as('community-doctor', tixiang), tixiang)).total).toBe(2)
})

test('whoever had a release that was taken back is under observation as before: the response waits for them, on the list as in the count', async () => {
  const { id, closeAtOnce } = await openResponseFor(house, county, { from: '2026-11-10', until: '2026-12-10' })
  const done = await observed('葛志鹏', { from: '2026-11-11' })
  await health.call(releaseObservations, { place: county, items: [{ id: newId(), observation: done }], tests: '阴性' })
  expect(await left(id)).toMatchObject({ total: 1, unsettled: 0 })
  await health.call(withdrawRelease, { id: newId(), observation: done, why: '报错了人' })
  expect(await left(id)).toMatchObject({ total: 1, unsettled: 1, rows: [{ name: '葛志鹏', settled: null }] })
  expect(await refusal(closeAtOnce())).toBe('regimes.people-observed')
  await health.call(releaseObservations, { place: county, items: [{ id: newId(), observation: done }], tests: '阴性' })
  expect(await refusal(closeAtOnce())).toBe('done')
})

test('who was left when a term ran out by itself stands on the list as settled by nobody, until somebody settles them', async () => {
  const { id } = await openResponseFor(house, county, { from: '2026-11-10', until: '2026-11-18' })
  const zhou = await observed('周建国')
  await observed('葛志鹏', { from: '2026-11-12' })
  house.clock.set('2026-11-19T10:00:00+08:00')
  expect(await left(id)).toMatchObject({
    total: 1,
    unsettled: 1,
    ended_on: '2026-11-18',
    rows: [{ name: '周建国', settled: null }],
  })
  await settle(id, [zhou], 'left', '到 11-22 期满为止')
  expect(await left(id)).toMatchObject({ unsettled: 0 })
})

test('where another response goes on, nobody is left; beyond it they are', async () => {
  const { id, closeAtOnce } = await openResponseFor(house, county, { from: '2026-11-10', until: '2026-12-10' })
  await openResponseFor(house, county, { from: '2026-11-10', until: '2026-12-10', scope: [beside] })
  await observed('孙玉兰', { community: beside })
  expect(await left(id)).toMatchObject({ total: 0 })
  const zhou = await observed('周建国')
  expect(await refusal(closeAtOnce())).toBe('regimes.people-observed')
  await settle(id, [zhou], 'left', '到期满为止')
  expect(await refusal(closeAtOnce())).toBe('done')
})

test('a city that ends its own response is told how many are not settled below it, and of nobody who; the county settles them', async () => {
  const city = await house.as('city-officer', '4101', '赵明')
  const id = newId()
  await city.call(openResponse, {
    ...{ id, place: '4101', issuer: '市人民政府', number: '郑政〔2026〕1号', level: 'Ⅲ级', scope: [county], rules: testRules },
    ...{ from: '2026-11-10', until: '2026-12-10', review_on: null, content: '启动社区防控', ground: '传染病防治法 第六十三条' },
  })
  const zhou = await observed('周建国')
  const close = () => city.call(closeResponse, { id, number: '郑政〔2026〕2号', reason: '疫情结束' })
  expect(await close().catch((error: Refused) => error)).toMatchObject({ problem: { facts: { count: 1 } } })
  expect(await refusal(left(id, city, '4101'))).toBe('access.refused')
  await settle(id, [zhou], 'left', '到 11-22 期满为止')
  expect(await refusal(close())).toBe('done')
})
