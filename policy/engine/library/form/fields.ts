import type { FieldWords } from './fields.words.ts'
import { wordsOfField } from './fields.words.ts'
import { alternativesOf, below, keysOf, nodeOf, type SchemaNode, valuesOf } from './schema-nodes.ts'

/** How a value is filled in. */
export type Control =
  | { readonly is: 'text' | 'day' | 'yes-no' | 'words' | 'when' | 'given-by' | 'names' | 'numbers' | 'number-or-setting' }
  | { readonly is: 'number'; readonly least?: number | undefined; readonly most?: number | undefined }
  /** One value, or several; `own` where names that the pack brings fit too. */
  | { readonly is: 'choice' | 'choices'; readonly values: readonly string[]; readonly own: boolean }
  | { readonly is: 'group' }
  /** One of several groups, told apart by a key with a fixed value, or by which key stands there. */
  | { readonly is: 'one-of'; readonly by: string | undefined; readonly values: readonly string[] }
  | { readonly is: 'entries' }

/** A field of a part: its key, what it is called and means, whether it must be there, and how it is filled in. */
export interface Field extends FieldWords {
  readonly key: string
  readonly required: boolean
  readonly control: Control
}

const isObject = (node: SchemaNode) => node.properties !== undefined
const isWords = (node: SchemaNode) => node.properties?.zh !== undefined && node.properties.en !== undefined
const isOwn = (node: SchemaNode) => node.pattern?.includes('/') ?? false

function ofObjects(objects: readonly SchemaNode[]): Control {
  if (objects.length === 1) return { is: objects[0] && isWords(objects[0]) ? 'words' : 'group' }
  const by = Object.entries(objects[0]?.properties ?? {}).find(([, node]) => node.const !== undefined && node.const !== true)?.[0]
  const values = by
    ? objects.flatMap((each) => valuesOf(below(each, by)))
    : objects.flatMap((each) => Object.keys(each.properties ?? {}).slice(0, 1))
  return { is: 'one-of', by, values }
}

function ofList(node: SchemaNode): Control {
  const entries = alternativesOf(node)
  if (entries.some(isObject)) return { is: 'entries' }
  const values = valuesOf({ anyOf: entries })
  if (values.length > 0) return { is: 'choices', values, own: entries.some(isOwn) }
  return { is: entries.every(({ type }) => type === 'integer') ? 'numbers' : 'names' }
}

/** How a value of the schema is filled in; `key` tells conditions apart, which have no form of their own in the schema. */
export function controlOf(key: string, node: SchemaNode): Control {
  if (key === 'when') return { is: 'when' }
  if (key === 'on') return { is: 'given-by' }
  const forms = node.anyOf ?? [node]
  const objects = forms.filter(isObject)
  if (objects.length > 0 && forms.some(({ type }) => type === 'integer')) return { is: 'number-or-setting' }
  if (objects.length > 0) return ofObjects(objects)
  const number = forms.find(({ type }) => type === 'integer' || type === 'number')
  if (number) return { is: 'number', least: number.minimum, most: number.maximum }
  if (forms.some(({ items }) => items)) return ofList({ anyOf: forms })
  if (forms.some(({ type }) => type === 'boolean')) return { is: 'yes-no' }
  const values = valuesOf(node)
  if (values.length > 0 && !values.includes('true')) return { is: 'choice', values, own: forms.some(isOwn) }
  if (values.length > 0) return { is: 'yes-no' }
  return { is: forms.some(({ pattern }) => pattern?.startsWith('^\\d{4}')) ? 'day' : 'text' }
}

const nameless = (key: string): FieldWords => ({ words: { zh: key, en: key }, means: { zh: '', en: '' } })

/** The fields of what stands at a place, by the keys that lead there, in the order in which they are written. */
export function fieldsOf(keys: readonly string[], held?: Readonly<Record<string, unknown>>): Field[] {
  const node = nodeOf(keys)
  const forms = alternativesOf(node).filter(isObject)
  // Of several groups the one that stands there.
  const fits = (each: SchemaNode) =>
    Object.entries(each.properties ?? {}).every(([key, { const: fixed }]) => fixed === undefined || held?.[key] === fixed) &&
    (forms.length === 1 || Object.keys(held ?? {}).some((key) => each.properties?.[key]))
  const own = forms.find(fits) ?? forms[0]
  const known = forms.length > 1 && own ? Object.keys(own.properties ?? {}) : keysOf(node)
  return known.map((key): Field => {
    const inner = forms.length > 1 && own ? below(own, key) : below(node, key)
    return {
      key,
      ...(wordsOfField([...keys, key]) ?? nameless(key)),
      required: own?.required?.includes(key) ?? false,
      control: controlOf(key, inner),
    }
  })
}
