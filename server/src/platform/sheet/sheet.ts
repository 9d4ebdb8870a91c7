import { stat } from 'node:fs/promises'
import { Problem } from '@wangdi/domain/problem.ts'
import type { SheetRow } from '@wangdi/domain/sheet.ts'
import { csvRows } from './csv.ts'
import { fillDown } from './fill-down.ts'
import { firstOf } from './first-bytes.ts'
import { openOldWorkbook } from './old-workbook.ts'
import { pageRows, sheetLimits, sheetProblems } from './sheet-problems.ts'
import { readMerges } from './xlsx/merges.ts'
import { openPackage, type Package } from './xlsx/package.ts'
import { streamRows } from './xlsx/rows.ts'
import { openWorkbook, type Workbook } from './xlsx/workbook.ts'

/** A file of sheets, opened: what it is, its visible sheets, and their rows a page at a time in the order of the sheet. */
export interface SheetFile {
  readonly kind: 'xlsx' | 'xls' | 'csv'
  readonly sheets: readonly string[]
  rows(sheet: string): AsyncIterable<readonly SheetRow[]>
  /** Lets go of the file. */
  close(): void
}

const nothingHeld = () => {}

/** Opens .xlsx, .xls or .csv by what the file holds, not by its name. A file that is none of them is a problem. */
export async function openSheetFile(path: string): Promise<SheetFile> {
  const { size } = await stat(path)
  if (size > sheetLimits.fileBytes) throw sheetProblems.tooLarge({ limit: '64 MB' })
  const begins = await firstBytes(path)
  try {
    if (begins.startsWith('504b0304')) return await openXlsx(path)
    if (begins.startsWith('d0cf11e0')) return await openXls(path)
    if (/^(25504446|ffd8ff|89504e47|52617221|1f8b|7b5c7274|504b)/.test(begins)) throw sheetProblems.notASheet({})
    return { kind: 'csv', sheets: ['csv'], rows: () => told(csvRows(path)), close: nothingHeld }
  } catch (error) {
    throw error instanceof Problem ? error : sheetProblems.notASheet({})
  }
}

const firstBytes = async (path: string) => (await firstOf(path, 8)).toString('hex')

async function openXls(path: string): Promise<SheetFile> {
  const workbook = await openOldWorkbook(path)
  return {
    kind: 'xls',
    sheets: workbook.sheets,
    async *rows(sheet) {
      if (!workbook.sheets.includes(sheet)) throw sheetProblems.noSuchSheet({ sheets: workbook.sheets })
      const rows = workbook.rows(sheet)
      for (let at = 0; at < rows.length; at += pageRows) yield rows.slice(at, at + pageRows)
    },
    close: nothingHeld,
  }
}

// The library for .xls would also read .xlsx, but halves rare characters that are written as numbers: names would change.
async function openXlsx(path: string): Promise<SheetFile> {
  const file = await openPackage(path)
  try {
    const workbook = await openWorkbook(file)
    if (workbook.sheets.length === 0) throw sheetProblems.notASheet({})
    return {
      kind: 'xlsx',
      sheets: workbook.sheets.map(({ name }) => name),
      rows: (sheet) => told(filledRows(file, workbook, sheet)),
      close: file.close,
    }
  } catch (error) {
    file.close()
    throw error
  }
}

async function* filledRows(file: Package, { sheets, referred }: Workbook, sheet: string): AsyncGenerator<SheetRow[]> {
  const found = sheets.find(({ name }) => name === sheet)
  if (!found) throw sheetProblems.noSuchSheet({ sheets: sheets.map(({ name }) => name) })
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
