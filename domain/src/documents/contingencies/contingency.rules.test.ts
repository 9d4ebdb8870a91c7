import { expect, test } from 'vitest'
import { addDays } from '../../day.ts'
import { longestReview } from './contingency.ts'
import { whyNotPlan } from './contingency.rules.ts'

const today = '2026-11-17'
const plan = { place: '410105', kind: 'epidemic' as const, after: null, triggers: [], partners: [], changed: '' }
const code = (review_on: string, more: object = {}) => whyNotPlan({ ...plan, review_on, ...more }, today)?.code

test('a plan is looked at again on a day from tomorrow on, three years from now at the latest', () => {
  const last = addDays(today, longestReview)
  expect([code(today), code('2026-11-18'), code(last), code(addDays(last, 1))]).toEqual([
    'documents.contingency-review',
    undefined,
    undefined,
    'documents.contingency-review',
  ])
})

test('a county keeps plans, a city does not', () => {
  expect([code('2027-11-17'), code('2027-11-17', { place: '4101' })]).toEqual([undefined, 'documents.contingency-level'])
})
