import { expect, test } from 'vitest'
import type { Figures, OwnLine, ReportLine } from './daily-report.ts'
import { lessOf, type OwnTally, sumsOf, tallyOf, tallyTogether } from './own-sums.rules.ts'

const pots: OwnLine = {
  ...{ of: 'told', words: { zh: '清理积水（处）', en: 'Standing water cleared (places)' }, unit: null, pack: 'dengue-2026' },
  source: { document: '方案', section: '第十条' },
}
const line = (
  state: ReportLine['state'],
  figures: Figures,
  name: ReportLine['name'] = 'dengue-2026/pots',
  own = pots,
): ReportLine => ({
  ...{ name, own, state, figures, change: null, explanation: '', said_by: '', said_at: null },
})
const said = (count: number) => tallyOf([line(count === 0 ? 'zero' : 'counted', [count, null, null, null])])
const nothing = tallyOf([line('not-reported', [null, null, null, null])])
const read = (tallies: readonly OwnTally[]) =>
  sumsOf(tallyTogether(tallies)).map(({ figures, left_out }) => [...figures, left_out])

test('sums of what was counted and what was said to be zero; what was left out adds nothing and is told', () => {
  expect(read([...said(12), ...said(0), ...nothing])).toEqual([[12, null, null, null, 1]])
  expect(read(nothing)).toEqual([[null, null, null, null, 1]])
  expect(read(said(0))).toEqual([[0, null, null, null, 0]])
  expect(tallyOf([{ ...line('counted', [1, 2, 3, 0]), own: undefined } as unknown as ReportLine])).toEqual([])
})

test('a figure that one report does not know is unknown in the sum', () => {
  const people = { ...pots, of: 'people' as const }
  const of = (figures: Figures) => tallyOf([line('counted', figures, 'dengue-2026/pots', people)])
  expect(read([...of([1, 4, 4, 0]), ...of([2, null, 3, 0])])).toEqual([[3, null, 7, 0, 0]])
})

test('a version that another one replaces is taken out again, and a line that nobody reports any more is gone', () => {
  expect(read([...said(12), ...said(3), ...lessOf(said(3)), ...said(5)])).toEqual([[17, null, null, null, 0]])
  expect(read([...said(12), ...lessOf(said(12))])).toEqual([])
  const renamed = tallyOf([line('counted', [5, null, null, null], undefined, { ...pots, words: { zh: '新', en: 'new' } })])
  expect(tallyTogether([...said(3), ...lessOf(said(3)), ...renamed])[0]?.own.words.zh).toBe('新')
  expect(tallyTogether([...renamed, ...said(3), ...lessOf(said(3))])[0]?.told).toBe(1)
})
