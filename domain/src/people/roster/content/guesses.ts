import type { Cell, SheetRow } from '../../../sheet.ts'
import { isBlank, textOf } from '../cells.ts'
import type { DayGround } from '../dates.ts'
import { type Columns, fieldsOf, type RosterField, type RosterKind } from '../fields.ts'
import { kindsOfCells } from './kinds-of-cells.ts'

/** What a column may be, by what stands in it: of its cells looked at, how many fit. A guess is offered, never taken by itself. */
export interface Guess {
  readonly column: number
  readonly field: RosterField
  readonly fits: number
  readonly of: number
}

/** Guesses of a sheet, and the line that looks like its heads: one of the first in which none of the columns holds what it holds below; 0 for none. */
export interface Guessed {
  readonly guesses: readonly Guess[]
  readonly headRow: number
}

const looksAt = 40
const enough = 0.8

/**
 * Guesses the columns that no head explains from the rows below: identity numbers by their check character, phones, days, doors, names
 * by their family names. Each field goes to the column that fits it best; what a head named already is not guessed again, and a column
 * that only numbers the lines, by its head (`numbering`) or by counting on from line to line, is none of these.
 */
export function guessColumns(
  kind: RosterKind,
  rows: readonly SheetRow[],
  known: Columns,
  ground: DayGround,
  numbering: readonly number[] = [],
): Guessed {
  const guesses = guessesOf(kind, rows, known, ground, numbering)
  const kinds = kindsOfCells(kind, ground)
  const holds = ({ cells }: SheetRow) =>
    guesses.some(({ column, field }) => kinds.find((one) => one.field === field)?.fits(cells[column]) ?? false)
  const first = rows.findIndex(holds)
  const headRow = guesses.length > 0 && first > 0 && first < 5 ? (rows[first - 1]?.row ?? 0) : 0
  return headRow === 0 ? { guesses, headRow } : { guesses: guessesOf(kind, rows.slice(first), known, ground, numbering), headRow }
}

// 1, 2, 3 from line to line: rooms of a corridor count on, too, but begin at 101.
function countsOn(cells: readonly Cell[]): boolean {
  const numbers = cells.map((cell) => (/^[0-9]{1,4}$/.test(textOf(cell)) ? Number(textOf(cell)) : Number.NaN))
  return (
    numbers.length >= 3 && (numbers[0] ?? 100) < 100 && numbers.every((one, at) => at === 0 || one === (numbers[at - 1] ?? 0) + 1)
  )
}

function guessesOf(
  kind: RosterKind,
  rows: readonly SheetRow[],
  known: Columns,
  ground: DayGround,
  numbering: readonly number[],
): Guess[] {
  const lines = rows.slice(0, looksAt)
  const width = Math.max(0, ...lines.map(({ cells }) => cells.length))
  const free = new Set(Array.from({ length: width }, (_, column) => column))
  for (const column of [...Object.values(known), ...numbering]) free.delete(column)
  const inColumn = (column: number) => lines.map(({ cells }) => cells[column]).filter((cell) => !isBlank(cell))
  for (const column of [...free]) if (countsOn(inColumn(column))) free.delete(column)
  const guesses: Guess[] = []
  for (const { field, fits } of kindsOfCells(kind, ground)) {
    if (known[field] !== undefined || !fieldsOf[kind].includes(field)) continue
    const told = [...free].map((column) => {
      const cells = inColumn(column)
      return { column, field, fits: cells.filter(fits).length, of: cells.length }
    })
    const best = told.filter((one) => one.of >= 2 && one.fits >= one.of * enough).sort((a, b) => b.fits - a.fits)[0]
    if (!best) continue
    guesses.push(best)
    free.delete(best.column)
  }
  return guesses.sort((a, b) => a.column - b.column)
}
