import { expect, test } from 'vitest'
import { standingOfLines } from './lines/lines.rules.ts'
import type { Evidence, Statement } from './plan.ts'
import { dueOnOf, firstOf, stateOfMeasure, stillSpeaks, wordOn } from './plan.rules.ts'

const counted = (due: number, done: number, tried = 0): Evidence => ({
  ...{ name: 'visits.elders', due, done, tried, left: due - done - tried },
  ...{ unit: 'household', list: 'due-persons', round: null },
})
const said: Statement = { state: 'done', note: '', by: '周敏', at: '2026-11-17T01:00:00Z', day: '2026-11-17' }

test('nothing asked is never done: 0 of 0 is its own state, and a word speaks only where records ask for nothing', () => {
  expect(stateOfMeasure([counted(0, 0)], null)).toBe('nothing')
  expect(stateOfMeasure([counted(0, 0), counted(2, 2)], null)).toBe('done')
  expect(stateOfMeasure([counted(0, 0)], said)).toBe('done')
  expect(stateOfMeasure([counted(2, 0)], said)).toBe('not')
  expect(stateOfMeasure([counted(2, 0, 1)], null)).toBe('part')
  expect(stateOfMeasure([counted(2, 1)], null)).toBe('part')
})

test('that there is none is nothing to do and never done, as long as the register is empty and its days are not over', () => {
  const none: Statement = { ...said, state: 'none' }
  const empty: Evidence = { ...counted(1, 0), none_days: 7 }
  const measure = { id: 'known', how_often: { kind: 'on-change' as const }, evidence: ['visits.elders' as const] }
  const beside = { id: 'served', evidence: ['visits.elders' as const, 'visits.care' as const] }
  const of = (word: Statement) => ({ measures: [measure, beside], statements: new Map([['served', word]]) })
  expect([stateOfMeasure([empty], null), stateOfMeasure([empty], none)]).toEqual(['not', 'nothing'])
  expect(stateOfMeasure([empty, counted(2, 1)], none)).toBe('part')
  const speaks = (evidence: Evidence[], day: string) => wordOn(measure, of(none), evidence, day)?.state
  expect([speaks([empty], '2026-11-23'), speaks([empty], '2026-11-24'), speaks([counted(1, 1)], '2026-11-17')]).toEqual([
    ...['none', undefined, undefined],
  ])
  const own = wordOn({ ...measure, id: 'served' }, of(said), [], '2027-11-17')
  expect([own, wordOn(measure, of(said), [], '2027-11-17')]).toEqual([said, null])
})

test('without a record and a word nobody knows; where no register is kept, that is said', () => {
  expect(stateOfMeasure([], null)).toBe('unknown')
  expect(stateOfMeasure([], null, false)).toBe('no-register')
  expect(stateOfMeasure([], said, false)).toBe('done')
})

test('a line of work counts what is not asked neither as done nor as left, and is not late with it', () => {
  const item = (state: 'done' | 'nothing' | 'no-register') => ({ state, proof: ['visits.care' as const], due_on: '2026-11-17' })
  const [help] = standingOfLines([item('done'), item('nothing')], ['help'], new Map())
  expect(help).toMatchObject({ done: 1, part: 0, not: 0, unknown: 0, nothing: 1, due_on: null })
  expect(standingOfLines([item('no-register')], ['help'], new Map())[0]).toMatchObject({ unknown: 1, due_on: '2026-11-17' })
})

test('a word on a measure speaks as long as its rhythm lets it, and the next one is due on the day after that', () => {
  const weekly = { kind: 'every-days' as const, days: 7 }
  const speaks = (day: string) => stillSpeaks(weekly, '2026-11-10', day)
  expect(['2026-11-09', '2026-11-10', '2026-11-16', '2026-11-17'].map(speaks)).toEqual([false, true, true, false])
  const due = (day: string) => dueOnOf(weekly, '2026-11-10', day)
  expect(['2026-11-16', '2026-11-17', '2026-11-18'].map(due)).toEqual(['2026-11-17', '2026-11-17', '2026-11-18'])
  const daily = { kind: 'per-day' as const, times: 2 }
  expect([stillSpeaks(daily, '2026-11-10', '2026-11-10'), stillSpeaks(daily, '2026-11-10', '2026-11-11')]).toEqual([true, false])
  expect([stillSpeaks({ kind: 'once' }, '2026-11-10', '2026-12-10'), dueOnOf({ kind: 'once' }, null, '2026-11-10')]).toEqual([
    true,
    null,
  ])
})

test('first comes what is abnormal, then what has the earliest hour; what has nothing left is not there', () => {
  const one = (list: 'alerts' | 'due-persons' | 'review-marks' | 'due-readings', left: number, until: string | null) => ({
    list,
    left,
    until,
  })
  const first = firstOf([
    one('review-marks', 1, null),
    one('due-persons', 2, '2026-11-17T12:00:00Z'),
    one('due-readings', 0, '2026-11-17T04:00:00Z'),
    one('alerts', 1, null),
  ])
  expect(first.map(({ list }) => list)).toEqual(['alerts', 'due-persons', 'review-marks'])
})
