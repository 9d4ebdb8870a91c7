import type { Cell, SheetRow } from '../../../sheet.ts'
import { isPhone, plainPhone } from '../../phone.ts'
import { cut, knownText, longestCell, textOf, whyFaulty } from '../cells.ts'
import type { Warn } from '../entry.ts'
import type { Columns, RosterField } from '../fields.ts'

/** The cells of one row by what they mean. */
export type Reading = (field: RosterField) => Cell

/** Reads cells of a row by field; a field without a column is empty. */
export const readingOf =
  (columns: Columns, row: SheetRow): Reading =>
  (field) => {
    const column = columns[field]
    return column === undefined ? undefined : row.cells[column]
  }

const phoneText = (field: string) => `${field}不像能打通的号码，没有收这个号，请补`

/** The number of a cell that can be called; one that cannot is told. */
export function phoneIn(cell: Cell, field: string, warn: Warn): string | undefined {
  const faulty = whyFaulty(cell)
  if (faulty !== undefined) warn('phone.invalid', `${field}${faulty}`)
  const shown = knownText(cell)
  if (shown === '') return undefined
  const numbers = shown.split(/[/;；,，、\n]+/).map(plainPhone)
  const phone = numbers.find(isPhone)
  if (phone === undefined) warn('phone.invalid', phoneText(field))
  return phone
}

/** A text as it is kept: no longer than a cell may be. */
export function bounded(cell: Cell, field: string, warn: Warn): string {
  const text = textOf(cell)
  if (text.length <= longestCell) return text
  warn('text.shortened', `${field}太长，只收了前 ${longestCell} 个字`)
  return cut(text, longestCell)
}
