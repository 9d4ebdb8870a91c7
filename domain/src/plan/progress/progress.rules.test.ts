import { expect, test } from 'vitest'
import type { ProgressRow } from './progress.ts'
import { behindIn, byLeft, countReached, reachedOf } from './progress.rules.ts'

const figure = (done: number | null, due: number | null, hidden: 'few' | null = null) => ({
  ...{ name: 'visits.elders' as const, done, due, of: 1, hidden },
})
const row = (place: string, ...figures: ReturnType<typeof figure>[]): ProgressRow => ({
  ...{ place, name: place, communities: 1, counted: figures.length, day: '2026-11-17', at: '2026-11-17T02:00:00Z' },
  ...{ figures, in_response: 0 },
})

const reached = (one: ProgressRow) => reachedOf(one, 'visits.elders')

test('nothing due is not done, what is not asked is nothing, nobody counted is not zero, few people are not told', () => {
  expect(reached(row('1', figure(0, 0)))).toBe('nothing')
  expect(reached({ ...row('1'), counted: 1 })).toBe('nothing')
  expect(reached(row('1'))).toBe('absent')
  expect(reached(row('1', figure(null, null, 'few')))).toBe('hidden')
})

test('a share is painted by the step that it has reached, not by the one it is rounded to', () => {
  const shares = [1000, 980, 979, 950, 949, 900, 899, 850, 849, 0].map((done) => reached(row('1', figure(done, 1000))))
  expect(shares).toEqual(['all', 'all', 'most', 'most', 'much', 'much', 'short', 'short', 'behind', 'behind'])
})

test('what is left decides who comes first, never the share; who has nothing left is not behind', () => {
  const rows = [
    row('1', figure(1, 2)),
    row('2', figure(900, 1000)),
    row('3'),
    row('4', figure(7, 7)),
    row('5', figure(null, null, 'few')),
  ]
  expect(behindIn(rows, 'visits.elders').map(({ place }) => place)).toEqual(['2', '1'])
  expect(byLeft(rows, 'visits.elders').map(({ place }) => place)).toEqual(['2', '1', '4', '5', '3'])
  expect([...countReached(rows, 'visits.elders')]).toEqual([
    ['behind', 1],
    ['much', 1],
    ['absent', 1],
    ['all', 1],
    ['hidden', 1],
  ])
})
