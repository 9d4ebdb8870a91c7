import { type KeyboardEvent, type RefObject, useState } from 'react'

/** A place of the grid: row and column as drawn. */
interface At {
  readonly row: number
  readonly column: number
}

/** The nearest cell in a direction; `cells` hold their place in data-row and data-column. */
function nearest(cells: readonly HTMLElement[], from: At, key: string, whole: boolean): HTMLElement | undefined {
  const placed = cells.map((cell) => ({ cell, row: Number(cell.dataset.row), column: Number(cell.dataset.column) }))
  const sameRow = placed.filter((one) => one.row === from.row).sort((a, b) => a.column - b.column)
  if (key === 'Home') return (whole ? placed[0] : sameRow[0])?.cell
  if (key === 'End') return (whole ? placed : sameRow).at(-1)?.cell
  if (key === 'ArrowLeft') return sameRow.filter((one) => one.column < from.column).at(-1)?.cell
  if (key === 'ArrowRight') return sameRow.find((one) => one.column > from.column)?.cell
  const down = key === 'ArrowDown' || key === 'PageDown'
  const rows = [...new Set(placed.map((one) => one.row))].sort((a, b) => (down ? a - b : b - a))
  const beyond = rows.filter((row) => (down ? row > from.row : row < from.row))
  const row = key.startsWith('Page') ? (beyond[9] ?? beyond.at(-1)) : beyond[0]
  return placed
    .filter((one) => one.row === row)
    .sort((a, b) => Math.abs(a.column - from.column) - Math.abs(b.column - from.column))[0]?.cell
}

const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown']

/**
 * One grid for the keyboard: Tab comes in once, arrows move, Enter opens. Cells carry data-cell, data-row and
 * data-column; `isStop(id)` says which of them Tab stops at.
 */
export function useRove(grid: RefObject<HTMLElement | null>, first: string | undefined) {
  const [last, setLast] = useState<string>()
  return {
    isStop: (id: string, ids: ReadonlySet<string>) => id === (last !== undefined && ids.has(last) ? last : first),
    setLast,
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const cell = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-cell]') : null
      if (!cell || !keys.includes(event.key)) return
      event.preventDefault()
      const cells = [...(grid.current?.querySelectorAll<HTMLElement>('[data-cell]') ?? [])]
      const at = { row: Number(cell.dataset.row), column: Number(cell.dataset.column) }
      const to = nearest(cells, at, event.key, event.ctrlKey)
      if (!to) return
      setLast(to.dataset.cell)
      to.focus()
      to.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    },
  }
}
