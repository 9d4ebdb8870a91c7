import { expect, test } from 'vitest'
import { ageGroupsOf, birthdaysOf, reviewDay } from './key-group.rules.ts'

const today = '2026-11-17'

test('somebody is an elder from the 65th birthday on, and a child until the day before the 14th', () => {
  expect(ageGroupsOf('1961-11-18', today)).toEqual([])
  expect(ageGroupsOf('1961-11-17', today)).toEqual(['elder'])
  expect(ageGroupsOf('2012-11-17', today)).toEqual([])
  expect(ageGroupsOf('2012-11-18', today)).toEqual(['child'])
  expect(ageGroupsOf(today, today)).toEqual(['child'])
})

test('whoever was born on 29 February reaches the birthday on 1 March where the year lacks it, and is asked for by the same days', () => {
  expect(ageGroupsOf('1960-02-29', '2025-02-28')).toEqual([])
  expect(ageGroupsOf('1960-02-29', '2025-03-01')).toEqual(['elder'])
  expect(birthdaysOf('elder', '2028-02-29').until).toBe('1963-02-28')
})

test('an unknown birthday puts nobody anywhere', () => {
  expect(ageGroupsOf(null, today)).toEqual([])
})

test('a mark is looked at again after the days of its kind', () => {
  expect(reviewDay('pregnant', today)).toBe('2027-01-16')
  expect(reviewDay('disabled', today)).toBe('2027-11-17')
})
