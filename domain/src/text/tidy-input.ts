import { type TextLines, tidyText } from './tidy-text.ts'

interface Schema {
  readonly 'x-text'?: TextLines
  readonly properties?: Readonly<Record<string, Schema>>
  readonly patternProperties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
}

/** Brings the texts of an input to the form in which they are kept; all else of it stays as it came. */
export type Tidy = (value: unknown) => unknown

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The tidying that a contract asks for: every `Text` in it, at any depth; nothing where it has none. */
export function tidierOf(schema: object): Tidy | undefined {
  const { properties, patternProperties, items, anyOf, 'x-text': lines } = schema as Schema
  if (lines) return (value) => (typeof value === 'string' ? tidyText(value, lines) : value)
  const steps: Tidy[] = []
  const named = tidiersIn(properties)
  if (named.length > 0) steps.push((value) => tidyNamed(value, named))
  const [any] = tidiersIn(patternProperties)
  if (any)
    steps.push((value) =>
      isObject(value)
        ? tidyNamed(
            value,
            Object.keys(value).map((name) => [name, any[1]]),
          )
        : value,
    )
  const item = items && tidierOf(items)
  if (item) steps.push((value) => (Array.isArray(value) ? value.map(item) : value))
  for (const one of anyOf ?? []) {
    const tidy = tidierOf(one)
    if (tidy) steps.push(tidy)
  }
  return steps.length > 0 ? (value) => steps.reduce((tidied, step) => step(tidied), value) : undefined
}

const tidiersIn = (schemas: Schema['properties'] = {}): [string, Tidy][] =>
  Object.entries(schemas).flatMap(([name, one]) => {
    const tidy = tidierOf(one)
    return tidy ? [[name, tidy] as [string, Tidy]] : []
  })

function tidyNamed(value: unknown, named: readonly [string, Tidy][]): unknown {
  if (!isObject(value)) return value
  const changed = named.filter(([name]) => Object.hasOwn(value, name)).map(([name, tidy]) => [name, tidy(value[name])] as const)
  return { ...value, ...Object.fromEntries(changed) }
}

/** The same for whoever does not hold the contract: every text, with its line breaks; ids and words of a vocabulary stay as they are. */
export function tidyAll<T>(value: T): T {
  if (typeof value === 'string') return tidyText(value, 'lines') as T
  if (Array.isArray(value)) return value.map(tidyAll) as T
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, tidyAll(one)])) as T
}
