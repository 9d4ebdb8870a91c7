import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { catalogue, housePacks } from '../../test/packs.ts'
import { readPackText } from '../library/text.ts'
import { compilePacks } from '../packs.ts'
import { runCase } from './cases/cases.ts'
import { sayEdges, sayUnreached } from './coverage.ts'
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

test('cases that only a notice published since answers otherwise are told apart from those that are wrong', () => {
  const [text = '', cases = ''] = ['pack', 'cases'].map((name) =>
    readFileSync(new URL(`../../test/dengue/${name}.yaml`, import.meta.url), 'utf8'),
  )
  const { pack, ...read } = readPackText({ file: 'dengue-2026/pack.yaml', text, cases_file: 'dengue-2026/cases.yaml', cases })
  if (!pack) throw new Error('the notice cannot be read')
  const dengue = { ...read, file: 'dengue-2026/pack.yaml', pack, leftOut: [] }
  const all = compilePacks([...files.map((one) => one.pack), pack])
  const then = (id: string) => (id === pack.id ? all : packs)
  const told = (with_: readonly (typeof files)[number][], since?: typeof then) => {
    const { lints, changed } = reportPacks(all, [...with_, dengue], catalogue, [], catalogue, undefined, since)
    return { lints: lints.map(({ file, code }) => `${code} ${file}`), changed: changed.map(({ file }) => file) }
  }
  const blamed = told(files).lints
  expect(blamed).toContain('case.failed law/cases.yaml')
  const { lints, changed } = told(files, then)
  expect(lints).toEqual([])
  expect(changed.map((file) => `case.failed ${file}`)).toEqual([...new Set(blamed)])
  expect(reportPacks(all, [...files, dengue], catalogue, [], catalogue, undefined, then).changed[0]?.text.zh).toMatch(
    /^\d+ 个例子按发布时的规则成立，后来发布的文件让答案多了或变了，不用改/,
  )
  // A case that is wrong by its own rules stays wrong beside what came later.
  const wrong = files.map((one) =>
    one.pack.id === 'law'
      ? { ...one, cases: one.cases.map((asked) => ('has' in asked ? { ...asked, has: ['nothing-such'] } : asked)) }
      : one,
  )
  expect(told(wrong, then).lints).toEqual(['case.failed law/cases.yaml'])
})

test('many rules and days without a case are one sentence with their number and the first of them', () => {
  const [of] = files
  if (!of) throw new Error('the house has no packs')
  const names = (count: number) => Array.from({ length: count }, (_, nth) => `rule-${nth}`)
  expect(sayUnreached(of, names(5)).map(({ rule }) => rule)).toEqual(names(5))
  expect(sayUnreached(of, names(5000)).length).toBe(1)
  expect(sayUnreached(of, names(5000)).map(({ rule, text }) => [rule, text])).toEqual([
    [
      'rule-0',
      {
        zh: '有 5000 条规则没有例子：rule-0、rule-1、rule-2 等',
        en: 'no case reaches rule-0, rule-1, rule-2 and others, 5000 in all',
      },
    ],
  ])
  expect(sayEdges('cases.yaml', names(3))).toHaveLength(3)
  expect(sayEdges('cases.yaml', names(6)).map(({ text }) => text.zh)).toEqual([
    '有 6 个起止日期没有例子：rule-0、rule-1、rule-2 等',
  ])
})
