// What a phone says of a day and of a round: done only where something was asked and done.
import { expect, test } from 'vitest'
import { countPeople, daySaid, roundSaid } from './day-said.ts'

test('a day of doors gone to in vain is neither done nor empty', () => {
  expect(daySaid({ done: 0, tried: 3, left: 0 })).toBe('allTried')
  expect(daySaid({ done: 1, tried: 2, left: 0 })).toBe('allTried')
  expect(daySaid({ done: 1, tried: 0, left: 0 })).toBe('allDone')
  expect(daySaid({ done: 0, tried: 0, left: 0 })).toBe('nothing')
  expect(daySaid({ done: 5, tried: 1, left: 1 })).toBeUndefined()
})

test('a round that asks nothing here is not all gone to', () => {
  expect([roundSaid({ due: 0 }, 0), roundSaid({ due: 4 }, 0), roundSaid({ due: 4 }, 1)]).toEqual(['nothingAsked', 'all', 'doors'])
})

test('two readings of one person are one person', () => {
  expect(countPeople([{ person: { id: 'a' } }, { person: { id: 'a' } }, { person: { id: 'b' } }])).toBe(2)
})
