import { describe, expect, test } from 'vitest'
import { housePacks } from '../test/packs.ts'
import type { Facts } from '../vocabulary.ts'
import type { Pack } from './pack/schema.ts'
import { checkTogether } from './pack/together.ts'
import { compilePacks } from './packs.ts'
import { planFor } from './plan.ts'
import { rulesTogether, subjectsNamed } from './rule-set.ts'

const source = { section: '三' }
const words = (zh: string, en: string) => ({ zh, en })
const measure = (id: string, zh: string, more: object = {}) => ({
  ...{ id, aspect: 'control' as const, strength: 'must' as const, text: words(zh, id), who: ['community-worker' as const] },
  ...{ how_often: { kind: 'every-days' as const, days: 7 }, evidence: ['visits.survey' as const], source, ...more },
})
const dengue: Pack = {
  id: 'dengue-made-up',
  is: 'regime',
  version: 1,
  subject: 'dengue',
  title: words('登革热防控（虚构）', 'Dengue (made up)'),
  short: words('虚构〔2026〕1号', 'Made up 2026/1'),
  document: '虚构〔2026〕1号',
  authority: words('虚构机关', 'a made-up authority'),
  place: '',
  from: '2026-06-01',
  opens: [{ function: 'observation', source }],
  measures: [measure('dengue-water', '清掉积水'), measure('dengue-bites', '发热的人防蚊', { when: { response: 'open' } })],
} as unknown as Pack

const { packs: house, files } = housePacks()
const all = files.map(({ pack }) => pack)
const packs = compilePacks([...all, dengue])
const place = '410105001003'
const day = '2026-08-01'
const ordinary: Facts = { response: 'none', 'community.kind': 'urban' }
const ids = (facts: Facts) => planFor(packs, facts, place, day).measures.map(({ id }) => id)
const dengueOpen: Facts = { ...ordinary, response: 'open', 'response.rules': 'dengue-made-up@2026-06-01' }

describe('rules about several things at once', () => {
  test('a response about one leaves every measure about another as it was', () => {
    const before = planFor(house, ordinary, place, day).measures.map(({ id }) => id)
    expect(before.length).toBeGreaterThan(40)
    expect(ids(dengueOpen)).toEqual(expect.arrayContaining(before))
    const about = planFor(packs, dengueOpen, place, day).measures.flatMap(({ id, subject }) => (subject === 'dengue' ? [id] : []))
    expect(about).toEqual(['dengue-water', 'dengue-bites'])
  })

  test('rules that ask for an open response see only one about their own subject', () => {
    expect(ids(ordinary)).toContain('dengue-water')
    expect(ids(ordinary)).not.toContain('dengue-bites')
    expect(ids({ ...ordinary, response: 'open', 'response.rules': 'precision-2020@2021-03-01' })).not.toContain('dengue-bites')
    expect(
      ids({ ...ordinary, response: 'open', 'response.rules': 'precision-2020@2021-03-01,dengue-made-up@2026-06-01' }),
    ).toContain('dengue-bites')
  })

  test('each item says what it is about and which notice asks it, and each subject whether a response about it is open', () => {
    const plan = planFor(packs, dengueOpen, place, day)
    expect(plan.measures.find(({ id }) => id === 'dengue-water')).toMatchObject({ subject: 'dengue', pack: 'dengue-made-up' })
    expect(plan.subjects.map(({ subject, open, regime }) => [subject, open, regime])).toEqual([
      ['covid', false, 'class-b-2023'],
      ['dengue', true, 'dengue-made-up'],
    ])
    expect(plan.regime).toBe('class-b-2023')
  })

  test('what opens for one brings no terms of another', () => {
    const plan = planFor(packs, dengueOpen, place, day)
    expect(plan.functions.observation.open).toBe(true)
    expect(plan.terms).toEqual([])
  })

  test('what two ask alike stands once, with whoever else asks it', () => {
    const first = planFor(house, ordinary, place, day).measures[0]
    if (!first) throw new Error('the day asks nothing')
    const { aspect, strength, text, how_often } = first
    const twin = { ...dengue, measures: [measure('dengue-twin', text.zh, { aspect, strength, text, how_often })] } as Pack
    const both = planFor(compilePacks([...all, twin]), ordinary, place, day).measures
    expect(both.map(({ id }) => id)).not.toContain('dengue-twin')
    expect(both.find(({ id }) => id === first.id)?.also).toEqual([
      { id: 'dengue-twin', pack: 'dengue-made-up', subject: 'dengue', source: { document: '虚构〔2026〕1号', section: '三' } },
    ])
  })

  test('a law sees that a response is open, whatever it is about', () => {
    const lawOf = (facts: Facts) =>
      planFor(packs, facts, place, day).limits.flatMap(({ id, subject }) => (subject === null ? [id] : []))
    const covid: Facts = { ...ordinary, response: 'open', 'response.rules': 'precision-2020@2021-03-01' }
    expect(lawOf(dengueOpen)).toEqual(lawOf(covid))
  })

  test('two regimes of one place and day are a fault where they are about the same, and none where they are not', () => {
    const codes = (pack: Pack) =>
      checkTogether([...files, { file: 'dengue.yaml', pack }]).flatMap(({ file, code }) => (file === 'dengue.yaml' ? [code] : []))
    expect(codes(dengue)).toEqual([])
    expect(codes({ ...dengue, subject: 'covid' })).toEqual(['date.overlap'])
  })

  test('of several responses the first that names rules about something is followed in that, and each in the rest', () => {
    const rules = ['dengue-made-up@2026-06-01', 'precision-2020@2021-03-01,dengue-made-up@2026-07-01', 'terms@2022-07-15']
    expect(rulesTogether(packs, rules)).toBe('dengue-made-up@2026-06-01,precision-2020@2021-03-01')
    expect(rulesTogether(packs, ['nonsense'])).toBe('nonsense')
    expect(rulesTogether(packs, ['nonsense', 'terms@2022-07-15'])).toBe('terms@2022-07-15')
  })

  test('what rules are about is read from their packs', () => {
    expect(subjectsNamed(packs, 'dengue-made-up@2026-06-01,terms@2022-07-15')).toEqual(['covid', 'dengue'])
  })
})
