import { dictionary } from '@wangdi/domain/reports/demands/dictionary.ts'
import { type LineName, reportLines } from '@wangdi/domain/reports/daily-report.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Db } from '../../platform/db.ts'
import { listNewest, listSums, type PlaceSum } from '../sums.queries.ts'
import { countRegisters, findReportedDay } from './demand.queries.ts'

/** What the registers answer to a wanted item. */
export interface Answer {
  item: string
  figure: number | null
  day: Day | null
  why: 'figure' | 'names-stay' | 'not-reported'
}

/** Figures for the held items of a demand at a place, from registers and frozen reports; of what is held as names, none leave. */
export async function answersFor(db: Db, items: readonly string[], place: PlaceCode, day: Day): Promise<Answer[]> {
  const asked = items.filter((item) => dictionary.has(item))
  const counts = asked.some((item) => /^(count|key-group)\./.test(item)) ? await countRegisters(db, place, day) : new Map()
  const reported = asked.some((item) => item.startsWith('line.')) ? await findReportedDay(db, place, day) : undefined
  const sums = reported ? await sumsOf(db, place, reported) : []
  return asked.map((item): Answer => {
    if (!dictionary.get(item)?.answers) return { item, figure: null, day: null, why: 'names-stay' }
    if (!item.startsWith('line.')) return { item, figure: counts.get(item) ?? 0, day, why: 'figure' }
    const figure = lineFigure(sums, item.slice('line.'.length) as LineName)
    return figure === null
      ? { item, figure, day: null, why: 'not-reported' }
      : { item, figure, day: reported ?? null, why: 'figure' }
  })
}

async function sumsOf(db: Db, place: PlaceCode, day: Day): Promise<PlaceSum[]> {
  if (place.length < 9) return listSums(db, place, day, place.length === 6 ? 9 : 6)
  return (await listNewest(db, place.slice(0, 9), day)).filter((sum) => sum.place.startsWith(place))
}

// Held (people) stands third, done (work) second: what a caller means by "how many".
function lineFigure(sums: readonly PlaceSum[], line: LineName): number | null {
  const at = reportLines[line].kind === 'work' ? 1 : 2
  const values = sums.flatMap(({ sums: own }) => own.find((each) => each.line === line)?.figures[at] ?? [])
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0)
}
