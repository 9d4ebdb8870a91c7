import { v7 as newId } from 'uuid'
import pg from 'pg'
import {
  assignDwellings,
  readCommunity,
  readHistory,
  readTree,
  saveBuilding,
  saveEstate,
  saveGrid,
  setLoadBand,
  setUse,
} from '@wangdi/domain/places/places.api.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, type House, startHouse } from '../../test/house.ts'
import { loadPlaces } from './load-places.ts'
import { openPlaceList } from '../platform/national/place-list.ts'

const community = '410105001003'
const today = '2026-11-17'
let house: House
let director: Caller
let worker: Caller
const estate = newId()

beforeAll(async () => {
  house = await startHouse({ day: today })
  const owner = new pg.Client(house.ownerUrl)
  await owner.connect()
  await loadPlaces(owner, await openPlaceList(new URL('../../test/places-excerpt.br', import.meta.url)))
  await owner.end()
  await house.owner.insertInto('county').values({ place: '410105' }).execute()
  director = await house.as('community-director', community)
  worker = await house.as('community-worker', community)
  await worker.call(saveEstate, { id: estate, community, kind: 'estate', name: '翠苑小区', ordinal: 1 })
})
afterAll(() => house.close())

let made = 0
/** A building of two units, three floors and two rooms a floor, under a name of its own. */
async function givenBuilding(): Promise<{ id: string; name: string }> {
  const id = newId()
  const name = `${++made}号楼`
  const units = [
    { unit: '1单元', floors: 3, rooms: 2 },
    { unit: '2单元', floors: 3, rooms: 2 },
  ]
  await worker.call(saveBuilding, { id, community, estate, name, ordinal: made, units })
  return { id, name }
}
const givenGrid = (name: string, from = today) =>
  director.call(saveGrid, { id: newId(), community, name, ordinal: ++made, from, until: null })

test('the tree leads from the nation to the community, with names and what lies directly below [R-2020A-3][R-2020P-68]', async () => {
  const officer = await house.as('county-civil-affairs', '410105')
  const county = await officer.call(readTree, {})
  expect(county.ancestors.map((place) => place.name)).toEqual(['全国', '河南省', '郑州市'])
  expect(county.place).toEqual({ code: '410105', name: '金水区', level: 'county' })
  expect(county.below[0]).toMatchObject({ code: '410105001', name: '经八路街道', level: 'street' })
  const street = await officer.call(readTree, { place: '410105001' })
  expect(street.below.map((child) => child.name)).toContain('体育社区居民居委会')
  expect(street.below).toHaveLength(county.below[0]?.places ?? 0)
})

test('a place is found by its name at any depth below, with what it lies in, and never beyond the place searched', async () => {
  const officer = await house.as('county-civil-affairs', '410105')
  const { found } = await officer.call(readTree, { place: '410105', find: ' 体育社区 ' })
  expect(found).toContainEqual({ code: '410105001003', name: '体育社区居民居委会', level: 'community', within: ['经八路街道'] })
  const streets = await officer.call(readTree, { place: '410105', find: '经八路' })
  expect(streets.found[0]).toEqual({ code: '410105001', name: '经八路街道', level: 'street', within: [] })
  expect((await officer.call(readTree, { place: '410105002', find: '体育社区' })).found.map(({ code }) => code)).not.toContain(
    '410105001003',
  )
  expect((await officer.call(readTree, { place: '410105', find: '100%' })).found).toEqual([])
  expect((await officer.call(readTree, { place: '410105' })).found).toEqual([])
})

test('a level above the county sees places, and of doors not zero but nothing', async () => {
  const city = await house.as('city-officer', '4101')
  const { below } = await city.call(readTree, { place: '410105' })
  expect(below.length).toBeGreaterThan(10)
  expect(new Set(below.map((child) => child.dwellings))).toEqual(new Set([null]))
})

test('a building is entered once with all its doors, and entering it again adds only what is missing', async () => {
  const { id, name } = await givenBuilding()
  const again = await worker.call(saveBuilding, {
    id,
    community,
    estate,
    name,
    ordinal: 1,
    units: [{ unit: '一单元', floors: 4, rooms: 2 }],
  })
  expect(again).toEqual({ id, doorsMade: 2 })
  const { buildings } = await worker.call(readCommunity, { community })
  expect(buildings.find((building) => building.id === id)).toMatchObject({
    estate,
    units: 2,
    floors: 4,
    dwellings: 14,
    vacant: 0,
    grids: [],
  })
})

test('a building of the same name in the same estate is refused in words', async () => {
  const { name } = await givenBuilding()
  for (const spelled of [name, name.replace('号楼', '栋'), name.replace('号楼', '#')])
    await expect(
      worker.call(saveBuilding, { id: newId(), community, estate, name: spelled, ordinal: 1, units: [] }),
    ).rejects.toMatchObject({ code: 'places.name-taken' })
})

test('a grid is drawn over units of a building from a day on; before that day nothing changed [R-2020A-3][R-2021-5]', async () => {
  const { id: building } = await givenBuilding()
  const first = await givenGrid('甲网格')
  const second = await givenGrid('乙网格')
  await director.call(assignDwellings, { community, grid: first.id, from: today, buildings: [building] })
  const moved = await director.call(assignDwellings, {
    community,
    grid: second.id,
    from: '2026-11-20',
    units: [{ building, unit: '2单元' }],
  })
  expect(moved).toEqual({ moved: 6, unchanged: 0 })
  const countsOn = async (on: string) => {
    const { grids } = await director.call(readCommunity, { community, on })
    return [first, second].map((grid) => grids.find((other) => other.id === grid.id)?.dwellings)
  }
  expect(await countsOn('2026-11-19')).toEqual([12, 0])
  expect(await countsOn('2026-11-20')).toEqual([6, 6])
  const again = await director.call(assignDwellings, {
    community,
    grid: second.id,
    from: '2026-11-20',
    units: [{ building, unit: '2单元' }],
  })
  expect(again).toEqual({ moved: 0, unchanged: 6 })
})

test('what changed in the grids is told by day: opened, drawn from one into another [R-2021-5]', async () => {
  const { id: building } = await givenBuilding()
  const first = await givenGrid('丙网格')
  const second = await givenGrid('丁网格')
  await director.call(assignDwellings, { community, grid: first.id, from: today, buildings: [building] })
  await director.call(assignDwellings, { community, grid: second.id, from: '2026-12-01', buildings: [building] })
  const { changes } = await director.call(readHistory, { community })
  const mine = changes.filter((change) => change.grid === '丙网格' || change.grid === '丁网格')
  expect(mine).toHaveLength(4)
  expect(mine[0]).toEqual({ day: '2026-12-01', kind: 'dwellings-moved', grid: '丁网格', from: '丙网格', dwellings: 12 })
  expect(mine).toContainEqual({ day: today, kind: 'grid-opened', grid: '丁网格', from: null, dwellings: 0 })
  expect(mine).toContainEqual({ day: today, kind: 'grid-opened', grid: '丙网格', from: null, dwellings: 0 })
  expect(mine).toContainEqual({ day: today, kind: 'dwellings-moved', grid: '丙网格', from: null, dwellings: 12 })
})

test('the past is not redrawn, and a grid with doors does not end', async () => {
  const { id: building } = await givenBuilding()
  const grid = await givenGrid('戊网格')
  await expect(
    director.call(assignDwellings, { community, grid: grid.id, from: '2026-11-16', buildings: [building] }),
  ).rejects.toMatchObject({ code: 'places.in-past' })
  await director.call(assignDwellings, { community, grid: grid.id, from: today, buildings: [building] })
  await expect(director.call(saveGrid, { ...grid, until: '2026-12-01' })).rejects.toMatchObject({ code: 'places.grid-in-use' })
  await director.call(assignDwellings, { community, grid: null, from: '2026-12-01', buildings: [building] })
  expect(await director.call(saveGrid, { ...grid, until: '2026-12-01' })).toMatchObject({ until: '2026-12-01' })
  expect((await director.call(readCommunity, { community, on: '2026-12-01' })).grids.map((other) => other.name)).not.toContain(
    '戊网格',
  )
})

test('a renamed grid keeps its old name in the history, with the day, and what happened before bears it', async () => {
  const grid = await givenGrid('辛网格')
  const { id: building } = await givenBuilding()
  await director.call(assignDwellings, { community, grid: grid.id, from: today, buildings: [building] })
  house.clock.set('2026-12-01T09:00:00+08:00')
  for (const name of ['壬网', '壬网格']) await director.call(saveGrid, { ...grid, name })
  house.clock.set('2026-12-09T09:00:00+08:00')
  await director.call(saveGrid, { ...grid, name: '癸网格' })
  await director.call(assignDwellings, { community, grid: null, from: '2026-12-10', buildings: [building] })
  const { changes } = await director.call(readHistory, { community })
  const told = changes.filter((one) => /[辛壬癸]网/.test(`${one.grid}${one.from}`))
  expect(told.map(({ day, kind, grid, from }) => [day, kind, from, grid])).toEqual([
    ['2026-12-10', 'dwellings-moved', '癸网格', null],
    ['2026-12-09', 'grid-renamed', '壬网格', '癸网格'],
    ['2026-12-01', 'grid-renamed', '辛网格', '壬网格'],
    [today, 'grid-opened', null, '辛网格'],
    [today, 'dwellings-moved', null, '辛网格'],
  ])
  house.clock.set(`${today}T10:00:00+08:00`)
})

test('a choice of no door is said, not silently done', async () => {
  const grid = await givenGrid('己网格')
  await expect(director.call(assignDwellings, { community, grid: grid.id, from: today })).rejects.toMatchObject({
    code: 'places.nothing-chosen',
  })
})

test('a grid worker sets the use of a door in an own grid, and finds no other door', async () => {
  const { id: building } = await givenBuilding()
  const grid = await givenGrid('庚网格')
  await director.call(assignDwellings, { community, grid: grid.id, from: today, units: [{ building, unit: '1单元' }] })
  const gridWorker = await house.as('grid-worker', community)
  await house.owner
    .insertInto('grid_duty')
    .values({
      county: '410105',
      id: newId(),
      community,
      grid: grid.id,
      account: gridWorker.account,
      kind: 'worker',
      valid_from: today,
    })
    .execute()
  const doors = await house.owner.selectFrom('dwelling').select(['id', 'unit']).where('building', '=', building).execute()
  const own = doors.find((door) => door.unit === '1单元')?.id ?? ''
  const foreign = doors.find((door) => door.unit === '2单元')?.id ?? ''
  expect(await gridWorker.call(setUse, { dwelling: own, use: 'vacant' })).toEqual({ version: 2 })
  await expect(gridWorker.call(setUse, { dwelling: foreign, use: 'vacant' })).rejects.toMatchObject({ code: 'access.not-found' })
  const { buildings } = await worker.call(readCommunity, { community })
  expect(buildings.find((other) => other.id === building)).toMatchObject({ dwellings: 12, vacant: 1, grids: [grid.id] })
})

test('the neighbour community is not found, and its doors are not moved by guessing ids', async () => {
  const neighbour = await house.as('community-director', '410105001006')
  await expect(neighbour.call(readCommunity, { community })).rejects.toMatchObject({ code: 'access.not-found' })
  const { id: building } = await givenBuilding()
  const grid = await neighbour.call(saveGrid, {
    id: newId(),
    community: '410105001006',
    name: '一网格',
    ordinal: 1,
    from: today,
    until: null,
  })
  await expect(
    neighbour.call(assignDwellings, { community: '410105001006', grid: grid.id, from: today, buildings: [building] }),
  ).rejects.toMatchObject({ code: 'places.nothing-chosen' })
})

test('the warning band is a setting of the county', async () => {
  const leader = await house.as('county-civil-affairs', '410105')
  expect(await leader.call(setLoadBand, { place: '410105', full: 200, over: 350 })).toEqual({ full: 200, over: 350 })
  await expect(leader.call(setLoadBand, { place: '410105', full: 400, over: 350 })).rejects.toMatchObject({
    code: 'places.band-upside-down',
  })
})
