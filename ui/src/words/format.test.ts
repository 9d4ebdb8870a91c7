import { expect, test } from 'vitest'
import {
  cutAncestry,
  dayOf,
  formatDay,
  formatDeadline,
  formatDayWithWeekday,
  formatEndOfDay,
  formatMoment,
  formatNumber,
  formatShare,
  formatSpan,
  formatTime,
} from './format.ts'

test('a day of this year is written without the year, any other day with it', () => {
  expect(formatDay('2026-11-17', '2026-11-22')).toBe('11-17')
  expect(formatDay('2025-12-31', '2026-01-01')).toBe('2025-12-31')
})

test('the day and the time of an instant are those of the clock in China, wherever the browser stands', () => {
  expect(dayOf('2026-11-16T16:00:00Z')).toBe('2026-11-17')
  expect(dayOf('2026-11-16T15:59:59Z')).toBe('2026-11-16')
  expect(formatTime('2026-11-17T10:00:00Z')).toBe('18:00')
  expect(formatTime('2026-11-17T18:05:00+08:00')).toBe('18:05')
  expect(() => formatTime('soon')).toThrow(RangeError)
})

test('an instant of today is a time, an earlier one has its day before it', () => {
  expect(formatMoment('2026-11-17T11:20:00Z', '2026-11-17')).toBe('19:20')
  expect(formatMoment('2026-11-16T11:20:00Z', '2026-11-17')).toBe('11-16 19:20')
  expect(formatMoment('2025-11-16T11:20:00Z', '2026-11-17')).toBe('2025-11-16 19:20')
})

test('a term that includes its last day ends at 24:00', () => {
  expect(formatEndOfDay('2026-11-20', '2026-11-17')).toBe('11-20 24:00')
})

test('a deadline at midnight is the end of the day before, as people say it', () => {
  expect(formatDeadline('2026-11-17T10:00:00Z', '2026-11-17')).toBe('18:00')
  expect(formatDeadline('2026-11-17T16:00:00Z', '2026-11-17')).toBe('24:00')
  expect(formatDeadline('2026-11-20T16:00:00Z', '2026-11-17')).toBe('11-20 24:00')
  expect(formatDeadline('2026-11-18T04:00:00Z', '2026-11-17')).toBe('11-18 12:00')
})

test('a page head has the day and the weekday in both languages', () => {
  expect(formatDayWithWeekday('2026-11-17', 'zh-CN')).toEqual({ day: '11月17日', weekday: '星期二' })
  expect(formatDayWithWeekday('2026-11-17', 'en')).toEqual({ day: '17 Nov', weekday: 'Tue' })
})

test('thousands are separated from ten thousand on', () => {
  expect([0, 1286, 9999, 10_000, 10_284, 1_234_567, -12_000].map(formatNumber)).toEqual([
    '0',
    '1286',
    '9999',
    '10,000',
    '10,284',
    '1,234,567',
    '-12,000',
  ])
})

test('a share is never rounded up to whole, and nothing due has no share', () => {
  expect(formatShare(73, 89)).toBe('82.0%')
  expect(formatShare(9999, 10_000)).toBe('99.9%')
  expect(formatShare(46, 46)).toBe('100%')
  expect(formatShare(0, 0)).toBe('—')
})

test('a span is said in its two largest units', () => {
  const minute = 60_000
  expect(formatSpan(456 * minute, 'zh-CN')).toBe('7 小时 36 分')
  expect(formatSpan(46 * minute + 59_000, 'zh-CN')).toBe('46 分')
  expect(formatSpan(-5, 'zh-CN')).toBe('0 分')
  expect(formatSpan((3 * 1440 + 125) * minute, 'en')).toBe('3 d 2 h')
  expect(formatSpan(120 * minute, 'zh-CN')).toBe('2 小时')
})

test('a long ancestry loses its middle, never the own place', () => {
  expect(cutAncestry(['河南省', '郑州市', '金水区', '经八路街道', '体育社区'], 3)).toEqual([
    '河南省',
    '…',
    '经八路街道',
    '体育社区',
  ])
  expect(cutAncestry(['金水区', '体育社区'], 3)).toEqual(['金水区', '体育社区'])
})
