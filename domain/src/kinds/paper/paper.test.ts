import { expect, test } from 'vitest'
import { declared } from '../../declared.ts'
import { errand } from '../../requests/kinds/errand.kind.ts'
import { psych } from '../../requests/kinds/psych.kind.ts'
import { disinfection } from '../../rounds/kinds/disinfection.kind.ts'
import { facility } from '../../rounds/kinds/facility.kind.ts'
import { amount, choice, count, day, money, phone, text, w } from '../fields.ts'
import { blankLines, blankOf } from './blank.ts'
import { cellOf, headOf } from './cells.ts'
import { paperColumnsOf, usualColumnsOf } from './columns.ts'
import { whenInWords } from './when-in-words.ts'

const kinds = declared
const lineOf = (kind: (typeof kinds)[number], name: string) => blankOf(kind).lines.find((line) => line.name === name)

test('what a condition hides stands on the blank sheet with “if … then”, in both languages', () => {
  expect(lineOf(errand, 'items')?.when).toEqual(w('“办什么”是买菜、买药、别的', '"What" is Food or Medicine or Other'))
  expect(lineOf(errand, 'items')?.must).toEqual(w('“办什么”是买菜、买药', '"What" is Food or Medicine'))
  expect(lineOf(disinfection, 'strength')?.when?.zh).toBe('“用什么”是含氯消毒液')
  expect(lineOf(facility, 'capacity')?.when).toEqual(
    w('不是（“哪一类”是广场、健身器材）', 'not ("Kind" is Square, sports equipment)'),
  )
})

test('every condition there can be is said in words of the fields', () => {
  const fields = {
    much: count(w('多少', 'How much')),
    on: day(w('哪天', 'Day')),
    what: choice(w('什么', 'What'), { tea: w('茶', 'Tea'), salt: w('盐', 'Salt') }),
  }
  expect(whenInWords(fields, { much: { at_least: 3, at_most: 9 } })).toEqual(
    w('“多少”不少于 3、不多于 9', '"How much" is at least 3 and is at most 9'),
  )
  expect(whenInWords(fields, { on: { filled: false } }).zh).toBe('“哪天”没填')
  expect(whenInWords(fields, { any: [{ what: 'tea' }, { all: [{ what: 'salt' }, { on: { filled: true } }] }] }).zh).toBe(
    '“什么”是茶，或者“什么”是盐，而且“哪天”填了',
  )
})

test('every kind has a blank sheet on which all that is asked can be written, and nothing of health or of one reader', () => {
  for (const kind of kinds) {
    const { lines, kept, purpose } = blankOf(kind)
    const asked = Object.entries(kind.fields).filter(
      ([, { to, from, type }]) => from !== 'house' && to !== 'health' && to !== 'named' && type !== 'link',
    )
    expect([kind.name, lines.map(({ name }) => name)]).toEqual([kind.name, asked.map(([name]) => name)])
    expect([kept.zh, kept.en, purpose.zh].every(Boolean), kind.name).toBe(true)
    for (const line of lines) expect([line.words.zh, line.words.en].every(Boolean), `${kind.name} ${line.name}`).toBe(true)
  }
  expect(blankLines(errand.fields).map(({ name }) => name)).not.toContain('cause')
})

test('a blank table has room for each item of a checklist, and empty lines for goods', () => {
  const items = lineOf(disinfection, 'items')?.answer
  expect(items?.by === 'table' && items.rows.map((row) => row?.zh)).toContain('门把手、扶手、按键')
  const goods = lineOf(errand, 'items')?.answer
  expect(goods?.by === 'table' && [goods.heads.map(({ zh }) => zh), goods.rows.length]).toEqual([
    ['东西', '多少（公斤、个、盒）'],
    6,
  ])
})

test('cells are numbers where they count, words in the language that is asked, and phones of people are masked', () => {
  const one = amount(w('浓度', 'Strength'), { mgl: w('mg/L', 'mg/L') })
  const two = amount(w('多少', 'How much'), { kg: w('公斤', 'kg'), box: w('盒', 'boxes') })
  expect([headOf(one, 'zh'), cellOf(one, { n: 500, unit: 'mgl' }, 'zh', true)]).toEqual(['浓度（mg/L）', 500])
  expect([headOf(two, 'en'), cellOf(two, { n: 2, unit: 'kg' }, 'en', true)]).toEqual(['How much', '2 kg'])
  expect(cellOf(money(w('钱', 'Money')), 1250, 'zh', true)).toBe(12.5)
  expect(cellOf(count(w('数', 'Count')), 0, 'zh', true)).toBe(0)
  expect(cellOf(count(w('数', 'Count')), undefined, 'zh', true)).toBeUndefined()
  expect(cellOf(phone(w('电话', 'Phone')), '19900004321', 'zh', true)).toBe('199****4321')
  expect(cellOf(text(w('号码', 'Number'), 30), '12345', 'zh', false)).toBe('12345')
  expect(cellOf(text(w('说明', 'Note'), 80), '打 19900004321', 'zh', true)).toBe('打 199****4321')
})

test('a field for health staff or for one reader stands on no paper, of whatever kind it is', () => {
  const fields = {
    ...errand.fields,
    ill: text(w('得的什么病', 'Illness'), 40, { to: 'health' }),
    own: text(w('自己的记录', 'Own note'), 40, { to: 'named' }),
    set: text(w('系统填的', 'Set by the house'), 40, { from: 'house' }),
  }
  const hidden = ['ill', 'own', 'set', 'cause']
  const seen = [...paperColumnsOf({ ...errand, fields }), ...blankLines(fields)].map(({ name }) => name)
  expect(seen.filter((name) => hidden.includes(name))).toEqual([])
  expect(seen).toContain('what')
})

test('of health data no column leaves, and usual columns name nobody', () => {
  expect(paperColumnsOf(psych)).toEqual([])
  for (const kind of kinds) {
    const naming = paperColumnsOf(kind).filter(({ names }) => names)
    expect(
      usualColumnsOf(kind).filter((name) => naming.some((one) => one.name === name)),
      kind.name,
    ).toEqual([])
    const to = Object.entries(kind.fields).filter(([, field]) => field.to === 'health' || field.to === 'named')
    expect(
      paperColumnsOf(kind).filter(({ name }) => to.some(([field]) => field === name)),
      kind.name,
    ).toEqual([])
  }
})
