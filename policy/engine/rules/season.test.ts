import { describe, expect, test } from 'vitest'
import { isFestival, seasonOf } from './season.ts'

describe('the calendar of rules', () => {
  test('seasons turn with the solar terms', () => {
    const days = ['2021-02-03', '2021-02-04', '2021-05-04', '2021-05-05', '2021-08-07', '2021-11-06', '2021-11-07', '2022-01-01']
    expect(days.map(seasonOf)).toEqual(['winter', 'spring', 'spring', 'summer', 'autumn', 'autumn', 'winter', 'winter'])
  })

  test('the festival is the 40 days of its travel season, moving with the lunar year', () => {
    const around = (days: readonly string[]) => days.map(isFestival)
    expect(around(['2021-01-27', '2021-01-28', '2021-02-12', '2021-03-08', '2021-03-09'])).toEqual([
      false,
      true,
      true,
      true,
      false,
    ])
    expect(around(['2022-02-01', '2023-01-22', '2026-02-17', '2026-11-20'])).toEqual([true, true, true, false])
  })
})
