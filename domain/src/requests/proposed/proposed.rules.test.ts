import { expect, test } from 'vitest'
import { dueOfProposal } from './proposed.rules.ts'

const phase = (where: 'central' | 'home' | 'monitoring', from: string, until: string) => ({ where, from, until, tests: [] })
const stay = {
  decided_at: '2026-11-17T02:30:00.000Z',
  phases: [phase('home', '2026-11-16', '2026-11-20'), phase('monitoring', '2026-11-21', '2026-11-23')],
  ended_at: null,
}
const due = (now: string, more: object = {}) => dueOfProposal({ ...stay, ...more }, now)

test('somebody has asked an hour after the order, however early the day began [R-2020A-17] [R-2020P-10]', () => {
  expect(due('2026-11-17T02:31:00.000Z')).toBe('2026-11-17T03:30:00.000Z')
})

test('a stay at home that begins later is asked about in its first hour', () => {
  const later = { phases: [phase('central', '2026-11-16', '2026-11-18'), phase('home', '2026-11-19', '2026-11-21')] }
  expect(due('2026-11-18T03:00:00.000Z', later)).toBeUndefined()
  expect(due('2026-11-19T03:00:00.000Z', later)).toBe('2026-11-18T17:00:00.000Z')
})

test('nothing is proposed at a central site, to those who may go out, after the last day, and once the order ended', () => {
  expect(due('2026-11-17T03:00:00.000Z', { phases: [phase('central', '2026-11-16', '2026-11-20')] })).toBeUndefined()
  expect(due('2026-11-21T03:00:00.000Z')).toBeUndefined()
  expect(due('2026-11-25T03:00:00.000Z')).toBeUndefined()
  expect(due('2026-11-17T03:00:00.000Z', { ended_at: '2026-11-17T02:59:00.000Z' })).toBeUndefined()
})
