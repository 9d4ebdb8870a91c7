import { dictionary } from '@wangdi/domain/reports/demands/dictionary.ts'
import { type LineName, reportLines } from '@wangdi/domain/reports/daily-report.ts'
import type { Hidden } from '@wangdi/domain/reports/small-figures/small-figures.ts'
import type { Day, Instant, PlaceCode } from '@wangdi/domain/schema.ts'
import { countyOf, type Db } from '../../platform/db.ts'
import { findCountedAt } from '../small-figures.queries.ts'
import { countsTold, type HiddenLines, hiddenInReports } from '../small-figures.ts'
import { listNewest, listSums, type PlaceSum } from '../sums.queries.ts'
import { countRegisters, findReportedDay } from './demand.queries.ts'

/** What the registers answer to a wanted item. */
export interface Answer {
  item: string
  figure: number | null
  day: Day | null
  why: 'figure' | 'names-stay' | 'not-reported' | Hidden
  /** When the registers were counted; null for figures of reports, and where they are counted as they stand. */
  counted_at: Instant | null
}

/** Figures for the held items of a demand at a place, from registers and frozen reports; of what is held as names, none leave. */
export async function answersFor(db: Db, items: readonly string[], place: PlaceCode, day: Day): Promise<Answer[]> {
  const asked = items.filter((item) => dictionary.has(item))
  const counts = asked.some((item) => /^(count|key-group)\./.test(item)) ? await countsFor(db, place, day) : nothingCounted
  const reported = asked.some((item) => item.startsWith('line.')) ? await findReportedDay(db, place, day) : undefined
  const sums = reported ? await sumsOf(db, place, reported) : []
  const isBelow = countyOf(db) === '' && place.length > 6
  const hidden: HiddenLines = reported && isBelow ? (await hiddenInReports(db, place.slice(0, 6), reported))(place) : new Map()
  return asked.map((item): Answer => {
    const none = { item, figure: null, day: null, counted_at: null }
    if (!dictionary.get(item)?.answers) return { ...none, why: 'names-stay' }
    if (!item.startsWith('line.')) {
      const { figure, hidden } = counts.told(item)
      return { item, figure, day, why: hidden ?? 'figure', counted_at: counts.at }
    }
    const line = item.slice('line.'.length) as LineName
    const away = hidden.get(line)?.[figureOf(line)] ?? null
    if (away) return { ...none, day: reported ?? null, why: away }
    const figure = lineFigure(sums, line)
    return figure === null ? { ...none, why: 'not-reported' } : { ...none, figure, day: reported ?? null, why: 'figure' }
  })
}

const nothingCounted = { told: () => ({ figure: 0, hidden: null }), at: null }

// Within the county the registers are counted as they stand; above it by county and day, and few people of one community are not told.
async function countsFor(
  db: Db,
  place: PlaceCode,
  day: Day,
): Promise<Pick<Awaited<ReturnType<typeof countsTold>>, 'told' | 'at'>> {
  if (countyOf(db) === '' && place.length >= 6) return countsTold(db, place, day)
  const counts = await countRegisters(db, place, day)
  const at = countyOf(db) === '' ? await findCountedAt(db, place, day) : null
  return { told: (item) => ({ figure: counts.get(item) ?? 0, hidden: null }), at }
}

async function sumsOf(db: Db, place: PlaceCode, day: Day): Promise<PlaceSum[]> {
  if (place.length < 9) return listSums(db, place, day, place.length === 6 ? 9 : 6)
  return (await listNewest(db, place.slice(0, 9), day)).filter((sum) => sum.place.startsWith(place))
}

// Held (people) stands third, done (work) second: what a caller means by "how many".
const figureOf = (line: LineName) => (reportLines[line].kind === 'work' ? 1 : 2)

function lineFigure(sums: readonly PlaceSum[], line: LineName): number | null {
  const at = figureOf(line)
  const values = sums.flatMap(({ sums: own }) => own.find((each) => each.line === line)?.figures[at] ?? [])
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0)
}
