import { isScalar, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml'
import {
  colonOf,
  dashOf,
  endOf,
  endOfPair,
  isEmpty,
  isFlow,
  lineEnd,
  lineStart,
  nodeAt,
  pairOf,
  type Path,
  type Source,
  startOf,
} from './nodes.ts'
import { type Held, type Quoted, renderInline, renderItem, renderPair } from './render.ts'

/** In which order the keys at a place are written. */
export type OrderOf = (path: Path) => readonly string[]

type Entry = Pair<Node, Node | null>
const put = ({ text }: Source, from: number, to: number, by: string) => text.slice(0, from) + by + text.slice(to)
const columnOf = (text: string, at: number) => at - lineStart(text, at)

/** Puts another value where one stands; how a text was quoted is kept. */
export function replaceValue(source: Source, node: Node, value: Held): string {
  const quoted = isScalar(node) && typeof value === 'string' ? (node.type as Quoted) : undefined
  const before = quoted === 'QUOTE_SINGLE' || quoted === 'QUOTE_DOUBLE' ? quoted : undefined
  return put(source, startOf(node), endOf(source, node), renderInline(value, before))
}

/** Says a value behind a key that has none. */
export const fillPair = (source: Source, pair: Entry, value: Held): string =>
  put(source, colonOf(source, pair) + 1, colonOf(source, pair) + 1, ` ${renderInline(value)}`)

// A new key stands behind the last of those that are written before it.
function placeOf(map: YAMLMap, key: string, order: readonly string[]): number {
  const rank = order.indexOf(key)
  if (rank < 0) return map.items.length
  const ranks = map.items.map(({ key: other }) => order.indexOf(String((other as { value?: unknown }).value)))
  return ranks.reduce((at, other, nth) => (other >= 0 && other < rank ? nth + 1 : at), 0)
}

/** Adds a key to a map at its place in the order. */
export function addPair(source: Source, map: YAMLMap, key: string, value: Held, order: readonly string[]): string {
  const at = placeOf(map, key, order)
  const [before, after] = [map.items[at - 1] as Entry | undefined, map.items[at] as Entry | undefined]
  const { text } = source
  if (isFlow(map)) {
    const said = renderInline({ [key]: value }).slice(2, -2)
    if (before) return put(source, endOfPair(source, before), endOfPair(source, before), `, ${said}`)
    if (after) return put(source, startOf(after.key), startOf(after.key), `${said}, `)
    return put(source, startOf(map), endOf(source, map), `{ ${said} }`)
  }
  const first = map.items[0] as Entry
  const column = columnOf(text, startOf(first.key))
  const said = renderPair(key, value, column)
  if (!before) return put(source, startOf(first.key), startOf(first.key), `${said}\n${' '.repeat(column)}`)
  // A part of the pack stands apart from the one before it.
  const gap = column === 0 && said.includes('\n') ? '\n' : ''
  const end = lineEnd(text, endOfPair(source, before))
  return put(source, end, end, `\n${gap}${' '.repeat(column)}${said}`)
}

/** Adds an entry at the end of a list. */
export function addItem(source: Source, list: YAMLSeq, value: Held): string {
  const { text } = source
  const last = list.items.at(-1) as Node | undefined
  if (isFlow(list)) {
    if (last) return put(source, endOf(source, last), endOf(source, last), `, ${renderInline(value)}`)
    return put(source, startOf(list), endOf(source, list), renderInline([value]))
  }
  const column = columnOf(text, dashOf(list, 0))
  const end = lineEnd(text, endOf(source, list))
  return put(source, end, end, `\n${' '.repeat(column)}${renderItem(value, column)}`)
}

// Whole lines, with the break behind them; at the end of the text the break before them.
function withoutLines(source: Source, from: number, to: number): string {
  const { text } = source
  const [first, end] = [lineStart(text, from), lineEnd(text, to)]
  // Blank lines on both sides of what goes become one.
  const isBetween = text.slice(0, first).endsWith('\n\n') && (text[end + 1] === '\n' || end + 1 >= text.length)
  const start = isBetween ? first - 1 : first
  return end < text.length ? put(source, start, end + 1, '') : put(source, Math.max(0, start - 1), end, '')
}

function withoutFlowEntry(source: Source, ends: readonly { from: number; to: number }[], nth: number): string {
  const [before, own, after] = [ends[nth - 1], ends[nth], ends[nth + 1]]
  if (!own) return source.text
  if (before) return put(source, before.to, own.to, '')
  return after ? put(source, own.from, after.from, '') : put(source, own.from, own.to, '')
}

/** Takes a key out of a map that has others beside it. */
export function withoutPair(source: Source, map: YAMLMap, key: string): string {
  const nth = map.items.indexOf(pairOf(map, key) as never)
  const pairs = map.items as Entry[]
  const own = pairs[nth]
  if (!own) return source.text
  if (isFlow(map)) {
    const ends = pairs.map((pair) => ({ from: startOf(pair.key), to: endOfPair(source, pair) }))
    return withoutFlowEntry(source, ends, nth)
  }
  const from = startOf(own.key)
  const opensLine = source.text.slice(lineStart(source.text, from), from).trim() === ''
  if (opensLine) return withoutLines(source, from, endOfPair(source, own))
  // Behind a dash: what follows moves up to it, comments between them stay.
  const next = pairs[nth + 1]
  const end = endOfPair(source, own)
  const between = next ? source.text.slice(end, startOf(next.key)) : ''
  return put(source, from, between.includes('#') || !next ? end : startOf(next.key), '')
}

/** Takes an entry out of a list that has others beside it. */
export function withoutItem(source: Source, list: YAMLSeq, nth: number): string {
  const items = list.items as Node[]
  const own = items[nth]
  if (!own) return source.text
  if (isFlow(list))
    return withoutFlowEntry(
      source,
      items.map((item) => ({ from: startOf(item), to: endOf(source, item) })),
      nth,
    )
  const dash = dashOf(list, nth)
  return withoutLines(source, dash, isEmpty(own) ? dash : endOf(source, own))
}

/** The map or list that holds what a path leads to, with the last key. */
export const holderOf = (source: Source, path: Path): { holder: Node | undefined; key: string | number } => ({
  holder: nodeAt(source, path.slice(0, -1)),
  key: path.at(-1) ?? '',
})
