import type { Words } from '../../problem.ts'
import type { Id } from '../../schema.ts'
import type { Field, Fields, FieldType, Values } from '../fields.ts'

/** The types whose value names something that is kept elsewhere, and is never a copy of it. */
export const pointing = ['person', 'dwelling', 'place', 'thing', 'staff', 'link'] as const satisfies readonly FieldType[]
export type PointingType = (typeof pointing)[number]

/** A value that points: at what, by which id, and where in the record it stands (`members.0.person`). */
export interface Pointer {
  readonly path: string
  readonly words: Words
  readonly type: PointingType
  /** The kind it points at, of things and links. */
  readonly of: string
  readonly id: Id
}

/** What pointers point at in words by id: a name, a plate, a title, a number. What the reader may not see is not in it. */
export type Named = Readonly<Record<Id, string>>

/** Whether a field points at something that is kept elsewhere. */
export const isPointing = (field: Pick<Field, 'type'>): field is Pick<Field, 'type'> & { readonly type: PointingType } =>
  (pointing as readonly string[]).includes(field.type)

/** All pointers of a record that a person set, also those in its rows, in their order. What the house sets is its own to judge. */
export function pointersIn(fields: Fields, values: Values, before = ''): Pointer[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = values[name]
    const path = `${before}${name}`
    if (field.from === 'house' || value === undefined || value === null) return []
    if (isPointing(field))
      return [{ path, words: field.words, type: field.type as PointingType, of: field.of ?? '', id: String(value) }]
    if (!field.rows || !Array.isArray(value)) return []
    return (value as readonly Values[]).flatMap((row, nth) => pointersIn(field.rows ?? {}, row, `${path}.${nth}.`))
  })
}

const keyOf = ({ type, of, id }: Pointer): string => `${type} ${of} ${id}`

/** The pointers that a record did not have before: what stood there already may have ended since and stays. */
export function newPointers(fields: Fields, values: Values, before: Values): Pointer[] {
  const known = new Set(pointersIn(fields, before).map(keyOf))
  return pointersIn(fields, values).filter((one) => !known.has(keyOf(one)))
}

/** Whether fields point at anything, also in their rows. */
export const pointAnywhere = (fields: Fields): boolean =>
  Object.values(fields).some((field) => isPointing(field) || pointAnywhere(field.rows ?? {}))
