import { stat } from 'node:fs/promises'
import { Problem } from '@wangdi/domain/problem.ts'
import type { SheetRow } from '@wangdi/domain/sheet.ts'
import { csvRows } from './csv.ts'
import { firstOf } from './zip.ts'
import { fillDown } from './fill-down.ts'
import { sheetLimits, sheetProblems } from './sheet-problems.ts'
import { streamRows } from './streamed-xlsx.ts'
import { openOldWorkbook } from './old-workbook.ts'
import { mergesOf, type SheetPart, sheetParts } from './workbook-parts.ts'

/** A file of sheets, opened: what it is, its visible sheets, and their rows a page at a time in the order of the sheet. */
export interface SheetFile {
  readonly kind: 'xlsx' | 'xls' | 'csv'
  readonly sheets: readonly string[]
  rows(sheet: string): AsyncIterable<readonly SheetRow[]>
}

const pageRows = 1000

/** Opens .xlsx, .xls or .csv by what the file holds, not by its name. A file that is none of them is a problem. */
export async function openSheetFile(path: string): Promise<SheetFile> {
  const { size } = await stat(path)
  if (size > sheetLimits.fileBytes) throw sheetProblems.tooLarge({ limit: '64 MB' })
  const begins = await firstBytes(path)
  try {
    if (begins.startsWith('504b0304')) return await openXlsx(path)
    if (begins.startsWith('d0cf11e0')) return await openXls(path)
    if (/^(25504446|ffd8ff|89504e47|52617221|1f8b|7b5c7274|504b)/.test(begins)) throw sheetProblems.notASheet({})
    return { kind: 'csv', sheets: ['csv'], rows: () => csvRows(path) }
  } catch (error) {
    throw error instanceof Problem ? error : sheetProblems.notASheet({})
  }
}

async function firstBytes(path: string): Promise<string> {
  const bytes = await firstOf(path, 8)
  return bytes.toString('hex')
}

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
  }
}

// The library for .xls would also read .xlsx, but halves rare characters that are written as numbers: names would change.
async function openXlsx(path: string): Promise<SheetFile> {
  const parts = await sheetParts(path)
  if (parts.length === 0) throw sheetProblems.notASheet({})
  const sheets = parts.map(({ name }) => name)
  return {
    kind: 'xlsx',
    sheets,
    rows: (sheet) =>
      filledRows(
        path,
        parts.find(({ name }) => name === sheet),
        sheets,
      ),
  }
}

async function* filledRows(path: string, part: SheetPart | undefined, sheets: readonly string[]): AsyncGenerator<SheetRow[]> {
  if (!part) throw sheetProblems.noSuchSheet({ sheets })
  const fill = fillDown(await mergesOf(path, part))
  try {
    for await (const page of streamRows(path, part)) yield page.map(fill)
  } catch (error) {
    throw error instanceof Problem ? error : sheetProblems.notASheet({})
  }
}
