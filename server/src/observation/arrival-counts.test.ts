import { countArrivals, decideObservation } from '@wangdi/domain/observation/observation.api.ts'
import { checkArrival, listArrivals, recordArrival } from '@wangdi/domain/people/arrival/arrival.api.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenResponse } from '../../test/given/regimes.ts'
import { type Caller, type House, startHouse } from '../../test/house.ts'

const county = '410105'
const tixiang = '410105001003'
const today = '2026-11-17'
let house: House
let clerk: Caller

beforeAll(async () => {
  house = await startHouse({ day: today })
  clerk = await house.as('community-worker', tixiang, '宋磊')
})
afterAll(() => house.close())

const arrival = (more: object = {}) => ({ id: newId(), community: tixiang, origin: '湖北武汉', arrived_on: today, ...more })
const newcomer = (name: string) => ({ id: newId(), name })

test('expected, arrived, checked and under observation are counted by origin and day, and a zero is a sum [R-2020B-13]', async () => {
  await givenResponse(house, tixiang)
  const came = arrival({ entered: newcomer('陈小川'), origin_kind: 'high', point_to_point: true })
  const { person } = await clerk.call(recordArrival, came)
  const later = arrival({ entered: newcomer('高岚'), origin_kind: 'high', state: 'expected' })
  await clerk.call(recordArrival, { ...later, arrived_on: '2026-11-20' })
  await clerk.call(checkArrival, { id: came.id, version: 1, state: 'arrived', arrived_on: today, origin_kind: 'high' })
  const health = await house.as('county-health', county, '韩志远')
  const counts = async (days: object = {}) =>
    (await clerk.call(countArrivals, { place: tixiang, ...days })).origins.filter(({ origin_kind }) =>
      ['high', 'low'].includes(origin_kind),
    )
  const none = { origin_kind: 'low', expected: 0, arrived: 0, checked: 0, observed: 0 }
  expect(await counts()).toEqual([{ origin_kind: 'high', expected: 1, arrived: 1, checked: 1, observed: 0 }, none])
  const [on, of] = [
    { from: today, to: today },
    { from: '2026-11-20', to: '2026-11-20' },
  ]
  expect(await counts(on)).toEqual([{ origin_kind: 'high', expected: 0, arrived: 1, checked: 1, observed: 0 }, none])
  expect(await counts(of)).toEqual([{ origin_kind: 'high', expected: 1, arrived: 0, checked: 0, observed: 0 }, none])
  await health.call(decideObservation, {
    id: newId(),
    person,
    kind: 'returned-high-risk',
    day_zero: today,
    arrival: came.id,
    known: {},
    number: '隔 1 号',
    issuer: '区疾控',
    basis: '高风险地区返回',
    notice: { finding: '高风险地区返回', measure: '集中隔离', rights: '可以申诉', contact: '19900000001' },
    reason: '当地命令',
    phases: [{ where: 'central', days: 7, test_days: [] }],
  })
  expect(await counts()).toEqual([{ origin_kind: 'high', expected: 1, arrived: 1, checked: 1, observed: 1 }, none])
  const listed = async (of: object) => (await clerk.call(listArrivals, { place: tixiang, origin_kind: 'high', ...of })).rows
  for (const of of [{ state: 'arrived' }, { checked: true }])
    expect([of, (await listed(of)).map(({ id }) => id)]).toEqual([of, [came.id]])
  expect((await listed({ state: 'expected' })).map(({ id }) => id)).toEqual([later.id])
  // Who is under observation is listed to whoever sees that, and to nobody else.
  const observed = { place: tixiang, origin_kind: 'high', observed: true } as const
  expect((await health.call(listArrivals, observed)).rows.map(({ id }) => id)).toEqual([came.id])
  const reporter = await house.as('information-reporter', tixiang)
  expect((await reporter.call(listArrivals, { place: tixiang, origin_kind: 'high' })).total).toBe(2)
  await expect(reporter.call(listArrivals, observed)).rejects.toMatchObject({ code: 'access.refused' })
})
