import { addDays, shanghaiInstant } from '@wangdi/domain/day.ts'
import { countyOf } from '@wangdi/domain/place-code.ts'
import { type Figures, type LineName, type ReportLine, reportLines, usualDeadlines } from '@wangdi/domain/reports/daily-report.ts'
import { lineOf } from '@wangdi/domain/reports/daily-report.rules.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import { planFor } from '@wangdi/policy/engine/plan.ts'
import type { Db } from '../platform/db.ts'
import { getPacks } from '../platform/packs.ts'
import { factsOf } from '../regimes/index.ts'
import { figuresOf } from './figures/figures.ts'
import { type LineBrought, linesOfKinds, ownFigures, ownLine } from './figures/own-lines.ts'
import { readRegister, type Register } from './figures/register.ts'
import { findDeadlines, listFrozen, listSaid } from './reports.queries.ts'

/** A community's day as its records say it now. */
export interface LiveDay {
  readonly register: Register
  readonly lines: ReportLine[]
}

interface OfDay {
  readonly community: PlaceCode
  readonly day: Day
  readonly now: Date
}

// What a line of a notice said on the day before is known where that was reported.
async function figuresKept(db: Db, community: PlaceCode, day: Day): Promise<ReadonlyMap<string, Figures>> {
  const [newest] = await listFrozen(db, community, day)
  return new Map((newest?.lines ?? []).map(({ name, figures }) => [name, figures]))
}

// The lines that kinds of the house bring whose function is open, and those of the notices in force, on a community's day.
async function linesBrought(db: Db, community: PlaceCode, day: Day): Promise<readonly LineBrought[]> {
  const { lines, functions } = planFor(getPacks(), await factsOf(db, community, day), community, day)
  return [...linesOfKinds.filter(({ needs }) => !needs || functions[needs].open), ...lines]
}

/** A line that a kind or a notice in force brings on a community's day; undefined where none brings one of that name. */
export const findOwnLine = async (db: Db, community: PlaceCode, day: Day, name: string): Promise<LineBrought | undefined> =>
  (await linesBrought(db, community, day)).find((line) => line.name === name)

/** The lines that kinds and the notices in force bring on a community's day, after those of the house, as the report says them. */
async function ownLinesOf(db: Db, { community, day, now }: OfDay, register: Register): Promise<ReportLine[]> {
  const lines = await linesBrought(db, community, day)
  const said = await listSaid(db, community, day)
  const before = await figuresKept(db, community, addDays(day, -1))
  const own: ReportLine[] = []
  for (const line of lines) {
    const figures = await ownFigures(db, line, { community, day, now, register, said: said.get(line.name) })
    own.push(lineOf(line.name, figures, said.get(line.name), before.get(line.name) ?? null, ownLine(line)))
  }
  return own
}

/** The live lines of a community's day, computed from records, with what named persons said of them, and the records they stand on. */
export async function liveDay(db: Db, community: PlaceCode, day: Day, now: Date): Promise<LiveDay> {
  const register = await readRegister(db, community, day, now)
  const dayBefore = addDays(day, -1)
  const [figures, before, said] = [
    figuresOf(register, day),
    figuresOf(await readRegister(db, community, dayBefore, now), dayBefore),
    await listSaid(db, community, day),
  ]
  const lines = (Object.keys(reportLines) as LineName[]).map((name) =>
    lineOf(name, figures.get(name) ?? null, said.get(name), before.get(name) ?? null),
  )
  return { register, lines: [...lines, ...(await ownLinesOf(db, { community, day, now }, register))] }
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
