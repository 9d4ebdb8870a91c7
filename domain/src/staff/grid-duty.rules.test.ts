import { expect, test } from 'vitest'
import type { GridDuty } from './grid-duty.ts'
import { responsibleOn, whyNotAssign } from './grid-duty.rules.ts'

const today = '2026-11-17'
const duty = (kind: GridDuty['kind'], from: string, until: string | null) => ({ kind, from, until, name: kind }) as GridDuty
const grid = { name: '第1网格', until: '2026-12-01' }
const assign = (kind: GridDuty['kind'], from: string, until: string | null, held: GridDuty[] = []) =>
  whyNotAssign({ kind, from, until }, grid, held, today)?.code

test('a grid is given from today on, and for no day on which it is over', () => {
  expect([assign('worker', '2026-11-16', null), assign('worker', today, null)]).toEqual(['staff.duty-in-past', undefined])
  expect([assign('worker', '2026-11-30', null), assign('worker', '2026-12-01', null)]).toEqual([
    undefined,
    'staff.duty-grid-ended',
  ])
})

test('a duty lasts a day at least; the day on which it is over is none of it', () => {
  expect([assign('stand-in', today, today), assign('stand-in', today, '2026-11-18')]).toEqual([
    'staff.duty-ends-first',
    undefined,
  ])
})

test('one stand-in may follow another on the day the other is over, and not a day earlier; the same before', () => {
  const held = [duty('stand-in', '2026-11-20', '2026-11-25')]
  const covered = (from: string, until: string) => assign('stand-in', from, until, held)
  expect([covered('2026-11-25', '2026-11-28'), covered('2026-11-24', '2026-11-28')]).toEqual([undefined, 'staff.duty-covered'])
  expect([covered('2026-11-18', '2026-11-20'), covered('2026-11-18', '2026-11-21')]).toEqual([undefined, 'staff.duty-covered'])
})

test('somebody answers for a grid from the first day of a duty until the day before it is over; the stand-in comes first', () => {
  const duties = [duty('worker', '2026-11-01', '2026-11-25'), duty('stand-in', '2026-11-20', '2026-11-22')]
  const who = (day: string) => responsibleOn(duties, day)?.kind
  expect(['2026-10-31', '2026-11-01', '2026-11-20', '2026-11-21', '2026-11-22', '2026-11-24', '2026-11-25'].map(who)).toEqual([
    undefined,
    'worker',
    'stand-in',
    'stand-in',
    'worker',
    'worker',
    undefined,
  ])
})
