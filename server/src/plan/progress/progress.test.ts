import type { PlanItem } from '@wangdi/domain/plan/plan.ts'
import { readPlan } from '@wangdi/domain/plan/plan.api.ts'
import { progressFigures, readProgress, readProgressDays } from '@wangdi/domain/plan/progress/progress.ts'
import { openRound, recordVisit } from '@wangdi/domain/rounds/rounds.api.ts'
import type { Static } from 'typebox'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenDwelling, givenPerson } from '../../../test/given/people.ts'
import { givenPlaces } from '../../../test/given/places.ts'
import { givenResponse } from '../../../test/given/regimes.ts'
import { type Caller, type House, startHouse } from '../../../test/house.ts'

const town = '410105001003'
const beside = '410105019201'
const county = '410105'
const otherCounty = '410122'
const village = '410122101205'
const day = '2026-11-17'
let house: House
let director: Caller
let leader: Caller
let doors: string[]

beforeAll(async () => {
  house = await startHouse({ day })
  await givenPlaces(house)
  director = await house.as('community-director', town, '周敏')
  leader = await house.as('county-leader', county, '赵明')
  doors = []
  for (const room of ['101', '102', '201', '202']) {
    const door = await givenDwelling(house, town, '3号楼', '2', room)
    doors.push(door)
    await givenPerson(house, town, `某${room}`, { born: '1950-03-01', dwelling: door })
  }
  const asked = { kind: 'survey' as const, of: 'dwellings' as const, groups: [], from: day, until: null, everyDays: null }
  await director.call(openRound, { id: newId(), community: town, name: '冬季摸排', ...asked })
})
afterAll(() => house.close())

const visit = (door: number) => director.call(recordVisit, { id: newId(), dwelling: doors[door] ?? '', result: 'met' })
type Reply = Static<typeof readProgress.reply>
/** The board when every community was counted: one look counts for a second or so, what is left over is counted at the next. */
async function readAt(caller: Caller, place: string): Promise<Reply> {
  const board = await caller.call(readProgress, { place })
  return board.waiting > 0 && board.whole.counted < board.whole.communities ? readAt(caller, place) : board
}
const figureOf = (row: Reply['whole'] | undefined, name: string) => row?.figures.find((one) => one.name === name)
const tileOf = (reply: Reply, place: string) => reply.tiles.find((tile) => tile.place === place)

test('each figure of a community is the one of its own plan, and street and county are their sums', async () => {
  await visit(0)
  const plan = await director.call(readPlan, { place: town })
  const evidence = new Map<string, PlanItem['evidence'][number]>(
    plan.items.flatMap((item) => item.evidence).map((one) => [one.name, one]),
  )
  const street = await house.as('street-officer', '410105001')
  for (const board of [await readAt(street, '410105001'), await readAt(leader, county)]) {
    const told = tileOf(board, town)?.figures.filter(({ name }) => evidence.has(name)) ?? []
    expect(told.map(({ name }) => name)).toContain('visits.elders')
    for (const { name, done, due } of told) {
      const own = evidence.get(name)
      expect([name, done, due, progressFigures[name].list]).toEqual([name, own?.done, own?.due, own?.list])
    }
    expect(figureOf(board.whole, 'visits.survey')).toMatchObject({ done: 1, due: 4, of: 1 })
    expect(board.whole).toMatchObject({ counted: board.tiles.length, communities: board.tiles.length })
  }
  const groups = (await readAt(leader, county)).groups
  expect(
    figureOf(
      groups.find((one) => one.place === '410105001'),
      'visits.survey',
    ),
  ).toMatchObject({ done: 1, due: 4 })
})

test('a community without a survey has no such figure, which is no zero', async () => {
  const board = await readAt(leader, county)
  expect(tileOf(board, beside)?.counted).toBe(1)
  expect(figureOf(tileOf(board, beside), 'visits.survey')).toBeUndefined()
  expect(figureOf(tileOf(board, beside), 'staff.duties')).toMatchObject({ done: 0, due: 0 })
})

test('what a community’s own plan counts stands on the board of its county at once', async () => {
  await visit(1)
  expect(figureOf(tileOf(await readAt(leader, county), town), 'visits.survey')).toMatchObject({ done: 1 })
  const before = house.clock.now().getTime()
  await director.call(readPlan, { place: town })
  const tile = tileOf(await readAt(leader, county), town)
  expect(figureOf(tile, 'visits.survey')).toMatchObject({ done: 2 })
  expect(Date.parse(tile?.at ?? '')).toBeGreaterThan(before)
})

test('city, province and nation read sums of counties; a county where nobody counted today has no figure', async () => {
  const city = await readAt(await house.as('city-officer', '4101'), '4101')
  expect(figureOf(tileOf(city, county), 'visits.survey')).toMatchObject({ done: 2, due: 4, of: 1 })
  expect(tileOf(city, otherCounty)).toMatchObject({ counted: 0, at: null, day: null, figures: [] })
  const province = await readAt(await house.as('province-officer', '41'), '41')
  expect(province.tiles.map(({ place }) => place.length)).toContain(6)
  expect(
    figureOf(
      province.groups.find(({ place }) => place === '4101'),
      'visits.survey',
    ),
  ).toMatchObject({ done: 2, due: 4 })
  const nation = await readAt(await house.as('nation-officer', ''), '')
  expect(figureOf(tileOf(nation, '41'), 'visits.survey')).toMatchObject({ done: 2, due: 4 })
  expect(nation.whole.counted).toBe(city.whole.counted)
})

test('above the county few people of one community are not told, the county itself is', async () => {
  const city = await house.as('city-officer', '4101')
  const board = await readAt(city, county)
  const own = figureOf(tileOf(await readAt(leader, county), town), 'visits.elders')
  expect(own).toMatchObject({ due: 4, hidden: null })
  expect(figureOf(tileOf(board, town), 'visits.elders')).toMatchObject({ done: null, due: null, hidden: 'few' })
  // Doors gone round are no figure of people.
  expect(figureOf(tileOf(board, town), 'visits.survey')).toMatchObject({ done: 2, due: 4 })
  expect(figureOf(board.whole, 'visits.elders')).toMatchObject({ due: 4 })
  expect((await city.call(readProgressDays, { place: town })).days).toEqual([])
})

test('a figure of the day before stays with its day and stands in no sum; after a day it is gone', async () => {
  house.clock.set('2026-11-18T08:00:00+08:00')
  const nation = await house.as('nation-officer', '')
  const board = await readAt(nation, '')
  expect(tileOf(board, '41')).toMatchObject({ day, counted: board.tiles.find(({ place }) => place === '41')?.counted })
  expect(figureOf(tileOf(board, '41'), 'visits.survey')).toMatchObject({ done: 2 })
  expect(board.whole).toMatchObject({ counted: 0, day: null, figures: [] })
  const morning = await readAt(leader, county)
  expect(morning.whole.day).toBe('2026-11-18')
  const days = await leader.call(readProgressDays, { place: county })
  expect(days.days.map((one) => one.day)).toEqual([day, '2026-11-18'])
  expect(figureOf({ ...morning.whole, figures: days.days[0]?.figures ?? [] }, 'visits.survey')).toMatchObject({ done: 2, due: 4 })
  house.clock.set('2026-11-19T23:00:00+08:00')
  expect(tileOf(await readAt(nation, ''), '41')).toMatchObject({ counted: 0, figures: [] })
})

test('the board says in how many counties a response is in force', async () => {
  house.clock.set(`${day}T11:00:00+08:00`)
  await givenResponse(house, village, { from: day })
  const province = await readAt(await house.as('province-officer', '41'), '41')
  expect(tileOf(province, otherCounty)?.in_response).toBe(1)
  expect(tileOf(province, county)?.in_response).toBe(0)
  expect(province.whole.in_response).toBe(1)
})

test('a community has its plan and no board; a county has none of another', async () => {
  await expect(readAt(director, town)).rejects.toMatchObject({ code: 'access.refused' })
  await expect(readAt(leader, otherCounty)).rejects.toMatchObject({ code: 'access.not-found' })
})
