import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

import { giverOf } from '../asks/givers.ts'
import { housePacks } from '../../test/packs.ts'
import type { FactName, Facts } from '../../vocabulary.ts'
import { checkDraft } from '../library/draft.ts'
import { readPackText } from '../library/text.ts'
import { checkTogether } from '../pack/together.ts'
import { compilePacks } from '../packs.ts'
import { planFor } from '../plan.ts'
import { diffMany } from '../diff.ts'
import { kindsMet, termFor } from '../term.ts'

const textOf = (name: string) => readFileSync(new URL(`../../test/dengue/${name}`, import.meta.url), 'utf8')
const body = textOf('pack.yaml')
const cases = textOf('cases.yaml')
const { packs: house, files } = housePacks()
const all = files.map(({ pack }) => pack)

const read = (text: string) => readPackText({ file: 'pack.yaml', text, cases_file: 'cases.yaml', cases: '[]' })
const { pack: dengue } = read(body)
if (!dengue) throw new Error('the made-up notice cannot be read')
const packs = compilePacks([...all, dengue])
const henan = '410105001003'
const guangdong = '440103001001'
const codes = (text: string) => read(text).findings.map(({ code }) => code)
const changed = (from: string, to: string) => {
  if (!body.includes(from)) throw new Error(`the notice does not say ${from}`)
  return body.replaceAll(from, to)
}

describe('a notice that brings its own tiers, facts, kinds of person, terms and lines', () => {
  test('is checked whole beside the packs of the house, and each of its cases holds', () => {
    const { findings, advice, cases: ran } = checkDraft({ body, cases }, all)
    expect(findings).toEqual([])
    expect(ran.length).toBeGreaterThan(15)
    expect(advice.filter(({ rule }) => rule?.startsWith('dengue-2026/') !== true && rule !== undefined)).toEqual([])
  })

  test('gives each subject its own tier at the head of the plan, with name, number and strategy', () => {
    const facts: Facts = {
      ...{ response: 'open', 'response.rules': 'precision-2020@2021-03-01,dengue-2026@2026-07-01' },
      ...{ 'county.risk': 'low', 'community.class': 'no-case', 'dengue-2026/level': 'local' },
    }
    const plan = planFor(packs, facts, henan, '2026-07-10')
    expect(plan.subjects.map(({ subject, tier, tier_name, tier_nth }) => [subject, tier, tier_name?.zh, tier_nth])).toEqual([
      ['covid', 'low', '低风险地区和未发现病例社区', { nth: 1, of: 3 }],
      ['dengue', 'emergency', '应急防制', { nth: 3, of: 3 }],
    ])
    expect(plan.tier).toBe('low')
    // What is about the one is not told by the level of the other.
    const spray = planFor(packs, { ...facts, 'county.risk': 'high', 'dengue-2026/level': 'watch' }, henan, '2026-07-10')
    expect(spray.measures.map(({ id }) => id)).not.toContain('dengue-spray')
  })

  test('asks for its level by its name where nobody confirmed it, and keeps what holds in every tier', () => {
    const plan = planFor(packs, {}, henan, '2026-07-10')
    expect(plan.missing).toContain('dengue-2026/level')
    expect(plan.measures.map(({ id }) => id)).toContain('dengue-water')
  })

  test('has no tier any more after its last day, and says why', () => {
    const at = (day: string) =>
      planFor(packs, { 'dengue-2026/level': 'alarm' }, henan, day).subjects.find((one) => one.subject === 'dengue')
    expect(at('2026-08-31')?.tier).toBe('raised')
    expect(at('2026-09-01')).toMatchObject({ tier: null, tier_nth: null })
    expect(at('2026-09-01')?.axes?.why.parts?.[0]?.text.zh).toBe('登革热县域等级：预警')
  })

  test('has rules for one province only, also where many places are asked at once', () => {
    const idsAt = (place: string) => planFor(packs, {}, place, '2026-07-10').measures.map(({ id }) => id)
    expect(idsAt(guangdong)).toContain('dengue-traps-guangdong')
    expect(idsAt(henan)).not.toContain('dengue-traps-guangdong')
    const many = diffMany(packs, '2026-07-10')
    expect(many.planOf({}, henan).measures).toEqual(planFor(packs, {}, henan, '2026-07-10').measures)
    expect(many.planOf({}, guangdong).measures).toEqual(planFor(packs, {}, guangdong, '2026-07-10').measures)
  })

  test('has terms for its kinds alone, about its own subject, while those about another stay as they are', () => {
    const question = {
      place: henan,
      day: '2026-07-10',
      facts: { response: 'open', 'response.rules': 'terms@2022-07-15' } as Facts,
    }
    expect(termFor(packs, { ...question, kind: 'dengue-2026/returned' })).toMatchObject({
      subject: 'dengue',
      phases: [{ where: 'monitoring', days: 14 }],
    })
    expect(termFor(packs, { ...question, kind: 'close-contact' })).toEqual(termFor(house, { ...question, kind: 'close-contact' }))
    expect(termFor(packs, { ...question, kind: 'close-contact', subject: 'dengue' })).toMatchObject({
      rule: null,
      subject: 'dengue',
    })
  })

  test('lets a county set what lies between its bounds, and nothing beyond', () => {
    const days = (own?: number): unknown => {
      const facts: Facts = own === undefined ? {} : { settings: `dengue-2026.water-days=${own}` }
      return planFor(packs, facts, henan, '2026-07-10').measures.find(({ id }) => id === 'dengue-water')?.how_often
    }
    expect([days(), days(3), days(30)]).toEqual([7, 3, 7].map((count) => ({ kind: 'every-days', days: count })))
  })

  test('asks its lines in the daily report, some only in a tier', () => {
    const names = (facts: Facts) => planFor(packs, facts, henan, '2026-07-10').lines.map(({ name }) => name)
    expect(names({ 'dengue-2026/level': 'watch' })).toEqual(['dengue-2026/pots', 'dengue-2026/monitored'])
    expect(names({ 'dengue-2026/level': 'local' })).toContain('dengue-2026/sprayed')
    expect(planFor(house, {}, henan, '2026-07-10').lines).toEqual([])
  })
})

describe('what a notice brings', () => {
  test('carries the id of its pack, so that no other means something else by it', () => {
    expect(codes(body.replace('id: dengue-2026/breteau', 'id: other/breteau'))).toContain('name.prefix')
    expect(codes(body.replace('id: dengue-2026/net', 'id: dengue-2026/breteau'))).toContain('id.repeated')
  })

  test('is known where it is used: facts, kinds, lines, axes, values and tiers', () => {
    expect(codes(changed('{ dengue-2026/net: no }', '{ dengue-2026/nets: no }'))).toContain('name.unknown')
    expect(codes(changed('evidence: [dengue-2026/pots]', 'evidence: [dengue-2026/pot]'))).toContain('name.unknown')
    expect(codes(changed('kinds: [dengue-2026/returned]', 'kinds: [dengue-2026/back]'))).toContain('name.unknown')
    expect(codes(changed('on: { dengue-2026/level: watch }', 'on: { dengue-2026/levels: watch }'))).toContain('name.unknown')
    expect(codes(changed('on: { dengue-2026/level: watch }', 'on: { dengue-2026/level: calm }'))).toContain('value.unknown')
    expect(codes(changed('when: { tier: [raised, emergency] }', 'when: { tier: [raised, high] }'))).toContain('fact.value')
    expect(codes(changed('value: alarm', 'value: alert'))).toContain('value.unknown')
  })

  test('proves by records of the house, kinds of record it declares, its own lines or a person, and by nothing else', () => {
    const proved = (name: string) => codes(changed('evidence: [dengue-2026/pots]', `evidence: [${name}]`))
    expect([proved('kinds/rounds.patrol'), proved('visits.patrols'), proved('none')]).toEqual([[], [], []])
    expect(proved('kinds/rounds.nothing')).toContain('name.unknown')
    expect(codes(changed('counts: { records: visits.disinfection }', 'counts: { records: kinds/rounds.patrol }'))).toEqual([])
    expect(codes(changed('counts: { records: visits.disinfection }', 'counts: { records: visits.nothing }'))).not.toEqual([])
  })

  test('is said by whom the place reaches: nobody of a street speaks for a county', () => {
    const by = (who: string) => codes(changed('who: [county-health]\n    lasts: 28', `who: [${who}]\n    lasts: 28`))
    expect([by('county-leader'), by('province')]).toEqual([[], []])
    expect(by('street-officer')).toContain('fact.not-given')
    expect(by('mayor')).not.toEqual([])
  })

  test('is proposed of whoever arrives and meets its condition, which asks known facts with known values', () => {
    const met = (facts: Facts, day = '2026-09-01') => kindsMet(packs, facts, henan, day)
    expect(met({ 'arrival.origin': 'abroad' })).toEqual(['dengue-2026/returned'])
    expect(met({ 'arrival.origin': 'low', 'arrival.province': '44' })).toEqual(['dengue-2026/returned'])
    expect(met({ 'arrival.origin': 'low', 'arrival.province': '41' })).toEqual([])
    expect(met({ 'arrival.origin': 'low' })).toEqual([])
    expect(met({ 'arrival.origin': 'abroad' }, '2026-05-31')).toEqual([])
    expect(codes(changed('arrival.origin: abroad', 'arrival.origin: mars'))).toContain('fact.value')
    expect(codes(changed('arrival.origin: abroad', 'arrival.from: abroad'))).toContain('fact.unknown')
    expect(codes(changed('arrival.origin: abroad', 'dengue-2026/mesh: yes'))).toContain('name.unknown')
  })

  test('a pack that is renamed alone is one finding at its id: which names are left behind, and what to replace', () => {
    const { findings } = read(body.replace(/^id: .*$/m, 'id: dengue-2027'))
    const line = body.split('\n').findIndex((one) => one.startsWith('id: ')) + 1
    expect(findings.map(({ code, line: at, text }) => [code, at, text.zh])).toEqual([
      [
        ...['name.prefix', line],
        '编号是 dengue-2027，自己的 9 个名字还以 dengue-2026/ 开头（dengue-2026/cases、dengue-2026/breteau、dengue-2026/net 等）。把规则和例子里的 dengue-2026/ 全部换成 dengue-2027/，或者把编号改回 dengue-2026',
      ],
    ])
    expect(codes(body.replaceAll('dengue-2026/', 'dengue-2027/').replace(/^id: .*$/m, 'id: dengue-2027'))).toEqual([])
  })

  test('is no second name of a fact that the house or the notice knows already', () => {
    const twice = (words: string) =>
      read(changed('布雷图指数', words)).findings.map(({ code, line, text }) => [code, line, text.zh])
    const line = body.split('\n').findIndex((one) => one.includes('布雷图指数')) + 1
    expect(twice('县域风险等级')).toEqual([
      ['fact.doubled', line, 'dengue-2026/breteau 和 county.risk 是同一件事，直接用 county.risk'],
    ])
    expect(twice('本县近 28 天登革热病例')).toEqual([['fact.doubled', line, expect.stringContaining('dengue-2026/cases')]])
  })

  test('has bounds that hold: a place within the pack, a choice with values', () => {
    expect(codes(changed("place: ''", "place: '41'"))).toContain('place.outside')
    expect(codes(changed('type: yes-no', 'type: choice'))).toContain('field.missing')
    expect(codes(changed('{ at_least: 20 }', '{ at_least: 2000 }'))).toContain('fact.value')
  })

  test('may be asked by another pack about the same, and is missed where nobody brings it', () => {
    const adding = `id: dengue-henan
is: adds
version: 1
subject: dengue
title: { zh: 河南补充, en: Henan adds }
short: { zh: 河南补充, en: Henan adds }
document: 河南补充
authority: { zh: 河南, en: Henan }
place: '41'
from: 2026-07-01
measures:
  - id: henan-count
    when: { tier: emergency, dengue-2026/breteau: { above: 5 } }
    aspect: control
    strength: should
    text: { zh: 每天数蚊子, en: count mosquitoes }
    who: [grid-worker]
    how_often: { kind: per-day, times: 1 }
    evidence: [none]
    source: { section: 一 }
`
    const { pack: added, findings } = read(adding)
    expect(findings).toEqual([])
    if (!added) throw new Error('unread')
    const own = { file: 'henan.yaml', pack: added }
    const wrong = (beside: readonly { file: string; pack: typeof added }[]) =>
      checkTogether([...files, ...beside, own]).flatMap(({ file, code }) => (file === own.file ? [code] : []))
    expect(wrong([{ file: 'dengue.yaml', pack: dengue }])).toEqual([])
    expect(wrong([])).toEqual(['name.unknown', 'name.unknown'])
    const both = compilePacks([...all, dengue, added])
    const facts: Facts = { 'dengue-2026/level': 'local', 'dengue-2026/breteau': 6 }
    expect(planFor(both, facts, henan, '2026-07-10').measures.map(({ id }) => id)).toContain('henan-count')
    expect(
      planFor(both, { ...facts, 'dengue-2026/level': 'watch' }, henan, '2026-07-10').measures.map(({ id }) => id),
    ).not.toContain('henan-count')
    // Without the notice that brings it a fact is not known; it is never taken to hold.
    expect(planFor(compilePacks([...all, added]), facts, henan, '2026-07-10').measures.map(({ id }) => id)).not.toContain(
      'henan-count',
    )
  })
})

test('who gives a fact of the notice is whom the notice names; a person’s is given by whoever registers them', () => {
  const giver = (name: string) => giverOf(name as FactName, packs.brought).zh
  expect(giver('dengue-2026/breteau')).toBe('社区主任、县卫健、疾控')
  expect(giver('dengue-2026/level')).toBe('县卫健、疾控')
  expect(giver('dengue-2026/net')).toBe(giver('person.age'))
})
