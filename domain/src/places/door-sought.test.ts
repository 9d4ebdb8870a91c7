import fc from 'fast-check'
import { expect, test } from 'vitest'
import { initialsOf } from '../text/initials.ts'
import { doorText } from './door-plate.ts'
import { askedOfDoors, doorSought, doorsSought, mayBeginSo, type SoughtDoor } from './door-sought.ts'
import type { Door } from './places.ts'

const nowhere: Door = { estate: null, building: null, unit: null, room: null, group: null, house: null }
const town: Door = { ...nowhere, estate: '翠苑小区', building: '3号楼', unit: '2单元', room: '402' }
const village: Door = { ...nowhere, estate: '李家湾', group: '3组', house: '12' }
const fit = (typed: string, door: SoughtDoor) => doorSought(typed, initialsOf)?.(door)
const fits = (door: SoughtDoor, typed: readonly string[]) => typed.map((text) => [text, fit(text, door)])
const all = (typed: readonly string[], as: string | undefined) => typed.map((text) => [text, as])

test('a door in town is found by its parts in any order, as people write them', () => {
  const typed = [
    '402',
    '3-402',
    '3-2-402',
    '402 3',
    '3号楼2单元402',
    '3号楼2单元402室',
    '翠苑小区3号楼2单元402',
    '翠苑 402',
    '402 翠苑',
    '402室 2单元 翠苑小区 3号楼',
    '三号楼二单元402',
    '3栋2门402',
    '3#402',
    '３－２－４０２',
    '翠苑3',
    '03-402',
  ]
  expect(fits(town, typed)).toEqual(all(typed, 'whole'))
})

test('a house in a village is found by natural village, group and house', () => {
  const typed = ['李家湾', '李家湾三组12号', '3组12', '12 李家', '第三村民小组 12号', '3-12', 'ljw 12', 'LJW3']
  expect(fits(village, typed)).toEqual(all(typed, 'whole'))
})

test('a named building is found beside its estate, and names by pinyin initials', () => {
  const east: Door = { ...nowhere, estate: '翠苑小区', building: '东楼', unit: null, room: '1204' }
  const typed = ['翠苑东楼1204', '东楼 1204', 'cyxq 1204', 'cy1204', 'cydl', 'dl 1204', '1204 CY', '翠苑东楼']
  expect(fits(east, typed)).toEqual(all(typed, 'whole'))
  expect(fits({ building: 'A座', room: '302' }, ['a座302', 'A302', '302 a'])).toEqual(all(['a座302', 'A302', '302 a'], 'whole'))
  expect(fits({ estate: '解放小区' }, ['jf'])).toEqual([['jf', 'whole']])
  expect(fits({ estate: '单家村' }, ['sjc'])).toEqual([['sjc', 'whole']])
  expect(fits({ estate: '万科城3期', building: '5号楼', room: '302' }, ['万科3期5号楼302', '3期 5-302'])).toEqual(
    all(['万科3期5号楼302', '3期 5-302'], 'whole'),
  )
  expect(fits({ estate: '57号院', building: '2号楼', room: '302' }, ['57号院2号楼302', '57-2-302'])).toEqual(
    all(['57号院2号楼302', '57-2-302'], 'whole'),
  )
})

test('what belongs to another door is not found', () => {
  const other = [
    '2-2-402',
    '2号楼3单元402',
    '402号楼',
    '3单元402',
    '阳光小区 402',
    '4',
    '3-2-403',
    '2-3-402',
    '402 2 3',
    'yg 402',
    '402402',
    '没有这个人',
    '三楼二',
  ]
  expect(fits(town, other.slice(0, -1))).toEqual(all(other.slice(0, -1), undefined))
  expect(fit('3组', town)).toBeUndefined()
  expect(fit('3-402', { ...town, estate: '万科城3期', building: '5号楼' })).toBeUndefined()
  expect(fit('三门峡', { ...town, estate: '三门峡小区' })).toBe('whole')
})

test('the last number may be begun, behind those that are whole; what asks nothing finds nothing', () => {
  const rooms = ['1201', '1202', '12', '112'].map((room) => ({ ...town, room }))
  expect(doorsSought(rooms, '12', (door) => door).map(({ room }) => room)).toEqual(['12', '1201', '1202'])
  expect(doorsSought(rooms, '3-120', (door) => door).map(({ room }) => room)).toEqual(['1201', '1202'])
  expect(doorsSought(rooms, '120 3', (door) => door)).toEqual([])
  for (const nothing of ['', ' ', '-', '单元', '号楼']) expect([nothing, doorSought(nothing)]).toEqual([nothing, undefined])
})

const small = fc.integer({ min: 1, max: 40 })
const estate = fc.constantFrom('翠苑小区', '阳光花园', '李家湾', '57号院', '万科城3期', '三里屯')
const door: fc.Arbitrary<Door> = fc.oneof(
  fc
    .record({ estate, building: small, unit: fc.option(small), floor: small, room: fc.integer({ min: 1, max: 12 }) })
    .map(({ estate: of, building, unit, floor, room }) => ({
      ...nowhere,
      estate: of,
      building: `${building}号楼`,
      unit: unit === null ? null : `${unit}单元`,
      room: `${floor}${String(room).padStart(2, '0')}`,
    })),
  fc
    .record({ estate, group: small, house: fc.integer({ min: 1, max: 300 }) })
    .map(({ estate: of, group, house }) => ({ ...nowhere, estate: of, group: `${group}组`, house: String(house) })),
)
const partsOf = (one: Door) =>
  [one.estate, one.building, one.unit, one.room && `${one.room}室`, one.group, one.house && `${one.house}号`].filter(
    (part) => part !== null,
  )

test('every door is found by what it is called and by its parts in any order, and no other door fits all of them', () => {
  fc.assert(
    fc.property(door, door, fc.infiniteStream(fc.nat()), (one, other, order) => {
      const parts = partsOf(one)
      const shuffled = parts.map((part) => ({ part, at: order.next().value })).sort((a, b) => a.at - b.at)
      const typed = shuffled.map(({ part }) => part).join(' ')
      expect([typed, fit(typed, one), fit(doorText(one), one)]).toEqual([typed, 'whole', 'whole'])
      if (doorText(one) !== doorText(other) && partsOf(other).length <= parts.length)
        expect([typed, doorText(other), fit(typed, other)]).toEqual([typed, doorText(other), undefined])
    }),
  )
})

test('what a typed text says doors hold, each door that it finds holds', () => {
  const typed = fc.oneof(
    fc.array(fc.constantFrom('翠苑', '3', '2单元', '402', '三组', '12', 'cy', '-', ' ', '阳光', '0', '57号院', '3期', '号'), {
      maxLength: 5,
    }),
    fc.array(fc.constantFrom('李家湾', '1', '01', '10', '1号', '室', '万科'), { maxLength: 4 }),
  )
  fc.assert(
    fc.property(typed, door, (pieces, one) => {
      const text = pieces.join('')
      const { held } = askedOfDoors(text)
      if (held !== undefined && fit(text, one))
        expect([text, Object.values(one).join(' ')]).toEqual([text, expect.stringContaining(held)])
    }),
    { numRuns: 2000 },
  )
})

test('where the names of doors can not begin as the letters do, no door is found', () => {
  const letters = fc.array(fc.constantFrom('c', 'y', 'x', 'q', 'l', 'j', 'w', 'a', 'wk', 'cy', '3'), {
    minLength: 1,
    maxLength: 4,
  })
  fc.assert(
    fc.property(letters, door, (pieces, one) => {
      const typed = pieces.join('')
      const names = Object.values(one).filter((name) => name !== null)
      if (!mayBeginSo(typed, names, initialsOf))
        expect([typed, doorText(one), fit(typed, one)]).toEqual([typed, doorText(one), undefined])
    }),
    { numRuns: 1000 },
  )
  expect([mayBeginSo('cy', ['翠苑小区'], initialsOf), mayBeginSo('zs', ['翠苑小区', '3号楼'], initialsOf)]).toEqual([true, false])
})

test('among ten thousand doors each is the first that its name finds', () => {
  const many = Array.from(
    { length: 10_000 },
    (_, at): Door => ({
      ...nowhere,
      estate: `${['东', '西', '南', '北', '中'][at % 5]}苑小区`,
      building: `${(Math.trunc(at / 5) % 20) + 1}号楼`,
      unit: `${(Math.trunc(at / 100) % 4) + 1}单元`,
      room: `${(Math.trunc(at / 400) % 25) + 1}0${(at % 3) + 1}`,
    }),
  )
  const names = new Set(many.map((one) => doorText(one)))
  for (const at of [0, 17, 999, 5000, 9999]) {
    const one = many[at] as Door
    expect(doorText(doorsSought(many, doorText(one), (each) => each, initialsOf)[0] ?? null)).toBe(doorText(one))
  }
  expect(names.size).toBeGreaterThan(7000)
})
