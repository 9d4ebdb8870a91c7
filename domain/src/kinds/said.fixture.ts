import fc from 'fast-check'
import type { Fields, FieldType } from './fields.ts'

const uuid = '01997a4e-1111-7abc-8def-000000000000'
const names = (field: Fields[string]) => Object.keys(field.values ?? {})

const values: Readonly<Record<FieldType, (field: Fields[string]) => fc.Arbitrary<unknown>>> = {
  text: ({ most = 200 }) => fc.string({ maxLength: Math.min(most, 12) }),
  words: () => fc.string({ maxLength: 30 }),
  choice: (field) => fc.constantFrom(...names(field)),
  choices: (field) => fc.uniqueArray(fc.constantFrom(...names(field))),
  'yes-no': () => fc.boolean(),
  day: () => fc.constantFrom('2026-11-16', '2026-11-17', '2026-11-18'),
  moment: () => fc.constant('2026-11-17T10:00:00.000Z'),
  hours: () => fc.constantFrom([], [{ days: [1, 2], from: '08:30', until: '24:00' }]),
  count: () => fc.nat(20),
  amount: (field) => fc.record({ n: fc.nat(20), unit: fc.constantFrom(...names(field)) }),
  money: () => fc.nat(10_000),
  person: () => fc.constant(uuid),
  dwelling: () => fc.constant(uuid),
  place: () => fc.constantFrom('410105', '410105001003'),
  thing: () => fc.constant(uuid),
  staff: () => fc.constant(uuid),
  link: () => fc.constant(uuid),
  phone: () => fc.constant('19900001234'),
  file: () => fc.constantFrom([], [uuid]),
  signature: () => fc.constant({ by: '郭立' }),
  checklist: (field) => fc.dictionary(fc.constantFrom(...names(field)), fc.constantFrom('yes', 'no', 'not-applicable')),
  rows: ({ rows = {} }) => fc.array(saidOf(rows), { maxLength: 3 }),
}

/** Anything that a form could send for these fields, right in its types and whole or not. */
export const saidOf = (fields: Fields): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, values[field.type](field)])), {
    requiredKeys: [],
  })

const strange = ['__proto__', 'constructor', 'toString', 'not', '']

/** What a form could send, and now and then what none would. */
export const anySaid = (fields: Fields): fc.Arbitrary<Record<string, unknown>> =>
  fc.oneof(
    { weight: 5, arbitrary: saidOf(fields) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(saidOf(fields), fc.dictionary(fc.constantFrom(...Object.keys(fields), ...strange), fc.jsonValue({ maxDepth: 2 })))
        .map(([said, odd]) => ({ ...said, ...odd })),
    },
  )

const w = { zh: '项', en: 'Item' }
const list = { a: w, b: w, c: w }
const plain: readonly FieldType[] = ['text', 'words', 'yes-no', 'day', 'count', 'money', 'phone', 'file', 'signature', 'hours']

/** Fields of any kind: each may hide behind, and be needed by, what stands above it. */
export const anyFields: fc.Arbitrary<Fields> = fc
  .array(
    fc.record({
      type: fc.constantFrom<FieldType>(...plain, 'choice', 'choices', 'amount', 'checklist', 'rows'),
      looks: fc.nat(),
      when: fc.constantFrom<'no' | 'value' | 'filled' | 'not' | 'any'>('no', 'value', 'filled', 'not', 'any'),
      must: fc.constantFrom<boolean | 'above'>(true, false, 'above'),
      since: fc.constantFrom(1, 1, 2),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((many) => {
    const fields: Record<string, Fields[string]> = {}
    for (const [nth, { type, looks, when, must, since }] of many.entries()) {
      const above = `f${nth === 0 ? 0 : looks % nth}`
      const plainly = fields[above]?.type === 'choice' ? { [above]: ['a', 'b'] } : { [above]: { filled: true } }
      const conditions = {
        no: undefined,
        value: plainly,
        filled: { [above]: { filled: false } },
        not: { not: plainly },
        any: { any: [plainly, { [above]: { filled: false } }] },
      }
      const shown = nth === 0 ? undefined : conditions[when]
      const needed = must === 'above' ? (nth === 0 ? true : plainly) : must
      fields[`f${nth}`] = {
        type,
        words: w,
        since,
        must: needed,
        ...(shown ? { when: shown } : {}),
        ...(['choice', 'choices', 'amount', 'checklist'].includes(type) ? { values: list } : {}),
        ...(type === 'rows'
          ? { rows: { item: { type: 'text', words: w, must: true }, much: { type: 'count', words: w } }, most: 5 }
          : {}),
      }
    }
    return fields
  })
