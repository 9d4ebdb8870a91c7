import { expect, test } from 'vitest'
import { callsAfter, type KeptCall, whyNotCall, whyNotDeliver, whyNotWithdraw } from './after.rules.ts'
import type { CallDay, CallOutcome } from './after.ts'

const release = { number: '金卫解〔2026〕1号', released_on: '2026-11-22', at: '2026-11-22T07:10:00Z' }
const ended = (reason: 'shorter-rule' | 'confirmed-case') => ({ reason, on: '2026-11-22' })

test('a release is taken back on the Shanghai day on which it was decided, and never afterwards', () => {
  const codeOn = (day: string, stay: Parameters<typeof whyNotWithdraw>[0] = { release, ended: null }) =>
    whyNotWithdraw(stay, day)?.code
  expect([codeOn('2026-11-22'), codeOn('2026-11-23')]).toEqual([undefined, 'observation.release-stands'])
  // 00:30 of the 23rd in Shanghai is still the 22nd elsewhere.
  const late = { release: { ...release, at: '2026-11-22T16:30:00Z' }, ended: null }
  expect([codeOn('2026-11-22', late), codeOn('2026-11-23', late)]).toEqual(['observation.release-stands', undefined])
  expect(codeOn('2026-11-22', { release: null, ended: null })).toBe('observation.not-released')
  expect(codeOn('2026-11-22', { release, ended: ended('confirmed-case') })).toBe('observation.release-void')
  expect(codeOn('2026-11-22', { release, ended: ended('shorter-rule') })).toBeUndefined()
})

test('a paper is handed over while it holds: not one of another number, taken back, or of somebody who fell ill', () => {
  const paper = (withdrawn: boolean) => ({ number: release.number, withdrawn })
  expect(whyNotDeliver(paper(false), release.number, null)).toBeUndefined()
  expect(whyNotDeliver(undefined, 'x', null)?.code).toBe('observation.other-number')
  expect(whyNotDeliver(paper(true), release.number, null)?.code).toBe('observation.release-void')
  expect(whyNotDeliver(paper(false), release.number, ended('confirmed-case'))?.code).toBe('observation.release-void')
})

test('a call is written down on its day or later; what is amiss is said in words', () => {
  const codeOf = (nth: CallDay, today: string, outcome: CallOutcome = 'well', note = '') =>
    whyNotCall({ release, ended: null }, { nth, outcome, note }, today)?.code
  expect([codeOf(1, '2026-11-22'), codeOf(1, '2026-11-23'), codeOf(1, '2026-11-25')]).toEqual([
    'observation.call-early',
    undefined,
    undefined,
  ])
  expect(codeOf(14, '2026-12-05')).toBe('observation.call-early')
  expect([codeOf(1, '2026-11-23', 'unwell', ' '), codeOf(1, '2026-11-23', 'unwell', '咳嗽，告诉韩医生了')]).toEqual([
    'observation.unwell-unsaid',
    undefined,
  ])
  expect(codeOf(1, '2026-11-23', 'no-answer')).toBeUndefined()
})

test('five calls, each with what became of it; nobody called is not done, and a late answer counts before an earlier silence', () => {
  const call = (nth: number, outcome: CallOutcome, at: string): KeptCall => ({ nth, outcome, note: '', by: '韩志远', at })
  const kept = [
    call(2, 'well', '2026-11-24T09:00:00Z'),
    call(2, 'no-answer', '2026-11-24T01:00:00Z'),
    call(2, 'no-answer', '2026-11-24T10:00:00Z'),
    call(3, 'no-answer', '2026-11-25T01:00:00Z'),
  ]
  const shown = (given: readonly KeptCall[]) => callsAfter(release, given, '2026-11-29').map(({ on, state }) => [on, state])
  const expected = [
    ['2026-11-23', 'missed'],
    ['2026-11-24', 'done'],
    ['2026-11-25', 'no-answer'],
    ['2026-11-29', 'due'],
    ['2026-12-06', 'later'],
  ]
  expect([shown(kept), shown(kept.toReversed())]).toEqual([expected, expected])
})

test('of a release that was decided late nobody is asked to call on days that had passed; a call that was made nevertheless stands', () => {
  const late = { released_on: '2026-11-22', at: '2026-11-24T07:10:00Z' }
  const days = (kept: readonly KeptCall[]) => callsAfter(late, kept, '2026-11-24').map(({ on, state }) => [on, state])
  const rest = [
    ['2026-11-24', 'due'],
    ['2026-11-25', 'later'],
    ['2026-11-29', 'later'],
    ['2026-12-06', 'later'],
  ]
  expect(days([])).toEqual(rest)
  const made = { nth: 1, outcome: 'well', note: '', by: '韩志远', at: '2026-11-24T09:00:00Z' } as const
  expect(days([made])).toEqual([['2026-11-23', 'done'], ...rest])
})
