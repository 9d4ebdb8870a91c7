import { parse } from 'yaml'

/** What the text of a pack can hold. */
export type Held = string | number | boolean | null | readonly Held[] | { readonly [key: string]: Held }

/** How a text was written before. */
export type Quoted = 'QUOTE_SINGLE' | 'QUOTE_DOUBLE' | undefined

const isPlain = (text: string) => {
  if (text.trim() !== text || /[\n:#]\s|\s#|:$/.test(text)) return false
  try {
    const read: unknown = parse(`[${text}]`)
    return Array.isArray(read) && read.length === 1 && read[0] === text
  } catch {
    return false
  }
}

const isSingle = (text: string) => !/[\n\r\t\p{Cc}]/u.test(text)

/** A text as packs write it: plain where it reads the same, else in single quotes, as it was quoted before where it can be. */
export function renderText(text: string, before?: Quoted): string {
  if (before === undefined && isPlain(text)) return text
  if (before === 'QUOTE_DOUBLE' || !isSingle(text)) return JSON.stringify(text)
  return `'${text.replaceAll("'", "''")}'`
}

const isMap = (value: Held): value is { readonly [key: string]: Held } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A value on one line. */
export function renderInline(value: Held, before?: Quoted): string {
  if (typeof value === 'string') return renderText(value, before)
  if (Array.isArray(value)) return `[${value.map((each: Held) => renderInline(each)).join(', ')}]`
  if (!isMap(value)) return String(value)
  const entries = Object.entries(value).map(([key, each]) => `${renderText(key)}: ${renderInline(each)}`)
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
}

const longest = 90
const manyKeys = 4
const isLong = (value: Held) => renderInline(value).length > longest

/** An entry of a list below its dash, at a column; short ones on one line. */
export function renderItem(value: Held, column: number): string {
  if (!isMap(value) || (!isLong(value) && Object.keys(value).length < manyKeys)) return `- ${renderInline(value)}`
  const inner = Object.entries(value).map(([key, each]) => renderPair(key, each, column + 2))
  return `- ${inner.join(`\n${' '.repeat(column + 2)}`)}`
}

/** A key with its value at a column; lists of long entries stand below it. */
export function renderPair(key: string, value: Held, column: number): string {
  const name = renderText(key)
  const inside = ' '.repeat(column + 2)
  // Parts of the pack always stand one below the other.
  if (Array.isArray(value) && value.length > 0 && (isLong(value) || (column === 0 && isMap(value[0] as Held))))
    return `${name}:${value.map((each: Held) => `\n${inside}${renderItem(each, column + 2)}`).join('')}`
  if (isMap(value) && isLong(value))
    return `${name}:${Object.entries(value)
      .map(([inner, each]) => `\n${inside}${renderPair(inner, each, column + 2)}`)
      .join('')}`
  return `${name}: ${renderInline(value)}`
}

/** What a value written on one line reads as; undefined where it cannot be read, or holds what packs do not use. */
export function readInline(text: string): Held | undefined {
  try {
    if (/[&*!]/.test(text)) return undefined
    return parse(text) as Held
  } catch {
    return undefined
  }
}
