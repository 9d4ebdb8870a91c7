import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { housePacks } from '../../test/packs.ts'
import {
  type FactName,
  type Facts,
  type FactValue,
  facts as vocabulary,
  type PersonKind,
  personKinds,
  restrictions,
} from '../../vocabulary.ts'
import { addDays } from '../day.ts'
import { getFact } from '../facts.ts'
import { gradeFor } from '../grade.ts'
import type { Pack } from '../pack/schema.ts'
import { compilePacks } from '../packs.ts'
import { planFor } from '../plan.ts'
import { termFor } from '../term.ts'
import { tierOf } from '../tier.ts'

const { packs, files } = housePacks()
const list = files.map(({ pack }) => pack)
const place = '410105001003'
const day = fc.integer({ min: 0, max: 2600 }).map((count) => addDays('2020-01-20', count))
const names = (Object.keys(vocabulary) as FactName[]).filter(
  (name) => getFact(name).about !== 'derived' && name !== 'response.rules' && name !== 'settings',
)
const valueOf = (name: FactName): fc.Arbitrary<FactValue> => {
  const { values } = getFact(name)
  return typeof values === 'string' ? fc.integer({ min: 0, max: 90 }) : fc.constantFrom(...values)
}
const anyFacts = fc.record(Object.fromEntries(names.map((name) => [name, valueOf(name)])), {
  requiredKeys: [],
}) as fc.Arbitrary<Facts>

const source = { section: '一' }
const words = { zh: '本地的做法', en: 'what is done here' }
const kinds = Object.keys(restrictions)
const when = fc.constantFrom(undefined, { tier: 'low' }, { 'community.class': ['cases', 'transmission'] }, { response: 'open' })
const someOf = fc.subarray(kinds, { minLength: 1 })
const held = fc.record({ when, of: fc.option(someOf, { nil: undefined }) })

/** Any pack of a place below the nation: a regime or a notice, with or without tiers, of rules that allow or forbid anything. */
const localPack = fc
  .record({
    is: fc.constantFrom('regime', 'adds', 'adds'),
    at: fc.constantFrom('41', '4101', '410105', place),
    from: day,
    measures: fc.array(held, { maxLength: 4 }),
    limits: fc.array(held, { maxLength: 3 }),
    hasTiers: fc.boolean(),
    opens: fc.boolean(),
  })
  .map(({ is, at, from, measures, limits, hasTiers, opens }): Pack => {
    const tier = { id: 'low', name: words, strategy: words, level: 'low', class: 'no-case', source }
    const axes = { level: [{ facts: ['county.risk'] }], class: [{ facts: ['community.class'] }], list: [tier] }
    const of = (word: string, one: { when: unknown }, nth: number) => ({
      ...{ id: `own-${word}-${nth}`, text: words, source },
      ...(one.when !== undefined && { when: one.when }),
    })
    return {
      ...{ id: 'local', is, version: 1, title: words, short: words, document: '本地文件', authority: words, place: at, from },
      ...(hasTiers && is === 'regime' && { tiers: axes }),
      ...(opens && { opens: [{ function: 'gates', source }] }),
      measures: measures.map((one, nth) => ({
        ...{ ...of('measure', one, nth), aspect: 'control', strength: 'must', who: ['police'] },
        ...{ how_often: { kind: 'once' }, evidence: ['none'], ...(one.of && { allows: one.of }) },
      })),
      limits: limits.map((one, nth) => ({ ...of('limit', one, nth), ...(one.of && { forbids: one.of }) })),
    } as unknown as Pack
  })

test('no pack of a narrower place ever lessens the limits and rights that wider rules have in force, also where a response names it', () => {
  const named = fc.constantFrom(undefined, 'local', 'precision-2020', 'terms')
  fc.assert(
    fc.property(localPack, anyFacts, day, named, (local, told, on, rules) => {
      const facts: Facts = { ...told, ...(rules && { response: 'open', 'response.rules': `${rules}@${on}` }) }
      const idsOf = (plan: ReturnType<typeof planFor>) =>
        [...plan.limits, ...plan.rights].flatMap(({ id, also }) => [id, ...also.map((one) => one.id)])
      const before = idsOf(planFor(packs, facts, place, on))
      const after = idsOf(planFor(compilePacks([...list, local]), facts, place, on))
      expect(after).toEqual(expect.arrayContaining(before))
    }),
    { numRuns: 60 },
  )
}, 60_000)

describe('an answer does not depend', () => {
  const turned = (pack: Pack, seed: number): Pack => {
    const turn = <Rule>(rules: readonly Rule[] | undefined) =>
      rules && [...rules.slice(seed % rules.length), ...rules.slice(0, seed % rules.length)].reverse()
    const own = { measures: turn(pack.measures), limits: turn(pack.limits), rights: turn(pack.rights), terms: turn(pack.terms) }
    return { ...pack, ...(Object.fromEntries(Object.entries(own).filter(([, rules]) => rules)) as Partial<Pack>) }
  }
  const byId = <Item>(items: readonly Item[], idOf: (item: Item) => string) =>
    [...items].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1))

  test('on the order of rules in their packs', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), anyFacts, day, (seed, told, on) => {
        const facts: Facts = { ...told, response: 'open', 'response.rules': `terms@${on}` }
        const other = compilePacks(list.map((pack, nth) => turned(pack, seed + nth)))
        const [one, two] = [planFor(packs, facts, place, on), planFor(other, facts, place, on)]
        for (const of of ['measures', 'limits', 'rights'] as const)
          expect(byId<{ id: string }>(two[of], ({ id }) => id)).toEqual(byId<{ id: string }>(one[of], ({ id }) => id))
        const terms = ({ terms: all }: typeof one) =>
          all.map(({ kind, rule, phases, certain }) => ({ kind, rule, phases, certain }))
        expect(terms(two)).toEqual(terms(one))
        expect([...two.missing].sort()).toEqual([...one.missing].sort())
      }),
      { numRuns: 30 },
    )
  }, 60_000)

  test('on what was asked before: what is kept for places of one scope is what is worked out anew', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyFacts, day), { minLength: 2, maxLength: 5 }), (asked) => {
        for (const [facts, on] of asked) planFor(packs, facts, place, on)
        const [[facts, on] = [{}, '2026-11-20']] = asked
        expect(planFor(packs, facts, place, on)).toEqual(planFor(compilePacks(list), facts, place, on))
      }),
      { numRuns: 25 },
    )
  }, 60_000)
})

describe('a fact more never turns what is certain into silence', () => {
  test('for the term of any kind of person', () => {
    const kind = fc.constantFrom(...(Object.keys(personKinds) as PersonKind[]))
    fc.assert(
      fc.property(kind, anyFacts, anyFacts, day, (asked, known, more, on) => {
        const term = (facts: Facts) => termFor(packs, { kind: asked, day: on, place, facts })
        if (!term(known).certain) return
        expect(term({ ...more, ...known }).rule).not.toBeNull()
      }),
      { numRuns: 400 },
    )
  }, 60_000)

  test('for the tier, unless the fact brings a second axis that says another: then a person is asked to choose between the two', () => {
    let choices = 0
    const speaking = fc.constantFrom<FactName>('county.risk', 'area.risk', 'community.class')
    const oneFact = speaking.chain((name) => fc.record({ [name]: valueOf(name) })) as fc.Arbitrary<Facts>
    fc.assert(
      fc.property(anyFacts, oneFact, fc.constantFrom('2020-05-01', '2021-06-01', '2022-07-15'), (known, more, on) => {
        const tier = (facts: Facts) => tierOf(packs, { ...facts, 'tier.choice': undefined } as Facts, place, on)
        const [before, after] = [tier(known), tier({ ...more, ...known })]
        if (!before?.tier || !after) return
        const given = new Set(after.axes.flatMap(({ tier: one }) => one ?? []))
        if (given.size < 2) {
          // A level of the smaller area goes before that of the county: the tier may be another, never none.
          expect(after.tier).not.toBeNull()
          return
        }
        choices += 1
        expect([after.tier, after.choice]).toEqual([null, 'needed'])
        expect(given).toContain(before.tier)
        expect(after.missing).toContain('tier.choice')
        for (const one of given) expect(tierOf(packs, { ...more, ...known, 'tier.choice': one }, place, on)?.tier).toBe(one)
      }),
      { numRuns: 1500 },
    )
    expect(choices).toBeGreaterThan(0)
  }, 60_000)

  test('for the level of an area, unless the figures contradict each other', () => {
    fc.assert(
      fc.property(fc.constantFrom('county.risk', 'community.class'), anyFacts, anyFacts, day, (name, known, more, on) => {
        const grade = (facts: Facts) => gradeFor(packs, name, facts, place, on)
        const before = grade(known)
        if (before.value === null) return
        const after = grade({ ...more, ...known })
        if (!after.problem) expect(after.value).toBe(before.value)
      }),
      { numRuns: 400 },
    )
  }, 60_000)
})
