import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { housePacks } from '../../test/packs.ts'
import { type FactName, type Facts, type FactValue, type Restriction, restrictions } from '../../vocabulary.ts'
import { type Control, scopeOf } from '../controls/control.ts'
import { overControl } from '../controls/over-control.ts'
import { addDays } from '../day.ts'
import { getFact } from '../facts.ts'
import type { Pack } from '../pack/schema.ts'
import { compilePacks } from '../packs.ts'
import { planFor } from '../plan.ts'
import { termFor } from '../term.ts'

const { packs: house, files } = housePacks()
const wider = files.map(({ pack }) => pack)
const place = '410105001003'
const source = { section: '一' }
const words = { zh: '本省的做法', en: 'the way of this province' }
const kinds = (Object.keys(restrictions) as Restriction[]).filter(
  (kind) => !['observation', 'certificate', 'form'].includes(kind),
)

const measure = (id: string, allows: readonly Restriction[], more: object = {}) => ({
  ...{ id, aspect: 'control', strength: 'must', text: words, who: ['community-worker'], how_often: { kind: 'once' } },
  ...{ evidence: ['none'], source, ...(allows.length > 0 && { allows }), ...more },
})
const local = (more: object): Pack =>
  ({
    ...{ id: 'local', is: 'adds', version: 1, title: words, short: words, document: '省里的文件', authority: words },
    ...{ place: '41', from: '2020-01-01', ...more },
  }) as unknown as Pack
const tiers = {
  level: [{ facts: ['county.risk'] }],
  class: [{ facts: ['community.class'] }],
  list: [{ id: 'high', name: words, strategy: words, level: 'low', class: 'no-case', source }],
}

const anyLocal = fc
  .record({
    is: fc.constantFrom('regime', 'adds', 'law'),
    subject: fc.constantFrom(undefined, 'covid', 'dengue'),
    place: fc.constantFrom('41', '4101', '410105'),
    allows: fc.subarray(kinds),
    tiers: fc.boolean(),
    opens: fc.boolean(),
    from: fc.integer({ min: 0, max: 2500 }).map((count) => addDays('2020-01-01', count)),
  })
  .map(({ is, subject, place: where, allows, from, ...has }) =>
    local({
      ...{ is, place: where, from, measures: [measure('local-ban', allows)] },
      ...(subject && is !== 'law' && { subject }),
      ...(has.tiers && is === 'regime' && { tiers }),
      ...(has.opens && { opens: [{ function: 'orders', source }] }),
    }),
  )

const names: readonly FactName[] = ['county.risk', 'area.risk', 'area.zone', 'community.class', 'community.kind', 'tier.choice']
const valueOf = (name: FactName): fc.Arbitrary<FactValue> => {
  const { values } = getFact(name)
  return typeof values === 'string' ? fc.integer({ min: 0, max: 90 }) : fc.constantFrom(...values)
}
const rules = fc.constantFrom(
  undefined,
  'precision-2020@2020-05-01,terms@2022-07-15',
  'local@2026-11-20',
  'local@2020-05-01,terms@2022-07-15',
)
const anyFacts = fc
  .record({ plain: fc.record(Object.fromEntries(names.map((name) => [name, valueOf(name)])), { requiredKeys: [] }), rules })
  .map(({ plain, rules: named }): Facts => ({ ...plain, ...(named && { response: 'open', 'response.rules': named }) }))
const anyDay = fc.integer({ min: 0, max: 2600 }).map((count) => addDays('2020-01-20', count))

const namesLocal = (facts: Facts) => String(facts['response.rules'] ?? '').includes('local')

/** The same facts where there is no such pack: the response names what else it named. */
function besideLocal(facts: Facts): Facts {
  if (!namesLocal(facts)) return facts
  const { 'response.rules': named, ...others } = facts
  const left = String(named).replace(/local@[\d-]+,?/, '')
  return left === '' ? others : { ...others, 'response.rules': left }
}
const idsOf = (items: readonly { id: string; also: readonly { id: string }[] }[]) =>
  items.flatMap(({ id, also }) => [id, ...also.map((other) => other.id)])

describe('a pack of a narrower place', () => {
  test('lessens no limit and no right of wider rules, whatever it is, says, opens or is named by', () => {
    fc.assert(
      fc.property(anyLocal, anyFacts, anyDay, (own, facts, day) => {
        // A response that names rules about something else is another response.
        fc.pre(!namesLocal(facts) || own.subject !== 'dengue')
        const without = planFor(house, besideLocal(facts), place, day)
        const withIt = planFor(compilePacks([...wider, own]), facts, place, day)
        expect(idsOf(withIt.limits)).toEqual(expect.arrayContaining(idsOf(without.limits)))
        expect(idsOf(withIt.rights)).toEqual(expect.arrayContaining(idsOf(without.rights)))
      }),
      { numRuns: 100 },
    )
  }, 30_000)

  test('turns no finding about a control into silence', () => {
    fc.assert(
      fc.property(anyLocal, anyFacts, anyDay, fc.constantFrom(...kinds), fc.boolean(), (own, facts, day, kind, order) => {
        fc.pre(!namesLocal(facts))
        const control: Control = { kind, order, scope: scopeOf(kind) }
        const packs = compilePacks([...wider, own])
        const found = (of: typeof house) =>
          overControl(of, planFor(of, facts, place, day), facts, [control]).map((each) => each.kind)
        expect(found(packs)).toEqual(expect.arrayContaining(found(house)))
      }),
      { numRuns: 100 },
    )
  }, 30_000)

  test('opens no emergency function by being in force', () => {
    const own = local({ is: 'regime', opens: [{ function: 'orders', source }], from: '2026-01-01' })
    const packs = compilePacks([...wider, own])
    expect(planFor(packs, {}, place, '2026-11-20').functions.orders.open).toBe(false)
    expect(planFor(packs, { response: 'none' }, place, '2026-11-20').functions.orders.open).toBe(false)
    const named: Facts = { response: 'open', 'response.rules': 'local@2026-11-20' }
    expect(planFor(packs, named, place, '2026-11-20').functions.orders.open).toBe(true)
  })

  test('adds to the regime of wider rules: that leads, with its tiers, and what the narrower one asks stands beside', () => {
    const own = local({ is: 'regime', tiers, measures: [measure('local-desk', [])], from: '2020-04-14' })
    const plan = planFor(
      compilePacks([...wider, own]),
      { 'county.risk': 'low', 'community.class': 'no-case' },
      place,
      '2020-05-01',
    )
    expect([plan.regime, plan.tier]).toEqual(['precision-2020', 'low'])
    expect(idsOf(plan.measures)).toEqual(expect.arrayContaining(['local-desk', 'gate-register']))
  })
})

describe('a limit', () => {
  const day = '2026-11-20'
  const nation = local({
    ...{ id: 'nation', place: '', from: '2026-01-01', measures: [measure('nation-close', ['facility-closure'])] },
    ...{ limits: [{ id: 'no-closing', text: words, source, grounds: { finding: 'beyond-tier', of: ['facility-closure'] } }] },
  })
  const yielding = { ...nation, limits: nation.limits?.map((limit) => ({ ...limit, yields_to: ['nation-close'] })) } as Pack
  const found = (...packs: readonly Pack[]) => {
    const all = compilePacks(packs)
    const control: Control = { kind: 'facility-closure', order: true, scope: 'community' }
    return overControl(all, planFor(all, {}, place, day), {}, [control]).map(({ rule }) => rule)
  }

  test('is silenced by a measure that it names by id, and by no other', () => {
    expect(found(nation)).toEqual(['no-closing'])
    expect(found(yielding)).toEqual([])
    const { measures: _, ...bare } = yielding
    expect(found(bare as Pack, local({ measures: [measure('local-close', ['facility-closure'])] }))).toEqual(['no-closing'])
  })

  test('about one thing says nothing of what a notice as wide asks about another; a narrower notice is held by it', () => {
    const other = (where: string) =>
      local({ id: 'other', place: where, subject: 'dengue', measures: [measure('other-close', ['facility-closure'])] })
    expect(found(nation, other(''))).toEqual([])
    expect(found(nation, other('41'))).toEqual(['no-closing'])
  })
})

test('one fact more never turns a term that is certain into silence', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('close-contact', 'returned-other', 'recovered', 'inbound', 'sealed-zone-resident'),
      anyFacts,
      anyFacts,
      anyDay,
      (kind, known, more, day) => {
        const question = { kind, place, day } as const
        const before = termFor(house, { ...question, facts: known })
        const after = termFor(house, { ...question, facts: { ...more, ...known } })
        fc.pre(before.certain && known['response.rules'] === more['response.rules'])
        expect(after.rule).not.toBeNull()
        expect(after.certain).toBe(true)
      },
    ),
    { numRuns: 300 },
  )
})
