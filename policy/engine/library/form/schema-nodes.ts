import { Pack } from '../../pack/schema.ts'

/** What forms and hints read of the schema of packs. */
export interface SchemaNode {
  readonly type?: string
  readonly properties?: Readonly<Record<string, SchemaNode>>
  readonly patternProperties?: Readonly<Record<string, SchemaNode>>
  readonly required?: readonly string[]
  readonly items?: SchemaNode
  readonly anyOf?: readonly SchemaNode[]
  readonly enum?: readonly (string | number)[]
  readonly const?: string | number | boolean
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
}

export const nothing: SchemaNode = {}
export const packNode = Pack as unknown as SchemaNode

/** The forms that a value may have; those of a list are of its entries. */
export const alternativesOf = (node: SchemaNode): readonly SchemaNode[] =>
  (node.anyOf ?? [node]).flatMap((each) => (each.items ? alternativesOf(each.items) : [each]))

/** What stands below a key. */
export function below(node: SchemaNode, key: string): SchemaNode {
  const found = alternativesOf(node).flatMap((each) => each.properties?.[key] ?? [])
  const [first = nothing] = found
  return found.length <= 1 ? first : { anyOf: found.flatMap((each) => each.anyOf ?? [each]) }
}

/** What stands at a place in a pack, by the keys that lead there. */
export const nodeOf = (keys: readonly string[]): SchemaNode => keys.reduce(below, packNode)

/** The keys that may stand in a value. */
export const keysOf = (node: SchemaNode): string[] => [
  ...new Set(alternativesOf(node).flatMap((each) => Object.keys(each.properties ?? {}))),
]

/** The words that may stand as a value. */
export const valuesOf = (node: SchemaNode): string[] => [
  ...new Set(
    alternativesOf(node).flatMap((each) => [
      ...(each.enum ?? []).map(String),
      ...(each.const === undefined ? [] : [String(each.const)]),
      ...(each.type === 'boolean' ? ['true', 'false'] : []),
    ]),
  ),
]

/** The keys of a path, without the numbers of entries in lists. */
export const keysIn = (path: readonly (string | number)[]): string[] =>
  path.filter((key): key is string => typeof key === 'string')

/** In which order keys are written at a place, as in the schema. */
export const orderOf = (path: readonly (string | number)[]): string[] => keysOf(nodeOf(keysIn(path)))
