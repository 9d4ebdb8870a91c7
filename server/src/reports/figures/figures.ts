import { doorText } from '@wangdi/domain/places/door-plate.ts'
import { type Contradiction, contradictionsOf } from '@wangdi/domain/reports/contradictions.rules.ts'
import {
  type AnyLine,
  type Figures,
  isHouseLine,
  type LineName,
  type ReportLine,
  reportLines,
} from '@wangdi/domain/reports/daily-report.ts'
import { behindPeople, behindWork, peopleFigures, type Task, workFigures } from '@wangdi/domain/reports/figures.rules.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Db } from '../../platform/db.ts'
import { listDoorsAt, listPeopleAt } from './figures.queries.ts'
import { readRegister, type Register } from './register.ts'

/** The figures of all lines on a day; null for a line that the rules in force do not ask. */
export function figuresOf(register: Register, day: Day): Map<LineName, Figures | null> {
  return new Map(
    (Object.keys(reportLines) as LineName[]).map((name) => {
      if (name === 'gates') return [name, null]
      const told = register.told.get(name)
      if (told) return [name, told]
      return [
        name,
        reportLines[name].kind === 'people'
          ? peopleFigures(register.spans.get(name) ?? [], day)
          : workFigures(register.tasks.get(name) ?? []),
      ]
    }),
  )
}

/** What of a day's lines the registers contradict. */
export const contradictionsIn = (register: Register, lines: readonly ReportLine[], day: Day): Contradiction[] =>
  contradictionsOf(lines, register.spans, { ...register, day })

/** Who or which doors stand behind one figure of a line. */
export const idsBehind = (register: Register, day: Day, line: AnyLine, figure: number): Id[] =>
  !isHouseLine(line) || reportLines[line].kind === 'people'
    ? behindPeople(register.spans.get(line) ?? [], day, figure as 0)
    : behindWork(register.tasks.get(line) ?? [], figure)

/** Those behind a figure of a line with name and door, by door. */
export async function listMembers(db: Db, line: AnyLine, ids: readonly Id[]) {
  if (ids.length === 0) return []
  const doors = line === 'survey' || line === 'key-persons'
  const rows = doors ? await listDoorsAt(db, ids) : await listPeopleAt(db, ids)
  return rows.map((row) => ({
    id: row.id,
    kind: doors ? ('dwelling' as const) : ('person' as const),
    name: row.name,
    door: doorText(row.door),
    note: '',
  }))
}

/** What is to be done on a day, line by line of the work section, and what of it is done. */
export const tasksOf = async (
  db: Db,
  community: PlaceCode,
  day: Day,
  now: Date,
): Promise<ReadonlyMap<LineName, readonly Task[]>> => (await readRegister(db, community, day, now)).tasks
