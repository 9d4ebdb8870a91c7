import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { differencesOf } from './engine/clauses/faithful.ts'
import { type Reading, readClauses } from './engine/clauses/reading.ts'
import { ourProposal } from './engine/clauses/origin.ts'
import { numberOf } from './engine/pack/rhythm.ts'
import type { MeasureRule, Pack } from './engine/pack/schema.ts'
import { catalogue, housePacks } from './test/packs.ts'

const raw: unknown = parse(readFileSync(new URL('./clauses.yaml', import.meta.url), 'utf8'))
const { readings, unreadable } = readClauses(raw)
const notices = ['2020A', '2020B', '2020H', '2020P', '2021', '2023']
const placeOf = (row: string) => {
  const [, notice = '', nth = ''] = row.split('-')
  return notices.indexOf(notice) * 1000 + Number(nth)
}

test('every clause that asks something is read, once, in the order of the notices, and no other', () => {
  expect(unreadable).toEqual([])
  const asked = catalogue.functions.flatMap(({ rows }) => rows).filter((row) => !row.startsWith('R-LAW-'))
  expect(readings.map(({ row }) => row)).toEqual([...asked].sort((a, b) => placeOf(a) - placeOf(b)))
  expect(readings).toHaveLength(334)
})

// The sections of the notices in their order; of digests, the headings of the newspaper.
const sections: Readonly<Record<string, readonly string[]>> = {
  '2020A': ['任务一', '任务二', '任务三', '任务四', '任务五', '任务六', '权益保障'],
  '2020B': ['一', '二', '三', '四', '五'],
  '2020H': ['一', '二', '三', '四'],
  '2020P': [
    '总体要求',
    ...['低', '中', '高'].flatMap((tier) => [1, 2, 3, 4].map((nth) => `${tier}风险${nth}`)),
    '保障一',
    '保障二',
    '保障三',
  ],
  '2021': ['一', '二', '三', '四', '五', '六'],
  '2023': ['一', '二', '三', '四', '五', '六', '七'],
}

test('clauses stand in sections that their notice has, in its order; all sections that ask something are reached', () => {
  for (const notice of notices) {
    const own = readings.filter(({ row }) => row.startsWith(`R-${notice}-`))
    const places = own.map((reading) => reading.in.split('、').map((each) => sections[notice]?.indexOf(each) ?? -1))
    expect(
      places.flat().filter((nth) => nth < 0),
      notice,
    ).toEqual([])
    const first = places.map(([nth = -1]) => nth)
    expect(first, notice).toEqual([...first].sort((a, b) => a - b))
    expect(new Set(places.flat()).size, notice).toBe(sections[notice]?.length)
  }
})

test('a reading that lacks its actor, has a word of no notice or a condition nobody knows is not taken', () => {
  const whole = { row: 'R-2021-7', in: '一', who: ['community'], word: '要', zh: '及时启动', en: 'open in time' }
  const { who: _, ...nobody } = whole
  const listed = [whole, nobody, { ...whole, word: '严禁' }, { ...whole, when: { weather: 'rain' } }, { ...whole, who: ['king'] }]
  expect(readClauses(listed).unreadable).toEqual([2, 3, 4, 5])
  expect(readClauses('nothing').readings).toEqual([])
})

const { files } = housePacks()
const byRow = new Map(readings.map((reading) => [reading.row, reading]))
const documents = new Map(files.flatMap(({ pack }) => (pack.carries ? [[pack.carries, pack.document] as const] : [])))

describe('the rules of the packs say what their clauses say', () => {
  test.each(files)(
    '$pack.id: as strongly or for a written reason more weakly, under the same conditions, by the same actors, from the same section',
    ({ pack }) => {
      expect(differencesOf(pack, byRow, documents)).toEqual([])
    },
  )

  test('what no clause says is marked as our proposal, obliges nobody and cites no clause', () => {
    const proposals = files.flatMap(({ pack }) => (pack.measures ?? []).filter(({ source }) => source.document === ourProposal))
    expect(proposals.filter(({ strength, rows }) => strength !== 'may' || rows).map(({ id }) => id)).toEqual([])
    expect(proposals.length).toBeGreaterThan(0)
  })
})

test('a number of days, hours or times a day stands in a rhythm only where its document gives it; all others are settings of ours', () => {
  const fixed = files.flatMap(({ pack }) =>
    (pack.measures ?? []).filter(({ how_often: of }) => {
      return typeof numberOf(of) === 'number'
    }),
  )
  const byDocument = [
    // A village publishes its affairs each quarter by the law on villagers' committees.
    'publish-affairs',
    // Daily and zero reports, and a clinic that is cleaned each day.
    ...['report-each-day', 'daily-report', 'daily-zero-report', 'clinic-clean'],
    // Morning and evening, by the plan for the management of close contacts.
    ...['inbound-observe', 'home-observe', 'contact-observe'],
  ]
  // Proposals of ours that say the number in their own words.
  const byOwnWords = [
    ...['elder-care-checked', 'morning-and-evening', 'checked-twice-a-day', 'list-gone-through', 'daily-contact'],
  ]
  expect(fixed.map(({ id }) => id).toSorted()).toEqual([...byDocument, ...byOwnWords].toSorted())
})

describe('a rule that strays from its clause is found', () => {
  const measure: MeasureRule = {
    id: 'outsiders',
    aspect: 'control',
    strength: 'may',
    text: { zh: '有条件的登记', en: 'register where it can be done' },
    who: ['community-worker'],
    how_often: { kind: 'once' },
    evidence: ['none'],
    source: { section: '任务二' },
    rows: ['R-2020A-16'],
  }
  const reading: Reading = {
    row: 'R-2020A-16',
    in: '任务二',
    who: ['community'],
    word: '可',
    when: { able: true },
    zh: '登记',
    en: 'register',
  }
  const found = (rule: Partial<MeasureRule>, read: Partial<Reading> = {}) => {
    const pack = { document: '通知', carries: 'R-2020A', measures: [{ ...measure, ...rule }] } as unknown as Pack
    return differencesOf(pack, new Map([['R-2020A-16', { ...reading, ...read }]]), new Map([['R-2020A', '通知']])).map(
      (each) => each.in,
    )
  }

  test('a rule that says the same is not', () => expect(found({})).toEqual([]))
  test('too strong, whatever the reason; too weak without one', () => {
    const differs = { zh: '另有原因', en: 'for a reason' }
    expect(found({ strength: 'must', differs })).toEqual(['strength'])
    expect(found({}, { word: '要' })).toEqual(['strength'])
    expect(found({ differs }, { word: '要' })).toEqual([])
  })
  test('without its condition, in words or in facts', () => {
    expect(found({ text: { zh: '登记', en: 'register' } })).toEqual(['words'])
    expect(found({}, { when: { able: true, tier: ['low'] } })).toEqual(['condition'])
    expect(found({ when: { tier: ['low', 'medium', 'high'] } }, { when: { tier: ['low'], carried_up: true } })).toEqual([])
    expect(found({ when: { season: ['spring'] } })).toEqual(['condition'])
  })
  test('by others than the clause names', () => {
    expect(found({ who: ['police'] })).toEqual(['actor', 'actor'])
    expect(found({ who: ['community-worker', 'police'] })).toEqual(['actor'])
  })
  test('from another section or document, or citing what nobody read', () => {
    expect(found({ source: { section: '任务六' } })).toEqual(['section', 'section'])
    expect(found({ source: { document: '别的', section: '任务二' } })).toEqual(['document'])
    expect(found({ source: { document: '别的', section: '任务二' } }, { refers: ['别的'] })).toEqual([])
    expect(found({ source: { document: ourProposal, section: '任务二' } })).toEqual(['row'])
    expect(found({ rows: ['R-2020A-99'] })).toEqual(['row'])
  })
})
