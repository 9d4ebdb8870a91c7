import { describe, expect, test } from 'vitest'
import { levelSpans, runsOf, spansWithin } from './timeline.rules.ts'

const county = '410105'
const community = '410105001003'
const said = (place: string, from: string, value: string, at = `${from}T01:00:00Z`) => ({ place, from, value, at })

describe('what was in force when', () => {
  test('runs until the day before another value began, and the last one still holds', () => {
    expect(levelSpans([said(county, '2022-08-10', 'low'), said(county, '2022-07-01', 'medium')])).toEqual([
      { value: 'medium', from: '2022-07-01', until: '2022-08-09' },
      { value: 'low', from: '2022-08-10', until: null },
    ])
  })
  test('is the word of the narrowest place, and of two for one day the later one', () => {
    const spans = levelSpans([
      said(county, '2022-07-01', 'low'),
      said(community, '2022-07-05', 'high', '2022-07-05T02:00:00Z'),
      said(community, '2022-07-05', 'medium', '2022-07-05T03:00:00Z'),
      said(county, '2022-07-09', 'none'),
    ])
    expect(spans.map(({ value, from }) => [value, from])).toEqual([
      ['low', '2022-07-01'],
      ['medium', '2022-07-05'],
    ])
  })
  test('leaves days without a value out, and a value that was said again is one run', () => {
    const day = (n: number) => `2022-07-0${n}`
    const runs = runsOf([
      { day: day(1), value: 'a' },
      { day: day(2), value: 'a' },
      { day: day(3), value: undefined },
      { day: day(5), value: 'a' },
    ])
    expect(runs).toEqual([
      { value: 'a', from: day(1), until: day(2) },
      { value: 'a', from: day(5), until: null },
    ])
  })
  test('keeps the first day of what began before the line, and calls nothing ended that ends after it', () => {
    const spans = [
      { from: '2022-06-01', until: '2022-06-30' },
      { from: '2022-06-15', until: '2022-07-04' },
      { from: '2022-07-03', until: '2022-09-01' },
      { from: '2022-09-02', until: null },
    ]
    expect(spansWithin(spans, '2022-07-01', '2022-08-01')).toEqual([
      { from: '2022-06-15', until: '2022-07-04' },
      { from: '2022-07-03', until: null },
    ])
  })
  test('touches a line of days by a day, in whatever order it comes', () => {
    const spans = [
      { from: '2022-08-01', until: null },
      { from: '2022-06-01', until: '2022-07-01' },
      { from: '2022-06-02', until: '2022-06-30' },
      { from: '2022-08-02', until: null },
      { from: '2022-07-02', until: '2022-08-01' },
    ]
    const within = [
      { from: '2022-06-01', until: '2022-07-01' },
      { from: '2022-07-02', until: null },
      { from: '2022-08-01', until: null },
    ]
    for (const order of [spans, spans.toReversed()]) expect(spansWithin(order, '2022-07-01', '2022-08-01')).toEqual(within)
  })
})
