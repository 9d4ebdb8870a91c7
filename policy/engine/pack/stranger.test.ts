// What somebody writes who knows the notice and not the engine, and what they are told: one message, at the line, with what to write.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkDraft } from '../library/draft.ts'

const textOf = (name: string) => readFileSync(new URL(`../../test/heat/${name}`, import.meta.url), 'utf8')
const body = textOf('pack.yaml')
const cases = textOf('cases.yaml')
const replaced = (text: string, from: string, to: string) => {
  if (!text.includes(from)) throw new Error(`the notice does not say ${from}`)
  return text.replace(from, to)
}
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length

test.each<[name: string, from: string, to: string, code: string, says: string]>([
  [
    'a title in one language',
    'title: { zh: 社区高温应对工作方案（虚构）, en: Plan for heat in communities (made up) }',
    'title: 方案',
    'value.type',
    '{ zh: 中文, en: English }',
  ],
  ['a day with strokes', 'from: 2026-06-01', 'from: 2026/6/1', 'value.form', '2026-08-01'],
  ['a day in Chinese', 'until: 2026-09-30', 'until: 2026年9月30日', 'value.form', '2026-08-01'],
  ['an id with capitals', '- id: heat-list', '- id: HeatList', 'value.form', '小写字母'],
  ['a line without the id of the pack', '- id: heat-2026/strokes', '- id: strokes', 'value.form', '规则包编号/一个英文词'],
  ['one post and no list', 'who: [grid-worker]\n', 'who: grid-worker\n', 'value.type', '[grid-worker]'],
  ['a rhythm as a word', 'how_often: { kind: once }', 'how_often: daily', 'value.form', 'every-days'],
  ['a rhythm nobody has', 'how_often: { kind: once }', 'how_often: { kind: daily }', 'value.form', 'per-day'],
  ['every one days', 'how_often: { kind: once }', 'how_often: { kind: every-days, days: 1 }', 'value.form', '2 到 366'],
  ['noughts times a day', 'how_often: { kind: once }', 'how_often: { kind: per-day, times: 0 }', 'value.form', '1 到 24'],
  ['a condition as a sentence', 'when: { tier: watch }', 'when: tier = watch', 'value.type', '{ 事实: 值 }'],
  [
    'a source as a word',
    'people.key-groups]\n    source: { section: 第五条 }',
    'people.key-groups]\n    source: 第五条',
    'value.type',
    '{ section: 第五条 }',
  ],
  [
    'a fact of its own that it does not bring',
    '{ heat-2026/outage: yes }',
    '{ heat-2026/outtage: yes }',
    'name.unknown',
    'heat-2026/outtage',
  ],
  ['a true for a yes', '{ heat-2026/outage: yes }', '{ heat-2026/outage: true }', 'fact.value', 'no、yes'],
])('%s', (_, from, to, code, says) => {
  const text = replaced(body, from, to)
  const [first, ...more] = checkDraft({ body: text, cases: '[]' }, []).findings
  const written = to.split('\n').findLastIndex((part) => part !== '')
  expect(more).toEqual([])
  expect(first).toMatchObject({ code, text: { zh: expect.stringContaining(says) } })
  expect(first?.line).toBe(lineOf(text, to) + written)
})

test.each<[name: string, text: string, says: string]>([
  ['a word that cases do not have', replaced(cases, 'lacks:', 'without:'), '没有“without”这一项'],
  ['a day without its noughts', replaced(cases, '2026-05-31', '2026-5-31'), 'on 要写成 2026-08-01'],
  ['a sentence', '- 平时要有 heat-list', '{ on: 日期'],
  ['no list', 'on: 2026-06-01\nhas: [heat-list]', '以“- ”开头'],
])('a case that is %s', (_, text, says) => {
  const found = checkDraft({ body, cases: text }, []).findings
  expect(found).toEqual([
    expect.objectContaining({ code: 'case.unreadable', text: expect.objectContaining({ zh: expect.stringContaining(says) }) }),
  ])
})
