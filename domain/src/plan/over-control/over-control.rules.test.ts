import { planFor } from '@wangdi/policy/engine/plan.ts'
import type { Term } from '@wangdi/policy/engine/answer.ts'
import { housePacks } from '@wangdi/policy/test/packs.ts'
import type { Facts } from '@wangdi/policy/vocabulary.ts'
import { describe, expect, test } from 'vitest'
import { beyondTerm, findingsOf, standing, type ToldControl, whole, whyNotAct } from './over-control.rules.ts'

const { packs } = housePacks()
const place = '410105001003'
const tier = (level: string, cls: string): Facts => ({ 'county.risk': level, 'community.class': cls, 'community.kind': 'urban' })
const high = tier('high', 'transmission')
const low = tier('low', 'no-case')

const told = (kind: 'community-closure' | 'go-out-ban' | 'newcomer-refusal' | 'checkpoint', more: Partial<ToldControl> = {}) => ({
  source: 'control' as const,
  control: { kind, scope: 'community' as const, order: true },
  bounds: { exceptions: null, services: null, end: null },
  label: '',
  since: '2020-05-01',
  order: '',
  told_as: null,
  reason: '',
  approved: false,
  itself: [],
  ...more,
})
const found = (facts: Facts, one: ReturnType<typeof told>, day = '2020-05-01') =>
  findingsOf(packs, planFor(packs, facts, place, day), facts, one).map(({ kind, lacks }) => [kind, lacks] as const)

describe('what goes beyond the plan of the day', () => {
  test('a total closure, ban or refusal is found where exceptions, services or an end are not there or not known, even where the tier closes [R-2020P-80]', () => {
    for (const kind of ['community-closure', 'go-out-ban', 'newcomer-refusal'] as const) {
      const blanket = found(high, told(kind)).filter(([name]) => name === 'blanket')
      expect(blanket, kind).toEqual([['blanket', ['exceptions', 'services', 'end']]])
    }
    expect(found(high, told('community-closure', { bounds: { exceptions: true, services: false, end: true } }))).toEqual([
      ['blanket', ['services']],
    ])
    expect(found(high, told('community-closure', { bounds: whole }))).toEqual([])
  })

  test('beyond the tier stays beyond the tier with everything beside it; what the tier asks is no finding', () => {
    expect(found(low, told('community-closure', { bounds: whole })).map(([kind]) => kind)).toEqual(['beyond-tier', 'blanket'])
    expect(found(low, told('checkpoint'))).toEqual([])
    expect(found({}, told('checkpoint'), '2026-11-20').map(([kind]) => kind)).toEqual(['beyond-tier'])
  })

  test('the nine prohibitions of 2022 are checks on their days and not before', () => {
    const ungrounded = told('checkpoint', { control: { kind: 'checkpoint', scope: 'community', order: false } })
    expect(found(low, ungrounded, '2022-06-04')).toEqual([])
    expect(found(low, ungrounded, '2022-06-05').map(([kind]) => kind)).toEqual(['no-order'])
    const closed = (days: number) =>
      told('community-closure', { bounds: whole, control: { kind: 'community-closure', scope: 'community', order: true, days } })
    expect(found(high, closed(14), '2022-06-05')).toEqual([])
    expect(found(high, closed(15), '2022-06-05').map(([kind]) => kind)).toEqual(['beyond-term'])
  })

  test('a stay with more days or more tests than its rule is found, monitoring not counted; without a rule a local order decides', () => {
    const home = { where: 'home' as const, days: 7, test_days: [1, 4, 7] }
    const watch = { where: 'monitoring' as const, days: 3, test_days: [] }
    const term = (rule: string | null): Pick<Term, 'rule' | 'phases' | 'alternatives' | 'source'> => ({
      rule,
      phases: [home, watch],
      alternatives: [],
      source: { document: '第九版', section: '附件5' },
    })
    const stay = (until: string, tests: string[]) => [{ where: 'home' as const, from: '2022-07-15', until, tests }]
    expect(beyondTerm(term('t'), stay('2022-07-21', ['2022-07-15']))).toEqual([])
    expect(beyondTerm(term('t'), stay('2022-07-22', []))).toMatchObject([
      { kind: 'beyond-term', limit: { zh: expect.stringContaining('7 天') } },
    ])
    expect(beyondTerm(term('t'), stay('2022-07-21', ['a', 'b', 'c']))).toEqual([])
    expect(beyondTerm(term('t'), stay('2022-07-21', ['a', 'b', 'c', 'd']))).toHaveLength(1)
    expect(beyondTerm(term(null), stay('2022-08-21', []))).toEqual([])
  })
})

describe('what people do about it', () => {
  const act = (
    kind: 'warned' | 'answered' | 'stop-ordered' | 'confirmed' | 'allowed',
    office = '410105',
    due: string | null = null,
  ) => ({
    kind,
    office,
    at: '2026-11-18T02:00:00.000Z',
    due_on: due,
    stopped_on: null,
  })
  const at = (acts: ReturnType<typeof act>[], now = '2026-11-19T02:00:00.000Z') =>
    standing(acts, '2026-11-17T02:00:00.000Z', now, '2026-11-19')

  test('the clock runs from the finding to the confirmed stop', () => {
    expect(at([])).toEqual({ state: 'found', due_on: null, late: false, hours: 48 })
    expect(at([act('warned', '410105', '2026-11-18')])).toMatchObject({ state: 'warned', due_on: '2026-11-18', late: true })
    expect(at([act('warned', '410105', '2026-11-19')])).toMatchObject({ state: 'warned', late: false })
    expect(at([act('warned'), act('answered', '410105001003')])).toMatchObject({ state: 'answered', late: false })
    expect(at([act('stop-ordered', '410105', '2026-11-20')])).toMatchObject({ state: 'stopping', late: false })
    expect(at([act('stop-ordered'), act('answered', '410105001003')])).toMatchObject({ state: 'stop-answered' })
    expect(at([act('stop-ordered'), act('confirmed')], '2026-12-19T02:00:00.000Z')).toMatchObject({ state: 'stopped', hours: 24 })
  })

  test('the level above warns and stops, the place answers, and only who ordered the stop confirms it', () => {
    const judged = (acts: ReturnType<typeof act>[], inForce = true, source: 'control' | 'order' = 'control') => ({
      place,
      source,
      acts,
      inForce,
    })
    const code = (...given: Parameters<typeof whyNotAct>) => whyNotAct(...given)?.code
    expect(code('warned', judged([]), '410105')).toBeUndefined()
    expect(code('warned', judged([]), place)).toBe('over-control.not-for-here')
    expect(code('answered', judged([]), place)).toBe('over-control.not-asked')
    expect(code('answered', judged([act('warned')]), place)).toBeUndefined()
    expect(code('answered', judged([act('warned')]), '410105001')).toBeUndefined()
    expect(code('answered', judged([act('warned')]), '410105')).toBe('over-control.not-for-here')
    expect(code('confirmed', judged([act('warned')]), '410105')).toBe('over-control.not-ordered')
    expect(code('confirmed', judged([act('stop-ordered', '4101')]), '410105')).toBe('over-control.other-orderer')
    expect(code('confirmed', judged([act('stop-ordered')], true, 'order'), '410105')).toBe('over-control.still-in-force')
    expect(code('confirmed', judged([act('stop-ordered')]), '410105')).toBeUndefined()
    expect(code('stop-ordered', judged([act('stop-ordered'), act('confirmed')]), '410105')).toBe('over-control.settled')
  })
})
