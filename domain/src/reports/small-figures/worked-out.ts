/** One sum: the first of these cells is what the others come to. */
export type Equation = readonly string[]

/** Coefficients of one sum, by hidden cell; what is told is a number and drops out. */
type Row = Map<string, number>

/**
 * The hidden cells that somebody could work out who knows all others and every sum: those that are left alone in a row when all
 * sums are solved together (Gauss and Jordan's elimination). That no sum by itself gives a cell away is not enough.
 */
export function workedOut(hidden: ReadonlySet<string>, equations: readonly Equation[]): Set<string> {
  const solved = new Map<string, Row>()
  for (const equation of equations) {
    const row: Row = new Map()
    for (const [nth, cell] of equation.entries()) if (hidden.has(cell)) add(row, cell, nth === 0 ? -1 : 1)
    for (const cell of [...row.keys()]) reduce(row, solved.get(cell), cell)
    const [pivot] = row.keys()
    if (pivot === undefined) continue
    const by = row.get(pivot) ?? 1
    for (const [cell, value] of row) row.set(cell, value / by)
    for (const other of solved.values()) reduce(other, row, pivot)
    solved.set(pivot, row)
  }
  return new Set([...solved].flatMap(([pivot, row]) => (row.size === 1 ? [pivot] : [])))
}

function reduce(row: Row, by: Row | undefined, pivot: string): void {
  const factor = row.get(pivot)
  if (!by || factor === undefined) return
  for (const [cell, value] of by) add(row, cell, -factor * value)
}

function add(row: Row, cell: string, value: number): void {
  const sum = (row.get(cell) ?? 0) + value
  if (Math.abs(sum) < 1e-9) row.delete(cell)
  else row.set(cell, sum)
}
