import type { Cell, SheetRow } from '@wangdi/domain/sheet.ts'
import ExcelJS from 'exceljs'
import { sheetLimits, sheetProblems } from './sheet-problems.ts'
import type { SheetPart } from './workbook-parts.ts'

const pageRows = 1000

/** The number that the streaming reader takes from a member's name; undefined when it would not find the member at all. */
export const streamedNumber = (part: SheetPart): string | undefined =>
  /^xl\/worksheets\/sheet(\d+)[.]xml$/.exec(part.entry.name)?.[1]

/** Reads the rows of one sheet of a large .xlsx as a stream, a page at a time, with bounded memory. Merges are not filled. */
export async function* streamRows(path: string, part: SheetPart): AsyncGenerator<SheetRow[]> {
  const number = streamedNumber(part)
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(path, {
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    worksheets: 'emit',
    entries: 'ignore',
  })
  for await (const sheet of reader) {
    const wanted = String((sheet as unknown as { id: string | number }).id) === number
    let page: SheetRow[] = []
    for await (const row of sheet) {
      if (!wanted) continue
      if (row.number > sheetLimits.rows) throw sheetProblems.tooLarge({ limit: '25 万行' })
      page.push({ row: row.number, cells: cellsOf(row.values) })
      if (page.length < pageRows) continue
      yield page
      page = []
    }
    if (page.length > 0) yield page
    if (wanted) return
  }
}

// The library numbers columns from 1.
function cellsOf(values: ExcelJS.CellValue[] | Record<string, ExcelJS.CellValue>): Cell[] {
  if (!Array.isArray(values)) return []
  if (values.length - 1 > sheetLimits.columns) throw sheetProblems.tooLarge({ limit: `${sheetLimits.columns} 列` })
  const cells: Cell[] = []
  for (let i = 1; i < values.length; i++) cells.push(cellOf(values[i]))
  return cells
}

function cellOf(value: ExcelJS.CellValue): Cell {
  if (value === null || value === undefined) return undefined
  if (typeof value !== 'object') return value
  if (value instanceof Date) return dayOf(value)
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  if ('text' in value) return cellOf(value.text as ExcelJS.CellValue)
  if ('error' in value) return value.error
  return 'result' in value ? cellOf(value.result) : undefined
}

// A broken date cell must not end the whole import: it becomes a text that no date reader accepts.
const dayOf = (date: Date): Cell => (Number.isNaN(date.getTime()) ? '#VALUE!' : { day: date.toISOString().slice(0, 10) })
