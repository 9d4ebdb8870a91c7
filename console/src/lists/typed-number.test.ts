import { expect, test } from 'vitest'
import { isCount, isTemperature, readCount } from './typed-number.ts'

test('a count is a whole number from 0 up: a minus, a word or a fraction is a fault and never becomes another number', () => {
  for (const typed of ['-3', 'abc', '3.5', '3人', '1,000', '9999999999']) expect(isCount(typed), typed).toBe(false)
  for (const typed of ['0', ' 12 ', '１２', '', undefined]) expect(isCount(typed), typed).toBe(true)
  expect([readCount('0'), readCount('１２'), readCount(' 7 ')]).toEqual([0, 12, 7])
})

test('a temperature out of the range of a thermometer, or finer than a tenth, is a fault and is not moved into the range', () => {
  for (const typed of ['366', '3.66', '-37', '36.65', '三十七']) expect(isTemperature(typed), typed).toBe(false)
  for (const typed of ['36.6', '37', '45', '３６.６', '']) expect(isTemperature(typed), typed).toBe(true)
})
