import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { housePacks } from '../test/packs.ts'
import { type Facts, facts as vocabulary } from '../vocabulary.ts'
import { addDays } from './day.ts'
import { diffMany, diffPlans, needsOf, whatWouldChange } from './diff.ts'
import { planFor } from './plan.ts'
import { tierOf } from './tier.ts'

const { packs } = housePacks()
const place = '410105001003'
const medium: Facts = { 'county.risk': 'medium', 'community.class': 'cases', 'community.kind': 'urban' }

const day = fc.integer({ min: 0, max: 3000 }).map((count) => addDays('2019-12-01', count))
const valueOf = (values: readonly string[]) => fc.constantFrom(...values)
const anyFacts: fc.Arbitrary<Facts> = fc.record(
  {
    response: valueOf(['none', 'open']),
    'response.rules': valueOf([
      'terms@2022-07-15',
      'precision-2020@2020-05-01',
      'precision-2020@2021-06-01,terms@2022-12-10',
      'nothing@2020-01-01',
    ]),
    'county.risk': valueOf(vocabulary['county.risk'].values as readonly string[]),
    'area.risk': valueOf(vocabulary['area.risk'].values as readonly string[]),
    'community.class': valueOf(vocabulary['community.class'].values as readonly string[]),
    'tier.choice': valueOf(['low', 'medium', 'high']),
    'community.kind': valueOf(['urban', 'village']),
    'elder-care.site': valueOf(['yes', 'no']),
  },
  { requiredKeys: [] },
)

describe('the plan of any place on any day', () => {
  test('is the same for the same facts', () => {
    fc.assert(
      fc.property(anyFacts, day, (facts, on) => {
        expect(planFor(packs, { ...facts }, place, on)).toEqual(planFor(packs, facts, place, on))
      }),
    )
  })

  test('names document and section for every measure and every limit', () => {
    fc.assert(
      fc.property(anyFacts, day, (facts, on) => {
        const plan = planFor(packs, facts, place, on)
        for (const item of [...plan.measures, ...plan.limits]) {
          expect(item.source.document).not.toBe('')
          expect(item.source.section).not.toBe('')
        }
      }),
    )
  })

  test('starts and stops nothing against itself', () => {
    fc.assert(
      fc.property(anyFacts, day, (facts, on) => {
        const plan = planFor(packs, facts, place, on)
        const diff = diffPlans(plan, plan)
        expect([diff.started, diff.stopped, diff.opened, diff.closed]).toEqual([[], [], [], []])
        expect(diff.kept).toEqual(plan.measures)
      }),
    )
  })

  test('starts one way what it stops the other way', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, day, (before, after, on) => {
        const there = diffPlans(planFor(packs, before, place, on), planFor(packs, after, place, on))
        const back = diffPlans(planFor(packs, after, place, on), planFor(packs, before, place, on))
        expect(there.started.map(({ id }) => id)).toEqual(back.stopped.map(({ id }) => id))
        expect(there.opened).toEqual(back.closed)
      }),
    )
  })

  test('opens no emergency function from 2023-01-08 on without an open response that names rules [R-LAW-1][R-2023-1]', () => {
    fc.assert(
      fc.property(anyFacts, day, (facts, on) => {
        fc.pre(on >= '2023-01-08' && (facts.response === 'none' || facts['response.rules'] === undefined))
        const { functions, terms } = planFor(packs, facts, place, on)
        expect(Object.values(functions).some(({ open }) => open)).toBe(false)
        expect(terms).toEqual([])
      }),
    )
  })

  test('is the same when many places are asked at once', () => {
    const many = diffMany(packs, '2021-06-01')
    const place = fc.constantFrom('410105001003', '420102001001', '370102001001', '110101001001')
    fc.assert(
      fc.property(anyFacts, anyFacts, place, (before, after, at) => {
        const plans = [planFor(packs, before, at, '2021-06-01'), planFor(packs, after, at, '2021-06-01')] as const
        expect(many.planOf(after, at)).toEqual(plans[1])
        expect(many.diffOf(before, after, at)).toEqual(diffPlans(...plans))
      }),
    )
  })

  test('asks for no fact that is already known', () => {
    fc.assert(
      fc.property(anyFacts, day, (facts, on) => {
        const known = planFor(packs, facts, place, on).missing.filter((fact) => facts[fact] !== undefined)
        expect(known.filter((fact) => fact !== 'tier.choice' && fact !== 'response.rules')).toEqual([])
      }),
    )
  })
})

describe('today', () => {
  test('is the service regime of 2023, with its four emergency functions closed and a reason for each [R-2023-1][R-2023-46]', () => {
    const plan = planFor(packs, { response: 'none' }, place, '2026-11-20')
    expect(plan.regime).toBe('class-b-2023')
    expect(plan.strategy?.zh).toBe('保健康、防重症')
    expect(plan.functions.observation).toMatchObject({ open: false, source: { section: '主要措施' } })
    expect(plan.measures.find(({ id }) => id === 'door-knock')).toMatchObject({
      strength: 'must',
      evidence: ['visits.door-knock', 'supplies.kits'],
      source: { document: '民发〔2023〕5号', section: '三' },
    })
  })

  test('an open response brings back the rules it names, and closing it takes them away again [R-2020P-66][R-LAW-1]', () => {
    const rules = { 'response.rules': 'precision-2020@2020-05-01,terms@2022-07-15' }
    const before = planFor(packs, { ...medium, response: 'none' }, place, '2026-11-20')
    const during = planFor(packs, { ...medium, ...rules, response: 'open' }, place, '2026-11-20')
    const after = planFor(packs, { ...medium, ...rules, response: 'none' }, place, '2026-11-20')
    const opening = diffPlans(before, during)
    expect(opening.opened).toEqual(['arrivals', 'observation', 'daily-report', 'orders', 'gates'])
    expect(opening.started.map(({ id }) => id)).toContain('contact-search')
    expect(opening.stopped.map(({ id }) => id)).toContain('door-knock')
    expect(during.terms.find(({ kind }) => kind === 'close-contact')?.rules_of).toBe('2022-07-15')
    expect(after).toEqual(before)
  })
})

describe('the two axes of the precision plan', () => {
  test('a level that rises says what to start and what to stop [R-2020P-65]', () => {
    const low: Facts = { ...medium, 'county.risk': 'low', 'community.class': 'no-case' }
    const diff = diffPlans(planFor(packs, low, place, '2020-05-01'), planFor(packs, medium, place, '2020-05-01'))
    expect(diff.started.map(({ id }) => id)).toEqual(expect.arrayContaining(['contact-search', 'suspend-facilities']))
    expect(diff.stopped.map(({ id }) => id)).toEqual(expect.arrayContaining(['open-facilities', 'lift-closure']))
    expect(diff.kept.map(({ id }) => id)).toContain('returned-high-risk')
    const { people, goods } = needsOf(diff)
    const worker = people.find(({ role }) => role === 'community-worker')
    expect(worker?.started).toBe(diff.started.filter(({ who }) => who.includes('community-worker')).length)
    expect(worker?.started).toBeGreaterThan(0)
    expect(goods.started.length).toBeGreaterThan(0)
    expect(goods.started.every(({ evidence }) => evidence.some((name) => name.startsWith('supplies.')))).toBe(true)
  })

  test('both are shown; where they differ a person is asked and both packages lie ready [R-2020P-1]', () => {
    const facts: Facts = { ...medium, 'community.class': 'no-case' }
    expect(tierOf(packs, facts, place, '2020-05-01')).toMatchObject({
      tier: null,
      choice: 'needed',
      level: { fact: 'county.risk', value: 'medium', tier: 'medium' },
      class: { fact: 'community.class', value: 'no-case', tier: 'low' },
    })
    const plan = planFor(packs, facts, place, '2020-05-01')
    expect(plan.choice?.packages.map(({ tier, strategy }) => [tier, strategy.zh])).toEqual([
      ['low', '外防输入'],
      ['medium', '外防输入、内防扩散'],
    ])
    const chosen = planFor(packs, { ...facts, 'tier.choice': 'low' }, place, '2020-05-01')
    expect(chosen.measures).toEqual(plan.choice?.packages[0]?.measures)
  })

  test('why? says which fact would change the plan', () => {
    const turning = whatWouldChange(packs, medium, place, '2020-05-01')
    expect(turning).toContainEqual(expect.objectContaining({ fact: 'county.risk', value: 'high', tier: null }))
    expect(turning).toContainEqual(expect.objectContaining({ fact: 'community.kind', value: 'village', tier: 'medium' }))
    expect(turning.map(({ fact }) => fact)).not.toContain('elder-care.site')
  })
})

test('a notice issued after the rules that a response brought back binds from its own day, beside them', () => {
  const facts: Facts = { ...medium, response: 'open', 'response.rules': 'precision-2020@2020-05-01' }
  const boundBy = (on: string) => new Set(planFor(packs, facts, place, on).limits.map(({ pack }) => pack))
  expect(boundBy('2022-01-28').has('prohibitions-2022')).toBe(false)
  expect(boundBy('2022-01-29').has('prohibitions-2022')).toBe(true)
  expect(boundBy('2023-01-08').has('prohibitions-2022')).toBe(false)
})
