import { expect, test } from 'vitest'
import { endedOn, isDestructionOverdue, lastInForce } from './ended.rules.ts'

const response = { from: '2026-11-10', until: '2026-11-20', review_on: null, acts: [] }
const closed = (at: string) => ({
  ...response,
  acts: [{ kind: 'closed' as const, at, by: '', number: '', reason: '', until: null, review_on: null }],
})

test('a response that nobody closes is over on the day after its last', () => {
  expect([endedOn(response, '2026-11-20'), endedOn(response, '2026-11-21')]).toEqual([undefined, '2026-11-20'])
  expect(lastInForce(response, '2026-11-21')).toEqual({ day: '2026-11-20' })
  expect(lastInForce(response, '2026-11-15')).toEqual({ day: '2026-11-15' })
})

test('one that is closed ends on that day, and what stops is read of the day before, or of the moment before on its first', () => {
  expect(endedOn(closed('2026-11-15T02:00:00Z'), '2026-11-16')).toBe('2026-11-15')
  expect(lastInForce(closed('2026-11-15T02:00:00Z'), '2026-11-16')).toEqual({ day: '2026-11-14' })
  expect(lastInForce(closed('2026-11-11T02:00:00Z'), '2026-11-16')).toEqual({ day: '2026-11-10' })
  expect(lastInForce(closed('2026-11-10T02:00:00Z'), '2026-11-16')).toEqual({
    day: '2026-11-10',
    moment: '2026-11-10T01:59:59.999Z',
  })
})

test('destruction is overdue from the day after its days, and what was kept for a time from the day after that time', () => {
  const overdue = (today: string, kept?: string[]) => isDestructionOverdue('2026-11-20', kept, 30, today)
  expect([overdue('2026-12-20'), overdue('2026-12-21')]).toEqual([false, true])
  expect([overdue('2026-12-31', []), overdue('2026-12-31', ['2026-12-31']), overdue('2027-01-01', ['2026-12-31'])]).toEqual([
    false,
    false,
    true,
  ])
})
