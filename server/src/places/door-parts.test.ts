import { listTiers } from '@wangdi/domain/health/health.api.ts'
import { listObservations } from '@wangdi/domain/observation/observation.api.ts'
import { listArrivals, recordArrival } from '@wangdi/domain/people/arrival/arrival.api.ts'
import { searchPeople } from '@wangdi/domain/people/people.api.ts'
import { readDoorsNotReached, readHousehold } from '@wangdi/domain/plan/building-view.api.ts'
import { readControlled } from '@wangdi/domain/plan/controlled.api.ts'
import { issueResidenceProof, listResidenceProofs } from '@wangdi/domain/rights/certificates/certificates.api.ts'
import { openRound, readCoverage, readDue, readTold, recordVisit } from '@wangdi/domain/rounds/rounds.api.ts'
import { readSnapshot } from '@wangdi/domain/sync/sync.api.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenStay } from '../../test/given/observation.ts'
import { givenDwelling, givenPerson } from '../../test/given/people.ts'
import { type House, startHouse } from '../../test/house.ts'
import { openResponseFor } from '../regimes/given.ts'

const many = '410105001003'
const single = '410105001001'
const mixed = '410105001002'
const day = '2026-11-17'
let house: House

beforeAll(async () => {
  house = await startHouse({ day })
  await openResponseFor(house, '410105', { from: '2026-11-10', until: '2026-12-10' })
})
afterAll(() => house.close())

// Two households behind the same number, in two estates of one community (or one outside any), each with an elder who is under
// observation, came from elsewhere and was not met: everything that is listed of a door.
async function everyDoorOf(community: string, estates: readonly (string | undefined)[]): Promise<Map<string, Set<string>>> {
  const director = await house.as('community-director', community)
  const doctor = await house.as('community-doctor', community)
  const round = newId()
  await director.call(openRound, {
    ...{ id: round, community, kind: 'survey', name: '冬季入户', of: 'dwellings', groups: [] },
    ...{ from: '2026-11-16', until: null, everyDays: null },
  })
  const said = new Map<string, Set<string>>()
  const note = (page: string, value: unknown) => {
    for (const door of doorsIn(value)) said.set(page, (said.get(page) ?? new Set()).add(door))
  }
  const doors: string[] = []
  for (const estate of estates) doors.push(await givenDwelling(house, community, '3号楼', '2', '402', estate))
  for (const [at, dwelling] of doors.entries()) {
    const person = await givenPerson(house, community, `周桂兰${at}`, { born: '1940-05-01', dwelling })
    await givenStay(house, community, person, '2026-11-16', { dwelling })
    const arrival = { id: newId(), community, person, dwelling, origin: '北京', arrived_on: day }
    await director.call(recordArrival, { ...arrival, transport: '火车' })
    await director.call(recordVisit, { id: newId(), dwelling, result: 'nobody-home', note: '门上留了条' })
    await director.call(issueResidenceProof, { id: newId(), person, asked_by: '学校' })
    note('household', await director.call(readHousehold, { dwelling }))
  }
  note('people', await director.call(searchPeople, { place: community }))
  note('health', await doctor.call(listTiers, { community }))
  note('observation', await director.call(listObservations, { place: community }))
  note('arrivals', await director.call(listArrivals, { place: community, from: day, to: day }))
  note('controlled', await director.call(readControlled, { place: community }))
  note('certificates', await director.call(listResidenceProofs, { place: community }))
  note('round', await director.call(readCoverage, { id: round, standing: 'nobody-home' }))
  note('due', await director.call(readDue, { community }))
  note('told', await director.call(readTold, { community }))
  note('doors left', await director.call(readDoorsNotReached, { community }))
  return said
}

function doorsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(doorsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inside]) =>
    name === 'door' && typeof inside === 'string' ? [inside] : doorsIn(inside),
  )
}

const pages = [
  ...['arrivals', 'certificates', 'controlled', 'doors left', 'due', 'health'],
  ...['household', 'observation', 'people', 'round', 'told'],
]
const everywhere = (doors: readonly string[]) => pages.map((page) => [page, doors])
const sorted = (said: Map<string, Set<string>>) =>
  [...said].map(([page, doors]) => [page, [...doors].sort()]).sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))

test('where a community has two estates, every page tells the two doors of one number apart by their estate', async () => {
  const said = await everyDoorOf(many, ['体育小区', '翠苑小区'])
  expect(sorted(said)).toEqual(everywhere(['体育小区 3号楼2单元402', '翠苑小区 3号楼2单元402']))
})

test('where a community has one estate, no page names it', async () => {
  expect(sorted(await everyDoorOf(single, ['华电小区']))).toEqual(everywhere(['3号楼2单元402']))
})

test('doors beside the only estate of a community are told apart from those in it', async () => {
  expect(sorted(await everyDoorOf(mixed, ['华电小区', undefined]))).toEqual(
    everywhere(['3号楼2单元402', '华电小区 3号楼2单元402']),
  )
})

test('a phone is told whether its community names estates', async () => {
  const names = async (community: string) => {
    const director = await house.as('community-director', community)
    return (await director.call(readSnapshot, {})).setting?.namesEstates
  }
  expect([await names(many), await names(single), await names(mixed)]).toEqual([true, false, true])
})
