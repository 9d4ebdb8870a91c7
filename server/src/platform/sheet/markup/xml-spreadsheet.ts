import { createReadStream } from 'node:fs'
import type { Cell, SheetRow } from '@wangdi/domain/sheet.ts'
import { fillDown } from '../fill-down.ts'
import { sheetLimits, sheetProblems } from '../sheet-problems.ts'
import type { Merge } from '../xlsx/merges.ts'
import { attribute, type Attributes, readXml } from '../xlsx/xml.ts'

/** One sheet of an XML spreadsheet, its merged cells filled down. */
export interface XmlSheet {
  readonly name: string
  readonly hidden: boolean
  readonly rows: readonly SheetRow[]
}

/** Reads an XML Spreadsheet 2003, which some programs save under the name .xls, into memory at once. */
export async function readXmlSpreadsheet(path: string): Promise<XmlSheet[]> {
  const sheets: { name: string; hidden: boolean; rows: SheetRow[]; merges: Merge[] }[] = []
  const within: string[] = []
  let row = 0
  let column = 0
  let cells: Cell[] = []
  let hidden = false
  let kept = 0
  let across = 0
  let value: { kind: string; text: string } | undefined
  let visible = ''
  const inCell = () => within.at(-1) === 'Cell'
  const openCell = (given: Attributes) => {
    column = numberOf(given, 'Index', column + 1)
    if (column > 16_384) throw sheetProblems.tooLarge({ limit: `${sheetLimits.columns} 列` })
    across = numberOf(given, 'MergeAcross', 0)
    const down = numberOf(given, 'MergeDown', 0)
    const sheet = sheets.at(-1)
    if (down > 0 && sheet && column <= sheetLimits.columns)
      sheet.merges.push({ column: column - 1, top: row, bottom: row + down })
    if (sheet && sheet.merges.length > sheetLimits.merges) throw sheetProblems.tooLarge({ limit: `${sheetLimits.merges} 处合并` })
  }
  const closeCell = (given: { kind: string; text: string }) => {
    const cell = cellOf(given.kind, given.text)
    if (cell === undefined) return
    if (column > sheetLimits.columns) throw sheetProblems.tooLarge({ limit: `${sheetLimits.columns} 列` })
    while (cells.length < column - 1) cells.push(undefined)
    cells[column - 1] = cell
  }
  await readXml(createReadStream(path), {
    open(name, given) {
      if (name === 'Worksheet' && within.length === 1)
        sheets.push({ name: attribute(given, 'Name') ?? '', hidden: false, rows: [], merges: [] })
      if (name === 'Table') row = 0
      if (name === 'Row' && within.at(-1) === 'Table') {
        row = numberOf(given, 'Index', row + 1)
        column = 0
        cells = []
        hidden = attribute(given, 'Hidden') === '1'
      }
      if (name === 'Cell' && within.at(-1) === 'Row') openCell(given)
      if (name === 'Visible' && within.at(-1) === 'WorksheetOptions') visible = ''
      if (name === 'Data' && inCell()) value = { kind: attribute(given, 'Type') ?? 'String', text: '' }
      within.push(name)
    },
    close(name) {
      within.pop()
      if (name === 'Data' && value && inCell()) {
        closeCell(value)
        value = undefined
      }
      if (name === 'Cell' && within.at(-1) === 'Row') column += across
      const sheet = sheets.at(-1)
      if (name === 'Visible' && sheet && /hidden/i.test(visible)) sheet.hidden = true
      if (name !== 'Row' || within.at(-1) !== 'Table' || cells.every((cell) => cell === undefined)) return
      kept += 1
      if (kept > sheetLimits.rows) throw sheetProblems.tooLarge({ limit: '25 万行' })
      sheet?.rows.push({ row, cells, ...(hidden ? { hidden: true } : {}) })
    },
    text(piece) {
      if (value) value.text += piece
      if (within.at(-1) === 'Visible') visible += piece
    },
  })
  return sheets.map(({ name, hidden, rows, merges }) => ({ name, hidden, rows: rows.map(fillDown(merges)) }))
}

const numberOf = (given: Attributes, name: string, otherwise: number) => {
  const said = Number(attribute(given, name) ?? otherwise)
  return Number.isInteger(said) && said >= 0 && said <= 1_048_576 ? said : otherwise
}

function cellOf(kind: string, text: string): Cell {
  if (text === '') return undefined
  if (kind === 'Number') return Number.isNaN(Number(text)) ? text : Number(text)
  if (kind === 'DateTime') return { day: text.trim().slice(0, 10) }
  return kind === 'Boolean' ? text.trim() === '1' : text
}
