import { readFile } from 'node:fs/promises'
import { type Cell, dayOfSerial, type SheetRow } from '@wangdi/domain/sheet.ts'
import * as XLSX from '@e965/xlsx'
import { fillDown } from './fill-down.ts'
import { textOfOld } from './old-text.ts'
import { sheetLimits, sheetProblems } from './sheet-problems.ts'

/** A workbook of the old kind (.xls, at most 65,536 rows a sheet), read into memory at once. */
export interface OldWorkbook {
  /** Visible sheets in the order of their tabs, then hidden ones. */
  readonly sheets: readonly string[]
  readonly hidden: readonly string[]
  readonly from1904: boolean
  rows(sheet: string): SheetRow[]
}

/** Reads an .xls; merged ranges are filled down. A password or a file that is no workbook is a problem. */
export async function openOldWorkbook(path: string): Promise<OldWorkbook> {
  await (knowing ??= knowCodePages())
  const bytes = await readFile(path)
  const workbook = parse(bytes)
  if (workbook.SheetNames.length === 0) throw sheetProblems.notASheet({})
  if (workbook.SheetNames.length > sheetLimits.parts) throw sheetProblems.tooLarge({ limit: `${sheetLimits.parts} 张表` })
  const isHidden = (at: number) => (workbook.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0
  const from1904 = workbook.Workbook?.WBProps?.date1904 === true
  const toText = textOfOld(bytes, workbook)
  const names = new Map(workbook.SheetNames.map((name) => [toText(name), name]))
  const sheets = (hidden: boolean) => workbook.SheetNames.filter((_, at) => isHidden(at) === hidden).map(toText)
  return {
    sheets: [...sheets(false), ...sheets(true)],
    hidden: sheets(true),
    from1904,
    rows: (name) => rowsOf(workbook.Sheets[names.get(name) ?? ''], from1904, toText),
  }
}

let knowing: Promise<void> | undefined

// Before Excel 97 texts stood in the code page of their country; without its table a Chinese name would come out as other letters.
async function knowCodePages(): Promise<void> {
  XLSX.set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'))
}

function parse(bytes: Buffer): XLSX.WorkBook {
  // The library says a line of each record that it does not know: of a hostile file millions.
  const { error: say } = console
  console.error = () => {}
  try {
    return XLSX.read(bytes, {
      dense: true,
      cellNF: true,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
      sheetRows: sheetLimits.rows + 1,
      // Asked of a workbook before Excel 97 that does not say its own.
      codepage: 936,
    })
  } catch (error) {
    throw /password|encrypt/i.test(String(error)) ? sheetProblems.locked({}) : sheetProblems.notASheet({})
  } finally {
    console.error = say
  }
}

function rowsOf(sheet: XLSX.WorkSheet | undefined, from1904: boolean, toText: (text: string) => string): SheetRow[] {
  const lines: (XLSX.CellObject | undefined)[][] = sheet?.['!data'] ?? []
  if (lines.length > sheetLimits.rows) throw sheetProblems.tooLarge({ limit: '25 万行' })
  const merges = (sheet?.['!merges'] ?? []).filter(({ s, e }) => e.r > s.r && s.c < sheetLimits.columns)
  if (merges.length > sheetLimits.merges) throw sheetProblems.tooLarge({ limit: `${sheetLimits.merges} 处合并` })
  const fill = fillDown(merges.map(({ s, e }) => ({ column: s.c, top: s.r + 1, bottom: e.r + 1 })))
  const rows: SheetRow[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (!line || line.length === 0) continue
    if (line.length > sheetLimits.columns && line.slice(sheetLimits.columns).some((cell) => cell?.v !== undefined)) {
      throw sheetProblems.tooLarge({ limit: `${sheetLimits.columns} 列` })
    }
    const cells: Cell[] = []
    for (let column = 0; column < Math.min(line.length, sheetLimits.columns); column++) {
      const cell = cellOf(line[column], from1904)
      cells.push(typeof cell === 'string' ? toText(cell) : cell)
    }
    if (cells.every((cell) => cell === undefined || cell === '')) continue
    const isHidden = sheet?.['!rows']?.[at]?.hidden === true
    rows.push(fill({ row: at + 1, cells, ...(isHidden ? { hidden: true } : {}) }))
  }
  return rows
}

// ECMA-376 and BIFF name errors by the same numbers.
const errors: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
}

function cellOf(cell: XLSX.CellObject | undefined, from1904: boolean): Cell {
  if (cell === undefined || cell.v === undefined || cell.v === null) return undefined
  if (cell.t === 'e') return errors[Number(cell.v)] ?? '#N/A'
  if (cell.v instanceof Date) return { day: cell.v.toISOString().slice(0, 10) }
  if (cell.t !== 'n' || typeof cell.v !== 'number') return cell.v
  const day = typeof cell.z === 'string' && showsDays(cell.z) ? dayOfSerial(cell.v, from1904) : undefined
  return day === undefined ? cell.v : { day }
}

const formats = new Map<string, boolean>()

// A format is read sign by sign, and a hostile one is long: once for all its cells.
function showsDays(format: string): boolean {
  const known = formats.get(format)
  if (known !== undefined) return known
  if (formats.size >= 1000) formats.clear()
  const shows = XLSX.SSF.is_date(format) === true
  formats.set(format, shows)
  return shows
}
