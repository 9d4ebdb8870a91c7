import { type AnyLine, type Figures, type LineName, reportLines } from '@wangdi/domain/reports/daily-report.ts'
import { type OwnSum, sumsOf } from '@wangdi/domain/reports/own-sums.rules.ts'
import { cellOf, type Hidden, hideInCounty } from '@wangdi/domain/reports/small-figures/small-figures.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Db } from '../platform/db.ts'
import { countCommunitiesOf, findLeastCount } from './small-figures.queries.ts'
import { listNewest, listOwnWithin, listSums, type LineSum } from './sums.queries.ts'

/** Figures of a line that add up: people in all are those held and those ended; due is done and left. */
const sumsOfLine = (line: LineName): readonly (readonly number[])[] =>
  reportLines[line].kind === 'people' ? [[1, 2, 3]] : [[0, 1, 2]]
// Doors gone round and passes at gates are no figures of people.
const isOfPeople = (line: LineName) => line !== 'survey' && line !== 'gates'

/** Why the figures of a place's lines are not told, by line; lines of which all are told are left out. */
export type HiddenLines = ReadonlyMap<LineName, readonly (Hidden | null)[]>

/** Of each place of a county, why figures of its reports that day are not told above the county. */
export async function hiddenInReports(db: Db, county: PlaceCode, day: Day): Promise<(place: PlaceCode) => HiddenLines> {
  const least = await findLeastCount(db)
  const known = [
    ...(await listSums(db, county, day, 6)),
    ...(await listSums(db, county, day, 9)),
    ...(await listNewest(db, county, day)),
  ]
  const byLine = new Map<LineName, Map<string, Hidden>>()
  for (const line of (Object.keys(reportLines) as LineName[]).filter(isOfPeople)) {
    const rows = new Map(known.map(({ place, sums }) => [place, sums.find((sum) => sum.line === line)?.figures ?? []]))
    byLine.set(line, hideInCounty(county, rows, sumsOfLine(line), least))
  }
  return (place) =>
    new Map(
      [...byLine].flatMap(([line, hidden]): [LineName, (Hidden | null)[]][] => {
        const all = [0, 1, 2, 3].map((nth) => hidden.get(cellOf(place, nth)) ?? null)
        return all.some((one) => one !== null) ? [[line, all]] : []
      }),
    )
}

/** What figures of a line of a notice add up to, as those of the house. */
const sumsOfOwn = { people: [[1, 2, 3]], work: [[0, 1, 2]], asked: [], told: [] } as const

/** A sum of a line that a notice brings, with why figures of it are not told where some are not. */
export type OwnSumTold = OwnSum & { readonly hidden?: (Hidden | null)[] }

/**
 * The sums of lines that notices bring, of each place of a county, as they are told above it. Of a count that a person says nobody knows
 * whether it is of people, so that it is held back where it is small like any other.
 */
export async function ownToldIn(db: Db, county: PlaceCode, day: Day): Promise<(place: PlaceCode) => OwnSumTold[]> {
  const least = await findLeastCount(db)
  const within = new Map([...(await listOwnWithin(db, county, day))].map(([code, tallies]) => [code, sumsOf(tallies)]))
  const cellsOf = new Map<AnyLine, Map<string, Hidden>>()
  for (const { line, own } of within.get(county) ?? []) {
    const rows = new Map([...within].map(([code, sums]) => [code, sums.find((sum) => sum.line === line)?.figures ?? []]))
    cellsOf.set(line, hideInCounty(county, rows, sumsOfOwn[own.of], least))
  }
  return (place) =>
    (within.get(place) ?? []).map((sum) => {
      const cells = cellsOf.get(sum.line)
      // A line that the county does not sum is told of no place in it.
      const hidden = [0, 1, 2, 3].map((nth) => (cells ? (cells.get(cellOf(place, nth)) ?? null) : ('withheld' as const)))
      if (hidden.every((one) => one === null)) return sum
      return { ...sum, figures: sum.figures.map((figure, nth) => (hidden[nth] ? null : figure)) as Figures, hidden }
    })
}

/** The sums of a place without what is not told of them. */
export const withoutHidden = (sums: readonly LineSum[], hidden: HiddenLines) =>
  sums.map((sum) => {
    const away = hidden.get(sum.line)
    if (!away) return sum
    return { ...sum, figures: sum.figures.map((figure, nth) => (away[nth] ? null : figure)) as Figures, hidden: [...away] }
  })

/** What is counted of people, of whom few are not told; dwellings are none. */
const isCountOfPeople = (item: string) => item !== 'count.dwellings' && item !== 'count.vacant'

/** A count of a place in a county as it is told above: the figure, or why not. */
export async function countsTold(db: Db, place: PlaceCode, day: Day) {
  const county = place.slice(0, 6)
  const least = await findLeastCount(db)
  const { counts, at } = await countCommunitiesOf(db, county, day)
  const communities = new Set([...counts.values()].flatMap((known) => [...known.keys()]))
  if (place.length === 12) communities.add(place)
  const told = (item: string): { figure: number | null; hidden: Hidden | null } => {
    const rows = new Map<PlaceCode, number[]>()
    for (const community of communities) {
      const value = counts.get(item)?.get(community) ?? 0
      for (const code of [community, community.slice(0, 9), county]) rows.set(code, [(rows.get(code)?.[0] ?? 0) + value])
    }
    const hidden = isCountOfPeople(item) ? (hideInCounty(county, rows, [], least).get(cellOf(place)) ?? null) : null
    return { figure: hidden ? null : (rows.get(place)?.[0] ?? 0), hidden }
  }
  return { told, at }
}
