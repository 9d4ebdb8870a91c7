import fc from 'fast-check'
import { expect, test } from 'vitest'
import { waste } from '../../rounds/kinds/waste.kind.ts'
import { type Balance, differencesOf, whyNotBalanced } from './balance.rules.ts'

const balance = waste.balance as Balance
const asks = waste.asks?.['arrive'] ?? {}
const lot = (name: string, bags: number, kg: number) => ({ class: name, bags, weight: { n: kg, unit: 'kg' } })

test('what is taken is what was given, class by class, however the bags were written down', () => {
  const given = { lots: [lot('infectious', 3, 5.1), lot('sharps', 1, 0.4), lot('infectious', 1, 0.2)] }
  const taken = { lots: [lot('sharps', 1, 0.4), lot('infectious', 4, 5.3)] }
  expect(differencesOf(balance, given, taken)).toEqual([])
  expect(whyNotBalanced(balance, asks, given, taken)).toBeUndefined()
})

test('what is not the same is said with both figures, unless the second says why', () => {
  const given = { lots: [lot('infectious', 3, 5.2)] }
  const less = { lots: [lot('infectious', 2, 5.2)] }
  const why = whyNotBalanced(balance, asks, given, less)
  expect([why?.code, why?.words.zh]).toEqual([
    'kinds.not-balanced',
    '对不上：感染性 袋（盒）数，交 3，收 2；数清楚，或者写明差在哪里',
  ])
  expect(whyNotBalanced(balance, asks, given, { ...less, difference: '一袋破了，当场重装' })).toBeUndefined()
})

test('a class that one side alone has is a difference, and nobody balances by another class', () => {
  const given = { lots: [lot('infectious', 2, 3)] }
  expect(differencesOf(balance, given, { lots: [lot('sharps', 2, 3)] })).toHaveLength(4)
  expect(differencesOf(balance, given, {})).toHaveLength(2)
})

test('of any rows: nothing differs from itself in another order, and one bag more always does', () => {
  const some = fc.record({ class: fc.constantFrom('infectious', 'sharps'), bags: fc.nat(9), kg: fc.nat(900) })
  fc.assert(
    fc.property(fc.array(some, { minLength: 1, maxLength: 5 }), (rows) => {
      const lots = rows.map(({ class: name, bags, kg }) => lot(name, bags, kg / 100))
      expect(differencesOf(balance, { lots }, { lots: lots.toReversed() })).toEqual([])
      const [first, ...rest] = lots as [ReturnType<typeof lot>, ...ReturnType<typeof lot>[]]
      expect(differencesOf(balance, { lots }, { lots: [{ ...first, bags: first.bags + 1 }, ...rest] })).toHaveLength(1)
    }),
  )
})
