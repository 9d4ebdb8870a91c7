import { listGoalPeople, readGoal } from '@wangdi/domain/plan/goal/goal.ts'
import { listTiers, recordHealth } from '@wangdi/domain/health/health.api.ts'
import { recordVisit } from '@wangdi/domain/rounds/rounds.api.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withClient } from '../../../test/database-url.ts'
import { givenDwelling, givenGrid, givenPerson } from '../../../test/given/people.ts'
import { givenResponse } from '../../../test/given/regimes.ts'
import { type Caller, type House, startHouse } from '../../../test/house.ts'
import { loadPlaces } from '../../places/index.ts'
import { openPlaceList } from '../../platform/national/place-list.ts'

const community = '410105001003'
const day = '2026-11-17'
let house: House
let worker: Caller
let doctor: Caller

beforeAll(async () => {
  house = await startHouse({ day })
  const list = await openPlaceList(new URL('../../../test/places-excerpt.br', import.meta.url))
  await withClient(house.ownerUrl, (client) => loadPlaces(client, list))
  worker = await house.as('grid-worker', community, '马晓燕')
  doctor = await house.as('community-doctor', community, '李文静')
})
afterAll(() => house.close())

const row = async (colour: 'red' | 'green') => {
  const { rows } = await doctor.call(readGoal, { place: community })
  return rows[0]?.goal.find((one) => one.colour === colour)
}
const visit = (dwelling: string, at: string, needs: ('doctor' | 'food')[]) =>
  worker.call(recordVisit, { id: newId(), dwelling, result: 'met', needs }, { at })

test('the board counts key persons contacted, helped, seen by a doctor in time, and those without contact [R-2023-2]', async () => {
  const [ill, well] = [
    await givenDwelling(house, community, '3号楼', '2', '402'),
    await givenDwelling(house, community, '3号楼', '2', '401'),
  ]
  await givenGrid(house, community, [ill, well], worker.account)
  const person = await givenPerson(house, community, '周桂兰', { born: '1944-03-01', dwelling: ill })
  const other = await givenPerson(house, community, '陈福', { born: '1954-03-01', dwelling: well })
  const told = { source: 'visit' as const, stated_on: '2026-11-16' }
  await doctor.call(recordHealth, { id: newId(), person, disease: 'unstable', doses: 0, ...told })
  await doctor.call(recordHealth, { id: newId(), person: other, disease: 'none', doses: 3, ...told })
  expect(await row('red')).toMatchObject({ people: 1, without_contact: 1, asked: 0 })
  expect(await row('green')).toMatchObject({ people: 1, without_contact: 1 })

  await visit(ill, '2026-11-16T09:00:00+08:00', ['doctor'])
  expect(await row('red')).toMatchObject({ without_contact: 0, asked: 1, helped: 0, transfers: 1, in_time: 0 })
  await visit(ill, '2026-11-17T08:00:00+08:00', [])
  expect(await row('red')).toMatchObject({ in_rhythm: 1, asked: 1, helped: 1, transfers: 1, in_time: 1 })
  expect(await row('green')).toMatchObject({ without_contact: 1, asked: 0 })
  const listed = async (colour: 'red' | 'green', part: { contact?: 'done'; unvisited?: true }) =>
    (await doctor.call(listTiers, { community, colour, ...part })).total
  expect([await listed('red', { contact: 'done' }), await listed('green', { contact: 'done' })]).toEqual([1, 0])
  // Each figure of calls lists exactly those it counts.
  for (const part of ['asked', 'helped', 'transfers', 'in_time'] as const) {
    const { rows, total } = await doctor.call(listGoalPeople, { community, part, colour: 'red' })
    expect([part, total, rows.map(({ name }) => name)]).toEqual([part, 1, ['周桂兰']])
    expect((await doctor.call(listGoalPeople, { community, part, colour: 'green' })).total).toBe(0)
  }
  const reporter = await house.as('information-reporter', community)
  await expect(reporter.call(listGoalPeople, { community, part: 'asked' })).rejects.toMatchObject({ code: 'access.refused' })
  expect([await listed('red', { unvisited: true }), await listed('green', { unvisited: true })]).toEqual([0, 1])
})

test('a street reads the board of all its communities, a city none, and it says when an emergency leads instead', async () => {
  const street = await house.as('street-officer', '410105001')
  const board = await street.call(readGoal, { place: '410105001' })
  expect(board.total).toBeGreaterThan(1)
  expect(board.rows.find((one) => one.community === community)?.goal).toHaveLength(2)
  expect(board.rows.find((one) => one.community !== community)?.goal).toEqual([])
  expect(board.leads).toBe(true)
  const city = await house.as('city-officer', '4101')
  await expect(city.call(readGoal, { place: '410105' })).rejects.toMatchObject({ code: 'access.refused' })
  await givenResponse(house, community, { from: day })
  expect((await doctor.call(readGoal, { place: community })).leads).toBe(false)
})
