import { expect, test } from 'vitest'
import { coveragePage, shownRows, unknownMarks, unshownMarks } from '../../tools/coverage.ts'
import { startHouse } from './house.ts'

const catalogue = {
  functions: [
    { id: 'GRID-TREE', area: 'places and grid', name: 'Place tree', rows: ['R-2020A-3', 'R-2021-5'] },
    { id: 'ORG', area: 'admin', name: 'Organisations', rows: ['R-2020A-2'] },
  ],
  textOnly: ['R-2020A-9'],
}
const one = (passed: boolean, shownBy: 'http' | 'command line' | null = 'http') => [{ test: 'a test', passed, shownBy }]

test('a row counts only while a test that carries its mark passes and none that carries it fails', () => {
  const marks = { 'R-2020A-3': one(true), 'R-2021-5': [...one(true), ...one(false)], 'R-2020A-2': [] }
  expect([...shownRows(marks)]).toEqual(['R-2020A-3'])
})

test('a row counts only when a test went over HTTP or the command line; one among functions alone shows nothing and is named', () => {
  const marks = {
    'R-2020A-3': one(true, null),
    'R-2021-5': [...one(true, null), ...one(true, 'command line')],
    'R-2020A-2': [...one(false, 'http'), ...one(true, null)],
  }
  expect([...shownRows(marks)]).toEqual(['R-2021-5'])
  expect(unshownMarks(marks)).toEqual(['R-2020A-3'])
})

test('a test that asks the house over HTTP says so in the report, and one that does not says nothing', async ({ task }) => {
  const house = await startHouse()
  await house.as('volunteer', '410105001003')
  expect(task.meta.shownBy).toBeUndefined()
  await fetch(`${house.url}/api/nothing-there`)
  await house.close()
  expect(task.meta.shownBy).toBe('http')
})

test('a function counts only when all its rows do, and the page names the missing ones', () => {
  const page = coveragePage(catalogue, { 'R-2020A-3': one(true), 'R-2020A-2': one(true) })
  expect(page).toContain('**2 of 3 rows, 1 of 2 functions.**')
  expect(page).toContain('| `GRID-TREE` | Place tree | 1/2 | R-2021-5 |')
  expect(page).toContain('| `ORG` | Organisations | 1/1 | complete |')
})

test('a mark that names no row is found, save those of the law in force', () => {
  expect(unknownMarks(catalogue, { 'R-2020A-9': [], 'R-LAW-1': [], 'R-2020A-99': [] })).toEqual(['R-2020A-99'])
})
