import { expect, test } from 'vitest'
import { whyNotKept, whyNotLifted, whyNotShorter } from './change.rules.ts'

const today = '2026-11-17'
const order = {
  ...{ authority: '410105', issuer: '金水区人民政府', number: '1号', beyond: null, acts: [] },
  ...{ from: '2026-11-15', until: '2026-11-23', review_on: null },
}

test('an order is shortened to today or a later day before its end, and never to a day before its first', () => {
  const shorter = (until: string, from = order.from) => whyNotShorter({ ...order, from }, until, today)?.code
  const not = 'regimes.not-shorter'
  expect(['2026-11-16', today, '2026-11-22', '2026-11-23'].map((day) => shorter(day))).toEqual([not, undefined, undefined, not])
  expect([shorter('2026-11-19', '2026-11-20'), shorter('2026-11-20', '2026-11-20')]).toEqual([not, undefined])
})

test('an order is lifted from today on, at the latest from its last day', () => {
  const late = 'regimes.lifted-in-past'
  expect(['2026-11-16', today, '2026-11-23', '2026-11-24'].map((day) => whyNotLifted(order, day, today)?.code)).toEqual([
    late,
    undefined,
    undefined,
    late,
  ])
})

test('an order that is kept ends a day later at least', () => {
  const kept = (until: string) => whyNotKept(order, { until, review_on: null }, [])?.code
  expect([kept('2026-11-23'), kept('2026-11-24')]).toEqual(['regimes.not-longer', undefined])
})
