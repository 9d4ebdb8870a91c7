import { describe, expect, test } from 'vitest'
import { stateOfFinding, whyNotAct, whyNotInspection } from './inspection.rules.ts'

describe('what became of a finding', () => {
  const due = '2026-11-20'
  const act = (kind: 'put-right' | 'checked' | 'still-wrong', due_on: string | null = null) => ({ kind, due_on })

  test.each([
    ['nobody did anything', [], 'open', due],
    ['said to be put right', [act('put-right')], 'put-right', due],
    ['checked by those who found it', [act('put-right'), act('checked')], 'settled', due],
    ['looked at and still wrong', [act('put-right'), act('still-wrong', '2026-11-25')], 'open', '2026-11-25'],
    ['put off twice', [act('still-wrong', '2026-11-25'), act('still-wrong', '2026-11-28')], 'open', '2026-11-28'],
    ['put right after a new day', [act('still-wrong', '2026-11-25'), act('put-right')], 'put-right', '2026-11-25'],
  ] as const)('%s: the last act decides, and the day agreed last', (_, acts, state, due_on) => {
    expect(stateOfFinding(due, acts, '2026-11-17')).toEqual({ state, due_on, overdue: false })
  })

  test('it is overdue from the day after the one agreed, and only while nobody says that it is put right', () => {
    expect(stateOfFinding(due, [], due).overdue).toBe(false)
    expect(stateOfFinding(due, [], '2026-11-21').overdue).toBe(true)
    expect(stateOfFinding(due, [act('still-wrong', '2026-11-25')], '2026-11-21').overdue).toBe(false)
    expect(stateOfFinding(due, [act('still-wrong', '2026-11-25')], '2026-11-26').overdue).toBe(true)
    expect(stateOfFinding(due, [act('put-right')], '2026-12-31').overdue).toBe(false)
    expect(stateOfFinding(due, [act('put-right'), act('checked')], '2026-12-31').overdue).toBe(false)
  })
})

test('who may do what to a finding: those concerned put it right, those who found it or above check it, and once settled it stays', () => {
  const why = (state: 'open' | 'put-right' | 'settled', kind: 'put-right' | 'checked' | 'still-wrong', place: string) =>
    whyNotAct({ state, by_place: '410105001' }, kind, { place })?.code
  const community = '410105001003'
  expect(why('open', 'put-right', community)).toBeUndefined()
  expect(why('put-right', 'put-right', community)).toBe('rounds.finding-put-right')
  for (const kind of ['checked', 'still-wrong'] as const) {
    expect(why('put-right', kind, community)).toBe('rounds.finding-of-others')
    expect(why('put-right', kind, '410105001')).toBeUndefined()
    expect(why('put-right', kind, '410105')).toBeUndefined()
  }
  expect(why('open', 'checked', '410105001')).toBe('rounds.finding-open')
  expect(why('open', 'still-wrong', '410105001')).toBeUndefined()
  for (const kind of ['put-right', 'checked', 'still-wrong'] as const)
    expect(why('settled', kind, '410105')).toBe('rounds.finding-settled')
})

test('an inspection is kept when every "no" names who sees to it, and the days follow each other', () => {
  const today = '2026-11-17'
  const item = 'duty-named'
  const said = {
    kind: 'guidance',
    checklist: 'duties-in-place',
    answers: { [item]: 'no' },
    findings: [{ item, due_on: today }],
    unit: null,
    contingency: null,
    day: today,
    next_on: '2026-11-18',
  } as const
  const why = (more: object) => whyNotInspection({ ...said, ...more }, today)?.code
  expect(why({})).toBeUndefined()
  expect(why({ findings: [] })).toBe('rounds.finding-missing')
  expect(why({ findings: [{ item: 'class-known', due_on: today }] })).toBe('rounds.finding-missing')
  expect(why({ answers: { [item]: 'yes' }, findings: [] })).toBeUndefined()
  expect(why({ answers: { [item]: 'not-applicable' }, findings: [] })).toBeUndefined()
  expect(why({ findings: [{ item, due_on: '2026-11-16' }] })).toBe('rounds.due-before')
  expect(why({ day: '2026-11-18', next_on: null })).toBe('rounds.inspection-ahead')
  expect(why({ next_on: today })).toBe('rounds.next-before')
  expect(why({ unit: 'u' })).toBe('rounds.which-unit')
  expect(why({ kind: 'unit', checklist: 'unit-duties' })).toBe('rounds.which-unit')
  expect(why({ contingency: 'c' })).toBe('rounds.which-plan')
})
