/** A cell that a sheet holds as a date. */
export interface SheetDay {
  readonly day: string
}

/** What one cell holds, as the sheet typed it; undefined is an empty cell. Formulas come as their last result, never as formulas. */
export type Cell = string | number | boolean | SheetDay | undefined

/** One line of a sheet: the number that a person sees beside it, and its cells from column A on. */
export interface SheetRow {
  readonly row: number
  readonly cells: readonly Cell[]
}
