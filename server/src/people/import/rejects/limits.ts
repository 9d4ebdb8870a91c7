import type { Cell } from '@wangdi/domain/sheet.ts'
import type { JudgedPage } from '../reading/judge-file.ts'

/** How much of the rejected rows of one file is kept to be corrected; of rows beyond it the number and the reason alone. */
export const rejectLimits = {
  rows: 5_000,
  /** Characters of all rows together; a cell counts as eight at least. */
  characters: 4_000_000,
  /** Characters of one cell: a spreadsheet itself takes no more. */
  cellCharacters: 32_767,
} as const

type Rejected = JudgedPage['rejected']

/** Bounds what is kept of the rejected rows of a file, page after page: a hostile file is rejected in its thread and weighs nowhere else. */
export function boundRejects(): (rejected: Rejected) => Rejected {
  let rows = 0
  let characters = 0
  return (rejected) =>
    rejected.map((one) => {
      const cells = one.cells.map(cut)
      const size = cells.reduce<number>((sum, cell) => sum + (typeof cell === 'string' ? Math.max(cell.length, 8) : 8), 0)
      if (rows === rejectLimits.rows || characters + size > rejectLimits.characters) return { ...one, cells: [] }
      rows += 1
      characters += size
      return { ...one, cells }
    })
}

// The end of a text may not be half a character.
const cut = (cell: Cell): Cell =>
  typeof cell === 'string' && cell.length > rejectLimits.cellCharacters
    ? cell.slice(0, rejectLimits.cellCharacters).toWellFormed()
    : cell
