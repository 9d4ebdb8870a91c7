// What is told of a value that packs do not have: the key by its name and id, what was written, and what may stand there.
import { expect, test } from 'vitest'
import { type Fault, formFaults } from './faults.ts'
import { nearestOf } from './saying/nearest.ts'

const measure = {
  id: 'door-visit',
  aspect: 'service',
  strength: 'must',
  text: { zh: '上门', en: 'visit' },
  who: ['grid-worker'],
  how_often: { kind: 'once' },
  evidence: ['none'],
  source: { section: '一' },
}
const { strength: _strength, who: _who, ...bare } = measure
const limit = { id: 'no-lock', text: { zh: '不得', en: 'must not' }, source: { section: '二' } }
const setting = { id: 'one', name: 'one', value: 1, certain: true, source: { section: '三' } }
const pack = {
  ...{ id: 'heat-2026', is: 'adds', version: 1, title: { zh: '甲', en: 'A' }, short: { zh: '甲', en: 'A' }, document: '甲' },
  ...{ authority: { zh: '乙', en: 'B' }, place: '41', from: '2026-06-01' },
}
const only = (raw: unknown): Fault => {
  const [first, ...more] = formFaults(raw)
  expect(more).toEqual([])
  if (!first) throw new Error('nothing is wrong')
  return first
}

test.each<[name: string, raw: unknown, path: string, code: string, zh: string, en: string]>([
  [
    'an id with a slip, in a list of two hundred',
    { ...pack, measures: [{ ...measure, evidence: ['none', 'places.facilitys'] }] },
    'measures.0.evidence.1',
    'value.unknown',
    '凭什么算做了（evidence）第 2 项写的是“places.facilitys”，没有这个值。最接近的：places.facilities（',
    'Evidence (evidence), entry 2, says “places.facilitys”, which is no value here. The nearest: places.facilities (',
  ],
  [
    'letters that stand the wrong way round',
    { ...pack, measures: [{ ...measure, strength: 'msut' }] },
    'measures.0.strength',
    'value.unknown',
    '要求有多硬（strength）写的是“msut”，没有这个值。最接近的：must（必须）',
    'Strength (strength) says “msut”, which is no value here. The nearest: must',
  ],
  [
    'Chinese that is no name',
    { ...pack, limits: [{ ...limit, forbids: ['小区封闭'] }] },
    'limits.0.forbids.0',
    'value.unknown',
    '最接近的：community-closure（',
    'The nearest: community-closure (',
  ],
  [
    'a word that is near to nothing',
    { ...pack, is: 'qqqqqqqqqqqqqq' },
    'is',
    'value.unknown',
    '文件性质（is）写的是“qqqqqqqqqqqqqq”，没有这个值。一共有 6 个，例如 regime（主文件）、adds（补充）',
    'There are 6, such as regime (main notice), adds (adds to others)',
  ],
  [
    'one of few',
    { ...pack, limits: [{ ...limit, grounds: { finding: 'beyond-term', term: '很长' } }] },
    'limits.0.grounds.term',
    'value.unknown',
    '怎么算超期（term）写的是“很长”，只能是 over（超过期限）、none（本来就不该隔离）',
    'it is one of over (beyond the term), none (where none is asked)',
  ],
  [
    'a key with a slip',
    { ...pack, measures: [{ ...measure, yeilds_to: ['a'] }] },
    'measures.0.yeilds_to',
    'field.unknown',
    '多了不认识的一项：yeilds_to。最接近的：yields_to（让给哪几条）',
    'not a word of packs: yeilds_to; the nearest: yields_to (Yields to)',
  ],
  [
    'a key in Chinese',
    { ...pack, measures: [{ ...measure, 什么情况下: {} }] },
    'measures.0.什么情况下',
    'field.unknown',
    '最接近的：when（什么情况下）',
    'the nearest: when (When)',
  ],
  [
    'keys that lack',
    { ...pack, measures: [bare] },
    'measures.0',
    'field.missing',
    '少了 strength（要求有多硬）、who（谁来做）',
    'missing: strength (Strength), who (Who)',
  ],
  [
    'an id with capitals',
    { ...pack, limits: [{ ...limit, id: 'NoLock' }] },
    'limits.0.id',
    'value.form',
    '编号（id）写的是“NoLock”，要写成 小写字母、数字、点和横线，例如 door-visit',
    'Id (id) says “NoLock”; it is written as small letters, digits, dots and hyphens, such as door-visit',
  ],
  [
    'a day',
    { ...pack, until: '2026.9.30' },
    'until',
    'value.form',
    '到哪天止（until）写的是“2026.9.30”，要写成 2026-08-01 这样的日期',
    'Until (until) says “2026.9.30”; it is written as a day such as 2026-08-01',
  ],
  [
    'a place code in a list',
    { ...pack, limits: [{ ...limit, place: ['41', '河南'] }] },
    'limits.0.place.1',
    'value.form',
    "给哪里用（place）第 2 项写的是“河南”，要写成 地区代码的前 2 到 12 位，加引号：'41'",
    "Place (place), entry 2, says “河南”; it is written as 2 to 12 leading digits of a place code, in quotes: '41'",
  ],
  [
    'the place of the pack',
    { ...pack, place: '河南' },
    'place',
    'value.form',
    "给哪里用（place）写的是“河南”，要写成 地区代码的前几位，加引号：'41'；全国写 ''",
    "in quotes: '41'; '' for the whole country",
  ],
  [
    'a clause id',
    { ...pack, limits: [{ ...limit, rows: ['第五条'] }] },
    'limits.0.rows.0',
    'value.form',
    '条目编号（rows）第 1 项写的是“第五条”，要写成 R-2020A-1 这样的条目编号',
    'Clause ids (rows), entry 1, says “第五条”; it is written as the id of a clause, such as R-2020A-1',
  ],
  [
    'a number that is too large',
    { ...pack, limits: [{ ...limit, grounds: { finding: 'beyond-term', days: 999 } }] },
    'limits.0.grounds.days',
    'value.form',
    '最多几天（days）写的是“999”，不能大于 366',
    'Days at most (days) says “999”; it is no larger than 366',
  ],
  [
    'a word for a number',
    { ...pack, settings: [{ ...setting, bounds: { at_least: '三', at_most: 7 } }] },
    'settings.0.bounds.at_least',
    'value.type',
    '最小（at_least）写的是“三”，要写整数',
    'At least (at_least) says “三”; it should be a whole number',
  ],
  [
    'a yes that is no yes',
    { ...pack, settings: [{ ...setting, certain: 'maybe' }] },
    'settings.0.certain',
    'value.type',
    '确定（certain）写的是“maybe”，要写true（是）或 false（否）',
    'Certain (certain) says “maybe”; it should be true (yes) or false (no)',
  ],
  [
    'nothing in one language',
    { ...pack, title: { zh: '', en: 'A' } },
    'title.zh',
    'value.form',
    '文件全称（title）的中文（zh）空着，这里要写',
    'Title (title): Chinese (zh) is empty; it has to be written',
  ],
  [
    'a list that is empty',
    { ...pack, limits: [{ ...limit, forbids: [] }] },
    'limits.0.forbids',
    'value.form',
    '禁止哪种管控（forbids）至少要写 1 项',
    'Forbids (forbids) has at least 1 entry',
  ],
])('%s', (_, raw, path, code, zh, en) => {
  const fault = only(raw)
  expect({ path: fault.path.join('.'), code: fault.code }).toEqual({ path, code })
  expect(fault.text.zh).toContain(zh)
  expect(fault.text.en).toContain(en)
})

test('at most five names are near, and of long nonsense none is', () => {
  const names = ['alert', 'alerts', 'alter', 'alerted', 'alerting', 'alarm', 'watch']
  expect(nearestOf('alert', names, () => undefined)).toHaveLength(5)
  expect(nearestOf('alert', names, () => undefined)[0]).toBe('alert')
  expect(nearestOf('x'.repeat(100_000), names, () => undefined)).toEqual([])
})
