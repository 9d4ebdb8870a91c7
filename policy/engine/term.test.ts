import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { housePacks } from '../test/packs.ts'
import { type Facts, type PersonKind, personKinds } from '../vocabulary.ts'
import { addDays, covers } from './day.ts'
import { checkRulesFor, contactEveryDays } from './setting.ts'
import { datesOf, termFor } from './term.ts'

const { packs, files } = housePacks()
const place = '410105001003'
const rules = files.flatMap(({ pack }) => pack.terms ?? [])
const kinds = Object.keys(personKinds) as PersonKind[]
const day = fc.integer({ min: 0, max: 3000 }).map((count) => addDays('2019-12-01', count))
const yesNo = fc.constantFrom('yes', 'no')
const person: fc.Arbitrary<Facts> = fc.record(
  {
    'holds-health-proof': yesNo,
    'came-point-to-point': yesNo,
    'home-fit': yesNo,
    'split-voluntary': yesNo,
    'split-conditions': yesNo,
    'inbound.pilot-city': yesNo,
    'outbreak.large-city': yesNo,
  },
  { requiredKeys: [] },
)
const where = fc.constantFrom(place, '110101001001', '370102001001', '420102001001')

describe('the term of any person on any day', () => {
  test('comes from one rule at most, and never from one whose days do not cover it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), day, person, where, (kind, on, facts, at) => {
        const term = termFor(packs, { kind, day: on, place: at, facts })
        const rule = rules.filter(({ id }) => id === term.rule)
        expect(rule).toHaveLength(term.rule === null ? 0 : 1)
        for (const each of rule) expect(covers(each, on)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('is certain only with a source, and has no phase without a rule', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), day, person, (kind, on, facts) => {
        const term = termFor(packs, { kind, day: on, place, facts })
        if (term.certain) expect(term.source).not.toBeNull()
        if (term.rule === null) expect(term).toMatchObject({ phases: [], alternatives: [], certain: false, source: null })
      }),
    )
  })

  test('is nobody’s isolation from 2023-01-08 on, unless a response names other rules [R-2023-1]', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), day, person, (kind, on, facts) => {
        fc.pre(on >= '2023-01-08')
        expect(termFor(packs, { kind, day: on, place, facts })).toMatchObject({ phases: [], certain: true, rule: 'nobody-2023' })
      }),
    )
  })

  test('tests fall on days of their phase', () => {
    for (const rule of rules) {
      for (const phase of [...rule.phases, ...(rule.alternatives ?? []).flatMap(({ phases }) => phases)]) {
        for (const nth of phase.test_days) expect(nth, rule.id).toBeLessThanOrEqual(phase.days)
      }
    }
  })
})

test('proof and point-to-point arrival together end isolation; with one of them missing it is not proposed [R-2020P-12]', () => {
  const ask = (facts: Facts) => termFor(packs, { kind: 'returned-other', day: '2020-05-01', place, facts })
  expect(ask({ 'holds-health-proof': 'yes', 'came-point-to-point': 'yes' })).toMatchObject({ phases: [], certain: true })
  expect(ask({ 'holds-health-proof': 'yes' })).toMatchObject({ rule: null, certain: false, missing: ['came-point-to-point'] })
})

test('the calendar counts the last exposure as day 0, and the next phase begins the day after [R-2020P-8]', () => {
  const { phases } = termFor(packs, { kind: 'close-contact', day: '2022-07-15', place, facts: {} })
  expect(datesOf(phases, '2022-07-15')).toEqual([
    {
      where: 'central',
      from: '2022-07-15',
      until: '2022-07-22',
      tests: ['2022-07-16', '2022-07-17', '2022-07-18', '2022-07-20', '2022-07-22'],
    },
    { where: 'monitoring', from: '2022-07-23', until: '2022-07-25', tests: ['2022-07-25'] },
  ])
  expect(datesOf(phases, '2022-07-15', 1)[0]).toMatchObject({ from: '2022-07-15', until: '2022-07-21' })
})

test('days go over months, leap days and years both ways', () => {
  expect(addDays('2020-02-28', 2)).toBe('2020-03-01')
  expect(addDays('2021-12-31', 1)).toBe('2022-01-01')
  fc.assert(
    fc.property(day, fc.integer({ min: -800, max: 800 }), (on, count) => {
      expect(addDays(addDays(on, count), -count)).toBe(on)
    }),
  )
})

test('checks follow the rules of the order’s day: fever from 37.3, the symptom list by date', () => {
  const old = checkRulesFor(packs, {}, place, '2020-05-01')
  expect(old.fever).toMatchObject({ value: 37.3, certain: true })
  expect(old.symptoms?.value.map(({ zh }) => zh)).toContain('结膜充血')
  const named: Facts = { response: 'open', 'response.rules': 'precision-2020@2020-05-01,terms@2022-07-15' }
  const now = checkRulesFor(packs, named, place, '2026-11-20')
  expect(now.rules_of).toBe('2022-07-15')
  expect(now.symptoms?.value.map(({ zh }) => zh)).toContain('咽痛')
  expect(now.second_reading).toMatchObject({ value: 15, certain: false })
  expect(now.home?.value).toHaveLength(6)
})

test('an infected key person is contacted every 3 days, a healthy one by colour [R-2023-18]', () => {
  const every = (colour: 'green' | 'yellow' | 'red', infected: boolean) =>
    contactEveryDays(packs, { colour, infected }, place, '2026-11-20')?.value
  expect([every('red', true), every('green', true)]).toEqual([3, 3])
  expect([every('red', false), every('yellow', false), every('green', false)]).toEqual([7, 15, 30])
})
