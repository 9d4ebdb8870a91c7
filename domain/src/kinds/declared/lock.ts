import type { Audience, Field, Fields, FieldType } from '../fields.ts'

/** What of a field never changes once it was published; null: meant for whoever reads the record. */
export interface LockedField {
  readonly type: FieldType
  readonly to: Audience | null
  readonly since: number
  readonly values?: readonly string[]
  readonly of?: string
  readonly rows?: LockedFields
}
/** The fields of a published kind by name. */
export type LockedFields = Readonly<Record<string, LockedField>>

/** What a published version of a kind said that old records and older clients rely on. */
export interface Lock {
  readonly version: number
  readonly mechanism: string
  readonly flow?: string
  readonly acts?: readonly string[]
  /** How it may be answered. */
  readonly results?: readonly string[]
  /** What its acts ask beside their words. */
  readonly asks?: Readonly<Record<string, LockedFields>>
  /** What is asked when it is received. */
  readonly receipt?: LockedFields
  readonly fields: LockedFields
}

interface Declared {
  readonly version: number
  readonly mechanism: string
  readonly flow?: string
  readonly acts?: readonly string[]
  readonly results?: Readonly<Record<string, unknown>>
  readonly asks?: Readonly<Record<string, Fields>>
  readonly receipt?: Fields
  readonly fields: Fields
}

const lockedField = ({ type, to, since = 1, values, of, rows }: Field): LockedField => ({
  type,
  to: to ?? null,
  since,
  ...(values ? { values: Object.keys(values).sort() } : {}),
  ...(of === undefined ? {} : { of }),
  ...(rows ? { rows: lockedFields(rows) } : {}),
})

const lockedFields = (fields: Fields): LockedFields =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, lockedField(field)]))

/** What is to be kept of a kind as it is published. */
export const lockOf = ({ version, mechanism, flow, acts, results, asks, receipt, fields }: Declared): Lock => ({
  version,
  mechanism,
  ...(flow === undefined ? {} : { flow }),
  ...(acts ? { acts: [...acts].sort() } : {}),
  ...(results ? { results: Object.keys(results).sort() } : {}),
  ...(asks ? { asks: Object.fromEntries(Object.entries(asks).map(([act, asked]) => [act, lockedFields(asked)])) } : {}),
  ...(receipt ? { receipt: lockedFields(receipt) } : {}),
  fields: lockedFields(fields),
})

function whyNotFields(before: LockedFields, now: Fields, version: number, path: string): string[] {
  const changed = Object.entries(before).flatMap(([name, was]) => {
    const is = now[name]
    const at = `${path}${name}`
    if (!is) return [`${at}: say gone, do not take it out: old records have it`]
    const { type, to, since = 1, of, rows, values = {} } = is
    return [
      ...(type === was.type ? [] : [`${at}: was ${was.type}; another type is another field`]),
      ...((to ?? null) === was.to ? [] : [`${at}: who reads it never changes; another reader is another field`]),
      ...(since === was.since ? [] : [`${at}: came with version ${was.since}`]),
      ...(of === was.of ? [] : [`${at}: pointed at ${was.of ?? 'nothing'}`]),
      ...(was.values ?? [])
        .filter((value) => !Object.hasOwn(values, value))
        .map((value) => `${at}: ${value} is a value of old records`),
      ...(was.rows ? whyNotFields(was.rows, rows ?? {}, version, `${at}.`) : []),
    ]
  })
  const added = Object.entries(now)
    .filter(([name, { since = 1 }]) => !Object.hasOwn(before, name) && since !== version)
    .map(([name]) => `${path}${name}: is new, say since ${version}`)
  return [...changed, ...added]
}

/**
 * What of a declaration would bend records that are kept under an earlier one, each with the way that is open; nothing when it
 * may be published next. Words, order, conditions and what is needed may change: old records are not judged by them again.
 */
export function whyNotNext(before: Lock, now: Declared): string[] {
  const fields = whyNotFields(before.fields, now.fields, now.version, '')
  const lost = (before.acts ?? [])
    .filter((act) => !(now.acts ?? []).includes(act))
    .map((act) => `${act}: old records have this act`)
  const unanswered = (before.results ?? [])
    .filter((result) => !Object.hasOwn(now.results ?? {}, result))
    .map((result) => `${result}: old records have this result`)
  const asked = Object.entries(before.asks ?? {}).flatMap(([act, was]) =>
    whyNotFields(was, now.asks?.[act] ?? {}, now.version, `${act}.`),
  )
  const received = whyNotFields(before.receipt ?? {}, now.receipt ?? {}, now.version, 'receipt.')
  const grew = now.version < before.version || (now.version === before.version && isOther(before, lockOf(now)))
  return [
    ...(before.mechanism === now.mechanism ? [] : [`was a ${before.mechanism}`]),
    ...(before.flow === now.flow ? [] : [`went by the flow ${before.flow ?? 'none'}`]),
    ...lost,
    ...unanswered,
    ...asked,
    ...received,
    ...fields,
    ...(grew ? [`version: ${before.version} is published as it was, count up`] : []),
  ]
}

const isOther = (one: Lock, other: Lock): boolean => canonical(one) !== canonical(other)

/** A value as text with its names in order, so that moving a field is no change. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? ''
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  return `{${entries
    .map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`)
    .sort()
    .join(',')}}`
}
