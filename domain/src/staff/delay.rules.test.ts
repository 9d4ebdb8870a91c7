import { expect, test } from 'vitest'
import { secondsAfter } from './delay.rules.ts'

test('the first failures cost nothing; then the wait doubles from a second up to a quarter of an hour', () => {
  expect([0, 4, 5, 6, 7, 8, 15, 16, 500].map((failures) => secondsAfter(failures, 5))).toEqual([0, 0, 0, 1, 2, 4, 512, 900, 900])
})
