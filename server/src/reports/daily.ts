import { addDays, shanghaiInstant } from '@wangdi/domain/day.ts'
import { countyOf } from '@wangdi/domain/place-code.ts'
import { type LineName, type ReportLine, reportLines, usualDeadlines } from '@wangdi/domain/reports/daily-report.ts'
import { lineOf } from '@wangdi/domain/reports/daily-report.rules.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Db } from '../platform/db.ts'
import { figuresOf } from './figures.ts'
import { findDeadlines, listSaid } from './reports.queries.ts'

/** The live lines of a community's day, computed from records, with what named persons said of them. */
export async function liveLines(db: Db, community: PlaceCode, day: Day, now: Date): Promise<ReportLine[]> {
  const [figures, before, said] = [
    await figuresOf(db, community, day, now),
    await figuresOf(db, community, addDays(day, -1), now),
    await listSaid(db, community, day),
  ]
  return (Object.keys(reportLines) as LineName[]).map((name) =>
    lineOf(name, figures.get(name) ?? null, said.get(name), before.get(name) ?? null),
  )
}

type Level = keyof typeof usualDeadlines

/** By when each level reports a day: the county's own hours, else the usual ones. */
export async function deadlinesOf(db: Db, community: PlaceCode, day: Day): Promise<{ level: Level; at: string; time: string }[]> {
  const own = await findDeadlines(db, countyOf(community))
  return (Object.keys(usualDeadlines) as Level[]).map((level) => {
    const time = own[level] ?? usualDeadlines[level]
    return { level, time, at: shanghaiInstant(day, time) }
  })
}
