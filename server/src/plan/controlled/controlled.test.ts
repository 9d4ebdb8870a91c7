import { readControlled } from '@wangdi/domain/plan/controlled.api.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenStay } from '../../../test/given/observation.ts'
import { givenOrder } from '../../../test/given/orders.ts'
import { givenDwelling, givenPerson } from '../../../test/given/people.ts'
import { type House, type Refused, startHouse } from '../../../test/house.ts'
import { openResponseFor } from '../../regimes/given.ts'

const community = '410105001003'
let house: House
beforeAll(async () => {
  house = await startHouse({ day: '2026-11-17' })
  await openResponseFor(house, '410105', { from: '2026-11-10', until: '2026-12-10' })
  const dwelling = await givenDwelling(house, community, '3号楼', '2', '402')
  const person = await givenPerson(house, community, '陈志强', { dwelling, born: '1985-05-01' })
  await givenStay(house, community, person, '2026-11-15')
  await givenOrder(house, community, { from: '2026-11-12', until: '2026-11-18' })
  await givenOrder(house, community, { from: '2026-11-01', until: '2026-11-11' })
})
afterAll(() => house.close())

test('places down to the unit and persons stand with reason, start, end and reviewer; without the right persons are counted [R-2020P-32]', async () => {
  const director = await house.as('community-director', community)
  const seen = await director.call(readControlled, { place: community })
  expect(seen.places).toMatchObject([
    {
      label: '3号楼2单元',
      scope: 'unit',
      reason: '单元内有 1 例',
      from: '2026-11-12',
      until: '2026-11-18',
      reviewer: '县指挥部',
    },
  ])
  expect(seen.persons).toMatchObject([
    { name: '陈**', reason: '测试', from: '2026-11-15', until: '2026-11-21', reviewer: '区卫健' },
  ])
  const street = await house.as('street-officer', '410105001')
  expect(await street.call(readControlled, { place: '410105001' })).toMatchObject({
    places: [{ label: '3号楼2单元' }],
    persons: null,
    counts: [{ place: community, persons: 1 }],
  })
  const city = await house.as('city-officer', '4101')
  expect(await city.call(readControlled, { place: '4101' })).toMatchObject({
    places: [{ scope: 'unit' }],
    persons: null,
    counts: null,
  })
  const volunteer = await house.as('volunteer', community)
  const refused = volunteer.call(readControlled, { place: community }).catch((error: Refused) => error.code)
  expect(await refused).toBe('access.refused')
})
