import { nameLineOwner, readLines } from '@wangdi/domain/plan/lines/lines.ts'
import { readPlan, stateMeasure } from '@wangdi/domain/plan/plan.api.ts'
import { lineOf, measuresOf } from '@wangdi/domain/plan/lines/lines.rules.ts'
import { setMark } from '@wangdi/domain/people/people.api.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenDwelling, givenGrid, givenPerson } from '../../../test/given/people.ts'
import { type Caller, type House, startHouse } from '../../../test/house.ts'
import { loadPlaces } from '../../places/index.ts'
import { openPlaceList } from '../../platform/national/place-list.ts'
import { withClient } from '../../../test/database-url.ts'

const community = '410105001003'
const street = '410105001'
const later = ['monitoring', 'reporting', 'publicity', 'environment', 'help']
let house: House
let director: Caller

beforeAll(async () => {
  house = await startHouse()
  const list = await openPlaceList(new URL('../../../test/places-excerpt.br', import.meta.url))
  await withClient(house.ownerUrl, (client) => loadPlaces(client, list))
  director = await house.as('community-director', community, '周敏')
})
afterAll(() => house.close())

const lineIn = async (caller: Caller, name: string, on?: string) =>
  (await caller.call(readPlan, { place: community, ...(on && { on }) })).lines.find(({ line }) => line === name)

describe('the lines of work', () => {
  test('of early 2020 each have an owner, a day, a state and the records behind it [R-2020A-5]', async () => {
    const day = '2020-02-10'
    const { items, lines } = await director.call(readPlan, { place: community, on: day })
    expect(lines.map(({ line }) => line)).toEqual(['monitoring', 'reporting', 'publicity', 'reminders', 'environment'])
    const counted = lines.map(({ done, part, not, unknown }) => done + part + not + unknown)
    expect(counted.every((count) => count > 0)).toBe(true)
    const names = lines.map(({ line }) => line)
    for (const { line, done, part, not, unknown } of lines)
      expect((['asked', 'done', 'unknown'] as const).map((which) => measuresOf(items, names, line, which).length)).toEqual([
        done + part + not + unknown,
        ...[done, unknown],
      ])
    const reporting = items.filter(({ proof }) => lineOf(proof, names) === 'reporting')
    expect(reporting.map(({ id }) => id)).toContain('report-each-day')
    expect(lines.find(({ line }) => line === 'reporting')).toMatchObject({ owner: null, due_on: day })

    house.clock.set(`${day}T10:00:00+08:00`)
    const then = await house.as('community-director', community, '周敏')
    await then.call(nameLineOwner, { id: newId(), place: community, line: 'reminders', name: '韩志远', due_on: '2020-02-14' })
    expect(await lineIn(then, 'reminders')).toMatchObject({ owner: '韩志远', due_on: '2020-02-14' })
    await then.call(nameLineOwner, { id: newId(), place: community, line: 'reminders', name: '高岚', due_on: null })
    expect(await lineIn(then, 'reminders')).toMatchObject({ owner: '高岚', due_on: day })
    const help = { id: newId(), place: community, line: 'help' as const, name: '高岚', due_on: null }
    await expect(then.call(nameLineOwner, help)).rejects.toMatchObject({ code: 'plan.not-a-line' })
    house.clock.set('2026-11-17T10:00:00+08:00')
  })

  test('move with records and with what a named person says, in the community and on the board of the street [R-2020B-7]', async () => {
    expect((await director.call(readPlan, { place: community })).lines.map(({ line }) => line)).toEqual(later)
    const before = await lineIn(director, 'help')
    const worker = await house.as('grid-worker', community, '马晓燕')
    const door = await givenDwelling(house, community)
    await givenGrid(house, community, [door], worker.account)
    const elder = await givenPerson(house, community, '陈福', { dwelling: door, born: '1940-01-01' })
    await director.call(setMark, { id: newId(), person: elder, kind: 'elder-alone' })
    const after = await lineIn(director, 'help')
    expect(after?.not).toBeGreaterThan(before?.not ?? 0)

    const said = (await director.call(readPlan, { place: community })).items.find(({ proof }) => proof[0] === 'notices.published')
    await director.call(stateMeasure, { id: newId(), place: community, measure: said?.id ?? '', state: 'done', note: '' })
    const board = await (await house.as('street-officer', street)).call(readLines, { place: street, size: 20 })
    const own = board.rows.find((row) => row.community === community)
    expect(own?.lines.map(({ line }) => line)).toEqual(later)
    expect(own?.lines.find(({ line }) => line === 'publicity')).toMatchObject({ done: 1 })
    expect(own?.lines).toEqual((await director.call(readPlan, { place: community })).lines)
    expect(board.total).toBeGreaterThan(1)
  })

  test('are counted for streets and counties only, and above the county nothing is said of them', async () => {
    await expect(director.call(readLines, { place: community })).rejects.toMatchObject({ code: 'access.refused' })
    const city = await house.as('city-officer', '4101')
    expect((await city.call(readPlan, { place: '410105' })).lines).toEqual([])
  })
})
