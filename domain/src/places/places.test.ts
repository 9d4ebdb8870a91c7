import { expect, test } from 'vitest'
import { doorsOf, isSameBuilding, loadIn, usualBand, whyNotEnd, whyNotOpen, whyNotRedraw } from './places.rules.ts'
import { doorPlate, doorText, partText, shortDoor, shortDoors } from './door-plate.ts'
import { committeeName, shortName } from './places.ts'

const nowhere = { estate: null, building: null, unit: null, room: null, group: null, house: null }

test('a door reads as people say it, in town and in a village', () => {
  const town = { ...nowhere, estate: '翠苑小区', building: '3号楼', unit: '2单元', room: '402' }
  expect(doorText(town)).toBe('翠苑小区 3号楼2单元402')
  expect(doorText({ ...town, estate: null })).toBe('3号楼2单元402')
  expect(doorText(null)).toBe('')
  expect(doorText({ ...nowhere, group: '3组', house: '12' })).toBe('3组 12号')
  expect(doorText({ ...nowhere, building: '东楼', room: '12' })).toBe('东楼12')
})

test('a plate, a list and a part of a community name one door the same way', () => {
  const town = { ...nowhere, estate: '翠苑小区', building: '3', unit: '2', room: '402' }
  const village = { ...nowhere, estate: '李家湾', group: '3组', house: '12' }
  expect([doorPlate(town), doorPlate(village), doorPlate({ ...village, group: null })]).toEqual([
    { estate: '翠苑小区', building: '3号楼2单元', room: '402' },
    { estate: '李家湾', building: '3组', room: '12号' },
    { estate: '李家湾', building: '', room: '12号' },
  ])
  expect([doorText(village), partText(village), partText(town), partText({ building: '东楼' })]).toEqual([
    '李家湾 3组 12号',
    '李家湾 3组',
    '翠苑小区 3号楼2单元',
    '东楼',
  ])
  expect([shortDoor(town, town), shortDoor(town, village), shortDoor(village, village)]).toEqual([
    '3号楼2-402',
    '翠苑小区 3号楼2-402',
    '3组12号',
  ])
})

test('doors in one sentence name their estate whenever it is another than that of the door before', () => {
  const first = { ...nowhere, estate: '翠苑小区', building: '1号楼', unit: '1单元', room: '401' }
  const second = { ...first, estate: '文博花园', room: '1106' }
  const third = { ...first, room: '502' }
  expect(shortDoors([first, second, third], first)).toBe('1号楼1-401、文博花园 1号楼1-1106、翠苑小区 1号楼1-502')
  expect(shortDoors([third, first])).toBe('翠苑小区 1号楼1-502、1号楼1-401')
})

test('a community is called by its short name, and a bare name stays', () => {
  expect(
    ['体育社区居民居委会', '韩寺村村民委员会', '大孟村委会', '华电社区', '第一居委会', '一分场生活区'].map(shortName),
  ).toEqual(['体育社区', '韩寺村', '大孟村', '华电社区', '第一居委会', '一分场生活区'])
})

test('a paper is signed with the name of the committee, said once', () => {
  expect(
    ['体育社区居民居委会', '外高井村第二社区居委会', '甲社区居民委员会', '大孟村委会', '韩寺村村民委员会', '第一居委会'].map(
      committeeName,
    ),
  ).toEqual([
    '体育社区居民委员会',
    '外高井村第二社区居民委员会',
    '甲社区居民委员会',
    '大孟村村民委员会',
    '韩寺村村民委员会',
    '第一居委会',
  ])
})

test('the load of a grid is judged against the band of the county, and only above it is it too much [R-2020B-5]', () => {
  expect([299, 300, 500, 501].map((households) => loadIn(usualBand, households))).toEqual(['light', 'full', 'full', 'over'])
})

test('rooms are numbered by floor, and a building without units has none', () => {
  expect(doorsOf([{ unit: '', floors: 2, rooms: 2 }])).toEqual([
    { unit: null, floor: 1, room: '101' },
    { unit: null, floor: 1, room: '102' },
    { unit: null, floor: 2, room: '201' },
    { unit: null, floor: 2, room: '202' },
  ])
  expect(doorsOf([{ unit: '1单元', floors: 18, rooms: 12 }]).at(-1)?.room).toBe('1812')
})

test('units are kept as rosters are read, however they were typed, and two spellings are one building', () => {
  expect(['1', '一单元', '1门', '东单元'].map((unit) => doorsOf([{ unit, floors: 1, rooms: 1 }])[0]?.unit)).toEqual([
    '1单元',
    '1单元',
    '1单元',
    '东单元',
  ])
  expect(isSameBuilding('6栋', '六号楼')).toBe(true)
  expect(isSameBuilding('6栋', '16栋')).toBe(false)
})

test('grids are redrawn from today on, only into a grid that stands then, and end only when empty', () => {
  const grid = { id: '', community: '', name: '1网格', ordinal: 1, from: '2026-01-01', until: '2026-12-01' }
  const today = '2026-11-17'
  expect(whyNotRedraw(grid, '2026-11-16', today)?.code).toBe('places.in-past')
  expect(whyNotRedraw(grid, '2026-12-01', today)?.code).toBe('places.grid-ended')
  expect(whyNotRedraw(grid, '2026-11-30', today)).toBeUndefined()
  expect([whyNotRedraw(grid, today, today), whyNotEnd('1网格', 0, today, today)]).toEqual([undefined, undefined])
  expect([
    whyNotOpen({ from: today, until: '2026-11-18' }, today),
    whyNotOpen({ from: '2026-11-16', until: null }, today)?.code,
  ]).toEqual([undefined, 'places.in-past'])
  expect(whyNotEnd('1网格', 0, '2026-11-16', today)?.code).toBe('places.in-past')
  expect(whyNotOpen({ from: today, until: today }, today)?.code).toBe('places.ends-first')
  expect(whyNotEnd('1网格', 1, '2026-12-01', today)?.code).toBe('places.grid-in-use')
  expect(whyNotEnd('1网格', 0, '2026-12-01', today)).toBeUndefined()
})
