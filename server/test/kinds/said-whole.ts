// What a form of any kind could send, made from its declaration: everything said, also what stays hidden.
import type { Field, Fields, FieldType, Values } from '@wangdi/domain/kinds/fields.ts'
import { missingIn, settle } from '@wangdi/domain/kinds/when.ts'

const names = ({ values = {} }: Field) => Object.keys(values)
const nth = (list: readonly string[], n: number) => list[n % list.length] ?? ''

/** What fields that point say, by type and kind (`thing rounds.facility`); what is not told stays unsaid. */
const pointed = new Map<string, string>()

/** Tells what fields that point say from now on: ids that are there. */
export const pointAt = (type: string, of: string | undefined, id: string): void => void pointed.set(`${type} ${of ?? ''}`, id)

/** Forgets all that fields point at: another house has nothing of it. */
export const pointNowhere = (): void => pointed.clear()

// Every other record points, so that what is asked where nothing was chosen is tried both ways.
const points = ({ type, of }: Field, n: number) => (n % 2 === 0 ? pointed.get(`${type} ${of ?? ''}`) : undefined)

const values: Readonly<Record<FieldType, (field: Field, n: number) => unknown>> = {
  text: (_, n) => `东门${n}`,
  words: (_, n) => `说明${n}`,
  choice: (field, n) => nth(names(field), n),
  choices: (field, n) => [nth(names(field), n)],
  'yes-no': (_, n) => n % 2 === 0,
  day: () => '2026-11-18',
  moment: () => '2026-11-17T02:00:00.000Z',
  hours: () => [{ days: [1, 2, 3], from: '08:30', until: '17:30' }],
  count: (_, n) => n,
  amount: (field, n) => ({ n: 500 + n, unit: nth(names(field), n) }),
  money: () => 1250,
  person: points,
  dwelling: points,
  place: points,
  thing: points,
  staff: points,
  link: points,
  phone: (_, n) => `1990000${String(1000 + n)}`,
  file: () => [],
  signature: (_, n) => ({ by: n % 2 === 0 ? '郭立' : '田宁' }),
  checklist: (field) => Object.fromEntries(names(field).map((item) => [item, 'yes'])),
  rows: ({ rows = {} }, n) => [saidWhole(rows, n)],
}

/** The fields that a person fills in. */
export const asked = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, { from }]) => from !== 'house'))

/** A record in which every field says something, the hidden ones too, what points once it was told at what; another number says something else. */
export const saidWhole = (fields: Fields, n: number): Values =>
  Object.fromEntries(
    Object.entries(asked(fields)).flatMap(([name, field]) => {
      const value = values[field.type](field, n)
      return value === undefined ? [] : [[name, value]]
    }),
  )

/** As many records as the longest list of the fields has values, so that each value is said once. */
export const manySaid = (fields: Fields): Values[] => {
  const longest = Math.max(2, ...Object.values(asked(fields)).map((field) => names(field).length))
  return Array.from({ length: longest }, (_, n) => saidWhole(fields, n))
}

/** The fields without which this record is refused. */
export const neededIn = (fields: Fields, said: Values): string[] =>
  settle(asked(fields), said).shown.filter((name) => missingIn(asked(fields), without(said, name))?.path === name)

/** A record without one of its fields. */
export const without = (said: Values, name: string): Values =>
  Object.fromEntries(Object.entries(said).filter(([one]) => one !== name))
