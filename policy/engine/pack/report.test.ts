import { expect, test } from 'vitest'
import { catalogue, housePacks } from '../../test/packs.ts'
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

test('a rhythm is said in words', () => {
  expect(rhythmWords({ kind: 'per-day', times: 2 }).zh).toBe('每天 2 次')
  expect(rhythmWords({ kind: 'every-days', days: 7 }).en).toBe('every 7 days')
  expect(rhythmWords({ kind: 'on-change', within_hours: 2 }).zh).toBe('有情况 2 小时内')
  expect(rhythmWords({ kind: 'on-change' }).en).toBe('whenever it happens')
  expect(rhythmWords({ kind: 'once', within_hours: 24 }).zh).toBe('24 小时内办 1 次')
  expect(rhythmWords({ kind: 'once' }).en).toBe('once')
  expect(rhythmWords({ kind: 'by-colour' }).zh).toBe('按红黄绿分级')
})
