import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'

/** Keys from the root of a text to a place in it. */
export type Path = readonly (string | number)[]

/** A text with what it reads as; the text itself is what is changed. */
export interface Source {
  readonly text: string
  readonly document: Document
  /** What it reads as, without places and comments; nobody changes it. */
  readonly raw: unknown
  /** Its comments in their order. */
  readonly comments: readonly string[]
}

function read(text: string): Source | undefined {
  try {
    const document = parseDocument(text, { keepSourceTokens: true })
    if (document.errors.length > 0) return undefined
    const raw: unknown = document.toJS({ maxAliasCount: 0 })
    const comments = text.includes('#') ? [...new Lexer().lex(text)].filter((token) => token.startsWith('#')) : []
    return { text, document, raw, comments }
  } catch {
    return undefined
  }
}

// A form asks about the text that it has just changed: reading a long one takes longer than changing it.
const lately: (Source | undefined)[] = []
const kept = 3

/** Reads a text to change it; undefined where it cannot be read, or has what packs do not use (aliases, several documents). */
export function readSource(text: string): Source | undefined {
  const known = lately.find((source) => source?.text === text)
  if (known) return known
  const source = read(text)
  if (source) lately.unshift(source)
  lately.length = Math.min(lately.length, kept)
  return source
}

/** The node at a path; undefined where there is none. */
export const nodeAt = ({ document }: Source, path: Path): Node | undefined =>
  path.length === 0 ? (document.contents ?? undefined) : ((document.getIn(path, true) as Node | null | undefined) ?? undefined)

/** The entry of a map with its key. */
export const pairOf = (map: YAMLMap, key: string): Pair<Node, Node | null> | undefined =>
  map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key) as Pair<Node, Node | null> | undefined

/** Whether a list or map is written on one line between brackets. */
export const isFlow = (node: YAMLMap | YAMLSeq): boolean => node.flow === true

const rangeOf = (node: Node): readonly [number, number, number] => node.range ?? [0, 0, 0]

/** Where a node begins. */
export const startOf = (node: Node): number => rangeOf(node)[0]

/** Where the colon behind a key stands. */
export const colonOf = ({ text }: Source, { key }: Pair<Node, Node | null>): number => text.indexOf(':', rangeOf(key)[1])

/** Where an entry of a map ends, without blank lines and comments after it. */
export function endOfPair(source: Source, pair: Pair<Node, Node | null>): number {
  const { value } = pair
  return value && !isEmpty(value) ? endOf(source, value) : colonOf(source, pair) + 1
}

/** Whether a value is written as nothing at all. */
export const isEmpty = (node: Node): boolean => isScalar(node) && rangeOf(node)[0] === rangeOf(node)[1]

/** Where what a node says ends, without blank lines and comments after it. */
export function endOf(source: Source, node: Node): number {
  const last = (isMap(node) || isSeq(node)) && !isFlow(node) ? node.items.at(-1) : undefined
  if (isMap(node) && last) return endOfPair(source, last as Pair<Node, Node | null>)
  if (isSeq(node) && last) {
    const item = last as Node
    return isEmpty(item) ? dashOf(node, node.items.length - 1) + 1 : endOf(source, item)
  }
  let end = rangeOf(node)[1]
  while (end > 0 && /\s/.test(source.text[end - 1] ?? '')) end -= 1
  return end
}

/** Where the dash of an entry of a list stands. */
export function dashOf(list: YAMLSeq, nth: number): number {
  const token = list.srcToken
  const marks = token?.type === 'block-seq' ? (token.items[nth]?.start ?? []) : []
  return marks.find(({ type }) => type === 'seq-item-ind')?.offset ?? 0
}

/** Where the line begins on which something stands. */
export const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1

/** Where the line ends on which something stands, before its line break. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}
