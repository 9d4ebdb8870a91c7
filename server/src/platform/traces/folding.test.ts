import { expect, test } from 'vitest'
import { makeFolding, timesOf } from './folding.ts'

const hour = 3_600_000

test('of what is repeated the first are told, and then each time their number has doubled; every hour anew', () => {
  let now = 10 * hour
  const fold = makeFolding(3)
  const told = (times: number, key = 'a') =>
    Array.from({ length: times }, () => fold(key, new Date(now))).filter((one) => one !== undefined)
  expect(told(30)).toEqual([1, 2, 3, 6, 12, 24])
  expect(told(2, 'b')).toEqual([1, 2])
  now += hour
  expect(told(4)).toEqual([1, 2, 3])
})

test('a line says how often it was once not each time has a line of its own', () => {
  expect([timesOf(3, 3), timesOf(6, 3)]).toEqual([{}, { times: '6' }])
})
