import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { loadPlaces } from './load-places.ts'
import { levelOf } from '@wangdi/domain/place-code.ts'
import { openPlaceList, type PlaceList } from '../platform/national/place-list.ts'

const excerpt = new URL('../../test/places-excerpt.br', import.meta.url)
let database: TestDatabase
let owner: pg.Client

beforeAll(async () => {
  database = await testDatabase()
  owner = new pg.Client(database.ownerUrl)
  await owner.connect()
})
beforeEach(async () => {
  await owner.query(`truncate place; delete from installation where name like 'places:%'`)
})
afterAll(async () => {
  await owner?.end()
  await database?.drop()
})

const listOf = (date: string, within: string[], names: Record<string, string>): PlaceList => ({
  date,
  source: 'test',
  within,
  count: Object.keys(names).length,
  *places() {
    for (const [code, name] of Object.entries(names)) yield { code, name, level: levelOf(code) }
  },
})
const rows = async () =>
  (
    await owner.query(
      `select code, name, valid_from::text as "from", valid_to::text as "to" from place order by code, valid_from`,
    )
  ).rows

test('the whole nation is loaded, and a second time changes nothing', { timeout: 240_000 }, async () => {
  const first = await loadPlaces(owner)
  expect(first).toEqual({ date: '2023-06-30', places: 665_276, opened: 665_276, closed: 0 })
  const again = await loadPlaces(owner)
  expect(again.opened + again.closed).toBe(0)
  const { rows: found } = await owner.query(`select level, count(*)::int from place where valid_to is null group by 1 order by 2`)
  expect(found).toEqual([
    { level: 'province', count: 31 },
    { level: 'city', count: 342 },
    { level: 'county', count: 2978 },
    { level: 'street', count: 41_352 },
    { level: 'community', count: 620_573 },
  ])
})

test('an excerpt after the nation closes nothing outside its counties', async () => {
  await loadPlaces(owner, listOf('2023-06-30', [''], { '41': '河南省', '4101': '郑州市', '410105': '金水区', '44': '广东省' }))
  const loaded = await loadPlaces(owner, await openPlaceList(excerpt))
  expect(loaded).toEqual({ date: '2023-06-30', places: 675, opened: 672, closed: 0 })
  expect((await rows()).find((row) => row.code === '44')).toMatchObject({ to: null })
})

test('a later list keeps the old name as history, ends what is gone and opens what is new [R-2021-5]', async () => {
  await loadPlaces(owner, listOf('2023-06-30', [''], { '41': '河南省', '4101': '郑州市', '410122': '中牟县', '410123': '老县' }))
  await loadPlaces(owner, listOf('2024-06-30', [''], { '41': '河南省', '4101': '郑州市', '410122': '中牟区', '410124': '新县' }))
  expect(await rows()).toEqual([
    { code: '41', name: '河南省', from: '2023-06-30', to: null },
    { code: '4101', name: '郑州市', from: '2023-06-30', to: null },
    { code: '410122', name: '中牟县', from: '2023-06-30', to: '2024-06-30' },
    { code: '410122', name: '中牟区', from: '2024-06-30', to: null },
    { code: '410123', name: '老县', from: '2023-06-30', to: '2024-06-30' },
    { code: '410124', name: '新县', from: '2024-06-30', to: null },
  ])
})

test('an older list is refused and leaves everything as it was', async () => {
  await loadPlaces(owner, listOf('2024-06-30', [''], { '41': '河南省' }))
  await expect(loadPlaces(owner, listOf('2023-06-30', [''], { '41': '河南' }))).rejects.toThrow('later than 2023-06-30')
  expect(await rows()).toEqual([{ code: '41', name: '河南省', from: '2024-06-30', to: null }])
})
