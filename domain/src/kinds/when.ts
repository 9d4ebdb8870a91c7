import type { Problem, Words } from '../problem.ts'
import { type Bounds, type Fields, isAsked, type Values, type When } from './fields.ts'
import { problems } from './kinds.problems.ts'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether anything is said: blank text, an empty list and an empty record are nothing; zero and no are something. */
export function isFilled(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false
  if (Array.isArray(value)) return value.length > 0
  return !isObject(value) || Object.keys(value).length > 0
}

function isBetween(value: unknown, { at_least, at_most }: Bounds): boolean {
  const told = isObject(value) ? value['n'] : value
  const fits = (limit: number | string | undefined, test: (told: number | string, limit: number | string) => boolean) =>
    limit === undefined || (typeof told === typeof limit && test(told as number | string, limit))
  return fits(at_least, (is, least) => is >= least) && fits(at_most, (is, most) => is <= most)
}

/** Whether a condition holds for what stands above; without one it does. */
export function holds(when: When | undefined, values: Values): boolean {
  return Object.entries(when ?? {}).every(([name, wanted]) => {
    if (name === 'all') return (wanted as readonly When[]).every((one) => holds(one, values))
    if (name === 'any') return (wanted as readonly When[]).some((one) => holds(one, values))
    if (name === 'not') return !holds(wanted as When, values)
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (isObject(wanted) && 'filled' in wanted && isFilled(value) !== wanted['filled']) return false
    if (isObject(wanted) && Object.keys(wanted).every((bound) => bound === 'filled')) return true
    if (!isFilled(value)) return false
    if (isObject(wanted)) return isBetween(value, wanted as Bounds)
    const any: readonly unknown[] = Array.isArray(wanted) ? wanted : [wanted]
    return Array.isArray(value) ? value.some((one) => any.includes(one)) : any.includes(value)
  })
}

/** What is shown of a form, and what of the said is kept. */
export interface Settled {
  readonly shown: readonly string[]
  readonly values: Readonly<Record<string, unknown>>
}

/**
 * What is shown and what is kept of what somebody said, in one pass from the top: a hidden field is not kept and counts as not
 * filled in for those below it. Server and clients settle by this alone; what is hidden is left out, never refused, so that a
 * record made without network is not stranded. Names that the fields do not know are left out too.
 */
export function settle(fields: Fields, said: Values, version = Infinity): Settled {
  const values: Record<string, unknown> = {}
  const shown: string[] = []
  for (const [name, field] of Object.entries(fields)) {
    if (!isAsked(field, version) || !holds(field.when, values)) continue
    shown.push(name)
    const kept = keptOf(Object.hasOwn(said, name) ? said[name] : undefined, field.rows, version)
    if (isFilled(kept)) values[name] = kept
  }
  return { shown, values }
}

/** A value as it is kept: of rows, each settled by itself, without those that say nothing. */
function keptOf(value: unknown, rows: Fields | undefined, version: number): unknown {
  if (!rows || !Array.isArray(value)) return value
  return value.map((row) => (isObject(row) ? settle(rows, row, version).values : row)).filter(isFilled)
}

/** A field that is needed and says nothing: its path such as `items.0.item`, and its words. */
export interface Missing {
  readonly path: string
  readonly words: Words
}

/** All fields that are needed and say nothing, in their order. */
export function allMissingIn(fields: Fields, said: Values, version = Infinity): Missing[] {
  const { shown, values } = settle(fields, said, version)
  return Object.entries(fields).flatMap(([name, field]) => {
    if (!shown.includes(name) || field.from === 'house') return []
    const isNeeded = field.must === true || (isObject(field.must) && holds(field.must as When, values))
    if (isNeeded && values[name] === undefined) return [{ path: name, words: field.words }]
    const rows = field.rows && Array.isArray(values[name]) ? (values[name] as readonly Values[]) : []
    return rows.flatMap((row, nth) =>
      isObject(row)
        ? allMissingIn(field.rows ?? {}, row, version).map(({ path, words }) => ({ path: `${name}.${nth}.${path}`, words }))
        : [],
    )
  })
}

/** The first field that is needed and says nothing. */
export const missingIn = (fields: Fields, said: Values, version = Infinity): Missing | undefined =>
  allMissingIn(fields, said, version)[0]

/** Why a record cannot be kept: the first field that is needed and not filled in. An older client is asked its own version. */
export function whyNot(fields: Fields, said: Values, version = Infinity): Problem | undefined {
  const missing = missingIn(fields, said, version)
  return missing && problems.missing({ path: missing.path, field: missing.words.zh, name: missing.words.en })
}
