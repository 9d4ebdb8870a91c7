import { expect, test } from 'vitest'
import { addDays } from '../day.ts'
import { kindOf, reviewDays } from './kinds.ts'
import { standing, whyNotAgainst, whyNotAsker, whyNotDetails } from './requests.rules.ts'

const today = '2026-11-17'
const taken = { kind: 'taken' as const, result: null, day: today }

test('an answer is in time until its last day, and late on the day after; so is a review', () => {
  const due = addDays(today, kindOf('over-control').days)
  const late = (day: string) => standing('over-control', [taken], day).late
  expect([standing('over-control', [taken], today).due_on, late(due), late(addDays(due, 1))]).toEqual([due, false, true])
  const asked = [taken, { ...taken, kind: 'answered' as const }, { ...taken, kind: 'review-asked' as const, day: due }]
  const reviewed = addDays(due, reviewDays)
  expect(standing('over-control', asked, reviewed)).toMatchObject({ state: 'in-review', due_on: reviewed, late: false })
  expect(standing('over-control', asked, addDays(reviewed, 1)).late).toBe(true)
})

test('for a child the guardian asks until the day before the 14th birthday, and then they ask themselves', () => {
  const self = { name: '胡小满', relation: 'self' as const, shown: '', person: 'p' }
  const code = (born: string | null) => whyNotAsker('data-see', '410105001003', self, born, today)?.code
  expect([code('2012-11-18'), code('2012-11-17'), code(null)]).toEqual(['requests.guardian-needed', undefined, undefined])
})

test('above the county a request is kept without a name, and in the county with one', () => {
  const who = { name: '王敏', relation: 'self' as const, shown: '', person: null }
  const code = (office: string) => whyNotAsker('over-control', office, who, null, today)?.code
  expect([code('4101'), code('410105')]).toEqual(['requests.without-name', undefined])
  expect([whyNotAgainst('over-control', '4101', '410105')?.code, whyNotAgainst('over-control', '410105', '410105')]).toEqual([
    'requests.other-county',
    undefined,
  ])
})

test('a day that is told may be today, not tomorrow', () => {
  const control = Object.keys(kindOf('over-control').fields[0]?.values ?? {})[0] ?? ''
  const told = (since: string) => whyNotDetails('over-control', { control, since }, today)?.code
  expect([told(today), told('2026-11-18')]).toEqual([undefined, 'requests.detail-wrong'])
})
