import { closeRound, listRounds, openRound, readCoverage, recordVisit } from '@wangdi/domain/rounds/rounds.api.ts'
import type { Round, VisitResult } from '@wangdi/domain/rounds/rounds.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { givenDwelling, givenGrid, givenPerson } from '../../test/given/people.ts'
import { type Caller, type House, startHouse } from '../../test/house.ts'

const community = '410105001004'
const day = '2026-11-17'
let house: House
let director: Caller
let worker: Caller
let doors: [string, string, string]
let elders: [string, string]

beforeAll(async () => {
  house = await startHouse({ day })
})
beforeEach(async () => {
  house.clock.set(`${day}T10:00:00+08:00`)
  director = await house.as('community-director', community)
  worker = await house.as('grid-worker', community)
  const building = newId()
  const door = (room: string) => givenDwelling(house, community, building, '1', room)
  doors = [await door('101'), await door('102'), await door('103')]
  await givenGrid(house, community, doors, worker.account, building)
  elders = [
    await givenPerson(house, community, '郑玉梅', { born: '1948-03-01', dwelling: doors[0] }),
    await givenPerson(house, community, '周桂兰', { born: '1954-05-01', dwelling: doors[1] }),
  ]
})
afterAll(() => house.close())

const givenRound = async (more: Partial<Round>): Promise<string> => {
  const id = newId()
  await director.call(openRound, {
    ...{ id, community, kind: 'survey', name: '摸排', of: 'dwellings', groups: [] },
    ...{ from: '2026-11-10', until: day, everyDays: null },
    ...more,
  })
  return id
}
const visit = (dwelling: string, result: VisitResult, met: string[] = []) =>
  director.call(recordVisit, { id: newId(), dwelling, result, met })

/** What the list of rounds and the page of a round say of the doors of this test, and of all. */
async function stood(id: string) {
  const { rounds } = await director.call(listRounds, { community })
  const rows = async (standing: 'done' | 'not-reached' | 'refused') =>
    (await director.call(readCoverage, { id, standing, size: 200 })).lines.rows
      .filter(({ dwelling }) => doors.includes(dwelling))
      .map(({ dwelling, person }) => person?.id ?? dwelling)
  return {
    listed: rounds.find((round) => round.id === id)?.coverage,
    read: (await director.call(readCoverage, { id })).byGrid,
    rows: { done: await rows('done'), refused: await rows('refused'), left: await rows('not-reached') },
  }
}

test('a round that is over stays as it stood: who moves in or out, a new door, grid or use, a later visit change nothing of it', async () => {
  const byDoor = await givenRound({})
  const byPerson = await givenRound({ kind: 'visit', name: '看望', of: 'key-persons', groups: ['elder'] })
  await visit(doors[0], 'met', [elders[0]])
  await visit(doors[1], 'refused')
  house.clock.set('2026-11-18T10:00:00+08:00')
  const over = [await stood(byDoor), await stood(byPerson)]
  expect(over[0]?.rows).toEqual({ done: [doors[0]], refused: [doors[1]], left: [doors[2]] })
  expect(over[1]?.rows).toEqual({ done: [elders[0]], refused: [elders[1]], left: [] })

  await givenDwelling(house, community, newId(), '1', '104')
  await givenPerson(house, community, '吴国强', { born: '1944-05-01', dwelling: doors[2] })
  await house.owner.updateTable('person').set({ left_on: '2026-11-18' }).where('id', '=', elders[1]).execute()
  await house.owner.updateTable('dwelling').set({ use: 'vacant' }).where('id', '=', doors[2]).execute()
  await house.owner.updateTable('dwelling_grid').set({ valid_to: '2026-11-18' }).where('dwelling', '=', doors[0]).execute()
  await visit(doors[2], 'met')
  expect([await stood(byDoor), await stood(byPerson)]).toEqual(over)
})

test('a round closed before its last day is frozen from the day after; a visit of its days that a phone brings late still counts', async () => {
  const round = await givenRound({ until: '2026-11-30' })
  await director.call(closeRound, { id: round, until: day })
  house.clock.set('2026-11-18T10:00:00+08:00')
  expect((await stood(round)).rows).toEqual({ done: [], refused: [], left: [...doors] })
  const late = { id: newId(), verb: recordVisit.name, at: `${day}T20:00:00+08:00` }
  const reply = await fetch(`${house.url}/api/commands`, {
    method: 'POST',
    headers: { ...worker.headers, 'content-type': 'application/json' },
    body: JSON.stringify({ commands: [{ ...late, input: { id: newId(), dwelling: doors[1], result: 'met' } }] }),
  })
  expect(reply.status).toBe(200)
  const after = await stood(round)
  expect(after.rows).toEqual({ done: [doors[1]], refused: [], left: [doors[0], doors[2]] })
  expect(after.listed).toEqual((await director.call(readCoverage, { id: round })).coverage)
})
