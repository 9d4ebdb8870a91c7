import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { housePacks } from '../test/packs.ts'
import { type FactName, type Facts, type FactValue, facts as vocabulary, type PersonKind, personKinds } from '../vocabulary.ts'
import type { Reason } from './answer.ts'
import { addDays } from './day.ts'
import { getFact } from './facts.ts'
import type { Pack } from './pack/schema.ts'
import { compilePacks } from './packs.ts'
import { planFor } from './plan.ts'
import { termFor } from './term.ts'

const { packs, files } = housePacks()
const place = '410105001003'
const day = fc.integer({ min: 0, max: 2600 }).map((count) => addDays('2020-01-20', count))
const names = (Object.keys(vocabulary) as FactName[]).filter(
  (name) => getFact(name).about !== 'derived' && name !== 'response.rules',
)
const valueOf = (name: FactName): fc.Arbitrary<FactValue> => {
  const { values } = getFact(name)
  return typeof values === 'string' ? fc.integer({ min: 0, max: 90 }) : fc.constantFrom(...values)
}
const anyFacts = fc.record(Object.fromEntries(names.map((name) => [name, valueOf(name)])), {
  requiredKeys: [],
}) as fc.Arbitrary<Facts>

/** Every fact that a tree of reasons names. */
const named = (reason: Reason): FactName[] => [...(reason.fact ? [reason.fact] : []), ...(reason.parts ?? []).flatMap(named)]
const conditions = packs.all.flatMap((ready) =>
  [...ready.measures, ...ready.limits, ...ready.rights].map((rule) => rule.condition),
)

describe('a plan', () => {
  test('does not depend on the order in which packs were read', () => {
    const list = files.map(({ pack }) => pack)
    fc.assert(
      fc.property(fc.shuffledSubarray(list, { minLength: list.length }), anyFacts, day, (order, facts, on) => {
        expect(planFor(compilePacks(order), facts, place, on)).toEqual(planFor(packs, facts, place, on))
      }),
      { numRuns: 40 },
    )
  })

  test('does not depend on the order in which facts were told', () => {
    fc.assert(
      fc.property(anyFacts, day, (facts, on) => {
        const turned = Object.fromEntries(Object.entries(facts).reverse()) as Facts
        expect(planFor(packs, turned, place, on)).toEqual(planFor(packs, facts, place, on))
      }),
    )
  })

  test('keeps every measure, limit and right when more is told beside level, zone, class and response', () => {
    const decided: FactName[] = ['response', 'county.risk', 'area.risk', 'area.zone', 'community.class', 'tier.choice']
    const base = fc.record(Object.fromEntries(decided.map((name) => [name, valueOf(name)])))
    fc.assert(
      fc.property(base, anyFacts, day, (known, more, on) => {
        const ids = (facts: Facts) => {
          const plan = planFor(packs, facts, place, on)
          return [...plan.measures, ...plan.limits, ...plan.rights].map(({ id }) => id)
        }
        expect(ids({ ...more, ...known })).toEqual(expect.arrayContaining(ids(known)))
      }),
    )
  })
})

describe('what is told more', () => {
  test('never turns an answer that stood without it, and never loses a reason', () => {
    fc.assert(
      fc.property(fc.constantFrom(...conditions), anyFacts, anyFacts, (condition, known, more) => {
        const before = condition(known)
        const after = condition({ ...more, ...known })
        if (before.holds !== 'unknown') expect(after.holds).toBe(before.holds)
        expect(named(after)).toEqual(expect.arrayContaining(named(before)))
      }),
      { numRuns: 500 },
    )
  })

  test('is asked for only where it is unknown, and every item says why it is there', () => {
    fc.assert(
      fc.property(anyFacts, day, (facts, on) => {
        const plan = planFor(packs, facts, place, on)
        expect(plan.missing.filter((name) => getFact(name).about === 'derived')).toEqual([])
        for (const { why } of [...plan.measures, ...plan.limits, ...plan.rights]) {
          expect(why.holds).toBe('yes')
          expect(why.text.zh).not.toBe('')
        }
      }),
    )
  })
})

test('a new version of a pack leaves the order of an earlier day as long as it was', () => {
  const kinds = Object.keys(personKinds) as PersonKind[]
  const later = fc.record({
    kind: fc.constantFrom(...kinds),
    ordered: day,
    after: fc.integer({ min: 1, max: 400 }),
    days: fc.integer({ min: 1, max: 60 }),
  })
  fc.assert(
    fc.property(later, anyFacts, ({ kind, ordered, after, days }, facts) => {
      const from = addDays(ordered, after)
      // The next version: from its day on every kind is kept that long; what stood before ends the day before.
      const list = files.map(({ pack }): Pack => {
        if (pack.is !== 'terms') return pack
        const kept = (pack.terms ?? []).flatMap((rule) => {
          if (rule.from >= from) return []
          return [{ ...rule, until: rule.until !== undefined && rule.until < from ? rule.until : addDays(from, -1) }]
        })
        const [like] = pack.terms ?? []
        if (!like) return pack
        const longer = { ...like, id: 'longer', from, phases: [{ where: 'central' as const, days, test_days: [] }] }
        const { until: _open, when: _any, place: _all, alternatives: _none, ...rule } = longer
        return { ...pack, version: pack.version + 1, terms: [...kept, { ...rule, kinds: ['everybody'] }] }
      })
      const question = { kind, place, facts, day: ordered }
      expect(termFor(compilePacks(list), question)).toEqual(termFor(packs, question))
    }),
    { numRuns: 60 },
  )
})
