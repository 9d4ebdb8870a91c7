import { expect, test } from 'vitest'
import { addDays } from '../../day.ts'
import { certificateNumber, whyNotAssess } from './destruction.rules.ts'

const today = '2026-12-20'
const response = {
  ...{ id: 'r', scope: ['410105'], functions: ['arrivals' as const], acts: [] },
  ...{ from: '2026-11-01', until: '2026-12-10', review_on: null },
}
const assess = (until: string, day = today) => {
  const kept = [{ kind: 'arrival-person', ground: 'evidence' as const, reason: '复议', until }]
  return whyNotAssess(response, [], { legality: '依法', necessity: '必要', safety: '加密', kept }, day)?.code
}

test('what is kept is kept until tomorrow at least, and for three years at most', () => {
  const longest = addDays(today, 3 * 366)
  expect([today, addDays(today, 1), longest, addDays(longest, 1)].map((day) => assess(day))).toEqual([
    'rights.kept-too-long',
    undefined,
    undefined,
    'rights.kept-too-long',
  ])
})

test('no run is asked for on the last day of a response, and one may be on the day after', () => {
  expect([assess('2026-12-31', '2026-12-10'), assess('2026-12-31', '2026-12-11')]).toEqual(['rights.response-open', undefined])
})

test('certificates are numbered by the year and in the order in which runs were done, by the day in China', () => {
  const run = (id: string, done_at: string | null) => ({ id, done_at })
  const first = run('a', '2026-12-31T15:59:00Z')
  const next = run('b', '2026-12-31T16:00:00Z')
  const last = run('c', '2027-02-01T02:00:00Z')
  const all = [last, run('open', null), next, first]
  expect([first, next, last].map((one) => certificateNumber(one, all))).toEqual([
    '销证〔2026〕1号',
    '销证〔2027〕1号',
    '销证〔2027〕2号',
  ])
})
