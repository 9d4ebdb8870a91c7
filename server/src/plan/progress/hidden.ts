import { type ProgressFigure, type ProgressName, progressFigures } from '@wangdi/domain/plan/progress/progress.ts'
import { cellOf, type Hidden, hideInCounty } from '@wangdi/domain/reports/small-figures/small-figures.ts'
import type { PlaceCode } from '@wangdi/domain/schema.ts'
import type { Counted } from './progress.queries.ts'

/** Figures of places of one county, each place with its street's and the county's sums beside. */
type Known = ReadonlyMap<PlaceCode, ReadonlyMap<ProgressName, Counted>>

/** Why a figure of a place is not told above the county. */
export type WhyHidden = (place: PlaceCode, name: ProgressName) => Hidden | null

/** Due is done and left. */
const sumsOfRow = [[0, 1, 2]]

/** Which figures of a county's communities and streets are not told above it, by the rule that hides figures of reports. */
export function hiddenIn(county: PlaceCode, communities: Known, least: number): WhyHidden {
  const byName = new Map<ProgressName, Map<string, Hidden>>()
  for (const name of (Object.keys(progressFigures) as ProgressName[]).filter((one) => progressFigures[one].people)) {
    const rows = new Map<PlaceCode, number[]>()
    for (const [place, figures] of communities) {
      const { done, due } = figures.get(name) ?? { done: 0, due: 0 }
      for (const code of [place, place.slice(0, 9), county])
        rows.set(
          code,
          [due, done, due - done].map((value, nth) => value + (rows.get(code)?.[nth] ?? 0)),
        )
    }
    byName.set(name, hideInCounty(county, rows, sumsOfRow, least))
  }
  // One of the three kept back keeps back the row: what is left of it would be read for the whole.
  return (place, name) => {
    const cells = [0, 1, 2].map((nth) => byName.get(name)?.get(cellOf(place, nth)))
    return cells.find((why) => why === 'few') ?? cells.find((why) => why !== undefined) ?? null
  }
}

/** Figures as they are told, in the order of the board; those that are hidden without their numbers. */
export const told = (
  place: PlaceCode,
  figures: ReadonlyMap<ProgressName, Counted>,
  why: WhyHidden = () => null,
): ProgressFigure[] =>
  (Object.keys(progressFigures) as ProgressName[]).flatMap((name) => {
    const counted = figures.get(name)
    if (!counted) return []
    const hidden = why(place, name)
    return [hidden ? { name, done: null, due: null, of: counted.of, hidden } : { name, ...counted, hidden: null }]
  })
