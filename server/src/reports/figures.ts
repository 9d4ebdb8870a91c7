import { addDays, shanghaiDay } from '@wangdi/domain/day.ts'
import { judgeSlots } from '@wangdi/domain/observation/slots.rules.ts'
import { doorText } from '@wangdi/domain/places/places.ts'
import { type Figures, type LineName, reportLines } from '@wangdi/domain/reports/daily-report.ts'
import {
  behindPeople,
  behindWork,
  peopleFigures,
  type Span,
  type Task,
  workFigures,
} from '@wangdi/domain/reports/figures.rules.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Db } from '../platform/db.ts'
import { linesOf, listDueDwellings, listRounds } from '../rounds/index.ts'
import {
  type ArrivalRow,
  listArrivals,
  listDoorsAt,
  listPeopleAt,
  listReadings,
  listStatedCases,
  listStays,
  type ReadingRow,
  type StayRow,
} from './figures.queries.ts'

/** What stands behind the lines of a day: spans of people, tasks, or figures that were told as a number. */
interface Register {
  readonly spans: Map<LineName, Span[]>
  readonly tasks: Map<LineName, Task[]>
  readonly told: Map<LineName, Figures>
}

const placeLines = { home: 'home-isolation', monitoring: 'home-monitoring', central: 'central-isolation' } as const
const originLines: Record<string, LineName> = {
  abroad: 'from-abroad',
  high: 'from-high-risk',
  medium: 'from-medium-risk',
  low: 'from-elsewhere',
  unknown: 'from-elsewhere',
}

/** Reads the registers once for all lines of a community's day. */
async function readRegister(db: Db, community: PlaceCode, day: Day, now: Date): Promise<Register> {
  const stays = await listStays(db, community, day)
  const readings = await listReadings(db, community, day)
  const arrivals = await listArrivals(db, community, day)
  const spans = new Map<LineName, Span[]>()
  const add = (line: LineName, span: Span) => spans.set(line, [...(spans.get(line) ?? []), span])
  const stayOf = staysByArrival(stays, arrivals)
  for (const stay of stays) {
    for (const phase of stay.phases) {
      // Days may be counted from before the order; somebody is new on the day it was made.
      const from = later(phase.from, decidedOn(stay))
      if (from <= phase.until)
        add(placeLines[phase.where], { id: stay.person, from, to: earlier(addDays(phase.until, 1), endDay(stay)) })
    }
    if (stay.kind === 'close-contact') add('close-contacts', { id: stay.person, from: firstDay(stay), to: endOf(stay) })
  }
  for (const arrival of arrivals) {
    const stay = stayOf.get(arrival.id)
    // Without an order nobody is held: arriving alone restricts nobody.
    add(originLines[arrival.origin_kind] ?? 'from-elsewhere', {
      id: arrival.person,
      from: arrival.arrived_on,
      to: stay ? endOf(stay) : arrival.arrived_on,
      ...(stay ? { heldFrom: later(arrival.arrived_on, firstDay(stay)) } : {}),
    })
  }
  for (const span of feverSpans(readings)) add('fever-or-symptoms', span)
  const tasks = new Map<LineName, Task[]>([
    ['morning-readings', readingTasks(stays, readings, day, 'morning', now)],
    ['evening-readings', readingTasks(stays, readings, day, 'evening', now)],
    ['survey', await surveyTasks(db, community, day)],
    ['key-persons', await contactTasks(db, community, day)],
  ])
  return { spans, tasks, told: new Map([['confirmed-cases', casesTold(await listStatedCases(db, community, day), day)]]) }
}

const endDay = (stay: StayRow): Day | null => (stay.ended_at ? shanghaiDay(stay.ended_at.getTime()) : null)
const earlier = (one: Day, other: Day | null): Day => (other !== null && other < one ? other : one)
const endOf = (stay: StayRow): Day => earlier(addDays(stay.last_day, 1), endDay(stay))
const decidedOn = (stay: StayRow): Day => shanghaiDay(stay.decided_at.getTime())
const firstDay = (stay: StayRow): Day => later(stay.phases[0]?.from ?? decidedOn(stay), decidedOn(stay))

// The stay that an arrival led to: the one that names it, else one of the same person that names none and lasts beyond it.
function staysByArrival(stays: readonly StayRow[], arrivals: readonly ArrivalRow[]): Map<Id, StayRow> {
  const arrivalsOf = Map.groupBy(arrivals, ({ person }) => person)
  const found = new Map<Id, StayRow>()
  for (const stay of stays) {
    const before = (arrivalsOf.get(stay.person) ?? []).filter(({ arrived_on }) => arrived_on <= stay.last_day)
    const arrival = stay.arrival ?? before.reduce<ArrivalRow | undefined>(newer, undefined)?.id
    if (arrival !== undefined && (stay.arrival !== null || !found.has(arrival))) found.set(arrival, stay)
  }
  return found
}

const newer = (one: ArrivalRow | undefined, other: ArrivalRow) =>
  one === undefined || other.arrived_on > one.arrived_on ? other : one

/** A person is new on the first day of an abnormal reading and held until a doctor's answer closes it. */
function feverSpans(readings: readonly ReadingRow[]): Span[] {
  return readings.filter(isAbnormal).map((reading) => ({
    id: reading.person,
    from: reading.day,
    to: reading.answered_on ? later(addDays(reading.day, 1), shanghaiDay(reading.answered_on.getTime())) : null,
  }))
}

const later = (one: Day, other: Day) => (one > other ? one : other)
const isAbnormal = (reading: ReadingRow) =>
  (reading.temperature !== null && Number(reading.temperature) >= Number(reading.fever)) || (reading.symptoms?.length ?? 0) > 0

function readingTasks(
  stays: readonly StayRow[],
  readings: readonly ReadingRow[],
  day: Day,
  half: 'morning' | 'evening',
  now: Date,
): Task[] {
  return stays.flatMap((stay) => {
    const own = readings
      .filter((reading) => reading.observation === stay.id)
      .map((reading) => ({
        ...reading,
        taken_at: reading.taken_at.toISOString(),
        temperature: reading.temperature === null ? null : Number(reading.temperature),
        not_measured: reading.not_measured as never,
      }))
    const asked = { ...stay, decided_at: stay.decided_at.toISOString(), ended_at: stay.ended_at?.toISOString() ?? null }
    return judgeSlots(asked, own, now.toISOString())
      .filter((slot) => slot.day === day && slot.half === half)
      .map((slot) => ({ id: stay.person, done: slot.state === 'done' || slot.state === 'abnormal' }))
  })
}

/** Doors of the survey that is open on the day; none open is nothing due. */
async function surveyTasks(db: Db, community: PlaceCode, day: Day): Promise<Task[]> {
  const survey = (await listRounds(db, community, day)).find((round) => round.kind === 'survey')
  if (!survey) return []
  return (await linesOf(db, survey, day))
    .filter((line) => line.standing !== 'outside')
    .map((line) => ({ id: line.dwelling, done: line.standing !== 'not-reached' }))
}

/** Doors where a key person was due in the morning; done when a visit of the day took them off the list. */
async function contactTasks(db: Db, community: PlaceCode, day: Day): Promise<Task[]> {
  const left = new Set(await listDueDwellings(db, community, day, day))
  return (await listDueDwellings(db, community, day, addDays(day, -1))).map((id) => ({ id, done: !left.has(id) }))
}

/** The CDC's word as a line: what was never told is no figure, and a day without a new word adds none. */
function casesTold(stated: readonly { day: Day; value: string }[], day: Day): Figures {
  const [newest, before] = stated
  if (!newest) return [0, 0, null, null]
  const added = newest.day === day ? Number(newest.value) - Number(before?.value ?? 0) : 0
  return [Math.max(0, added), Number(newest.value), null, null]
}

/** The figures of all lines on a day; null for a line that the rules in force do not ask. */
export async function figuresOf(db: Db, community: PlaceCode, day: Day, now: Date): Promise<Map<LineName, Figures | null>> {
  const register = await readRegister(db, community, day, now)
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

/** Who or which doors stand behind one figure, by door. */
export async function listMembers(db: Db, community: PlaceCode, day: Day, line: LineName, figure: number, now: Date) {
  const register = await readRegister(db, community, day, now)
  const people = reportLines[line].kind === 'people'
  const ids: Id[] = people
    ? behindPeople(register.spans.get(line) ?? [], day, figure as 0)
    : behindWork(register.tasks.get(line) ?? [], figure)
  if (ids.length === 0) return []
  const doors = line === 'survey' || line === 'key-persons'
  const rows = doors ? await listDoorsAt(db, ids) : await listPeopleAt(db, ids)
  return rows.map((row) => ({
    id: row.id,
    kind: doors ? ('dwelling' as const) : ('person' as const),
    name: row.name,
    door: row.room || row.house ? doorText(row, true) : '',
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
