import { describe, expect, test } from 'vitest'
import { checkPack } from './check.ts'
import type { Pack } from './schema.ts'
import { checkTogether } from './together.ts'

const measure = {
  id: 'knock',
  aspect: 'service',
  strength: 'must',
  text: { zh: '敲门', en: 'Knock' },
  who: ['grid-worker'],
  how_often: { kind: 'per-day', times: 1 },
  evidence: ['visits.door-knock'],
  source: { section: '一' },
} as const
const term = {
  id: 'seven',
  kinds: ['close-contact'],
  from: '2022-01-01',
  until: '2022-06-30',
  phases: [{ where: 'home', days: 7, test_days: [] }],
  certain: true,
  source: { section: '一' },
  rows: ['T-1'],
} as const
const pack = {
  id: 'sample',
  is: 'adds',
  version: 1,
  title: { zh: '样例', en: 'Sample' },
  short: { zh: '样例', en: 'Sample' },
  document: '样例文件',
  authority: { zh: '样例', en: 'Sample' },
  place: '',
  from: '2022-01-01',
}
const codes = (raw: unknown) => checkPack({ file: 'sample/pack.yaml', raw }).findings.map(({ code }) => code)

describe('a pack is checked', () => {
  test('and passes when nothing is wrong', () => {
    expect(checkPack({ file: 'f', raw: { ...pack, measures: [measure], terms: [term] } }).pack?.id).toBe('sample')
  })

  test('a rule without a source is named with its line and a plain sentence', () => {
    const { source: _left, ...bare } = measure
    const { findings } = checkPack({
      file: 'f',
      raw: { ...pack, measures: [bare] },
      lineOf: (path) => (path.length === 2 ? 14 : undefined),
    })
    expect(findings).toEqual([expect.objectContaining({ file: 'f', line: 14, rule: 'knock', code: 'source.missing' })])
    expect(findings[0]?.text.zh).toContain('没有写依据')
  })

  test('an unknown fact, an unknown value and unreadable bounds are found', () => {
    expect(codes({ ...pack, measures: [{ ...measure, when: { 'moon.phase': 'full' } }] })).toEqual(['fact.unknown'])
    expect(codes({ ...pack, measures: [{ ...measure, when: { 'county.risk': 'purple' } }] })).toEqual(['fact.value'])
    expect(codes({ ...pack, measures: [{ ...measure, when: { any: [{ 'person.age': { about: 65 } }] } }] })).toEqual([
      'fact.value',
    ])
    expect(codes({ ...pack, measures: [{ ...measure, when: { any: [] } }] })).toEqual(['fact.unknown'])
  })

  test('two rules for one kind on one day are found, unless a fact, the place or the days keep them apart', () => {
    const both = (other: object) => codes({ ...pack, terms: [term, { ...term, id: 'other', ...other }] })
    expect(both({})).toEqual(['date.overlap'])
    expect(both({ kinds: ['everybody'] })).toEqual(['date.overlap'])
    expect(both({ from: '2022-06-30', until: '2022-12-31' })).toEqual(['date.overlap'])
    expect(both({ from: '2022-07-01', until: '2022-12-31' })).toEqual([])
    expect(both({ kinds: ['inbound'] })).toEqual([])
    expect(both({ place: ['41'] })).toEqual([])
    const split = [
      { ...term, when: { 'home-fit': 'yes' } },
      { ...term, id: 'other', when: { 'home-fit': 'no' } },
    ]
    expect(codes({ ...pack, terms: split })).toEqual([])
  })

  test('a rule that can never apply is found with its line: its conditions exclude one another, or its days lie outside', () => {
    const lineOf = (path: readonly (string | number)[]) => (path.join(' ') === 'measures 0' ? 7 : undefined)
    const faults = (other: object, more: object = {}) =>
      checkPack({ file: 'f', raw: { ...pack, ...more, measures: [{ ...measure, ...other }] }, lineOf }).findings
    const nothing = { when: { 'county.risk': 'low', all: [{ 'county.risk': ['medium', 'high'] }] } }
    expect(faults(nothing)).toEqual([
      {
        file: 'f',
        line: 7,
        rule: 'knock',
        code: 'rule.unreachable',
        text: { zh: 'knock 永远用不上：它的条件不会同时成立', en: 'knock can never apply: its conditions cannot hold together' },
      },
    ])
    expect(faults({ when: { 'person.age': { above: 80, below: 65 } } })).toHaveLength(1)
    expect(faults({ when: { 'cases.total': { above: 64, below: 66 } } })).toEqual([])
    expect(faults({ when: { not: { any: [{ response: 'none' }, { response: 'open' }] } } })).toHaveLength(1)
    expect(faults({ until: '2021-12-31' })[0]?.text.en).toContain('outside those of the pack')
    expect(faults({ when: { tier: 'low' } }, { is: 'regime' })).toHaveLength(1)
    expect(faults({ when: { tier: 'low' } })).toEqual([])
  })

  test('so much is tried for all rules of a pack together: a rule for which too little is left counts as reachable, cheap ones are tried', () => {
    const levels = { 'county.risk': 'high', 'area.risk': 'high', 'area.zone': 'none', 'community.class': 'cases', level: 'high' }
    const costly = { ...levels, 'person.kind': 'recovered', 'holds-health-proof': 'yes' }
    const never = { ...costly, all: [{ 'area.zone': 'sealed' }] }
    const rules = [never, never, { response: 'none', all: [{ response: 'open' }] }].map((when, nth) => ({
      ...measure,
      id: `rule-${nth}`,
      when,
    }))
    const found = checkPack({ file: 'f', raw: { ...pack, measures: rules } }).findings.map(({ rule }) => rule)
    expect(found).toEqual(['rule-0', 'rule-2'])
  })

  test('a line of a grading that the lines before it leave nothing to is found, by day', () => {
    const line = (id: string, when: object, dates: object = {}) => ({
      id,
      value: 'low',
      when,
      ...dates,
      why: { zh: '样例', en: 'sample' },
      source: { section: '一' },
    })
    const grades = (...lines: object[]) =>
      checkPack({
        file: 'f',
        raw: { ...pack, is: 'grading', gradings: [{ id: 'county.risk', name: pack.title, certain: true, grades: lines }] },
      }).findings.map(({ rule, code }) => `${rule} ${code}`)
    const wide = { 'cases.total': { at_least: 3 } }
    const narrow = { 'cases.total': { above: 5 } }
    expect(grades(line('wide', wide), line('narrow', narrow))).toEqual(['narrow rule.unreachable'])
    expect(grades(line('narrow', narrow), line('wide', wide))).toEqual([])
    expect(grades(line('wide', wide, { until: '2022-06-30' }), line('narrow', narrow))).toEqual([])
  })

  test('repeated ids, reversed and impossible days, unknown words are found', () => {
    expect(codes({ ...pack, measures: [measure, measure] })).toEqual(['id.repeated'])
    expect(codes({ ...pack, from: '2022-02-02', until: '2022-02-01' })).toEqual(['date.reversed'])
    expect(codes({ ...pack, from: '2022-02-30' })).toEqual(['date.none'])
    expect(codes({ ...pack, measures: [{ ...measure, colour: 'red' }] })).toEqual(['field.unknown'])
    expect(codes({ ...pack, measures: [{ ...measure, who: ['wizard'] }] })).toEqual(['value.unknown'])
    expect(codes('nothing')).toEqual(['value.type'])
  })

  test('what stands where an entry or the whole text should be is named in a whole sentence', () => {
    const said = (raw: unknown) => checkPack({ file: 'f', raw }).findings.map(({ text }) => text.zh)
    expect(said(null)).toEqual(['还什么都没写：规则包从 id、is、version 写起'])
    expect(said('nothing')).toEqual(['规则包要一行一项，写成“名称: 内容”'])
    expect(said({ ...pack, measures: [measure, 1] })).toEqual([
      '措施（measures）第 2 项写的是“1”，要写“名称: 内容”，一行一项，或写在 { } 里',
    ])
  })

  test('places that no province holds are found, of the pack and of its terms', () => {
    expect(codes({ ...pack, place: '99' })).toEqual(['place.unknown'])
    expect(codes({ ...pack, place: '410' })).toEqual(['place.unknown'])
    expect(codes({ ...pack, place: '410105001003', measures: [measure] })).toEqual([])
    expect(codes({ ...pack, terms: [{ ...term, place: ['41', '9901'] }] })).toEqual(['place.unknown'])
  })
})

describe('packs are checked together', () => {
  const national = { ...pack, measures: [{ ...measure, id: 'gate', allows: ['checkpoint'] }] } as unknown as Pack
  const local = (rules: object) => ({ file: 'local', pack: { ...pack, id: 'local', place: '41', ...rules } as unknown as Pack })
  const terms = { file: 'terms', pack: { ...pack, id: 'national-terms', is: 'terms', terms: [term] } as unknown as Pack }
  const found = (rules: object) =>
    checkTogether([{ file: 'national', pack: national }, terms, local(rules)]).map(({ code }) => code)

  test('a local pack may add a service, and may use what the wider one allows', () => {
    expect(found({ measures: [measure, { ...measure, id: 'own-gate', allows: ['checkpoint'] }] })).toEqual([])
  })

  test('a local pack that restricts more than the wider one is reported [R-2020P-79][R-2020P-63]', () => {
    expect(found({ measures: [{ ...measure, allows: ['go-out-ban'] }] })).toEqual(['local.restricts-more'])
    expect(found({ is: 'terms', terms: [{ ...term, id: 'nine', phases: [{ where: 'home', days: 9, test_days: [] }] }] })).toEqual(
      ['local.restricts-more'],
    )
    expect(found({ is: 'terms', terms: [{ ...term, id: 'five', phases: [{ where: 'home', days: 5, test_days: [] }] }] })).toEqual(
      [],
    )
  })

  test('what a local pack adds is named with file and line in a sentence that says so', () => {
    const own = { ...pack, id: 'local', place: '41', measures: [measure, { ...measure, id: 'ban', allows: ['go-out-ban'] }] }
    const lineOf = (path: readonly (string | number)[]) => (path.join(' ') === 'measures 1' ? 31 : undefined)
    const read = { file: 'local/pack.yaml', pack: own as unknown as Pack, lineOf }
    expect(checkTogether([{ file: 'national', pack: national }, read])).toEqual([
      {
        file: 'local/pack.yaml',
        line: 31,
        rule: 'ban',
        code: 'local.restricts-more',
        text: {
          zh: expect.stringMatching(/^ban 比上级严（2022-01-01 .*）：要禁止居民出行，上级方案没有这一条$/),
          en: expect.stringMatching(/^ban restricts more than the wider rules .* no wider rule allows it here$/),
        },
      },
    ])
  })

  test('two regimes of one place on the same days are found; one after the other, or in different places, they are not', () => {
    const regime = (id: string, other: object) => ({ file: id, pack: { ...pack, id, is: 'regime', ...other } as unknown as Pack })
    const codes = (...packs: ReturnType<typeof regime>[]) => checkTogether(packs).map(({ code }) => code)
    expect(codes(regime('one', {}), regime('two', { from: '2022-06-01' }))).toEqual(['date.overlap'])
    expect(codes(regime('one', { until: '2022-05-31' }), regime('two', { from: '2022-06-01' }))).toEqual([])
    expect(codes(regime('one', {}), regime('two', { place: '41' }))).toEqual([])
  })

  test('an id stands for one rule in all packs', () => {
    expect(found({ measures: [{ ...measure, id: 'gate' }] })).toEqual(['id.repeated'])
  })
})
