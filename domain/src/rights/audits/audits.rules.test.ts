import { expect, test } from 'vitest'
import { addDays } from '../../day.ts'
import { longestBetweenAudits, nextAudit, whyNotAudit } from './audits.rules.ts'

const today = '2026-11-17'
const report = { from_day: '2026-01-01', to_day: '2026-06-30', found: '没有', mended: '', next_on: '2027-06-30' }
const code = (more: object) => whyNotAudit({ ...report, ...more }, today)?.code

test('an audit looks at days that are over, one day at least, and may reach until today', () => {
  expect([code({ from_day: today, to_day: today }), code({ to_day: '2026-11-18' })]).toEqual([undefined, 'rights.audit-period'])
  expect(code({ from_day: '2026-07-01' })).toBe('rights.audit-period')
})

test('the next one is from tomorrow on, and within a year', () => {
  const latest = addDays(today, longestBetweenAudits)
  expect([today, '2026-11-18', latest, addDays(latest, 1)].map((next_on) => code({ next_on }))).toEqual([
    'rights.audit-next-too-late',
    undefined,
    undefined,
    'rights.audit-next-too-late',
  ])
})

test('the audit that reaches furthest says when the next is due, in whatever order they come', () => {
  const old = { to_day: '2025-06-30', next_on: '2026-06-30' }
  expect([nextAudit([old, report]), nextAudit([report, old]), nextAudit([])]).toEqual(['2027-06-30', '2027-06-30', null])
})
