// Inputs made from the contracts: one that fits, and ways to spoil each field. New endpoints get theirs the day they are written.
import type { Endpoint } from '@wangdi/domain/endpoint.ts'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'

/** A JSON Schema as TypeBox makes it. */
export interface Schema {
  type?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  format?: string
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  patternProperties?: Record<string, Schema>
}

/** What fills the fields: where the actor is, which day it is, which thing is meant. */
export interface Filling {
  readonly place: string
  readonly community: string
  readonly today: string
  readonly now: string
  readonly id: string
}

const formats = addFormats as unknown as (ajv: Ajv) => Ajv
const ajv = formats(new Ajv({ strict: false }))
const samples = [
  '王敏',
  'abc',
  'a-1',
  '1',
  '12345',
  '19900001234',
  '08:00',
  '2026-11',
  '410105',
  'A1',
  'precision-2020',
  'x@2020-05-01',
  '0',
  'k1',
  'm'.repeat(43), // the mark of what was fetched before
]

/** An input that fits the schema; optional fields are left out unless `all`. */
export function fitting(schema: Schema, filling: Filling, all = false): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const [first] = (schema.anyOf ?? []).filter((one) => one.type !== 'null')
  if (first) return fitting(first, filling, all)
  switch (schema.type) {
    case 'string':
      return fittingText(schema, filling)
    case 'integer':
    case 'number':
      return Math.min(schema.maximum ?? Infinity, Math.max(schema.minimum ?? 1, 1))
    case 'boolean':
      return true
    case 'array':
      return Array.from({ length: Math.max(schema.minItems ?? 0, all ? 1 : 0) }, () => fitting(schema.items ?? {}, filling, all))
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([name]) => all || schema.required?.includes(name))
          .map(([name, one]) => [name, fitting(one, filling, all)]),
      )
    case 'null':
      return null
    default:
      return {}
  }
}

function fittingText(schema: Schema, { place, community, today, now, id }: Filling): string {
  const fits = ajv.compile(schema as object)
  const least = '中'.repeat(schema.minLength ?? 0)
  const own = [...(schema.format === 'uuid' ? [id] : []), place, community, today, now]
  // Free text gets words, so that a name is none of the codes.
  const tried = schema.pattern || schema.format ? [...own, ...samples, least] : [...samples, least]
  const found = tried.find((text) => fits(text))
  if (found === undefined) throw new Error(`no text fits ${JSON.stringify(schema)}`)
  return found
}

/** The fields of an input whose text is an id. */
export const idFieldsOf = ({ input }: Endpoint): string[] =>
  Object.entries((input as Schema).properties ?? {})
    .filter(([, one]) => one.format === 'uuid' || one.anyOf?.some((of) => of.format === 'uuid'))
    .map(([name]) => name)

/** One way in which an input is wrong. */
export interface Spoiled {
  readonly how: string
  readonly input: Record<string, unknown>
}

const deep = (depth: number): unknown => (depth === 0 ? 'x' : { x: deep(depth - 1) })

/** All ways to spoil the fields of an endpoint, one at a time, starting from a whole input with every field. */
export function spoil({ input, at }: Endpoint, whole: Record<string, unknown>): Spoiled[] {
  const schema = input as Schema
  const named = (name: string, how: string, value: unknown): Spoiled => ({
    how: `${name}: ${how}`,
    input: { ...whole, [name]: value },
  })
  const wrong = Object.entries(schema.properties ?? {}).flatMap(([name, one]) => {
    const text = (one.anyOf ?? [one]).find((of) => of.type === 'string' && !of.enum && of.const === undefined)
    const list = (one.anyOf ?? [one]).find((of) => of.type === 'array')
    return [
      ...(text ? [named(name, 'too long', 'x'.repeat((text.maxLength ?? 100_000) + 1))] : []),
      ...(text ? [named(name, 'an end of text within', `${String(whole[name] ?? '').slice(0, -1)}\u0000`)] : []),
      ...(list
        ? [
            named(
              name,
              'too many',
              Array.from({ length: (list.maxItems ?? 100_000) + 1 }, () => (whole[name] as unknown[])[0]),
            ),
          ]
        : []),
      // In an address everything is text.
      ...(at.startsWith('POST') || !text ? [named(name, 'a deep thing', deep(60))] : []),
      ...((one.type === 'string' && at.startsWith('POST')) || one.type === 'integer' || one.type === 'boolean'
        ? [named(name, 'a list', [[1], [2]])]
        : []),
    ]
  })
  const missing = (schema.required ?? []).map((name) => {
    const { [name]: _, ...rest } = whole
    return { how: `${name}: missing`, input: rest }
  })
  const unknown = withUnknown(schema, whole).map(({ path, input }) => ({
    how: `an unknown field in ${path || 'the input'}`,
    input: input as Record<string, unknown>,
  }))
  return [...wrong, ...missing, ...unknown]
}

/** The input with a field too many in each of its objects, one object at a time, whatever its depth. */
function withUnknown(schema: Schema, whole: unknown, path = ''): { path: string; input: unknown }[] {
  const within = (name: string, one: Schema, value: unknown, put: (spoiled: unknown) => unknown) =>
    withUnknown(one, value, path + name).map(({ path: at, input }) => ({ path: at, input: put(input) }))
  if (Array.isArray(whole)) {
    const items = [schema, ...(schema.anyOf ?? [])].find((one) => one.items)?.items
    return whole.slice(0, 1).flatMap((first) => within('[]', items ?? {}, first, (one) => [one]))
  }
  const named = [schema, ...(schema.anyOf ?? [])].find((one) => one.properties)?.properties
  if (typeof whole !== 'object' || whole === null || !named) return []
  const inside = Object.entries(whole).flatMap(([name, value]) =>
    within(`.${name}`, named[name] ?? {}, value, (one) => ({ ...whole, [name]: one })),
  )
  return [{ path, input: { ...whole, 'not-a-field': 1 } }, ...inside]
}

/** Texts without an upper limit and lists without one, by their path: nothing from outside is unbounded. */
export function unbounded(schema: Schema, path = ''): string[] {
  const here =
    (schema.type === 'string' && schema.maxLength === undefined && !schema.enum) ||
    (schema.type === 'array' && schema.maxItems === undefined)
      ? [path]
      : []
  return [
    ...here,
    ...(schema.anyOf ?? []).flatMap((one) => unbounded(one, path)),
    ...(schema.items ? unbounded(schema.items, `${path}[]`) : []),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, one]) => unbounded(one, `${path}.${name}`)),
  ]
}
