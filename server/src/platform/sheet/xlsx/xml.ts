import type { Readable } from 'node:stream'
import { SaxesParser } from 'saxes'
import { TextDecoder } from 'node:util'
import { sheetLimits, sheetProblems } from '../sheet-problems.ts'

/** The attributes of an element by their names as written, prefixes among them. */
export type Attributes = Readonly<Record<string, string>>

/** What is done with the parts of a document; names of elements come without their prefix. */
export interface Taking {
  open?(name: string, attributes: Attributes): void
  close?(name: string): void
  /** Text between elements, CDATA alike, in pieces. */
  text?(text: string): void
}

/** The value of an attribute, with or without a prefix before its name; undefined when it has none. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  if (name in attributes) return attributes[name]
  for (const key in attributes) if (key.endsWith(`:${name}`)) return attributes[key]
  return undefined
}

// Prefixes are bound by whoever wrote the file, and some bind none: position in the document says what an element is.
const locals = new Map<string, string>()
function localOf(name: string): string {
  const known = locals.get(name)
  if (known !== undefined) return known
  const local = name.slice(name.indexOf(':') + 1)
  if (locals.size < 5000) locals.set(name, local)
  return local
}

/** Reads a document to its end; after each chunk whoever listens may fetch what has come of it. Ends in a problem where it is no XML. */
export async function* xmlChunks(stream: Readable, taking: Taking): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: false, xmlns: false })
  let depth = 0
  let sinceEvent = 0
  parser.on('opentag', ({ name, attributes }) => {
    sinceEvent = 0
    depth += 1
    if (depth > sheetLimits.depth) throw sheetProblems.notASheet({})
    taking.open?.(localOf(name), attributes)
  })
  parser.on('closetag', ({ name }) => {
    sinceEvent = 0
    depth -= 1
    taking.close?.(localOf(name))
  })
  const text = (piece: string) => {
    sinceEvent = 0
    taking.text?.(piece)
  }
  parser.on('text', text)
  parser.on('cdata', text)
  // A workbook has no use for entities of its own: they can only blow a small file up.
  parser.on('doctype', () => {
    throw sheetProblems.notASheet({})
  })
  parser.on('error', (fault) => {
    if (!isBadCharacter(fault.message)) throw sheetProblems.notASheet({})
  })
  for await (const chunk of decoded(stream)) {
    // The parser keeps what lies between two events: one endless text or attribute must not fill the memory.
    sinceEvent += chunk.length
    if (sinceEvent > sheetLimits.textCharacters + chunk.length) throw sheetProblems.tooLarge({ limit: '一格 3 万字' })
    parser.write(chunk)
    yield
  }
  parser.close()
}

/** Reads a document to its end. */
export async function readXml(stream: Readable, taking: Taking): Promise<void> {
  for await (const _ of xmlChunks(stream, taking));
}

// Some programs write control characters that XML forbids; they are dropped from cells later, the rest of the file is good.
const isBadCharacter = (fault: string) => /disallowed character\.$|malformed character entity\.$/.test(fault)

async function* decoded(stream: Readable): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    decoder ??= decoderFor(chunk)
    yield decoder.decode(chunk, { stream: true })
  }
  const rest = decoder?.decode()
  if (rest) yield rest
}

// By its mark, else by how the first sign stands (UTF-16), else as it says of itself; UTF-8 where it says nothing.
function decoderFor(begin: Buffer): TextDecoder {
  if ((begin[0] === 0xff && begin[1] === 0xfe) || (begin[0] === 0x3c && begin[1] === 0)) return strict('utf-16le')
  if ((begin[0] === 0xfe && begin[1] === 0xff) || (begin[0] === 0 && begin[1] === 0x3c)) return strict('utf-16be')
  return strict(/^[^>]*?encoding\s*=\s*["']([\w-]+)["']/.exec(begin.toString('latin1', 0, 200))?.[1] ?? 'utf-8')
}

function strict(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true })
  } catch {
    throw sheetProblems.notASheet({})
  }
}
