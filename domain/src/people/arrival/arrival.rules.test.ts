import { expect, test } from 'vitest'
import { isChecked, whyNotArrival } from './arrival.rules.ts'

const today = '2026-11-17'
const came = { state: 'arrived' as const, arrived_on: today, left_origin_on: '2026-11-15' }

test('who came, or left, before being born is not entered; on the day of birth they may be', () => {
  const code = (born: string | null, more: object = {}) => whyNotArrival({ ...came, ...more }, today, born)?.code
  expect([code('2026-11-16'), code('2026-11-15'), code(null)]).toEqual(['people.arrival-too-early', undefined, undefined])
  expect([code('2026-11-18', { left_origin_on: null }), code(today, { left_origin_on: null })]).toEqual([
    'people.arrival-too-early',
    undefined,
  ])
})

test('somebody who came is not entered for tomorrow; somebody expected is; nobody leaves after arriving', () => {
  const tomorrow = { arrived_on: '2026-11-18' }
  expect(whyNotArrival({ ...came, ...tomorrow }, today)?.code).toBe('people.arrived-ahead')
  expect(whyNotArrival({ ...came, ...tomorrow, state: 'expected' }, today)).toBeUndefined()
  expect(whyNotArrival({ ...came, left_origin_on: today }, today)).toBeUndefined()
  expect(whyNotArrival({ ...came, arrived_on: '2026-11-14' }, today)?.code).toBe('people.left-after-arrival')
})

test('the level of an origin is checked when somebody confirmed it, and never by saying that it is unknown', () => {
  const by = (origin_confirmed_by: string | null, origin_kind: 'high' | 'unknown') =>
    isChecked({ origin_confirmed_by, origin_kind })
  expect([by('宋磊', 'high'), by(null, 'high'), by('宋磊', 'unknown')]).toEqual([true, false, false])
})
