import { type Cell, dayOfSerial, type SheetFault, type SheetRow } from '@wangdi/domain/sheet.ts'
import { pageRows, sheetLimits, sheetProblems } from '../sheet-problems.ts'
import type { Package } from './package.ts'
import { textOfItem, unescaped } from './strings.ts'
import type { Referred } from './workbook.ts'
import { type Attributes, xmlChunks } from './xml.ts'

/** Reads the rows of one sheet as a stream, a page at a time; merges are not filled. Rows in which nothing stands are left out. */
export async function* streamRows(file: Package, part: string, referred: Referred): AsyncGenerator<SheetRow[]> {
  let page: SheetRow[] = []
  const taking = takeRows(referred, (row) => page.push(row))
  for await (const _ of xmlChunks(await file.open(part), taking)) {
    if (page.length < pageRows) continue
    yield page
    page = []
  }
  if (page.length > 0) yield page
}

type Place = 'outside' | 'sheetData' | 'row' | 'cell' | 'value' | 'inline'

// The elements of a sheet by where they stand: sheetData > row > c > v, is or f. What stands elsewhere is none of ours.
function takeRows(referred: Referred, take: (row: SheetRow) => void) {
  const inline = textOfItem()
  let place: Place = 'outside'
  let cells: Cell[] = []
  let attributes: Attributes = {}
  let value = ''
  // A formula without a value was never computed; only a text may be empty and a result all the same.
  let isFormula = false
  let hasValue = false
  let column = 0
  let row = 0
  let holds = false
  let hidden = false
  let rowsSeen = 0
  let rowsTaken = 0
  let cellsSeen = 0
  // Depth below a foreign element, or one that stands where it means nothing.
  let foreign = 0

  const openRow = (given: Attributes) => {
    const told = Number(given['r'])
    row = told > row && told <= lastRow ? told : row + 1
    if (++rowsSeen > lastRow) throw sheetProblems.tooLarge({ limit: '25 万行' })
    cells = []
    holds = false
    hidden = isHidden(given)
    column = 0
    cellsSeen = 0
    place = 'row'
  }
  const closeRow = () => {
    place = 'sheetData'
    if (!holds) return
    if (++rowsTaken > sheetLimits.rows) throw sheetProblems.tooLarge({ limit: '25 万行' })
    take(hidden ? { row, cells, hidden } : { row, cells })
  }
  const openCell = (given: Attributes) => {
    if (++cellsSeen > lastColumn) throw sheetProblems.tooLarge({ limit: `${sheetLimits.columns} 列` })
    attributes = given
    column = columnIn(given['r']) ?? column
    value = ''
    isFormula = false
    hasValue = false
    place = 'cell'
  }
  const closeCell = () => {
    place = 'row'
    const isEmpty = !hasValue || (value === '' && attributes['t'] !== 'str')
    const cell = isFormula && isEmpty ? noResult : cellOf(attributes, value, referred)
    if (cell !== undefined) {
      if (column >= sheetLimits.columns) throw sheetProblems.tooLarge({ limit: `${sheetLimits.columns} 列` })
      while (cells.length < column) cells.push(undefined)
      cells[column] = cell
      holds = true
    }
    column += 1
  }
  const openWithinCell = (name: string) => {
    if (name === 'f') isFormula = true
    if (name !== 'v' && name !== 'is') return false
    hasValue = true
    place = name === 'v' ? 'value' : 'inline'
    return true
  }
  const steps: Readonly<Record<Place, (name: string, given: Attributes) => boolean>> = {
    outside: (name) => name === 'sheetData' && is((place = 'sheetData')),
    sheetData: (name, given) => name === 'row' && is(openRow(given)),
    row: (name, given) => name === 'c' && is(openCell(given)),
    cell: (name) => openWithinCell(name),
    value: () => false,
    inline: (name) => is(inline.open(name)),
  }
  return {
    open(name: string, given: Attributes) {
      // Above sheetData stands only the sheet itself, which is passed through.
      if (foreign > 0 || (!steps[place](name, given) && place !== 'outside')) foreign += 1
    },
    close(name: string) {
      if (foreign > 0) foreign -= 1
      else if (place === 'inline' && name !== 'is') inline.close(name)
      else if (place === 'inline') {
        value = inline.take()
        place = 'cell'
      } else if (place === 'value') place = 'cell'
      else if (place === 'cell') closeCell()
      else if (place === 'row') closeRow()
      else if (place === 'sheetData') place = 'outside'
    },
    text(piece: string) {
      if (foreign > 0) return
      if (place === 'inline') inline.text(piece)
      if (place === 'value') value += piece
      if (value.length > sheetLimits.textCharacters) throw sheetProblems.tooLarge({ limit: '一格 3 万字' })
    },
  }
}

// The last row and column that a spreadsheet knows.
const lastRow = 1_048_576
const lastColumn = 16_384

// Hidden by hand or by a filter, or shown with no height.
const isHidden = ({ hidden, ht }: Attributes) => hidden === '1' || hidden === 'true' || Number(ht ?? 1) === 0

const is = (_: unknown) => true
const noResult: SheetFault = { fault: 'no-result' }

// The column of r="AB12", counted from 0.
function columnIn(address: string | undefined): number | undefined {
  if (address === undefined) return undefined
  let column = 0
  for (let at = 0; at < address.length; at++) {
    const code = address.charCodeAt(at) & ~32
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column === 0 ? undefined : Math.min(column, lastColumn) - 1
}

function cellOf(attributes: Attributes, value: string, { strings, days, from1904 }: Referred): Cell {
  const kind = attributes['t'] ?? 'n'
  if (value === '') return undefined
  if (kind === 's') return strings[Number(value)] || undefined
  if (kind === 'b') return value.trim() === '1' || value.trim() === 'true'
  if (kind === 'd') return { day: value.trim().slice(0, 10) }
  if (kind !== 'n') return unescaped(value)
  const number = Number(value)
  if (Number.isNaN(number)) return value
  const style = attributes['s']
  const day = style !== undefined && days[Number(style)] ? dayOfSerial(number, from1904) : undefined
  return day === undefined ? number : { day }
}
