import { addDays } from './day.ts'
import type { Day } from './schema.ts'

/** A cell that a sheet holds as a date. */
export interface SheetDay {
  readonly day: string
}

/** A formula whose result was not kept in the file: nobody can say what it shows. */
export interface SheetFault {
  readonly fault: 'no-result'
}

/** What one cell holds, as the sheet typed it; undefined is an empty cell. Formulas come as their last result, never as formulas; errors as their text. */
export type Cell = string | number | boolean | SheetDay | SheetFault | undefined

/** One line of a sheet: the number that a person sees beside it, and its cells from column A on. */
export interface SheetRow {
  readonly row: number
  readonly cells: readonly Cell[]
  /** A person who opens the sheet does not see this row: hidden by hand or by a filter. */
  readonly hidden?: true
  /** A quotation mark of the text ended nowhere and was read as a sign of it. */
  readonly fault?: 'quote'
}

/**
 * The day of a spreadsheet's serial number; undefined where it has none. From 1900, 1 is 1 January 1900, and 60 a 29 February that there
 * never was (ECMA-376 part 1, 18.17.4.1): up to it numbers lie one day off. From 1904, 0 is 1 January 1904.
 */
export function dayOfSerial(serial: number, from1904 = false): Day | undefined {
  const whole = Math.floor(serial)
  if (!(whole >= (from1904 ? 0 : 1)) || whole >= 2_958_466) return undefined
  if (from1904) return addDays('1904-01-01', whole)
  return whole === 60 ? undefined : addDays('1899-12-30', whole + (whole < 60 ? 1 : 0))
}
