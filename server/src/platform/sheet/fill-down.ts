import type { Cell, SheetRow } from '@wangdi/domain/sheet.ts'
import type { Merge } from './xlsx/merges.ts'

/** Gives every row of a merged range the cell of its first row: what a person sees when reading the line. Rows come in order. */
export function fillDown(merges: readonly Merge[]): (row: SheetRow) => SheetRow {
  const inOrder = [...merges].sort((one, other) => one.top - other.top)
  const running = new Map<number, { bottom: number; cell: Cell }>()
  let next = 0
  return (row) => {
    for (let merge = inOrder[next]; merge && merge.top <= row.row; merge = inOrder[++next]) {
      running.set(merge.column, { bottom: merge.bottom, cell: merge.top === row.row ? row.cells[merge.column] : undefined })
    }
    if (running.size === 0) return row
    const cells = [...row.cells]
    for (const [column, { bottom, cell }] of running) {
      if (bottom < row.row) running.delete(column)
      else if (cell !== undefined && (cells[column] === undefined || cells[column] === '')) cells[column] = cell
    }
    return { ...row, cells: Array.from(cells) }
  }
}
