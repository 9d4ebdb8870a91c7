import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { SheetRow } from '@wangdi/domain/sheet.ts'
import { CsvError, parse } from 'csv-parse'
import { firstOf } from './first-bytes.ts'
import { pageRows, sheetLimits, sheetProblems } from './sheet-problems.ts'

/** How a text file is written: by its mark, else UTF-8 when every byte fits, else GB18030, which old spreadsheets save. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/** Finds the encoding of a text file; a file with zero bytes and no mark is not text. */
async function encodingOf(path: string): Promise<Encoding> {
  const mark = await firstOf(path, 4096)
  if (mark[0] === 0xff && mark[1] === 0xfe) return 'utf-16le'
  if (mark[0] === 0xfe && mark[1] === 0xff) return 'utf-16be'
  if (mark.includes(0)) throw sheetProblems.notASheet({})
  const strict = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of createReadStream(path)) strict.decode(chunk as Buffer, { stream: true })
    strict.decode()
    return 'utf-8'
  } catch {
    return 'gb18030'
  }
}

async function* decoded(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(await encodingOf(path))
  for await (const chunk of createReadStream(path)) yield decoder.decode(chunk as Buffer, { stream: true })
  yield decoder.decode()
}

/** Reads the records of a comma, semicolon or tab separated file a page at a time; the number is that of the record, head included. */
export async function* csvRows(path: string): AsyncGenerator<SheetRow[]> {
  const text = decoded(path)
  const first = await text.next()
  const start = first.done ? '' : first.value
  // The parser counts the characters of fields, not how many there are: an endless line of commas is stopped by what it was fed.
  let fed = 0
  let fedAtRecord = 0
  const parser = parse({
    on_record: (record: string[]) => {
      fedAtRecord = fed
      return record
    },
    delimiter: delimiterOf(start),
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: sheetLimits.textCharacters,
  })
  const whole = async function* () {
    yield start
    for await (const chunk of text) {
      fed += chunk.length
      if (fed - fedAtRecord > 2 * sheetLimits.textCharacters) throw longLine()
      yield chunk
    }
  }
  const source = Readable.from(whole())
  source.on('error', (error) => parser.destroy(error))
  source.pipe(parser)
  let page: SheetRow[] = []
  let row = 0
  for await (const record of recordsOf(parser)) {
    row += 1
    if (row > sheetLimits.rows) throw sheetProblems.tooLarge({ limit: '25 万行' })
    if (record.length > sheetLimits.columns) throw sheetProblems.tooLarge({ limit: `${sheetLimits.columns} 列` })
    page.push({ row, cells: record.map((cell) => (cell === '' ? undefined : withoutEscape(cell))) })
    if (page.length < pageRows) continue
    yield page
    page = []
  }
  if (page.length > 0) yield page
}

const longLine = () => sheetProblems.tooLarge({ limit: '一行 100 万字' })

async function* recordsOf(parser: AsyncIterable<string[]>): AsyncGenerator<string[]> {
  try {
    yield* parser
  } catch (error) {
    throw error instanceof CsvError && error.code === 'CSV_MAX_RECORD_SIZE' ? longLine() : error
  }
}

// Spreadsheets put an apostrophe before what must stay text.
const withoutEscape = (cell: string) => (/^['’‘][0-9=+\-@Xx]/.test(cell) ? cell.slice(1) : cell)

function delimiterOf(text: string): string {
  const head = text.slice(0, 20_000).split(/\r?\n/, 5).join('\n')
  const count = (sign: string) => head.split(sign).length
  return [',', '\t', ';', '，'].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',')
}
