import type { Cell, SheetRow } from '@wangdi/domain/sheet.ts'
import type { Merge } from './workbook-parts.ts'

/** Gives every row of a merged range the cell of its first row: what a person sees when reading the line. Rows come in order. */
export function fillDown(merges: readonly Merge[]): (row: SheetRow) => SheetRow {
  const byTop = new Map<number, Merge[]>()
  for (const merge of merges) byTop.set(merge.top, [...(byTop.get(merge.top) ?? []), merge])
  const tops = [...byTop.keys()].sort((a, b) => a - b)
  const running = new Map<number, { bottom: number; cell: Cell }>()
  let next = 0
  return (row) => {
    for (; next < tops.length && (tops[next] ?? 0) <= row.row; next++) {
      const top = tops[next] ?? 0
      for (const merge of byTop.get(top) ?? []) {
        running.set(merge.column, { bottom: merge.bottom, cell: top === row.row ? row.cells[merge.column] : undefined })
      }
    }
    if (running.size === 0) return row
    const cells = [...row.cells]
    for (const [column, { bottom, cell }] of running) {
      if (bottom < row.row) running.delete(column)
      else if (cell !== undefined && (cells[column] === undefined || cells[column] === '')) cells[column] = cell
    }
    return { row: row.row, cells: Array.from(cells) }
  }
}
