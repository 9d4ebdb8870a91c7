import type { PlaceCode } from '../../schema.ts'
import type { ProgressFigure, ProgressName, ProgressRow } from './progress.ts'

/**
 * How far a figure is, as a board paints it. `absent`: nobody counted; `nothing`: counted, and nothing is asked, which is not the same
 * as done; `hidden`: of few people.
 */
export type Reached = 'all' | 'most' | 'much' | 'short' | 'behind' | 'nothing' | 'hidden' | 'absent'

/** From which share on (in percent) a figure is painted how; a setting of ours, no notice says it. */
export const shareSteps = { all: 98, most: 95, much: 90, short: 85 } as const

/** How far a place is with a figure. */
export function reachedOf(row: Pick<ProgressRow, 'counted' | 'figures'>, name: ProgressName): Reached {
  const figure = figureOf(row, name)
  if (!figure) return row.counted > 0 ? 'nothing' : 'absent'
  if (figure.hidden || figure.done === null || figure.due === null) return 'hidden'
  if (figure.due === 0) return 'nothing'
  const share = (figure.done / figure.due) * 100
  const step = (['all', 'most', 'much', 'short'] as const).find((one) => share >= shareSteps[one])
  return step ?? 'behind'
}

/** What is left of a figure: a count, or null where it is not told. */
export const leftOf = ({ done, due }: Pick<ProgressFigure, 'done' | 'due'>): number | null =>
  done === null || due === null ? null : due - done

/** One of a place's figures; undefined where it has none. */
export const figureOf = (row: Pick<ProgressRow, 'figures'>, name: ProgressName): ProgressFigure | undefined =>
  row.figures.find((figure) => figure.name === name)

const rank = (row: ProgressRow, name: ProgressName): number => {
  const figure = figureOf(row, name)
  if (!figure) return -2
  return leftOf(figure) ?? -1
}

/** Places by what is left of a figure, most first; then those of which it is not told, then those without it. */
export const byLeft = (rows: readonly ProgressRow[], name: ProgressName): ProgressRow[] =>
  [...rows].sort((a, b) => rank(b, name) - rank(a, name) || comparePlaces(a.place, b.place))

const comparePlaces = (a: PlaceCode, b: PlaceCode) => (a < b ? -1 : 1)

/** The places that are behind in a figure, most left first. */
export const behindIn = (rows: readonly ProgressRow[], name: ProgressName): ProgressRow[] =>
  byLeft(rows, name).filter((row) => rank(row, name) > 0)

/** How many places are how far. */
export function countReached(rows: readonly ProgressRow[], name: ProgressName): ReadonlyMap<Reached, number> {
  const counts = new Map<Reached, number>()
  for (const row of rows) {
    const reached = reachedOf(row, name)
    counts.set(reached, (counts.get(reached) ?? 0) + 1)
  }
  return counts
}
