import { describe, expect, test } from 'vitest'
import { diffPlans, whatWouldChange } from './engine/diff.ts'
import { planFor } from './engine/plan.ts'
import { termFor } from './engine/term.ts'
import { housePacks } from './test/packs.ts'
import type { Facts, PersonKind } from './vocabulary.ts'

const { packs } = housePacks()
const place = '410105001003'
const unmarked: Facts = {
  'place.rural': 'no',
  'place.airport-area': 'no',
  'place.fringe': 'no',
  'place.migrant-workers': 'no',
  'place.border': 'no',
  'election.under-way': 'no',
}
const low: Facts = { 'county.risk': 'low', 'community.class': 'no-case', 'community.kind': 'urban' }
const medium: Facts = { 'county.risk': 'medium', 'community.class': 'cases', 'community.kind': 'urban' }
const high: Facts = { 'county.risk': 'high', 'community.class': 'transmission', 'community.kind': 'urban' }
const carrying = (row: string, facts: Facts, day: string) =>
  planFor(packs, facts, place, day).measures.filter(({ rows }) => rows.includes(row))

describe('the three tiers of 2020', () => {
  test('the lowest tier has its six measures, each with who does it, how often and the records that prove it [R-2020P-6]', () => {
    const six = carrying('R-2020P-6', low, '2020-05-01')
    expect(six.map(({ id }) => id)).toEqual([
      'mobilise',
      'health-education',
      'inform-residents',
      'returned-high-risk',
      'clean-environment',
      'supplies-ready',
    ])
    for (const { who, evidence, source } of six) {
      expect(who.length).toBeGreaterThan(0)
      expect(evidence).not.toContain('none')
      expect(source.section).toBe('低风险1')
    }
  })

  test('the highest tier has its own list: gatherings are refused, each control stands in a log', () => {
    const strict = carrying('R-2020P-50', high, '2020-05-01')
    expect(strict.map(({ id, evidence, allows }) => [id, evidence, allows])).toEqual([
      ['strict-control', ['regimes.orders', 'regimes.scopes'], ['person-stay', 'building-closure']],
      ['limit-gatherings', ['gatherings.events'], ['gathering-ban']],
    ])
    expect(carrying('R-2020P-50', medium, '2020-05-01')).toEqual([])
  })

  test('each tier says its strategy and the technical plan it follows, in the words of the version of its day [R-2020P-5]', () => {
    const said = [low, medium, high].map((facts) => planFor(packs, facts, place, '2020-05-01'))
    expect(said.map(({ strategy }) => strategy?.zh)).toEqual(['外防输入', '外防输入、内防扩散', '内防扩散、外防输出、严格管控'])
    for (const { follows, rules } of said) {
      expect(follows?.zh).toContain('联防联控机制发〔2020〕28号')
      expect(rules.map(({ pack, at }) => `${pack}@${at}`)).toContain('precision-2020@2020-05-01')
    }
    expect(planFor(packs, {}, place, '2026-11-20')).toMatchObject({ strategy: { zh: '保健康、防重症' }, follows: null })
  })
})

describe('ordinary days of 2021', () => {
  const day = '2021-02-10'

  test('have a list of their own, without any outbreak or response [R-2021-3]', () => {
    const plan = planFor(packs, { ...low, ...unmarked }, place, day)
    const own = plan.measures.filter(({ pack }) => pack === 'normal-2021')
    expect(own.length).toBeGreaterThan(40)
    expect(own.map(({ id }) => id)).toContain('normal-checklist')
    expect(own.filter(({ allows }) => allows.length > 0).map(({ id }) => id)).toEqual(['abnormal-at-once'])
    expect(plan.missing).toEqual([])
    // What the notice does not say stands beside it under a name of its own.
    const said = own.filter(({ rows }) => rows.length > 0)
    for (const each of said) expect([each.who.length > 0, each.source.document]).toEqual([true, '民发〔2021〕11号'])
    for (const { source } of own.filter(({ rows }) => rows.length === 0)) expect(source.document).toBe('本系统建议')
  })

  test('meetings are short at low risk and rest at medium or high', () => {
    const at = (facts: Facts) => planFor(packs, { ...facts, ...unmarked }, place, day)
    expect(at(low).measures.map(({ id }) => id)).toContain('meetings-short')
    expect(at(low).limits.map(({ id }) => id)).not.toContain('meetings-paused')
    for (const facts of [medium, high]) expect(at(facts).limits.map(({ id }) => id)).toContain('meetings-paused')
  })

  test('a mark on a place says why its item is there and what would take it away', () => {
    const facts: Facts = { ...low, ...unmarked, 'place.border': 'yes' }
    const watch = planFor(packs, facts, place, day).measures.find(({ id }) => id === 'border-watch')
    expect(watch?.why).toMatchObject({ holds: 'yes', fact: 'place.border', given: 'yes' })
    expect(whatWouldChange(packs, facts, place, day)).toContainEqual(
      expect.objectContaining({ fact: 'place.border', value: 'no', started: 0, stopped: 2 }),
    )
    const without = planFor(packs, { ...low, ...unmarked }, place, day)
    const diff = diffPlans(without, planFor(packs, facts, place, day))
    expect([diff.started.map(({ id }) => id), diff.stopped]).toEqual([['border-watch', 'border-strangers-told'], []])
  })
})

describe('where the notices disagree the day decides', () => {
  test('outside persons and vehicles: let in at low, closed by law at high, closed by need under a response of 2021', () => {
    const allowed = (facts: Facts, day: string) =>
      planFor(packs, { ...unmarked, ...facts }, place, day).measures.flatMap(({ allows }) => allows)
    expect(allowed(low, '2020-05-01')).not.toContain('newcomer-refusal')
    expect(allowed(high, '2020-05-01')).toContain('newcomer-refusal')
    expect(allowed(low, '2021-02-10')).not.toContain('community-closure')
    expect(allowed({ ...low, response: 'open' }, '2021-02-10')).not.toContain('community-closure')
    expect(allowed({ ...high, response: 'open' }, '2021-02-10')).toContain('community-closure')
    expect(allowed({}, '2026-11-20')).toEqual([])
  })

  test('gatherings: none under the notice of January 2020, refused at high in April, a matter of advice on size today', () => {
    const allowed = (facts: Facts, day: string) =>
      planFor(packs, { ...unmarked, ...facts }, place, day).measures.flatMap(({ allows }) => allows)
    for (const level of ['no-case', 'cases', 'transmission'])
      expect(allowed({ 'community.class': level, 'community.kind': 'urban' }, '2020-02-10')).toContain('gathering-ban')
    expect([low, medium, high].map((facts) => allowed(facts, '2020-05-01').includes('gathering-ban'))).toEqual([
      false,
      false,
      true,
    ])
    expect(carrying('R-2023-39', {}, '2026-11-20')).toMatchObject([{ id: 'modest-feasts', strength: 'should', allows: [] }])
  })

  test('the notice of release: the community brings what the statutory body issues; of papers it may be asked for two', () => {
    for (const facts of [low, medium, high])
      expect(carrying('R-2020P-11', facts, '2020-05-01')).toMatchObject([{ id: 'deliver-release', who: ['community-worker'] }])
    const { limits, rights } = planFor(packs, low, place, '2020-05-01')
    expect(limits.map(({ id }) => id)).toContain('two-certificates-only')
    expect(rights.map(({ id }) => id)).toEqual(expect.arrayContaining(['release-in-hand', 'no-more-certificates']))
  })

  test('medical staff at gates: only Henan forbids it, from the day of its letter', () => {
    const forbidden = (at: string, day: string) =>
      planFor(packs, { 'community.class': 'cases', 'community.kind': 'urban' }, at, day).limits.some(({ rows }) =>
        rows.includes('R-2020H-18'),
      )
    expect(forbidden(place, '2020-03-05')).toBe(true)
    expect(forbidden('420102001001', '2020-03-05')).toBe(false)
    expect(forbidden(place, '2020-02-01')).toBe(false)
  })

  test('praise: put forward in 2020, reported upward in 2021, weighed in selections since 2023', () => {
    const texts = (row: string, facts: Facts, day: string) => carrying(row, facts, day).map(({ text }) => text.zh)
    expect(texts('R-2020A-69', { 'community.class': 'no-case' }, '2020-02-10')[0]).toContain('多表扬')
    expect(texts('R-2021-76', { ...low, ...unmarked }, '2021-02-10')[0]).toContain('往上报')
    expect(texts('R-2023-45', {}, '2026-11-20')[0]).toContain('评先评优')
  })

  test('home observation: 14 days in the texts of 2020, not with proof and point-to-point arrival, none since 2023', () => {
    const asked = (kind: PersonKind, day: string, facts: Facts = {}) => {
      const term = termFor(packs, { kind, day, place, facts })
      return [term.phases.map(({ where, days }) => `${where} ${days}`).join(), term.certain]
    }
    expect(asked('from-outbreak-area', '2020-02-10')).toEqual(['home 14', true])
    const proof: Facts = { 'holds-health-proof': 'yes', 'came-point-to-point': 'yes' }
    expect(asked('returned-other', '2020-05-01', proof)).toEqual(['', true])
    expect(asked('returned-other', '2020-05-01', { ...proof, 'came-point-to-point': 'no' })).toEqual(['', false])
    expect(asked('from-outbreak-area', '2026-11-20')).toEqual(['', true])
  })

  test('facilities: open at low, suspended at medium, fewer where there are cases from 2021 on', () => {
    const ids = (facts: Facts, day: string) => planFor(packs, { ...facts, ...unmarked }, place, day).measures.map(({ id }) => id)
    expect(ids(low, '2020-05-01')).toContain('open-facilities')
    expect(ids(medium, '2020-05-01')).toContain('suspend-facilities')
    expect(ids(low, '2021-02-10')).not.toContain('facility-fewer')
    expect(ids(medium, '2021-02-10')).toContain('facility-fewer')
  })

  test('reports: daily and zero under the notices before, none today; there less is collected [R-2023-47]', () => {
    expect(carrying('R-2021-9', { ...low, ...unmarked }, '2021-02-10')).toHaveLength(1)
    const today = planFor(packs, {}, place, '2026-11-20')
    expect(today.functions['daily-report'].open).toBe(false)
    expect(today.limits.map(({ id }) => id)).toContain('no-repeated-collection')
  })

  test('vaccination: staff first in 2021, all of age 3 without contraindication since 2023, always of their free will', () => {
    expect(carrying('R-2021-71', { ...low, ...unmarked }, '2021-02-10')[0]?.strength).toBe('must')
    const today = planFor(packs, {}, place, '2026-11-20')
    expect(today.measures.map(({ id }) => id)).toContain('vaccination-help')
    expect(today.limits.map(({ id }) => id)).toContain('vaccination-voluntary')
    expect(today.rights.map(({ id }) => id)).toContain('vaccination-own-choice')
  })
})

describe('the regime of 2023', () => {
  test('says what ended, what stays and what leads, each with its source [R-2023-1][R-2023-46]', () => {
    const { turns } = planFor(packs, {}, place, '2026-11-20')
    const to = (which: string) => turns.filter((turn) => turn.to === which).map(({ id }) => id)
    expect(to('ends')).toEqual(['isolation-ends', 'risk-areas-end', 'gates-end', 'daily-report-ends'])
    expect(to('leads')).toEqual(['services-lead', 'publicity-leads', 'self-government-leads'])
    expect(to('stays').length).toBeGreaterThan(0)
    for (const { source } of turns) expect(source.document).not.toBe('')
  })
})
