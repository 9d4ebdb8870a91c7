import { describe, expect, test } from 'vitest'
import { type Call, callsIn, goalOf, isInTime } from './goal.rules.ts'

const visit = (at: string, needs: ('doctor' | 'food' | 'medicine')[] = [], result: 'met' | 'nobody-home' = 'met') => ({
  at,
  result,
  needs,
})
const call = (kind: Call['kind'], at: string, answered_at: string | null): Call => ({ kind, at, answered_at })

describe('a call for help', () => {
  test('is answered by the first later visit that met somebody and heard nothing of it', () => {
    const calls = callsIn([
      visit('2026-11-01T02:00:00Z', ['doctor']),
      visit('2026-11-01T04:00:00Z', [], 'nobody-home'),
      visit('2026-11-01T08:00:00Z', ['doctor', 'food']),
      visit('2026-11-02T08:00:00Z'),
    ])
    expect(calls).toEqual([
      { kind: 'doctor', at: '2026-11-01T02:00:00Z', answered_at: '2026-11-02T08:00:00Z' },
      { kind: 'doctor', at: '2026-11-01T08:00:00Z', answered_at: '2026-11-02T08:00:00Z' },
    ])
    expect(calls.map(isInTime)).toEqual([false, true])
    expect(callsIn([visit('2026-11-01T02:00:00Z', ['food'])])).toEqual([call('need', '2026-11-01T02:00:00Z', null)])
  })
})

describe('the board', () => {
  const last = { at: '2026-11-16T02:00:00Z', result: 'met' as const }
  test('counts each colour by itself, the reddest first, and keeps apart who has had no contact at all', () => {
    const rows = goalOf([
      { colour: 'green', contact: { state: 'done', last }, calls: [] },
      { colour: 'red', contact: { state: 'due', last: null }, calls: [call('doctor', '2026-11-16T02:00:00Z', null)] },
      { colour: 'red', contact: { state: 'done', last }, calls: [call('need', '2026-11-10T02:00:00Z', '2026-11-16T02:00:00Z')] },
      { colour: null, contact: { state: 'none', last: null }, calls: [] },
    ])
    expect(rows.map(({ colour }) => colour)).toEqual(['red', 'green', null])
    expect(rows[0]).toEqual({
      colour: 'red',
      people: 2,
      in_rhythm: 1,
      overdue: 1,
      no_answer: 0,
      without_contact: 1,
      asked: 2,
      helped: 1,
      transfers: 1,
      in_time: 0,
    })
    // Who never called was neither asked for nor helped.
    expect(rows[1]).toMatchObject({ people: 1, asked: 0, helped: 0, transfers: 0, in_time: 0 })
  })
})
