import { stat } from 'node:fs/promises'
import { Problem } from '@wangdi/domain/problem.ts'
import type { SheetRow } from '@wangdi/domain/sheet.ts'
import { fillDown } from './fill-down.ts'
import { formatOf, refuseOtherPackage } from './formats.ts'
import { htmlRows } from './markup/html-tables.ts'
import { readXmlSpreadsheet } from './markup/xml-spreadsheet.ts'
import { pageRows, sheetLimits, sheetProblems } from './sheet-problems.ts'
import { csvRows } from './text/csv.ts'
import { readMerges } from './xlsx/merges.ts'
import { openPackage, type Package } from './xlsx/package.ts'
import { streamRows } from './xlsx/rows.ts'
import { openWorkbook, type Workbook } from './xlsx/workbook.ts'

/** A file of sheets, opened: its sheets, and their rows a page at a time in the order of the sheet. */
export interface SheetFile {
  /** Visible ones in the order of their tabs, then hidden ones. */
  readonly sheets: readonly string[]
  readonly hidden: readonly string[]
  /** Numbers that stand for days count from 1904 instead of 1900. */
  readonly from1904: boolean
  rows(sheet: string): AsyncIterable<readonly SheetRow[]>
  /** Lets go of the file. */
  close(): void
}

const nothingHeld = () => {}

/** Opens .xlsx, .xls, a separated text, or a table saved as HTML or XML, by what the file holds, not by its name. What is none of them is a problem. */
export async function openSheetFile(path: string): Promise<SheetFile> {
  const { size } = await stat(path)
  if (size > sheetLimits.fileBytes) throw sheetProblems.tooLarge({ limit: '64 MB' })
  try {
    const format = await formatOf(path)
    if (format === 'xlsx') return await openXlsx(path)
    if (format === 'xls') return await openXls(path)
    if (format === 'xml-spreadsheet') return await openXml(path)
    return oneSheet(format === 'html' ? 'html' : 'csv', () => told(format === 'html' ? htmlRows(path) : csvRows(path)))
  } catch (error) {
    throw error instanceof Problem ? error : sheetProblems.notASheet({})
  }
}

const oneSheet = (name: string, rows: SheetFile['rows']): SheetFile => ({
  sheets: [name],
  hidden: [],
  from1904: false,
  rows,
  close: nothingHeld,
})

async function openXml(path: string): Promise<SheetFile> {
  const sheets = await readXmlSpreadsheet(path)
  if (sheets.length === 0) throw sheetProblems.notASheet({})
  const named = (hidden: boolean) => sheets.filter((sheet) => sheet.hidden === hidden).map(({ name }) => name)
  return {
    sheets: [...named(false), ...named(true)],
    hidden: named(true),
    from1904: false,
    rows: (name) => paged(sheets.find((sheet) => sheet.name === name)?.rows ?? noSheet(sheets)),
    close: nothingHeld,
  }
}

const noSheet = (sheets: readonly { name: string }[]): never => {
  throw sheetProblems.noSuchSheet({ sheets: sheets.map(({ name }) => name) })
}

async function* paged(rows: readonly SheetRow[]): AsyncGenerator<readonly SheetRow[]> {
  for (let at = 0; at < rows.length; at += pageRows) yield rows.slice(at, at + pageRows)
}

// Its library is large and few files are that old: it is loaded with the first of them.
async function openXls(path: string): Promise<SheetFile> {
  const { openOldWorkbook } = await import('./old-workbook.ts')
  const workbook = await openOldWorkbook(path)
  const { sheets, hidden, from1904 } = workbook
  return {
    sheets,
    hidden,
    from1904,
    rows: (sheet) => paged(sheets.includes(sheet) ? workbook.rows(sheet) : noSheet(sheets.map((name) => ({ name })))),
    close: nothingHeld,
  }
}

// The library for .xls would also read .xlsx, but halves rare characters that are written as numbers: names would change.
async function openXlsx(path: string): Promise<SheetFile> {
  const file = await openPackage(path)
  try {
    refuseOtherPackage(file)
    const workbook = await openWorkbook(file)
    if (workbook.sheets.length === 0) throw sheetProblems.notASheet({})
    return {
      sheets: workbook.sheets.map(({ name }) => name),
      hidden: workbook.sheets.flatMap(({ name, hidden }) => (hidden ? [name] : [])),
      from1904: workbook.from1904,
      rows: (sheet) => told(filledRows(file, workbook, sheet)),
      close: file.close,
    }
  } catch (error) {
    file.close()
    throw error
  }
}

async function* filledRows(file: Package, { sheets, referred }: Workbook, sheet: string): AsyncGenerator<SheetRow[]> {
  const found = sheets.find(({ name }) => name === sheet) ?? noSheet(sheets)
  const fill = fillDown(await readMerges(file, found.part))
  for await (const page of streamRows(file, found.part, await referred())) yield page.map(fill)
}

// What a library cannot make out is a file that cannot be read, at whichever row.
async function* told(rows: AsyncIterable<SheetRow[]>): AsyncGenerator<SheetRow[]> {
  try {
    yield* rows
  } catch (error) {
    throw error instanceof Problem ? error : sheetProblems.notASheet({})
  }
}
