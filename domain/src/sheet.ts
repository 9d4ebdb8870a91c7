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
