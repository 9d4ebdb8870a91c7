import { expect, test } from 'vitest'
import { checksOf, releasedOn, type ToRelease, whyNotRelease } from './release.rules.ts'

const stay = (more: Partial<ToRelease> = {}): ToRelease => ({
  phases: [{ tests: ['2026-11-20'] }, { tests: ['2026-11-22'] }],
  last_day: '2026-11-22',
  ended: null,
  abnormal: 0,
  released: null,
  ...more,
})
const codeOf = (of: ToRelease, tests = '', today = '2026-11-22') => whyNotRelease(of, tests, today)?.code

test('a test that falls on the last day has to be told of as one before it; one that would come after an early end has not', () => {
  const onLastDay = stay({ phases: [{ tests: ['2026-11-22'] }] })
  expect(codeOf(onLastDay)).toBe('observation.tests-unsaid')
  expect(codeOf(onLastDay, ' ')).toBe('observation.tests-unsaid')
  expect(codeOf(onLastDay, '11-22 阴性')).toBeUndefined()
  const early = (on: string) => stay({ ...onLastDay, ended: { reason: 'shorter-rule', on } })
  expect([codeOf(early('2026-11-21')), codeOf(early('2026-11-22'))]).toEqual([undefined, 'observation.tests-unsaid'])
  expect(codeOf(stay({ phases: [{ tests: [] }] }))).toBeUndefined()
})

test('somebody is free from the last day on, or from the day of an early end after which they go home', () => {
  expect([codeOf(stay(), '阴性', '2026-11-21'), codeOf(stay(), '阴性', '2026-11-23')]).toEqual([
    'observation.term-runs',
    undefined,
  ])
  const ended = stay({ ended: { reason: 'other', on: '2026-11-19' } })
  expect([releasedOn(stay()), releasedOn(ended)]).toEqual(['2026-11-22', '2026-11-19'])
  expect(codeOf(ended, '阴性', '2026-11-19')).toBeUndefined()
  expect(codeOf(stay({ ended: { reason: 'transferred', on: '2026-11-19' } }), '阴性')).toBe('observation.ended-otherwise')
})

test('what the readings say: how many were measured, the highest, and who measured last, in whatever order they come', () => {
  const read = (taken_at: string, temperature: number | null, by: string) => ({ taken_at, temperature, by })
  const readings = [
    read('2026-11-20T02:00:00Z', 36.9, '马晓燕'),
    read('2026-11-22T02:00:00Z', 36.4, '韩志远'),
    read('2026-11-21T02:00:00Z', 36.7, '马晓燕'),
    read('2026-11-22T10:00:00Z', null, '高岚'),
  ]
  const checks = { measured: 3, highest: 36.9, measured_by: '韩志远', tests: '阴性' }
  expect([checksOf(readings, ' 阴性 '), checksOf(readings.toReversed(), '阴性')]).toEqual([checks, checks])
  expect(checksOf([], '')).toEqual({ measured: 0, highest: null, measured_by: '', tests: '' })
})
