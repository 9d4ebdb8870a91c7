import { addDays, shanghaiDay } from '@wangdi/domain/day.ts'
import { abnormal, judgeSlots } from '@wangdi/domain/observation/slots.rules.ts'
import { isChecked } from '@wangdi/domain/people/arrival/arrival.rules.ts'
import { type HeldOrder, lineOfKind, lineOfOrigin, type Unchecked } from '@wangdi/domain/reports/contradictions.rules.ts'
import type { PersonKind } from '@wangdi/domain/observation/observation.ts'
import type { AnyLine, Figures, LineName } from '@wangdi/domain/reports/daily-report.ts'
import type { Span, Task } from '@wangdi/domain/reports/figures.rules.ts'
import type { Day, Id, Instant, PlaceCode } from '@wangdi/domain/schema.ts'
import { doorsOfDay } from '../../health/index.ts'
import type { Db } from '../../platform/db.ts'
import { linesOf, listRounds } from '../../rounds/index.ts'
import {
  type ArrivalRow,
  listArrivals,
  listReadings,
  listCases,
  listStatedCases,
  listStays,
  type ReadingRow,
  type StayRow,
} from './figures.queries.ts'

/** What stands behind the lines of a day: spans of people, tasks, or figures that were told as a number. */
export interface Register {
  readonly spans: Map<AnyLine, Span[]>
  /** Who stands under an order of a kind, since when and until when. */
  readonly ofKind: (kind: PersonKind) => Span[]
  readonly tasks: Map<LineName, Task[]>
  readonly told: Map<LineName, Figures>
  /** What the lines are held against before they are confirmed. */
  readonly orders: readonly HeldOrder[]
  readonly unchecked: readonly Unchecked[]
  readonly cases: readonly { readonly person: Id }[]
}

const placeLines = { home: 'home-isolation', monitoring: 'home-monitoring', central: 'central-isolation' } as const

/** Reads the registers once for all lines of a community's day. */
export async function readRegister(db: Db, community: PlaceCode, day: Day, now: Date): Promise<Register> {
  const stays = await listStays(db, community, day)
  const readings = await listReadings(db, community, day)
  const arrivals = await listArrivals(db, community, day)
  const stayOf = staysByArrival(stays, arrivals)
  const spans = new Map<AnyLine, Span[]>()
  const add = (line: LineName, span: Span) => spans.set(line, [...(spans.get(line) ?? []), span])
  for (const stay of stays) for (const [line, span] of spansOfStay(stay)) add(line, span)
  for (const [line, span] of spansOfOrigin(stays, arrivals, stayOf)) add(line, span)
  for (const span of feverSpans(readings)) add('fever-or-symptoms', span)
  const tasks = new Map<LineName, Task[]>([
    ['morning-readings', readingTasks(stays, readings, day, 'morning', now)],
    ['evening-readings', readingTasks(stays, readings, day, 'evening', now)],
    ['survey', await surveyTasks(db, community, day)],
    ['key-persons', await contactTasks(db, community, day)],
  ])
  return {
    spans,
    ofKind: (kind) =>
      stays.filter((stay) => stay.kind === kind).map((stay) => ({ id: stay.person, from: firstDay(stay), to: endOf(stay) })),
    tasks,
    told: new Map([['confirmed-cases', casesTold(await listStatedCases(db, community, day), day)]]),
    cases: await listCases(db, community, day),
    orders: ordersOn(stays, arrivals, stayOf, day),
    unchecked: arrivals
      .filter((arrival) => arrival.arrived_on === day && !stayOf.has(arrival.id) && !isChecked(arrival))
      .map(({ person, origin_kind }) => ({ person, line: lineOfOrigin[origin_kind] })),
  }
}

// Where somebody is held, and whether as a close contact: from the order alone.
function spansOfStay(stay: StayRow): [LineName, Span][] {
  const held = stay.phases.flatMap((phase): [LineName, Span][] => {
    // Days may be counted from before the order; somebody is new on the day it was made.
    const from = later(phase.from, decidedOn(stay))
    const to = earlier(addDays(phase.until, 1), endDay(stay))
    return from <= phase.until ? [[placeLines[phase.where], { id: stay.person, from, to }]] : []
  })
  if (stay.kind !== 'close-contact') return held
  return [...held, ['close-contacts', { id: stay.person, from: firstDay(stay), to: endOf(stay) }]]
}

/** Where people came from: as the kind of their order says, else as they said themselves; an order without an arrival counts too. */
function spansOfOrigin(
  stays: readonly StayRow[],
  arrivals: readonly ArrivalRow[],
  stayOf: ReadonlyMap<Id, StayRow>,
): [LineName, Span][] {
  const counted = new Set<string>()
  const came = arrivals.map((arrival): [LineName, Span] => {
    const stay = stayOf.get(arrival.id)
    const line = (stay && lineOfKind(stay.kind)) ?? lineOfOrigin[arrival.origin_kind]
    counted.add(`${arrival.person} ${line}`)
    // Without an order nobody is held: arriving alone restricts nobody.
    const to = stay ? endOf(stay) : arrival.arrived_on
    const held = stay ? { heldFrom: later(arrival.arrived_on, firstDay(stay)) } : {}
    return [line, { id: arrival.person, from: arrival.arrived_on, to, ...held }]
  })
  const ordered = stays.flatMap((stay): [LineName, Span][] => {
    const line = lineOfKind(stay.kind)
    if (!line || counted.has(`${stay.person} ${line}`)) return []
    return [[line, { id: stay.person, from: firstDay(stay), to: endOf(stay) }]]
  })
  return [...came, ...ordered]
}

// The orders that hold on a day or were made on it, with the line they are of and the one their arrival would be of.
function ordersOn(
  stays: readonly StayRow[],
  arrivals: readonly ArrivalRow[],
  stayOf: ReadonlyMap<Id, StayRow>,
  day: Day,
): HeldOrder[] {
  const arrivalOf = new Map(
    arrivals.flatMap((arrival) => (stayOf.has(arrival.id) ? [[stayOf.get(arrival.id)?.id, arrival]] : [])),
  )
  return stays.flatMap((stay) => {
    const line = lineOfKind(stay.kind)
    if (!line || firstDay(stay) > day || endOf(stay) <= day) return []
    const arrival = arrivalOf.get(stay.id)
    const arrived = arrival ? lineOfOrigin[arrival.origin_kind] : null
    return [{ person: stay.person, line, arrived, decided_on: decidedOn(stay) }]
  })
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
  const isHigh = (reading: ReadingRow) => abnormal(measuredIn(reading), { fever: Number(reading.fever) })
  return readings.filter(isHigh).map((reading) => ({
    id: reading.person,
    from: reading.day,
    to: reading.answered_on ? later(addDays(reading.day, 1), shanghaiDay(reading.answered_on.getTime())) : null,
  }))
}

const later = (one: Day, other: Day) => (one > other ? one : other)
const measuredIn = ({ temperature, symptoms }: ReadingRow) => ({
  temperature: temperature === null ? null : Number(temperature),
  symptoms,
})
/** People whose reading of a half day is due, each once: of somebody under two orders both are asked. */
function readingTasks(
  stays: readonly StayRow[],
  readings: readonly ReadingRow[],
  day: Day,
  half: 'morning' | 'evening',
  now: Date,
): Task[] {
  const asked = stays.flatMap((stay) => {
    const own = readings
      .filter((reading) => reading.observation === stay.id)
      .map((reading) => ({
        ...reading,
        ...measuredIn(reading),
        taken_at: reading.taken_at.toISOString(),
        not_measured: reading.not_measured as never,
      }))
    const dated = { ...stay, decided_at: stay.decided_at.toISOString(), ended_at: stay.ended_at?.toISOString() ?? null }
    return judgeSlots(dated, own, now.toISOString())
      .filter((slot) => slot.day === day && slot.half === half)
      .map((slot) => ({ id: stay.person, done: slot.state === 'done' || slot.state === 'abnormal', by: slot.due_at }))
  })
  return [...Map.groupBy(asked, ({ id }) => id)].map(([id, own]) => ({
    id,
    done: own.every(({ done }) => done),
    ...soonest(own.flatMap(({ done, by }) => (done ? [] : [by]))),
  }))
}

const soonest = (moments: readonly Instant[]) => {
  const [by] = [...moments].sort()
  return by === undefined ? {} : { by }
}

/** Doors of the survey that is open on the day, done where somebody was met; none open is nothing due. */
async function surveyTasks(db: Db, community: PlaceCode, day: Day): Promise<Task[]> {
  const survey = (await listRounds(db, community, day)).find((round) => round.kind === 'survey')
  if (!survey) return []
  return (await linesOf(db, survey, day))
    .filter((line) => line.standing !== 'outside')
    .map(({ dwelling, standing }) => ({
      id: dwelling,
      done: standing === 'done',
      tried: standing !== 'done' && standing !== 'not-reached',
    }))
}

/** Doors where a key person was due in the morning of the day; done when everybody due there was seen on it. */
const contactTasks = async (db: Db, community: PlaceCode, day: Day): Promise<Task[]> =>
  [...(await doorsOfDay(db, community, day))].map(([id, standing]) => ({
    id,
    done: standing === 'done',
    tried: standing === 'tried',
  }))

/** The CDC's word as a line: what was never told is no figure, and a day without a new word adds none. */
function casesTold(stated: readonly { day: Day; value: string }[], day: Day): Figures {
  const [newest, before] = stated
  if (!newest) return [0, 0, null, null]
  const added = newest.day === day ? Number(newest.value) - Number(before?.value ?? 0) : 0
  return [Math.max(0, added), Number(newest.value), null, null]
}
