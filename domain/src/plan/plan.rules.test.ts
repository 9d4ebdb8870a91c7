import { expect, test } from 'vitest'
import { standingOfLines } from './lines/lines.rules.ts'
import type { Evidence, Statement } from './plan.ts'
import { stateOfMeasure } from './plan.rules.ts'

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
