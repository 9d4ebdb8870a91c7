import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenOrder } from '../../../test/given/orders.ts'
import { type House, startHouse } from '../../../test/house.ts'
import { inTransaction } from '../../platform/db.ts'
import { openResponseFor } from '../given.ts'
import { controlsInForce } from '../index.ts'

const county = '410105'
const tixiang = '410105001003'
let house: House
beforeAll(async () => {
  house = await startHouse({ day: '2026-11-17' })
})
afterAll(() => house.close())

const controlsOn = (day: string, place = tixiang) =>
  inTransaction(house.db, { county, area: '', place: tixiang, health: false }, (db) => controlsInForce(db, place, day))

test('the controls of a day are those of published orders in force, while a response lets them be', async () => {
  const response = await openResponseFor(house, county, { from: '2026-11-10', until: '2026-11-30' })
  const order = newId()
  await givenOrder(house, tixiang, { id: order, from: '2026-11-12', until: '2026-11-18' })
  await givenOrder(house, '410105001001', { from: '2026-11-12', until: '2026-11-18' })
  const control = { kind: 'building-closure', scope: 'unit', days: 7, order: true }
  expect(await controlsOn('2026-11-17')).toEqual([{ place: tixiang, order, control }])
  expect(await controlsOn('2026-11-11')).toEqual([])
  expect(await controlsOn('2026-11-19')).toEqual([])
  await response.close()
  expect(await controlsOn('2026-11-17')).toEqual([])
  expect(await controlsOn('2026-11-16')).toHaveLength(1)
})
