import { expect, test } from 'vitest'
import { columnLetter } from './roster-file.ts'

test('columns are named as a sheet names them', () => {
  expect([0, 1, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual(['A', 'B', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
})
