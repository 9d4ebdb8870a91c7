import { expect, test } from 'vitest'
import { press, start, step, type Typed, valueOf } from './temperature.ts'

const type = (...keys: string[]) => keys.reduce<Typed>((typed, key) => press(typed, key), start)

test('the first digit takes the place of the starting number, and the point sets itself', () => {
  expect(type('3').text).toBe('3')
  expect(type('3', '7').text).toBe('37')
  expect(type('3', '7', '8').text).toBe('37.8')
  expect(type('3', '7', '.', '8', '9').text).toBe('37.8')
  expect(type('3', '7', '8', 'delete').text).toBe('37')
  expect(type('delete').text).toBe('36')
})

test('plus and minus go by a tenth and stay between 30 and 45', () => {
  expect(step(start, 1).text).toBe('36.6')
  expect(step(step(start, -1), -1).text).toBe('36.3')
  expect(step({ text: '45.0', touched: true }, 1).text).toBe('45.0')
})

test('what is no temperature has no value', () => {
  expect([type('3', '7', '8'), type('3'), type('9', '9'), { text: '', touched: true }].map(valueOf)).toEqual([
    37.8,
    undefined,
    undefined,
    undefined,
  ])
})
