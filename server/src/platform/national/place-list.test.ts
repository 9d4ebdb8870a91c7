import { expect, test } from 'vitest'
import { packPlaceList } from '../../../../tools/places/pack-list.ts'
import { openPlaceList } from './place-list.ts'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const excerpt = new URL('../../../test/places-excerpt.br', import.meta.url)

function write(bytes: Uint8Array): string {
  const file = join(mkdtempSync(join(tmpdir(), 'places-')), 'list.br')
  writeFileSync(file, bytes)
  return file
}
const about = { date: '2023-06-30', source: 'test', within: [''] }

test('the national list holds every province, city, county, street and village of 2023-06-30 [R-2020A-3]', async () => {
  const list = await openPlaceList()
  const count: Record<string, number> = {}
  for (const { level } of list.places()) count[level] = (count[level] ?? 0) + 1
  expect(list.date).toBe('2023-06-30')
  expect(count).toEqual({ province: 31, city: 342, county: 2978, street: 41_352, community: 620_573 })
})

test('the excerpt holds two real counties with all above and below them', async () => {
  const places = new Map([...(await openPlaceList(excerpt)).places()].map((place) => [place.code, place.name]))
  expect([...places].slice(0, 4)).toEqual([
    ['41', '河南省'],
    ['4101', '郑州市'],
    ['410105', '金水区'],
    ['410105001', '经八路街道'],
  ])
  expect(places.get('410105001003')).toBe('体育社区居民居委会')
  expect(places.get('410122112')).toBe('刘集镇')
  expect(places.size).toBe(675)
})

test('a list read back is the list that was packed, gaps in the numbers and bare endings included', async () => {
  const places = [
    { code: '65', name: '新疆维吾尔自治区' },
    { code: '6590', name: '自治区直辖县级行政区划' },
    { code: '659001', name: '石河子市' },
    { code: '659001001', name: '镇' },
    { code: '659001001002', name: '社区' },
    { code: '659001001003', name: '一号村委会' },
    { code: '659001001498', name: '外高井村第二社区居委会' },
    { code: '659001002', name: '老街街道' },
    { code: '659001002001', name: '甲7号院-沿江社区居民委员会' },
  ]
  const read = [...(await openPlaceList(write(packPlaceList(about, [...places].reverse())))).places()]
  expect(read.map(({ code, name }) => ({ code, name }))).toEqual(places)
})

test('a place without the place above it, or twice, is not packed', () => {
  expect(() => packPlaceList(about, [{ code: '4101', name: '郑州市' }])).toThrow('stands twice or alone')
  expect(() =>
    packPlaceList(about, [
      { code: '41', name: '河南省' },
      { code: '41', name: '河南' },
    ]),
  ).toThrow('stands twice or alone')
})
