import { counted } from '../../counted/units.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { choice, text, w } from '../fields.ts'
import { service } from '../kind.ts'
import { momentAfter } from '../order.ts'
import { register, registerActs, type RegisterAct, type ThingAct } from './register.ts'
import { chosenValues, isOverdue, overdueBefore, thingFiltersOf, thingOf, whyNotThingAct } from './register.rules.ts'

const facility = register({
  name: 'places.facility',
  version: 1,
  words: w('公共设施', 'Facility'),
  unit: counted('处', 'facility', 'facilities'),
  area: 'environment',
  acts: ['add', 'change', 'set-state', 'still-right', 'sign', 'approve', 'renew', 'end'],
  states: { open: w('开放', 'Open'), suspended: w('暂停', 'Suspended') },
  reviewDays: 90,
  title: 'name',
  fields: {
    name: text(w('名称', 'Name'), 40),
    kind: choice(w('哪种', 'Kind'), { market: w('市场', 'Market'), gym: w('健身房', 'Gym') }, { must: true }),
    rows: text(w('摊位', 'Stalls'), 20, { when: { kind: 'market' }, must: true }),
  },
  handling: service(w('公共场所按要求开放', 'public places are open as asked'), 730, 'place'),
})
const day = '2026-11-17'
const act = <N extends ThingAct['act']>(n: number, name: N, more: Partial<ThingAct> = {}): ThingAct & { readonly act: N } => ({
  id: `a${n}`,
  at: `${day}T0${n}:00:00.000Z`,
  by: 'writer',
  ...more,
  act: name,
})
const added = act(1, 'add', { values: { kind: 'gym' } })
const live = [added, act(2, 'sign', { signer: '郭立', day }), act(3, 'approve', { by: 'second' })]

test('a thing is a draft until it is signed, waits until another person approves it, and then it lives', () => {
  expect([1, 2, 3].map((n) => thingOf(facility, live.slice(0, n)).state)).toEqual(['draft', 'waiting', 'live'])
  expect(whyNotThingAct(facility, { act: 'approve', by: 'writer' }, thingOf(facility, live.slice(0, 2)))?.code).toBe(
    'kinds.second-person',
  )
})

test('other words take signature and approval with them, and the own state stays', () => {
  const shut = act(4, 'set-state', { state: 'suspended', basis: '防控通告', day })
  const thing = thingOf(facility, [...live, shut, act(5, 'change', { values: { kind: 'market', rows: '40' } })])
  expect(thingOf(facility, live).signed).toEqual({ by: '郭立', on: day })
  expect([thing.state, thing.signed, thing.own, thing.basis, thing.values]).toEqual([
    'draft',
    undefined,
    'suspended',
    '防控通告',
    { kind: 'market', rows: '40' },
  ])
})

test('what a change hides is no longer kept, and what it shows is needed', () => {
  expect(
    whyNotThingAct(facility, { act: 'change', by: 'writer', values: { kind: 'market' } }, thingOf(facility, live))?.code,
  ).toBe('kinds.missing')
  const market = act(4, 'change', { values: { kind: 'market', rows: '40' } })
  expect(thingOf(facility, [...live, market, act(5, 'change', { values: { kind: 'gym' } })]).values).toEqual({ kind: 'gym' })
})

test('a state is set with basis and day, and is one that the kind has', () => {
  const code = (more: object) => whyNotThingAct(facility, { act: 'set-state', by: 'w', ...more }, thingOf(facility, live))?.code
  expect([code({ state: 'gone' }), code({ state: 'suspended' }), code({ state: 'suspended', basis: '通告', day })]).toEqual([
    'kinds.no-such-state',
    'kinds.basis-needed',
    undefined,
  ])
})

test('it is overdue on the day after it should have been looked at, and a look moves that day on', () => {
  const thing = thingOf(facility, live)
  expect([thing.review_on, isOverdue(thing, '2027-02-15'), isOverdue(thing, '2027-02-16')]).toEqual(['2027-02-15', false, true])
  const looked = thingOf(facility, [...live, act(4, 'still-right', { at: '2026-12-20T01:00:00.000Z', by: 'second' })])
  expect([looked.values, looked.by, looked.review_on]).toEqual([thing.values, thing.by, '2027-03-20'])
  expect(isOverdue(thingOf(facility, [...live, act(4, 'end', { basis: '拆了' })]), '2028-01-01')).toBe(false)
})

const { reviewDays: _, ...unlooked } = facility
const site = { ...unlooked, acts: ['add', 'change', 'end'] as const, visits: { every: 30, by: 'kind', but: { gym: 1 } } }

test('what is visited is due from its first day, then by the rhythm of its choice or sooner where a day was set; the latest visit counts', () => {
  const visit = (n: number, on: string, until?: string) => act(n, 'visit', { day: on, ...(until && { until }) })
  const due = (...acts: ThingAct[]) => thingOf(site, [added, ...acts]).review_on
  expect(due()).toBe(day)
  expect(due(visit(2, day))).toBe('2026-11-18')
  const market = act(3, 'change', { values: { kind: 'market', rows: '9' } })
  expect(due(visit(2, day), market)).toBe('2026-12-17')
  expect(due(market, visit(4, day, '2026-11-20'), visit(5, '2026-11-10'))).toBe('2026-11-20')
  expect(due(market, visit(4, day, '2027-11-20'))).toBe('2026-12-17')
  const ended = thingOf(site, [added, act(2, 'end', { basis: '搬走了' }), visit(3, day)])
  expect([ended.review_on, ended.visited, ended.strays]).toEqual([null, undefined, ['a3']])
  expect(thingOf(facility, [...live, visit(4, day)]).strays).toEqual(['a4'])
  const thing = thingOf(site, [added])
  expect([isOverdue(thing, overdueBefore(site, day)), isOverdue(thing, overdueBefore(site, '2026-11-16'))]).toEqual([true, false])
})

test('lists of what is visited are narrowed by how often it is, beside the choices of the kind', () => {
  const [every] = thingFiltersOf(site).filter(([name]) => name === 'every')
  expect(Object.keys(every?.[1].values ?? {})).toEqual(['1', '30'])
  expect(chosenValues(site, { every: '30' })).toEqual({ kind: ['market'] })
  expect(chosenValues(site, { every: '1', kind: 'market' })).toEqual({ kind: [] })
  expect(chosenValues(facility, { kind: 'gym' })).toEqual({ kind: ['gym'] })
})

test('any order, repeat and loss of acts: the same acts give the same thing; what was judged is no stray, what was refused changes nothing', () => {
  const names = Object.keys(registerActs) as RegisterAct[]
  const tries = fc.array(
    fc.record({ name: fc.constantFrom(...names), by: fc.constantFrom('writer', 'second'), market: fc.boolean() }),
    { maxLength: 20 },
  )
  fc.assert(
    fc.property(tries, fc.nat(), (tried, hole) => {
      const acts: ThingAct[] = []
      for (const [nth, { name, by, market }] of tried.entries()) {
        const values = market ? { kind: 'market', rows: '9' } : { kind: 'gym' }
        const said = {
          act: name,
          by,
          values,
          state: 'suspended',
          basis: '通告',
          day,
          signer: '郭立',
          until: `2027-01-${10 + ((nth * 7) % 20)}`,
        }
        const before = thingOf(facility, acts)
        if (whyNotThingAct(facility, said, before)) {
          const forced = { ...said, id: 'forced', at: momentAfter(acts.at(-1)?.at ?? null, `${day}T00:00:00.000Z`) }
          expect({ ...thingOf(facility, [...acts, forced]), strays: [] }).toEqual(before)
          continue
        }
        acts.push({ ...said, id: `a${nth}`, at: momentAfter(acts.at(-1)?.at ?? null, `${day}T00:00:00.000Z`) })
      }
      const thing = thingOf(facility, acts)
      expect(thing.strays).toEqual([])
      expect(thingOf(facility, [...acts, ...acts].reverse())).toEqual(thing)
      const some = acts.filter((_, nth) => nth % 3 !== hole % 3)
      expect(thingOf(facility, [...some].reverse())).toEqual(thingOf(facility, some))
    }),
  )
})

test('what lives is not signed again, no term goes back, and of what ended nothing is changed any more', () => {
  const renewed = [...live, act(4, 'renew', { until: '2027-06-30' })]
  const back = act(5, 'renew', { until: '2027-06-30' })
  const ended = [...live, act(4, 'end', { basis: '拆了' })]
  const change = act(5, 'change', { values: { kind: 'gym' } })
  const refused: [ThingAct[], ThingAct & { readonly act: RegisterAct }, string][] = [
    [live, act(4, 'sign', { signer: '郭立', day }), 'kinds.not-now'],
    [renewed, back, 'kinds.day-back'],
    [ended, change, 'kinds.not-now'],
  ]
  for (const [acts, forced, code] of refused) {
    const before = thingOf(facility, acts)
    expect(whyNotThingAct(facility, forced, before)?.code).toBe(code)
    expect({ ...thingOf(facility, [...acts, forced]), strays: [] }).toEqual(before)
  }
})
