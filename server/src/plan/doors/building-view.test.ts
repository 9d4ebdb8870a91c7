import { searchPeople } from '@wangdi/domain/people/people.api.ts'
import { saveBuilding, saveEstate, saveGrid, assignDwellings, setUse } from '@wangdi/domain/places/places.api.ts'
import {
  listGridDoors,
  readBuilding,
  readDoorsNotReached,
  readGrids,
  readVacancies,
  readHousehold,
  readVillage,
} from '@wangdi/domain/plan/building-view.api.ts'
import { openRound, readCoverage, recordVisit } from '@wangdi/domain/rounds/rounds.api.ts'
import type { VisitResult } from '@wangdi/domain/rounds/rounds.ts'
import { assignGrid } from '@wangdi/domain/staff/grid-duty.api.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenPerson } from '../../../test/given/people.ts'
import { type Caller, type House, startHouse } from '../../../test/house.ts'

const community = '410105001003'
const today = '2026-11-17'
const building = newId()
const [north, south] = [newId(), newId()]
const round = newId()
let house: House
let director: Caller
let worker: Caller
/** Doors of the building by unit and room. */
const doors = new Map<string, string>()
const door = (text: string) => doors.get(text) ?? ''

beforeAll(async () => {
  house = await startHouse({ day: today })
  await house.owner
    .insertInto('county')
    .values({ place: '410105', settings: JSON.stringify({ gridLoad: { full: 3, over: 5 } }) })
    .execute()
  director = await house.as('community-director', community, '周敏')
  worker = await house.as('grid-worker', community, '马晓燕')
  const estate = newId()
  await director.call(saveEstate, { id: estate, community, kind: 'estate', name: '翠苑小区', ordinal: 1 })
  await director.call(saveEstate, { id: newId(), community, kind: 'natural-village', name: '李家湾', ordinal: 2 })
  const units = ['1单元', '2单元'].map((unit) => ({ unit, floors: 3, rooms: 2 }))
  await director.call(saveBuilding, { id: building, community, estate, name: '3号楼', ordinal: 3, units })
  for (const row of await house.owner.selectFrom('dwelling').select(['id', 'unit', 'room']).execute())
    doors.set(`${row.unit}${row.room}`, row.id)
  for (const [id, unit, ordinal] of [
    [north, '1单元', 1],
    [south, '2单元', 2],
  ] as const) {
    await director.call(saveGrid, { id, community, name: `${ordinal}网格`, ordinal, from: today, until: null })
    await director.call(assignDwellings, { community, grid: id, from: today, units: [{ building, unit }] })
  }
  await director.call(assignGrid, { community, grid: north, account: worker.account, kind: 'worker', from: today, until: null })
  await director.call(openRound, {
    id: round,
    community,
    kind: 'survey',
    name: '摸排第 3 轮',
    of: 'dwellings',
    groups: [],
    from: '2026-11-15',
    until: '2026-11-17',
    everyDays: null,
  })
  await director.call(setUse, { dwelling: door('1单元301'), use: 'vacant' })
  const alone = await givenPerson(house, community, '陈福', {
    dwelling: door('1单元202'),
    born: '1952-03-01',
    sex: 'male',
    phone: '19900001234',
  })
  await givenPerson(house, community, '何晓丽', { dwelling: door('1单元202'), born: '2017-05-01', sex: 'female' })
  await house.owner
    .insertInto('person_mark')
    .values([
      { county: '410105', id: newId(), community, person: alone, kind: 'elder-alone', since: today },
      { county: '410105', id: newId(), community, person: alone, kind: 'chronic', since: today },
    ])
    .execute()
  await visit('1单元101', 'met', '2026-11-16T09:00:00+08:00')
  await visit('1单元102', 'nobody-home', '2026-11-16T09:10:00+08:00')
  await visit('1单元102', 'nobody-home', '2026-11-16T19:10:00+08:00')
  await visit('1单元201', 'met', '2026-11-11T09:00:00+08:00', null)
})
afterAll(() => house.close())

// By the director: on the days of these visits the grids had not been drawn yet.
const visit = (text: string, result: VisitResult, at: string, of: string | null = round) =>
  director.call(recordVisit, { id: newId(), dwelling: door(text), round: of, result }, { at: new Date(at).toISOString() })

test('every room shows how it stands in the round, and vacant ones are not counted [R-2020A-3]', async () => {
  const view = await director.call(readBuilding, { building })
  const cell = (text: string) => view.cells.find((one) => one.dwelling === door(text))
  expect(view.building).toEqual({ id: building, name: '3号楼', estate: '翠苑小区' })
  expect(view.round).toMatchObject({ id: round, name: '摸排第 3 轮' })
  expect(['1单元101', '1单元102', '1单元201', '1单元202', '1单元301'].map((text) => cell(text)?.standing)).toEqual([
    'done',
    'nobody-home',
    'not-reached',
    'not-reached',
    'outside',
  ])
  expect(cell('1单元102')).toMatchObject({
    tries: 2,
    last: { at: '2026-11-16T11:10:00.000Z', result: 'nobody-home' },
    worker: '马晓燕',
    grid: north,
  })
  expect(view.coverage).toMatchObject({ due: 11, done: 1, outside: 1, notReached: 9, exceptions: { 'nobody-home': 1 } })
  expect(view.units).toEqual([
    { unit: '1单元', floors: 3, rooms: 6, done: 1, due: 5 },
    { unit: '2单元', floors: 3, rooms: 6, done: 0, due: 6 },
  ])
})

test('a key household carries its mark and the groups, but nothing that says an illness', async () => {
  const { cells } = await director.call(readBuilding, { building })
  expect(cells.find((one) => one.dwelling === door('1单元202'))).toMatchObject({
    key: true,
    people: 2,
    groups: ['elder-alone', 'elder', 'child'],
  })
  expect(cells.filter((one) => one.key)).toHaveLength(1)
})

test('without a round there is no standing, and no zero in its place', async () => {
  const view = await director.call(readBuilding, { building, on: '2026-11-18' })
  expect(view.round).toBeNull()
  expect(view.coverage).toBeNull()
  expect(new Set(view.cells.map((one) => one.standing))).toEqual(new Set([null]))
})

test('a grid worker sees the doors of the own grid only', async () => {
  const { cells } = await worker.call(readBuilding, { building })
  expect(new Set(cells.map((one) => one.unit))).toEqual(new Set(['1单元']))
})

test('whoever had a grid once, or will have one, sees nothing of it by naming that day', async () => {
  const other = await house.as('grid-worker', community)
  const duty = { community, grid: south, account: other.account, kind: 'worker' as const, until: null }
  const seen = async (on: string) => (await other.call(readBuilding, { building, on })).cells.length
  await director.call(assignGrid, { ...duty, from: '2026-12-01' })
  expect([await seen(today), await seen('2026-12-02')]).toEqual([0, 0])
  await director.call(assignGrid, { ...duty, account: null, from: '2026-12-01' })
})

test('the printed list has door, worker and result, key households first', async () => {
  const list = await director.call(readDoorsNotReached, { community, building, size: 3 })
  expect(list.total).toBe(10)
  expect(list.rows[0]).toEqual({
    dwelling: door('1单元202'),
    door: '翠苑小区 3号楼1单元202',
    worker: '马晓燕',
    found: null,
    tries: 0,
  })
  expect(list.rows).toHaveLength(3)
  const mine = await director.call(readDoorsNotReached, { community, grid: north })
  expect(mine.rows.find((row) => row.dwelling === door('1单元102'))).toMatchObject({ found: { result: 'nobody-home' }, tries: 2 })
})

test('a household shows masked members, who answers for it and who looked', async () => {
  const doctor = await house.as('community-doctor', community, '韩志远')
  const home = await doctor.call(readHousehold, { dwelling: door('1单元202') })
  expect(home).toMatchObject({
    door: '翠苑小区 3号楼1单元202',
    grid: { name: '1网格' },
    worker: { name: '马晓燕' },
    standIn: null,
    doctor: { name: '韩志远' },
    seenToday: 1,
  })
  expect(home.members.map(({ name, age, phone, groups }) => ({ name, age, phone, groups }))).toEqual([
    { name: '陈*', age: 74, phone: '199****1234', groups: ['elder-alone', 'elder'] },
    { name: '何**', age: 9, phone: null, groups: ['child'] },
  ])
  expect((await director.call(readHousehold, { dwelling: door('1单元202') })).seenToday).toBe(2)
  expect((await worker.call(readHousehold, { dwelling: door('1单元102') })).visits.map((one) => [one.result, one.by])).toEqual([
    ['nobody-home', '周敏'],
    ['nobody-home', '周敏'],
  ])
  await expect(worker.call(readHousehold, { dwelling: door('2单元101') })).rejects.toMatchObject({ code: 'access.not-found' })
})

test('grids show their worker or since when they are vacant, and their load against the band of the county [R-2020A-3][R-2020B-5]', async () => {
  const { band, grids, withoutGrid } = await director.call(readGrids, { community })
  expect(band).toEqual({ full: 3, over: 5 })
  expect(withoutGrid).toBe(0)
  expect(grids).toMatchObject([
    {
      id: north,
      dwellings: 6,
      households: 5,
      people: 2,
      keyPeople: 1,
      due: 4,
      worker: { name: '马晓燕' },
      vacantSince: null,
      load: 'full',
    },
    { id: south, dwellings: 6, households: 6, people: 0, keyPeople: 0, due: 6, worker: null, vacantSince: today, load: 'over' },
  ])
})

test('each figure of a grid counts exactly the rows of the list that it opens', async () => {
  const { grids, round: counted } = await director.call(readGrids, { community })
  expect(counted).toBe(round)
  for (const { id: grid, people, keyPeople, due, households } of grids) {
    const found = async (marked: boolean) =>
      (await director.call(searchPeople, { place: community, grid, ...(marked && { marked }) })).total
    const { lines } = await director.call(readCoverage, { id: round, standing: 'not-met', in_grid: grid })
    const lived = await director.call(listGridDoors, { community, grid, lived: true })
    expect([await found(false), await found(true), lines.total, lived.total]).toEqual([people, keyPeople, due, households])
  }
  const all = await director.call(listGridDoors, { community, lived: true, size: 2 })
  expect(all.total).toBe(grids.reduce((sum, { households }) => sum + households, 0))
  expect(all.rows.map((row) => row.door.startsWith('翠苑小区 3号楼'))).toEqual([true, true])
  expect((await director.call(listGridDoors, { community })).total).toBe(all.total + 1)
})

test('street and county see which communities lack grid workers, those that lack most first [R-2020A-3][R-2020B-5]', async () => {
  const neighbour = '410105001006'
  await house.owner.insertInto('dwelling').values({ county: '410105', id: newId(), community: neighbour, house: '1' }).execute()
  const officer = await house.as('street-officer', '410105001')
  const { rows, total } = await officer.call(readVacancies, { place: '410105001' })
  expect(total).toBe(2)
  expect(rows[0]).toMatchObject({ community, grids: 2, vacant: 1, covered: 0, over: 1, withoutGrid: 0 })
  expect(rows[1]).toMatchObject({ community: neighbour, grids: 0, vacant: 0, withoutGrid: 1 })
  for (const row of rows)
    expect((await officer.call(listGridDoors, { community: row.community, outside: true })).total).toBe(row.withoutGrid)
})

test('a stand-in answers for the grid in picture and load on the days of cover [R-2021-5]', async () => {
  const standIn = await house.as('grid-worker', community, '刘洋')
  await director.call(assignGrid, {
    community,
    grid: south,
    account: standIn.account,
    kind: 'stand-in',
    from: '2026-11-20',
    until: '2026-11-22',
  })
  const on = async (day: string) =>
    (await director.call(readGrids, { community, on: day })).grids.find((grid) => grid.id === south)
  expect(await on('2026-11-20')).toMatchObject({
    worker: null,
    standIn: { name: '刘洋', until: '2026-11-22' },
    vacantSince: null,
  })
  expect(await on('2026-11-22')).toMatchObject({ standIn: null, vacantSince: '2026-11-22' })
  const { cells } = await director.call(readBuilding, { building, on: '2026-11-21' })
  expect(cells.find((one) => one.unit === '2单元')?.worker).toBe('刘洋')
})

test('a village is shown by groups and households [R-2020A-3]', async () => {
  const [place, estate, own] = ['410105002008', newId(), await house.as('community-director', '410105002008')]
  await own.call(saveEstate, { id: estate, community: place, kind: 'natural-village', name: '李家湾', ordinal: 2 })
  await own.call(saveEstate, { id: newId(), community: place, kind: 'natural-village', name: '王家湾', ordinal: 3 })
  const survey = { kind: 'survey', name: '摸排', of: 'dwellings', from: '2026-11-15', until: today } as const
  await own.call(openRound, { ...survey, id: newId(), community: place, groups: [], everyDays: null })
  const houses = Array.from({ length: 600 }, (_, at) => ({
    county: '410105',
    id: newId(),
    community: place,
    estate,
    village_group: `${(at % 6) + 1}组`,
    house: String(at + 1),
    ordinal: at,
  }))
  await house.owner.insertInto('dwelling').values(houses).execute()
  const view = await own.call(readVillage, { community: place })
  expect(view.groups).toHaveLength(6)
  expect(view.groups[0]).toEqual({ estate, group: '1组', households: 100, done: 0, due: 100 })
  expect(view.cells[0]).toMatchObject({ door: '李家湾 1组 1号', standing: 'not-reached', worker: null })
  const one = await own.call(readVillage, { community: place, estate, group: '2组' })
  expect(one.cells).toHaveLength(100)
})
