import { expect, test } from 'vitest'
import { addDays } from '../day.ts'
import { kindOf } from './kinds.ts'
import { foldedOf, mayAct, standing, whyNotAct, whyNotAgainst, whyNotAsker, whyNotDetails } from './requests.rules.ts'

const today = '2026-11-17'
const taken = { kind: 'taken' as const, result: null, day: today }

test('an answer is in time until its last day, and late on the day after; so is a review', () => {
  const due = addDays(today, 3)
  const late = (day: string) => standing('over-control', [taken], day).late
  expect([standing('over-control', [taken], today).due_on, late(due), late(addDays(due, 1))]).toEqual([due, false, true])
  const asked = [taken, { ...taken, kind: 'answered' as const }, { ...taken, kind: 'review-asked' as const, day: due }]
  const reviewed = addDays(due, 30)
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
  const control = Object.keys(kindOf('over-control').fields['control']?.values ?? {})[0] ?? ''
  const told = (since: string) => whyNotDetails('over-control', { control, since }, today)?.code
  expect([told(today), told('2026-11-18')]).toEqual([undefined, 'requests.detail-wrong'])
})

const lies = { against: '410105001003', office: '410105001', taken_at: '410105001004' }
const now = '2026-11-17T02:00:00.000Z'
const done = (...kinds: readonly ('asked-place' | 'answered' | 'accepted' | 'review-asked')[]) => ({
  ...{ kind: 'property-rights' as const, ...lies },
  acts: [taken, ...kinds.map((kind) => ({ ...taken, kind, result: kind === 'answered' ? 'right' : null }))],
})

test('each office does what is its own and nothing else, and who asked is heard at the desk and at the office', () => {
  const may = (place: string, request = done()) => mayAct(request, place, now)
  expect([may(lies.office), may(lies.against), may(lies.taken_at), may('410105')]).toEqual([
    ['answered', 'asked-place'],
    [],
    [],
    [],
  ])
  expect(may(lies.against, done('asked-place'))).toEqual(['side-told'])
  const answered = done('answered')
  expect([may(lies.office, answered), may(lies.taken_at, answered)]).toEqual([
    ['accepted', 'review-asked'],
    ['accepted', 'review-asked'],
  ])
  const asked = done('answered', 'review-asked')
  expect([may('410105', asked), may(lies.office, asked)]).toEqual([['reviewed'], []])
  expect(whyNotAct('reviewed', asked, '410105', now, 'right')?.code).toBe('kinds.result-needed')
  expect(foldedOf('property-rights', asked.acts, lies)).toMatchObject({ waits_on: 'above', state: 'in-review', strays: [] })
})

test('a place tells its side once it was asked, also after the answer; nobody asks anew after that', () => {
  const side = (request: ReturnType<typeof done>) => whyNotAct('side-told', request, lies.against, now)?.code
  expect([side(done()), side(done('asked-place')), side(done('asked-place', 'answered', 'accepted'))]).toEqual([
    'kinds.do-first',
    undefined,
    undefined,
  ])
  expect(whyNotAct('asked-place', done('answered'), lies.office, now)?.code).toBe('kinds.not-now')
  expect(whyNotAct('measure', done(), lies.office, now)?.code).toBe('kinds.no-such-act')
})

test('an incident is settled when its answer is kept, also where the steps before it are not', () => {
  const answered = { ...taken, kind: 'answered' as const, result: 'settled' }
  expect(standing('data-incident', [taken, answered], today)).toMatchObject({ state: 'settled', due_on: null, result: 'settled' })
  const open = { kind: 'data-incident' as const, ...lies, acts: [taken, { ...taken, kind: 'measure' as const }] }
  expect(whyNotAct('answered', open, lies.office, now, 'settled')?.code).toBe('kinds.do-first')
})
