import { sheetLimits } from '../sheet-problems.ts'
import { longLine } from './lines.ts'

/** One record of a separated text. `strayQuote`: it holds a quotation mark that ends nowhere, read as a sign of the text. */
export interface TextRecord {
  readonly fields: readonly string[]
  readonly strayQuote: boolean
}

interface Cut {
  readonly fields: string[]
  /** The text of a field whose quotation mark is still open at the end of the line. */
  readonly open: string | undefined
}

// Within quotation marks a field may hold separators and line ends (RFC 4180). A mark in the middle of a field is a sign of it.
function cut(line: string, delimiter: string, opened: string | undefined, asSigns = false): Cut {
  const fields: string[] = []
  let at = 0
  let text = opened
  if (text === undefined && (asSigns || !line.includes('"'))) {
    return { fields: line.split(delimiter).map((field) => (asSigns ? field.replace(/^\s*"/, '') : field)), open: undefined }
  }
  for (;;) {
    if (text === undefined) {
      const begin = /^[ \t]*"/.exec(line.slice(at, at + 40))
      if (begin && !(delimiter === '\t' && begin[0].includes('\t'))) {
        text = ''
        at += begin[0].length
      } else {
        const end = line.indexOf(delimiter, at)
        fields.push(line.slice(at, end < 0 ? undefined : end))
        if (end < 0) return { fields, open: undefined }
        at = end + delimiter.length
        continue
      }
    }
    const mark = line.indexOf('"', at)
    if (mark < 0) return { fields, open: text + line.slice(at) }
    text += line.slice(at, mark)
    at = mark + 1
    if (line[at] === '"') {
      text += '"'
      at += 1
      continue
    }
    const blanks = /^ */.exec(line.slice(at))?.[0].length ?? 0
    const isEnd = at + blanks === line.length
    if (isEnd || line.startsWith(delimiter, at + blanks)) {
      fields.push(text)
      if (isEnd) return { fields, open: undefined }
      at += blanks + delimiter.length
      text = undefined
    } else text += '"'
  }
}

// How far the end of a quoted field is looked for: a spreadsheet's cell holds 32,767 signs.
const mostLines = 200
const mostSigns = 100_000

/**
 * Puts lines together to records. A quotation mark that would swallow whole records (lines that have as many separators as
 * the table has), or that ends nowhere, is taken as a sign of the text, so that no line vanishes.
 */
export async function* recordsOf(lines: AsyncIterable<string>, delimiter: string): AsyncGenerator<TextRecord> {
  const source = lines[Symbol.asyncIterator]()
  const ahead: string[] = []
  const take = async () => (ahead.length > 0 ? ahead.shift() : ((await source.next()).value as string | undefined))
  let columns = 0
  for (let line = await take(); line !== undefined; line = await take()) {
    if (line.length > sheetLimits.textCharacters) throw longLine()
    let { fields, open } = cut(line, delimiter, undefined)
    let strayQuote = false
    if (open !== undefined) {
      const more: string[] = []
      let signs = line.length
      let whole: string[] | undefined
      for (let next = await take(); next !== undefined; next = await take()) {
        more.push(next)
        signs += next.length
        const on = cut(next, delimiter, `${open}\n`)
        const swallowed = on.fields.length === 0 ? next : next.slice(0, next.indexOf('"'))
        if (columns > 2 && swallowed.split(delimiter).length >= Math.max(3, columns - 1)) break
        fields.push(...on.fields)
        open = on.open
        if (open === undefined) whole = fields
        if (whole || more.length >= mostLines || signs > mostSigns) break
      }
      if (!whole) {
        ahead.unshift(...more)
        fields = cut(line, delimiter, undefined, true).fields
        strayQuote = true
      }
    }
    columns = Math.max(columns, trimmed(fields).length)
    yield { fields, strayQuote }
  }
}

const trimmed = (fields: readonly string[]) => fields.slice(0, fields.findLastIndex((field) => field.trim() !== '') + 1)
