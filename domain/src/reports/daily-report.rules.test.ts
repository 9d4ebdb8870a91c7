import { expect, test } from 'vitest'
import type { Figures, LineName, ReportLine } from './daily-report.ts'
import { figuresTold, firstDifference, isFull, lateMinutes, lineOf, openPointsOf, whyNotConfirm } from './daily-report.rules.ts'

const said = (zero: 'zero' | 'not-reported' | null, explanation = '') => ({
  zero,
  explanation,
  by: '周敏',
  at: '2026-11-17T08:00:00Z',
})
const people = (figures: Figures | null, zero: 'zero' | 'not-reported' | null = null) =>
  lineOf('close-contacts', figures, zero === null ? undefined : said(zero), null)
const work = (figures: Figures, explanation = '') => lineOf('survey', figures, said(null, explanation), null)
const open = (...lines: ReportLine[]) => openPointsOf(lines).map(({ why }) => why)

test('nobody new is open until somebody says zero; a record overrules what was said', () => {
  expect([people([0, 3, 3, 0]).state, people([0, 3, 3, 0], 'zero').state, people([1, 3, 3, 0], 'zero').state]).toEqual([
    'open',
    'zero',
    'counted',
  ])
  expect(people([0, 3, 3, 0], 'not-reported').figures).toEqual([null, null, null, null])
  expect(people([1, 3, 3, 0], 'not-reported').figures).toEqual([1, 3, 3, 0])
  expect([open(people([0, 0, 0, 0])), open(people([0, 0, 0, 0], 'zero')), open(people(null))]).toEqual([['say-zero'], [], []])
})

test('work left undone is open until it is explained; nothing left asks for nothing', () => {
  expect([open(work([5, 4, 1, null])), open(work([5, 4, 1, null], '两户没人')), open(work([5, 5, 0, null]))]).toEqual([
    ['explain'],
    [],
    [],
  ])
})

test('a report is confirmed on its day or later, never before, and with nothing open', () => {
  const code = (today: string, ...lines: ReportLine[]) => whyNotConfirm(lines, '2026-11-17', today)?.code
  expect([code('2026-11-16'), code('2026-11-17'), code('2026-11-18')]).toEqual(['reports.future', undefined, undefined])
  expect(code('2026-11-17', people([0, 0, 0, 0]))).toBe('reports.open-points')
})

test('a report is in time until its minute, and late by whole minutes after it', () => {
  const late = (at: string) => lateMinutes('2026-11-17', '17:00', `2026-11-17T${at}Z`)
  expect([late('08:59:00'), late('09:00:00'), late('09:00:59'), late('09:01:00')]).toEqual([0, 0, 0, 1])
})

test('what differs since the freeze is the first figure that does, by the name of its column', () => {
  const of = (line: LineName, frozen: Figures, live: Figures) => firstDifference({ line, frozen, live })
  expect(of('close-contacts', [0, 5, 5, 0], [1, 6, 5, 0])).toEqual({ column: 'new', frozen: 0, live: 1 })
  expect(of('confirmed-cases', [0, null, null, null], [2, null, null, null])).toEqual({ column: 'new', frozen: 0, live: 2 })
  expect(of('survey', [5, 4, 1, null], [5, 5, 0, null])).toEqual({ column: 'done', frozen: 4, live: 5 })
  expect(of('survey', [5, 5, 0, null], [5, 5, 0, null])).toBeUndefined()
})

test('a place that expects no report has not received all of them', () => {
  expect([
    isFull({ received: 0, expected: 0 }),
    isFull({ received: 2, expected: 3 }),
    isFull({ received: 3, expected: 3 }),
  ]).toEqual([false, false, true])
})

const pots = {
  of: 'told',
  words: { zh: '清理积水', en: 'Water cleared' },
  unit: null,
  pack: 'dengue-2026',
  source: { document: '方案', section: '十' },
} as const

test('a line that a person counts has no figure until something is said, and a zero only where it was said', () => {
  const said = (zero: 'zero' | 'counted' | 'not-reported', count?: number) => ({
    ...{ zero, explanation: '', by: '周敏', at: '2026-11-18T02:00:00.000Z' },
    ...(count !== undefined && { count }),
  })
  const lineWith = (word: ReturnType<typeof said> | undefined) => lineOf('dengue-2026/pots', figuresTold(word), word, null, pots)
  expect(lineWith(undefined)).toMatchObject({ state: 'open', figures: [null, null, null, null] })
  expect(lineWith(said('zero'))).toMatchObject({ state: 'zero', figures: [0, null, null, null] })
  expect(lineWith(said('counted', 12))).toMatchObject({ state: 'counted', figures: [12, null, null, null] })
  expect(lineWith(said('not-reported')).figures).toEqual([null, null, null, null])
})
