import { expect, test } from 'vitest'
import { catalogue, housePacks } from '../../test/packs.ts'
import { runCase } from './cases/cases.ts'
import { reportPacks } from './report.ts'
import { rhythmWords } from './rhythm.ts'

const { packs, files, findings } = housePacks()

test('the packs of the house hold: every rule has a case, no clause is lost', () => {
  const report = reportPacks(packs, files, catalogue, findings)
  expect(report).toMatchObject({ packs: files.length, lints: [] })
  expect(report.rules).toBeGreaterThan(200)
  expect(report.cases).toBeGreaterThan(250)
})

test('a rule whose case is taken away, and a case that no longer holds, are named', () => {
  const terms = files.filter(({ pack }) => pack.is === 'terms')
  const without = terms.map((each) => ({
    ...each,
    cases: each.cases.filter((asked) => !('rule' in asked && asked.rule === 'closed-loop-2022')),
  }))
  const codes = reportPacks(packs, without, catalogue, []).lints.map(({ code }) => code)
  expect(codes).toContain('case.missing')
  expect(codes).toContain('case.edge-missing')
  const wrong = terms.map((each) => ({
    ...each,
    cases: each.cases.map((asked) => ('term' in asked ? { ...asked, gives: 'H99' } : asked)),
  }))
  expect(reportPacks(packs, wrong, catalogue, []).lints[0]).toMatchObject({
    code: 'case.failed',
    text: { zh: expect.stringContaining('H99') },
  })
})

test('a rule without a case and a case that fails are named with file, line and a sentence', () => {
  const [terms] = files.filter(({ pack }) => pack.is === 'terms')
  if (!terms) throw new Error('the house has no pack of terms')
  const lineOf = (path: readonly (string | number)[]) => (path[0] === 'terms' ? 100 + Number(path[1]) : undefined)
  const nth = (terms.pack.terms ?? []).findIndex(({ id }) => id === 'closed-loop-2022')
  const kept = terms.cases.filter((asked) => !('rule' in asked && asked.rule === 'closed-loop-2022'))
  const bare = reportPacks(packs, [{ ...terms, lineOf, cases: kept }], catalogue, []).lints
  expect(bare).toContainEqual({
    file: 'observation-terms/pack.yaml',
    line: 100 + nth,
    rule: 'closed-loop-2022',
    code: 'case.missing',
    text: { zh: 'closed-loop-2022 没有例子', en: 'no case reaches closed-loop-2022' },
  })
  const [first] = terms.cases
  if (!first || !('term' in first)) throw new Error('the first case asks no term')
  const wrong = reportPacks(packs, [{ ...terms, cases: [{ ...first, gives: 'H99' }], caseLines: [3] }], catalogue, []).lints
  expect(wrong[0]).toMatchObject({ file: 'observation-terms/cases.yaml', line: 3, code: 'case.failed' })
})

test('a case and what is wrong with it are said in Chinese and in English', () => {
  const facts = { 'county.risk': 'low' }
  const measures = runCase(packs, { on: '2022-07-15', facts, plan: 'no-such', has: ['no-such-measure'], lacks: [] })
  expect(measures.name).toEqual({
    zh: '2022-07-15 计划 · 条件：县域风险等级 低风险',
    en: '2022-07-15 plan · when county.risk low',
  })
  expect(measures.differences).toEqual([
    { zh: '主方案：应该是 no-such，算出来是 precision-2020', en: 'regime: wanted "no-such", got "precision-2020"' },
    { zh: '措施里少了 no-such-measure', en: 'measure: no-such-measure is not there' },
  ])
  const term = runCase(packs, { on: '2022-07-15', term: 'close-contact', gives: 'H99', certain: true, rule: null })
  expect(term.name.zh).toBe('2022-07-15 密切接触者的期限：H99')
  expect(term.differences[0]?.zh).toMatch(/^期限：应该是 H99，算出来是 C7/)
  const facing = runCase(packs, { on: '2022-07-15', facts: { weather: 'rain' }, control: 'wall', finds: [] })
  expect(facing.differences.map(({ zh }) => zh)).toEqual(['没有“weather”这一项', '看不懂这条管控：wall'])
})

test('a rhythm is said in words', () => {
  expect(rhythmWords({ kind: 'per-day', times: 2 }).zh).toBe('每天 2 次')
  expect(rhythmWords({ kind: 'every-days', days: 7 }).en).toBe('every 7 days')
  expect(rhythmWords({ kind: 'on-change', within_hours: 2 }).zh).toBe('有情况 2 小时内')
  expect(rhythmWords({ kind: 'on-change' }).en).toBe('whenever it happens')
  expect(rhythmWords({ kind: 'once', within_hours: 24 }).zh).toBe('24 小时内办 1 次')
  expect(rhythmWords({ kind: 'once' }).en).toBe('once')
  expect(rhythmWords({ kind: 'by-colour' }).zh).toBe('按红黄绿分级')
})
