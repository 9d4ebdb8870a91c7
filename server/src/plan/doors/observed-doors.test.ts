import { decideObservation } from '@wangdi/domain/observation/observation.api.ts'
import { readGrids, readObservedDoors } from '@wangdi/domain/plan/building-view.api.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenDwelling, givenGrid, givenPerson } from '../../../test/given/people.ts'
import { type Caller, type House, startHouse } from '../../../test/house.ts'
import { openResponseFor } from '../../regimes/given.ts'

const community = '410105001003'
const today = '2026-11-17'
let house: House
let director: Caller
let worker: Caller
let own: string
let foreign: string
let close: () => Promise<unknown>

beforeAll(async () => {
  house = await startHouse({ day: today })
  director = await house.as('community-director', community)
  worker = await house.as('grid-worker', community)
  const other = await house.as('grid-worker', community)
  own = await givenDwelling(house, community, '3号楼', '2', '402')
  foreign = await givenDwelling(house, community, '3号楼', '4', '204')
  await givenGrid(house, community, [own], worker.account, '1网格')
  await givenGrid(house, community, [foreign], other.account, '2网格')
  ;({ close } = await openResponseFor(house, '410105', { from: '2026-11-10', until: '2026-12-10' }))
  const health = await house.as('county-health', '410105')
  for (const [dwelling, name, day_zero] of [
    [own, '陈志强', '2026-11-13'],
    [own, '何晓丽', '2026-11-16'],
    [foreign, '马林', '2026-11-15'],
  ] as const) {
    const person = await givenPerson(house, community, name, { dwelling, born: '1985-05-01' })
    const notice = { finding: '次密接', measure: '居家隔离', rights: '可以复议', contact: '19900000001' }
    const order = {
      id: newId(),
      person,
      kind: 'secondary-contact' as const,
      day_zero,
      known: {},
      number: newId(),
      issuer: '区疾控',
      basis: '流调认定',
    }
    await health.call(decideObservation, { ...order, notice })
  }
})
afterAll(() => house.close())

test('a door shows the stay that ends last with its day of how many, and how many people', async () => {
  const { doors } = await director.call(readObservedDoors, { community })
  expect(doors).toHaveLength(2)
  expect(doors.find((door) => door.dwelling === own)).toMatchObject({ people: 2, day: 1, of: 7 })
  expect(doors.find((door) => door.dwelling === foreign)).toMatchObject({ people: 1, day: 2, of: 7 })
})

test('a grid worker learns of the own doors only, a volunteer and a community worker of none', async () => {
  expect((await worker.call(readObservedDoors, { community })).doors.map((door) => door.dwelling)).toEqual([own])
  for (const role of ['volunteer', 'information-reporter'] as const) {
    const caller = await house.as(role, community)
    await expect(caller.call(readObservedDoors, { community })).rejects.toMatchObject({ code: 'access.refused' })
  }
})

test('the load of a grid counts people under observation for those who may see them, and says nothing to others [R-2020B-5]', async () => {
  const managed = async (who: Caller) => (await who.call(readGrids, { community })).grids.map((grid) => grid.managed)
  expect(await managed(director)).toEqual([2, 1])
  expect(await managed(await house.as('street-officer', '410105001'))).toEqual([null, null])
  expect(await managed(await house.as('county-civil-affairs', '410105'))).toEqual([null, null])
})

test('once the order is closed no door is shown and no load counted [R-LAW-1]', async () => {
  await close()
  await expect(director.call(readObservedDoors, { community })).rejects.toMatchObject({ code: 'regimes.closed' })
  expect((await director.call(readGrids, { community })).grids.map((grid) => grid.managed)).toEqual([null, null])
})
