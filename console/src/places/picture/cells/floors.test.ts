import type { DoorCell } from '@wangdi/domain/plan/building-view.ts'
import { expect, test } from 'vitest'
import { columnOf, inPages, layOut, roomAt } from './floors.ts'

const door = (unit: string | null, floor: number | null, room: string) => ({ unit, floor, room }) as DoorCell

test('rooms of one line stand above each other although their numbers begin with the floor', () => {
  expect(columnOf(door('1', 4, '402'))).toBe('02')
  expect(columnOf(door('1', 12, '1203'))).toBe('03')
  expect(columnOf(door(null, null, '东户'))).toBe('东户')
  expect(columnOf(door('1', 4, '4'))).toBe('4')
})

test('floors go from the top down and a room that is missing leaves its place empty [R-2020A-3]', () => {
  const { floors, units } = layOut([door('2', 1, '101'), door('1', 2, '202'), door('1', 1, '101'), door('10', 1, '101')])
  expect(floors).toEqual([2, 1])
  expect(units.map((unit) => unit.unit)).toEqual(['1', '2', '10'])
  const [first] = units
  expect(first?.columns).toEqual(['01', '02'])
  expect(first && roomAt(first, 2, '01')).toBeUndefined()
  expect(first && roomAt(first, 2, '02')?.room).toBe('202')
})

test('more than eight units, or more rooms than fit, go on to the next page', () => {
  const units = Array.from({ length: 10 }, (_, at) => layOut([door(String(at + 1), 1, '101')]).units).flat()
  expect(inPages(units, { units: 8, columns: 20 }).map((page) => page.length)).toEqual([8, 2])
  expect(inPages(units, { units: 8, columns: 3 }).map((page) => page.length)).toEqual([3, 3, 3, 1])
  expect(inPages(units.slice(0, 1), { units: 8, columns: 0 })).toHaveLength(1)
})
