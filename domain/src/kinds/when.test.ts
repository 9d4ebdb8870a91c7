import fc from 'fast-check'
import { Compile } from 'typebox/compile'
import { expect, test } from 'vitest'
import { errand } from '../requests/kinds/errand.kind.ts'
import { faultsOfFields } from './declared/field-faults.ts'
import { choice, count, type Fields, text, w, yesNo } from './fields.ts'
import { anyFields, saidOf } from './said.fixture.ts'
import { shapeOf } from './shapes.ts'
import { holds, isFilled, missingIn, settle, whyNot } from './when.ts'

const word = w('项', 'Item')
const results = { done: w('做了', 'Done'), closed: w('没开门', 'Closed') }
const agents = { chlorine: w('含氯消毒液', 'Chlorine'), alcohol: w('酒精', 'Alcohol') }
const wiped: Fields = {
  done: choice(word, results, { must: true }),
  agent: choice(word, agents, { when: { done: 'done' }, must: true }),
  strength: count(w('浓度', 'Strength'), { when: { agent: 'chlorine' }, must: true }),
}
const both = anyFields.chain((fields) =>
  fc.record({ fields: fc.constant(fields), said: saidOf(fields), version: fc.constantFrom(1, 2) }),
)

test('what is hidden is neither needed nor kept, also behind something hidden', () => {
  const said = { done: 'closed', agent: 'chlorine', strength: 500 }
  expect(settle(wiped, said)).toEqual({ shown: ['done'], values: { done: 'closed' } })
  expect(whyNot(wiped, { done: 'closed' })).toBeUndefined()
  expect(missingIn(wiped, { done: 'done', agent: 'chlorine' })?.path).toBe('strength')
  expect(whyNot(wiped, { done: 'done', agent: 'chlorine' })?.words.zh).toBe('还要填“浓度”')
})

test('of any fields: what is kept is shown, what is missing is shown, and settling again changes nothing', () => {
  fc.assert(
    fc.property(both, ({ fields, said, version }) => {
      const { shown, values } = settle(fields, said, version)
      expect(Object.keys(values).filter((name) => !shown.includes(name))).toEqual([])
      expect(settle(fields, values, version)).toEqual({ shown, values })
      const missing = missingIn(fields, said, version)
      expect(missing === undefined || shown.includes(missing.path.split('.')[0] ?? '')).toBe(true)
      expect(missingIn(fields, values, version)).toEqual(missing)
    }),
    { numRuns: 500 },
  )
})

test('of any fields: shape and rule agree on what may be kept', () => {
  fc.assert(
    fc.property(both, ({ fields, said, version }) => {
      const shape = Compile(shapeOf(fields, version))
      expect(shape.Check(settle(fields, said, version).values)).toBe(true)
    }),
    { numRuns: 200 },
  )
})

test('nothing that anybody sends makes the rule fall over', () => {
  fc.assert(
    fc.property(fc.object({ key: fc.constantFrom('what', 'items', 'put', 'call', '__proto__', 'constructor') }), (said) => {
      whyNot(errand.fields, said)
      expect(Object.keys(settle(errand.fields, said).values).filter((name) => !Object.hasOwn(errand.fields, name))).toEqual([])
    }),
  )
})

test('zero and no are answers; blank, an empty list and an unanswered question are none', () => {
  const fields: Fields = { n: count(word, { must: true }), is: yesNo(word, { must: true }) }
  expect(whyNot(fields, { n: 0, is: false })).toBeUndefined()
  expect(missingIn(fields, { n: 0 })?.path).toBe('is')
  expect(holds({ n: { at_least: 1 } }, { n: 0 })).toBe(false)
  expect([holds({ n: { at_least: 1 } }, { n: 1 }), holds({ n: { at_most: 1 } }, { n: 1 })]).toEqual([true, true])
  expect([isFilled([]), isFilled({}), isFilled(''), isFilled(0), isFilled(false)]).toEqual([false, false, false, true, true])
  expect(settle({ a: text(word, 9), b: text(word, 9) }, { a: '', b: 'x' }).values).toStrictEqual({ b: 'x' })
  expect(holds({ not: { n: 'x' } }, {})).toBe(true)
})

test('a field that came later is not asked of an older client, and one that is gone is asked of nobody newer', () => {
  const fields: Fields = { a: text(word, 10, { gone: 2 }), b: text(word, 10, { since: 2, must: true }) }
  expect([whyNot(fields, {}, 1), missingIn(fields, {}, 2)?.path]).toEqual([undefined, 'b'])
  expect([Object.keys(shapeOf(fields, 1).properties), Object.keys(shapeOf(fields, 2).properties)]).toEqual([['a'], ['b']])
  expect(settle(fields, { a: 'x', b: 'y' }, 2).values).toEqual({ b: 'y' })
})

test('a row that lacks something is told with its place', () => {
  const said = { what: 'food', items: [{ item: '白菜' }, { much: { n: 2, unit: 'kg' } }], put: 'door' }
  expect(missingIn(errand.fields, said)?.path).toBe('items.1.item')
})

test('a condition that looks down, at nothing, at no value of the list or too deep is a fault that names it', () => {
  expect(faultsOfFields(wiped)).toEqual([])
  expect(faultsOfFields(errand.fields)).toEqual([])
  expect(faultsOfFields({ a: text(word, 9, { when: { b: 'x' } }), b: text(word, 9) })).toEqual(['a: b does not stand above'])
  expect(faultsOfFields({ ...wiped, more: text(word, 9, { when: { done: 'maybe' } }) })).toEqual(['more: done is never maybe'])
  const deep = { not: { not: { not: { done: 'done' } } } }
  expect(faultsOfFields({ ...wiped, more: text(word, 9, { when: deep }) })).toEqual(['more: deeper than 3'])
})
