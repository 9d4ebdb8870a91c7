import { describe, expect, test } from 'vitest'
import { whyNotAct } from '../../kinds/request/act.rules.ts'
import { isLate } from '../../kinds/terms/term.rules.ts'
import { findingFlow } from './finding-flow.ts'
import { agreedDay, foldFinding, type KeptFindingAct, whyNotInspection } from './inspection.rules.ts'

const [community, street, county] = ['410105001003', '410105001', '410105']
const due = '2026-11-20'
const found = { id: 'f', place: community, by_place: street, by: 'officer', at: '2026-11-17T02:00:00.000Z', due_on: due }
type Act = KeptFindingAct
let nth = 0
const act = (kind: Act['kind'], due_on: string | null = null): Act => {
  nth += 1
  const at = `2026-11-18T02:${String(nth).padStart(2, '0')}:00.000Z`
  return { id: `a${nth}`, kind, due_on, at, by: 'officer', by_place: street }
}

describe('what became of a finding', () => {
  const told = (acts: readonly Act[], today: string) => {
    const folded = foldFinding(found, acts)
    expect(folded.strays).toEqual([])
    const overdue = isLate(folded.due_at, `${today}T01:00:00.000Z`)
    return { state: folded.state, due_on: agreedDay(folded), overdue }
  }

  test.each([
    ['nobody did anything', [], 'open', due],
    ['said to be put right', [act('put-right')], 'put-right', due],
    ['checked by those who found it', [act('put-right'), act('checked')], 'settled', due],
    ['looked at and still wrong', [act('put-right'), act('still-wrong', '2026-11-25')], 'open', '2026-11-25'],
    ['put off twice', [act('still-wrong', '2026-11-25'), act('still-wrong', '2026-11-28')], 'open', '2026-11-28'],
    ['put right after a new day', [act('still-wrong', '2026-11-25'), act('put-right')], 'put-right', '2026-11-25'],
  ] as const)('%s: the last act decides, and the day agreed last', (_, acts, state, due_on) => {
    expect(told(acts, '2026-11-17')).toEqual({ state, due_on, overdue: false })
  })

  test('it is overdue from the day after the one agreed, and only while nobody says that it is put right', () => {
    const overdue = (acts: readonly Act[], today: string) => told(acts, today).overdue
    expect([overdue([], due), overdue([], '2026-11-21')]).toEqual([false, true])
    const later = act('still-wrong', '2026-11-25')
    expect([overdue([later], '2026-11-21'), overdue([later], '2026-11-26')]).toEqual([false, true])
    expect(overdue([act('put-right')], '2026-12-31')).toBe(false)
    expect(overdue([act('put-right'), act('checked')], '2026-12-31')).toBe(false)
  })
})

test('who may do what to a finding: those concerned and those above put it right, those who found it or above check it, and once settled it stays', () => {
  const acts = { open: [], 'put-right': [act('put-right')], settled: [act('put-right'), act('checked')] }
  const why = (state: keyof typeof acts, kind: Act['kind'], place: string) =>
    whyNotAct(
      findingFlow,
      { act: kind, ground: '还差' },
      foldFinding(found, acts[state]),
      { account: 'officer', place },
      found.at,
    )?.code
  for (const place of [community, street, county]) expect(why('open', 'put-right', place)).toBeUndefined()
  expect(why('open', 'put-right', '410105001001')).toBe('kinds.other-party')
  expect(why('put-right', 'put-right', community)).toBe('kinds.not-now')
  for (const kind of ['checked', 'still-wrong'] as const) {
    expect(why('put-right', kind, community)).toBe('kinds.other-party')
    expect(why('put-right', kind, street)).toBeUndefined()
    expect(why('put-right', kind, county)).toBeUndefined()
  }
  expect(why('open', 'checked', street)).toBe('kinds.not-now')
  expect(why('open', 'still-wrong', street)).toBeUndefined()
  for (const kind of ['put-right', 'checked', 'still-wrong'] as const) expect(why('settled', kind, county)).toBe('kinds.not-now')
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
