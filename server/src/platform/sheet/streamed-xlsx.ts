import { addDays } from '@wangdi/domain/day.ts'
import type { Cell, SheetRow } from '@wangdi/domain/sheet.ts'
import { sheetLimits, sheetProblems } from './sheet-problems.ts'
import { dayStyles } from './styles.ts'
import type { SheetPart } from './workbook-parts.ts'
import { attributeOf, elementsIn, itemText, unescapeXml } from './xml.ts'
import { entryText, listZip, streamEntry } from './zip.ts'

const pageRows = 1000

/** What cells of a workbook refer to. */
interface Workbook {
  readonly strings: readonly string[]
  readonly days: readonly boolean[]
  /** Days between the two calendars that spreadsheets count by: 0, or 1462 where they begin in 1904. */
  readonly shift: number
}

/**
 * Reads the rows of one sheet of an .xlsx as a stream, a page at a time; merges are not filled. Written here because the
 * streaming reader at hand broke characters that lay across two chunks: names would have changed.
 */
export async function* streamRows(path: string, part: SheetPart): AsyncGenerator<SheetRow[]> {
  const workbook = await readWorkbook(path)
  let page: SheetRow[] = []
  let last = 0
  for await (const rows of elementsIn(await streamEntry(path, part.entry), 'row')) {
    for (const xml of rows) {
      const opening = xml.slice(0, xml.indexOf('>') + 1)
      const row = Number(attributeOf(opening, 'r') ?? last + 1)
      last = row
      if (row > sheetLimits.rows) throw sheetProblems.tooLarge({ limit: '25 万行' })
      const cells = cellsOf(xml.slice(opening.length), workbook)
      if (cells.length > 0) page.push({ row, cells })
    }
    if (page.length < pageRows) continue
    yield page
    page = []
  }
  if (page.length > 0) yield page
}

async function readWorkbook(path: string): Promise<Workbook> {
  const entries = await listZip(path)
  const strings: string[] = []
  const shared = entries.get('xl/sharedStrings.xml')
  if (shared)
    for await (const items of elementsIn(await streamEntry(path, shared), 'si'))
      for (const item of items) strings.push(itemText(item))
  const settings = /<(?:\w+:)?workbookPr\b[^>]*>/.exec(await entryText(path, entries.get('xl/workbook.xml')))?.[0] ?? ''
  return {
    strings,
    days: dayStyles(await entryText(path, entries.get('xl/styles.xml'))),
    shift: /^(1|true)$/.test(attributeOf(settings, 'date1904') ?? '') ? 1462 : 0,
  }
}

const cell = /<(?:\w+:)?c(\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g

function cellsOf(xml: string, workbook: Workbook): Cell[] {
  const cells: Cell[] = []
  for (const [, attributes = '', content] of xml.matchAll(cell)) {
    const column = columnIn(attributes) ?? cells.length
    if (column >= sheetLimits.columns) {
      if (content) throw sheetProblems.tooLarge({ limit: `${sheetLimits.columns} 列` })
      continue
    }
    while (cells.length < column) cells.push(undefined)
    cells[column] = content === undefined ? undefined : cellOf(attributes, content, workbook)
  }
  return cells
}

// The column of r="AB12", counted from 0.
function columnIn(attributes: string): number | undefined {
  const at = attributes.indexOf(' r="')
  if (at < 0) return undefined
  let column = 0
  for (let i = at + 4; i < attributes.length; i++) {
    const code = attributes.charCodeAt(i)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column - 1
}

const kindIn = (attributes: string): string => {
  const at = attributes.indexOf(' t="')
  return at < 0 ? 'n' : attributes.slice(at + 4, attributes.indexOf('"', at + 4))
}

function cellOf(attributes: string, content: string, { strings, days, shift }: Workbook): Cell {
  const kind = kindIn(attributes)
  if (kind === 'inlineStr') return itemText(content) || undefined
  const value = valueIn(content)
  if (value === undefined) return undefined
  if (kind === 's') return strings[Number(value)] || undefined
  if (kind === 'b') return value === '1'
  if (kind === 'd') return { day: value.slice(0, 10) }
  if (kind !== 'n') return unescapeXml(value)
  const number = Number(value)
  const style = / s="([0-9]+)"/.exec(attributes)
  return style && days[Number(style[1])] && number >= 1 && number < 2_958_466
    ? { day: addDays('1899-12-30', Math.floor(number) + shift) }
    : number
}

function valueIn(content: string): string | undefined {
  const found = /<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)</.exec(content)?.[1]
  return found === '' ? undefined : found
}
