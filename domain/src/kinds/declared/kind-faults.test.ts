import { counted } from '../../counted/units.ts'
import { expect, test } from 'vitest'
import { contingency } from '../../documents/kinds/contingency.kind.ts'
import { unit } from '../../rounds/kinds/units/unit.kind.ts'
import { partyDuty } from '../../documents/kinds/party-duty.kind.ts'
import { errand } from '../../requests/kinds/errand.kind.ts'
import { declared } from '../../declared.ts'
import { choice, person, signature, w } from '../fields.ts'
import { importVerbs } from '../intake/import.api.ts'
import { service } from '../kind.ts'
import { round } from '../round/round.ts'
import { committee } from '../../rounds/kinds/cleaning/committee.kind.ts'
import { facility } from '../../rounds/kinds/facility.kind.ts'
import { elderGuide } from '../../rounds/kinds/papers/elder-guide.kind.ts'
import { faultsOf } from './kind-faults.ts'

const disinfection = round({
  name: 'rounds.disinfection',
  version: 1,
  words: w('消毒', 'Disinfection'),
  unit: counted('处', 'place', 'places'),
  area: 'environment',
  acts: ['record'],
  over: { things: 'places.facility' },
  everyDays: 1,
  result: { field: 'done', done: ['done'] },
  fields: { done: choice(w('做了没有', 'Done'), { done: w('做了', 'Done'), closed: w('没开门', 'Closed') }, { must: true }) },
  handling: service(w('公共场所按要求消毒', 'public places are disinfected as asked'), 730, 'place'),
})

test('kinds as they stand have no faults', () => {
  const all = declared
  expect(all.length).toBeGreaterThan(15)
  expect([...all, disinfection].flatMap((kind) => faultsOf(kind))).toEqual([])
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
})

test('a request without a term, with acts that its flow does not know, or without results that it ends in, is a fault', () => {
  expect(faultsOf({ ...errand, terms: {} })).toEqual(['requests.errand: terms: a kind without any term'])
  expect(faultsOf({ ...errand, asks: { bring: {} } })).toEqual(['requests.errand: asks: the flow task has no act bring'])
  const { asks: _asks, ...bare } = errand
  expect(faultsOf({ ...bare, flow: 'answer' })).toEqual(['requests.errand: results: the flow answer ends in one'])
})

test('the result of a round is a choice that is always asked, and no exception is called like a standing', () => {
  const word = w('项', 'Item')
  const fields = { done: choice(word, { done: word, outside: word }, { must: true }) }
  expect(faultsOf({ ...disinfection, fields })).toEqual(['rounds.disinfection: result: outside has a meaning of its own'])
  expect(faultsOf({ ...disinfection, result: { field: 'how', done: [] } })).toEqual([
    'rounds.disinfection: result: how is no choice',
  ])
})

test('of what every value has to have something is a choice, and what tells two apart are fields', () => {
  expect(
    faultsOf({
      ...unit,
      acts: [...unit.acts, 'still-right' as const],
      reviewDays: 30,
      visits: { every: 30, by: 'kind', but: { castle: 1 } },
    }),
  ).toEqual(['rounds.unit: visits: kind is never castle', 'rounds.unit: visits: what is visited is not looked at beside it'])
  expect(faultsOf({ ...unit, visits: { every: 30, by: 'name', but: {} } })).toEqual(['rounds.unit: visits: name is no choice'])
  expect(faultsOf({ ...partyDuty, each: 'holder' })).toEqual(['documents.party-duty: each: holder is no choice'])
  expect(faultsOf({ ...partyDuty, alike: ['party', 'day'] })).toEqual(['documents.party-duty: alike: there is no day'])
})

test('a register that is looked at again can be found still right; one of which no row could be taken offers no sheet', () => {
  expect(faultsOf({ ...facility, acts: ['add', 'change'] })).toEqual([
    'rounds.facility: still-right: what is looked at again can be found still right, and nothing else',
  ])
  const fields = { ...facility.fields, by: signature(w('谁签的', 'Signed by'), { must: true }) }
  const never = { ...facility, noSheet: true } as const
  expect(faultsOf({ ...facility, fields })).toEqual([
    'rounds.facility: noSheet: said exactly where something always asked stands in no cell: by',
  ])
  expect([faultsOf({ ...never, fields }), importVerbs({ ...never, fields })]).toEqual([[], undefined])
  expect(faultsOf(never)[0]).toContain('nothing')
})

test('what points says at which kind: a register for things, requests and papers for links; helpers point at nothing', () => {
  const strays = declared.flatMap((kind) =>
    [kind.fields, ...('asks' in kind ? Object.values(kind.asks ?? {}) : []), ...('receipt' in kind ? [kind.receipt ?? {}] : [])]
      .flatMap((fields) => Object.values(fields).flatMap((field) => [field, ...Object.values(field.rows ?? {})]))
      .filter(({ type, from }) => (type === 'thing' || type === 'link') && from !== 'house')
      .filter(({ type, of }) => {
        const { mechanism = 'none' } = declared.find(({ name }) => name === of) ?? {}
        return type === 'thing' ? mechanism !== 'register' : mechanism !== 'request' && mechanism !== 'document'
      })
      .map(({ of }) => `${kind.name} points at ${of ?? 'nothing'}`),
  )
  expect(strays).toEqual([])
  const who = person(w('给谁', 'For whom'), { to: 'helper' })
  expect(faultsOf({ ...errand, fields: { ...errand.fields, who } })).toEqual([
    'requests.errand: blind: what helpers read or say points at nothing',
  ])
})

test('a document has a title that is always asked, letters for its number, a last day that is a day, and receives only where it may', () => {
  const fault = (more: object) => faultsOf({ ...elderGuide, ...more }).map((one) => one.replace('rounds.elder-guide: ', ''))
  expect(fault({ title: 'goods' })).toEqual(['title: goods is no line of text that is always asked'])
  expect(fault({ letters: 'A' })).toEqual(['letters: one to six signs before the year and number'])
  expect(fault({ until: 'team' })).toEqual(['until: team is no day'])
  expect(fault({ acts: ['save', 'approve'] })).toEqual(['receipt: nothing is received without receive'])
  expect(fault({ acts: ['approve', 'receive'] })).toEqual(['acts: nothing begins without save'])
})

test('a plan is read above only where it goes with no response; what it is counted by, named by and looked at by is always asked', () => {
  const fault = (more: object) => faultsOf({ ...contingency, ...more }).map((one) => one.replace('documents.contingency: ', ''))
  expect(fault({})).toEqual([])
  expect(fault({ each: 'content' })).toEqual(['each: content is no choice that is read above'])
  expect(fault({ above: undefined })).toEqual(['each: kind is no choice that is read above'])
  expect(fault({ reviewOn: 'content' })).toEqual(['reviewOn: content is no day that is always asked'])
  expect(fault({ changed: 'kind' })).toEqual(['changed: kind is no words'])
  expect(fault({ alike: ['triggers'] })).toEqual(['alike: triggers is not always asked'])
  expect(fault({ until: 'review_on' })).toEqual(['below: what ends on a day of its own is not taken back from those below'])
  const handling = { ...contingency.handling, keep: { response: 'arrivals' } }
  expect(fault({ handling })).toEqual(['above: what goes with a response stays in its county'])
})

test('what a register proves by its choices is proved by values that they have', () => {
  expect(faultsOf({ ...committee, provesBy: { kind: ['health', 'castle'] } })).toEqual([
    'rounds.committee: provesBy: kind is never castle',
  ])
  expect(faultsOf({ ...facility, proves: [], mayBeNone: true })).toEqual([
    'rounds.facility: mayBeNone: said of what proves something and is looked at again',
  ])
  expect(faultsOf({ ...committee, proves: [] })).toEqual(['rounds.committee: provesBy: it proves nothing'])
})
