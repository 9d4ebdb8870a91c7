import { type Document, isMap, isNode, isScalar, isSeq, Lexer, LineCounter, parseDocument } from 'yaml'

/** What stands at the root of a text under one key, or one entry of the list there: its lines, and where they begin, from 1. */
interface Chunk {
  readonly key: string
  readonly text: string
  readonly from: number
  /** The entry of a list that it is; nothing where it is the whole of its key. */
  readonly nth: number | undefined
  /** The line of its key; that of the first line where it stands in no key. */
  readonly keyLine: number
}

/** A text put together from its parts, and in which line a path stands. */
export interface InParts {
  readonly raw: unknown
  readonly lineOf: (path: readonly (string | number)[]) => number | undefined
}

/** What keeps one part from being read, with its line in the whole text. */
export interface PartFault {
  readonly why: string
  readonly line: number
  readonly sign?: string
}

/** By what the lexer says that plain text follows, whatever it begins with. */
const wordFollows = '\u001f'
/** Three times the longest pack there was; reading one part costs the square of it where somebody means harm. Ours. */
export const mostSigns = 40_000
/** A pack has some twenty keys; texts of nothing but keys only exhaust a machine. Ours. */
const mostKeys = 60

export class TooLong extends Error {}

/** Why a text is not to be read at all: a tag, anchor or alias, with its line; throws `TooLong` where it has too many signs. */
export function whyNotRead(text: string): PartFault | undefined {
  let signs = 0
  let before = ''
  let line = 1
  for (const sign of new Lexer().lex(text)) {
    signs += 1
    if (signs > mostSigns) throw new TooLong()
    if (/^[!&*]/.test(sign) && before !== wordFollows)
      return { why: 'packs use no tags, anchors or aliases', line, sign: sign[0] ?? '' }
    before = sign
    line += sign.split('\n').length - 1
  }
  return undefined
}

const isBare = (line: string) => /^\s*(#.*)?$/.test(line)

/** Where entries of a list begin that has nothing outside of them; nothing where the lines are no such list. */
function entriesIn(lines: readonly string[]): number[] | undefined {
  const first = lines.findIndex((line) => !isBare(line))
  const indent = /^( *)-(?: |\r?$)/.exec(lines[first] ?? '')?.[1]
  if (indent === undefined) return undefined
  const begins: number[] = []
  for (const [nth, line] of lines.entries()) {
    if (isBare(line)) continue
    if (line.startsWith(`${indent}-`) && /^-(?: |\r?$)/.test(line.slice(indent.length))) begins.push(nth)
    else if (!line.startsWith(`${indent} `)) return undefined
  }
  return begins
}

// Joined anew, so that a part that is kept does not keep the whole text it was cut from.
const textOf = (lines: readonly string[]) => `${lines.join('\n')}\n`

function entryChunks(key: string, lines: readonly string[], from: number): Chunk[] | undefined {
  const begins = entriesIn(lines)
  return begins?.map((begin, nth) => ({
    ...{ key, text: textOf(lines.slice(begin, begins[nth + 1])), from: from + begin + 1, nth, keyLine: from },
  }))
}

/** The parts of a text, in order; nothing where it cannot be cut so that each part can be read for itself. */
function chunksOf(text: string): Chunk[] | undefined {
  const lines = text.split('\n')
  if (lines.some((line) => /^(---|\.\.\.|%|\uFEFF)/.test(line))) return undefined
  const first = lines.findIndex((line) => !isBare(line))
  if (first < 0) return undefined
  if (/^-(?: |\r?$)/.test(lines[first] ?? '')) return entryChunks('', lines, 0)
  const begins = [...lines.entries()].flatMap(([nth, line]) => (/^[A-Za-z_][\w-]*:(?:\s|$)/.test(line) ? [nth] : []))
  if (begins[0] !== first) return undefined
  if (begins.length > mostKeys) throw new TooLong()
  return begins.flatMap((begin, nth) => {
    const own = lines.slice(begin, begins[nth + 1])
    const key = own[0]?.slice(0, own[0].indexOf(':')) ?? ''
    const isList = /^[\w-]+:\s*(?:#.*)?$/.test(own[0] ?? '')
    return (
      (isList && entryChunks(key, own.slice(1), begin + 1)) || [
        { key, text: textOf(own), from: begin + 1, nth: undefined, keyLine: begin + 1 },
      ]
    )
  })
}

/** Where a key at the root of a text stands, and the entries of the list behind it if it is one; lines from 1. */
export interface KeyLines {
  readonly key: number
  readonly entries: readonly number[]
  /** The line after the last of it; undefined where the text ends with it. */
  readonly end: number | undefined
}

/** The lines of a key at the root of a text; nothing where it is not there, or the text cannot be cut into parts. Throws `TooLong`. */
export function linesOfKey(text: string, key: string): KeyLines | undefined {
  const chunks = chunksOf(text) ?? []
  const own = chunks.filter((one) => one.key === key)
  const last = own.at(-1)
  if (!last) return undefined
  const entries = own.flatMap(({ nth, from }) => (nth === undefined ? [] : from))
  return { key: last.keyLine, entries, end: chunks[chunks.indexOf(last) + 1]?.keyLine }
}

/** A part that was read: what it says, and on which of its lines that begins. */
interface ReadPart {
  readonly raw: unknown
  readonly line: number
}

function open(text: string): { document: Document; lines: LineCounter } {
  const lines = new LineCounter()
  return { document: parseDocument(text, { lineCounter: lines }), lines }
}

function readPart({ key, text, nth }: Chunk): ReadPart | PartFault {
  const why = whyNotRead(text)
  if (why) return why
  const { document, lines } = open(text)
  const [fault] = document.errors
  if (fault) return { why: fault.message, line: fault.linePos?.[0].line ?? 1 }
  const { contents } = document
  const odd = { why: 'cannot be read by itself', line: 1 }
  const all: unknown = document.toJS({ maxAliasCount: 0 })
  if (nth !== undefined) {
    if (!isSeq(contents) || contents.items.length !== 1) return odd
    const start = (contents.items[0] as { range?: [number] } | null)?.range?.[0] ?? 0
    return { raw: (all as unknown[])[0], line: lines.linePos(start).line }
  }
  const [pair] = isMap(contents) ? contents.items : []
  if (!isMap(contents) || contents.items.length !== 1 || !isScalar(pair?.key) || pair.key.value !== key) return odd
  return { raw: (all as Record<string, unknown>)[key], line: 1 }
}

/** So many characters of parts are remembered, twice: those of an edit before, and those of the texts before it. */
const mostKept = 3_000_000
let young = new Map<string, ReadPart>()
let old = new Map<string, ReadPart>()
let size = 0

function readAgain(part: Chunk): ReadPart | PartFault {
  const key = `${part.nth === undefined ? part.key : '-'}\n${part.text}`
  const known = young.get(key) ?? old.get(key)
  const read = known ?? readPart(part)
  if ('why' in read || young.has(key)) return read
  if (size > mostKept) {
    old = young
    young = new Map()
    size = 0
  }
  young.set(key, read)
  size += key.length
  return read
}

interface Placed {
  readonly chunk: Chunk
  readonly line: number
}

/** Where a path of a part begins; what is asked seldom is read once more rather than kept. */
function lineWithin({ chunk: part, line }: Placed, path: readonly (string | number)[]): number {
  if (path.length === (part.nth === undefined ? 1 : 2)) return line
  const { document, lines } = open(part.text)
  const within = part.nth === undefined ? path : [0, ...path.slice(2)]
  for (let length = within.length; length > 1; length -= 1) {
    const start = startOf(document, within.slice(0, length))
    if (start !== undefined) return part.from + lines.linePos(start).line - 1
  }
  return line
}

function placedLines(begins: ReadonlyMap<string, number>, entries: ReadonlyMap<string, readonly Placed[]>): InParts['lineOf'] {
  const first = Math.min(...begins.values())
  return (path) => {
    const isList = entries.has('')
    const [key, nth] = isList ? ['', path[0]] : path
    const all = entries.get(String(key))
    if (path.length === 0 || !all) return first
    const [only] = all
    if (only && only.chunk.nth === undefined) return lineWithin(only, path)
    const placed = typeof nth === 'number' ? all[nth] : undefined
    return placed ? lineWithin(placed, isList ? ['', ...path] : path) : (begins.get(String(key)) ?? first)
  }
}

/**
 * Reads a text part by part: a part that stood in a text before is not read again, so that an edit of a long pack costs what it
 * changed. The first fault where a part cannot be read; nothing where the text cannot be cut into parts. Throws `TooLong`.
 */
export function readInParts(text: string): InParts | PartFault | undefined {
  const chunks = chunksOf(text)
  if (!chunks) return undefined
  const raw: Record<string, unknown> = {}
  const begins = new Map<string, number>()
  const entries = new Map<string, Placed[]>()
  for (const one of chunks) {
    const read = readAgain(one)
    if ('why' in read) return { ...read, line: one.from + read.line - 1 }
    const placed = { chunk: one, line: one.from + read.line - 1 }
    if (one.nth) {
      entries.get(one.key)?.push(placed)
      const list = raw[one.key] as unknown[]
      list.push(read.raw)
      continue
    }
    if (entries.has(one.key)) return { why: 'Map keys must be unique', line: one.from }
    entries.set(one.key, [placed])
    // The key of a list stands before its first entry.
    begins.set(one.key, one.key === '' ? placed.line : one.keyLine)
    raw[one.key] = one.nth === undefined ? read.raw : [read.raw]
  }
  return { raw: entries.has('') ? raw[''] : raw, lineOf: placedLines(begins, entries) }
}

/** Where in a document a key or an entry of a list begins; undefined where there is none. */
export function startOf(document: Document, path: readonly (string | number)[]): number | undefined {
  const above: unknown = path.length === 0 ? undefined : document.getIn(path.slice(0, -1), true)
  const key = isMap(above) && above.items.find((pair) => isScalar(pair.key) && pair.key.value === path.at(-1))?.key
  const node: unknown = key || (path.length === 0 ? document.contents : document.getIn(path, true))
  return isNode(node) ? node.range?.[0] : undefined
}
