import type { PlaceCode } from '../../schema.ts'
import { type Equation, workedOut } from './worked-out.ts'

/** Why a figure is not told: it is of fewer people than the least count, or such a figure could be worked out from it. */
export type Hidden = 'few' | 'withheld'

/**
 * The least count where the installation sets none. A setting of ours: no national number was found; statistical offices
 * commonly hold back counts below three to ten.
 */
export const usualLeast = 5

/**
 * Which cells are not told. `few` are those from 1 to below the least count; of each sum in which one cell alone is hidden, the
 * smallest other that is not zero is withheld with it, until no sum gives a hidden cell away. Zero is told: that there is
 * nobody is no fact about anybody. Cells in `open` are told elsewhere anyway and never hidden, those in `away` always.
 */
export function hideSmall(
  cells: ReadonlyMap<string, number>,
  equations: readonly Equation[],
  least: number,
  { open = new Set<string>(), away = [] }: { open?: ReadonlySet<string>; away?: readonly string[] } = {},
): Map<string, Hidden> {
  const hidden = new Map<string, Hidden>(away.map((cell) => [cell, 'withheld']))
  for (const [cell, value] of cells) if (value >= 1 && value < least && !open.has(cell)) hidden.set(cell, 'few')
  const sums = equations.map((equation) => equation.filter((cell) => cells.has(cell)))
  const withhold = (sum: Equation, mayBeZero = false) => {
    const next = smallest(
      sum.filter((cell) => !hidden.has(cell) && !open.has(cell)),
      cells,
      mayBeZero,
    )
    if (next !== undefined) hidden.set(next, 'withheld')
    return next !== undefined
  }
  // Sums that give a cell away by themselves first, since they are most; then those that do so together.
  for (let more = true; more; ) {
    more = false
    for (const sum of sums) if (sum.filter((cell) => hidden.has(cell)).length === 1 && withhold(sum)) more = true
    if (more) continue
    for (const cell of workedOut(new Set(hidden.keys()), sums)) {
      if (hidden.get(cell) !== 'few') continue
      const near = sums.filter((sum) => sum.includes(cell)).flat()
      more = withhold(near) || withhold(near, true) || withhold([...cells.keys()]) || more
    }
  }
  return hidden
}

// Parts before wholes: of two that are as small, the part says less.
function smallest(candidates: readonly string[], cells: ReadonlyMap<string, number>, mayBeZero: boolean): string | undefined {
  const filled = mayBeZero ? candidates : candidates.filter((cell) => (cells.get(cell) ?? 0) > 0)
  return [...filled].sort((a, b) => (cells.get(a) ?? 0) - (cells.get(b) ?? 0) || b.length - a.length || a.localeCompare(b))[0]
}

/** The name of one cell: a place and which of its figures. */
export const cellOf = (place: PlaceCode, figure = 0): string => `${place}:${figure}`

/** How the figures of one county hang together: each place is the sum of those below it, and a row of figures has sums of its own. */
export function hideInCounty(
  county: PlaceCode,
  rows: ReadonlyMap<PlaceCode, readonly (number | null)[]>,
  sumsOfRow: readonly (readonly number[])[],
  least: number,
): Map<string, Hidden> {
  const width = Math.max(1, ...[...rows.values()].map((row) => row.length))
  const figures = Array.from({ length: width }, (_, nth) => nth)
  const cells = new Map<string, number>()
  for (const [place, row] of rows)
    for (const nth of figures) {
      const value = row[nth]
      if (value !== null && value !== undefined) cells.set(cellOf(place, nth), value)
    }
  const below = new Map<PlaceCode, PlaceCode[]>()
  for (const place of rows.keys()) {
    if (place === county) continue
    const above = place.length === 12 ? place.slice(0, 9) : county
    below.set(above, [...(below.get(above) ?? []), place])
  }
  const columns = figures.flatMap((nth) =>
    [...below].map(([place, parts]): Equation => [cellOf(place, nth), ...parts.map((part) => cellOf(part, nth))]),
  )
  const inRows = [...rows.keys()].flatMap((place) => sumsOfRow.map((sum): Equation => sum.map((nth) => cellOf(place, nth))))
  // What a county comes to is no figure of one community: the levels above count with it, and it is told whole.
  const open = new Set(figures.map((nth) => cellOf(county, nth)))
  // Where all of a county are fewer than the least count, even the zeros beside would say in which community they are; and so would
  // the zeros of the figures that add up with it.
  const isFew = (nth: number) => (cells.get(cellOf(county, nth)) ?? 0) >= 1 && (cells.get(cellOf(county, nth)) ?? 0) < least
  const few = figures.filter((nth) => isFew(nth) || sumsOfRow.some((sum) => sum.includes(nth) && sum.some(isFew)))
  const away = [...rows.keys()].filter((place) => place !== county).flatMap((place) => few.map((nth) => cellOf(place, nth)))
  return hideSmall(cells, [...columns, ...inRows], least, { open, away })
}
