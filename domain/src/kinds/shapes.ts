import Type, { type TObject, type TSchema } from 'typebox'
import { Day, Id, Instant, OneOf, PlaceCode, Text } from '../schema.ts'
import { photoLimits } from './file/photo-limits.ts'
import { type Field, type Fields, type FieldType, isAsked } from './fields.ts'

const Clock = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$', maxLength: 5 })
const namesOf = ({ values = {} }: Field) => OneOf(...Object.keys(values))

/** The most values of a choice of several, and the most rows in a record. */
export const most = { values: 40, rows: 50 } as const

const shapes: Readonly<Record<FieldType, (field: Field) => TSchema>> = {
  text: ({ most: signs = 200 }) => Text(signs),
  words: ({ most: signs = 2000 }) => Text(signs),
  choice: namesOf,
  choices: (field) => Type.Array(namesOf(field), { maxItems: most.values, uniqueItems: true }),
  'yes-no': () => Type.Boolean(),
  day: () => Day,
  moment: () => Instant,
  hours: () =>
    Type.Array(
      Type.Object({
        days: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { maxItems: 7, uniqueItems: true }),
        from: Clock,
        until: Clock,
      }),
      { maxItems: 14 },
    ),
  count: () => Type.Integer({ minimum: 0, maximum: 999_999_999 }),
  amount: (field) => Type.Object({ n: Type.Number({ minimum: 0, maximum: 1e9 }), unit: namesOf(field) }),
  money: () => Type.Integer({ minimum: 0, maximum: 1e12 }),
  person: () => Id,
  dwelling: () => Id,
  place: () => PlaceCode,
  thing: () => Id,
  staff: () => Id,
  link: () => Id,
  phone: () => Type.String({ pattern: '^[0-9+ -]{5,20}$', maxLength: 20 }),
  file: ({ most: photos = photoLimits.each }) =>
    Type.Array(Id, { maxItems: Math.min(photos, photoLimits.each), uniqueItems: true }),
  signature: () => Type.Object({ by: Text(40, 1), file: Type.Optional(Id) }),
  checklist: ({ values = {} }) =>
    Type.Object(
      Object.fromEntries(Object.keys(values).map((item) => [item, Type.Optional(OneOf('yes', 'no', 'not-applicable'))])),
      { additionalProperties: false },
    ),
  rows: ({ rows = {}, most: lines = 20 }) => Type.Array(shapeOf(rows), { maxItems: Math.min(lines, most.rows) }),
}

/**
 * The shape of a record on the wire. Everything is optional, since a condition may leave it out; what is needed is judged by
 * `whyNot`.
 */
export function shapeOf(fields: Fields, version = Infinity): TObject {
  const asked = Object.entries(fields).filter(([, field]) => isAsked(field, version))
  const properties = Object.fromEntries(asked.map(([name, field]) => [name, Type.Optional(shapes[field.type](field))]))
  return Type.Object(properties, { additionalProperties: false })
}

/** The shape of what a person may send: without what the house sets. */
export const inputOf = (fields: Fields, version?: number): TObject =>
  shapeOf(Object.fromEntries(Object.entries(fields).filter(([, { from }]) => from !== 'house')), version)
