import { addDays, shanghaiInstant } from '@wangdi/domain/day.ts'
import type { Evidence, EvidenceList } from '@wangdi/domain/plan/plan.ts'
import type { Unit } from '@wangdi/domain/counted/units.ts'
import type { Candidate } from '@wangdi/domain/plan/plan.rules.ts'
import type { Task } from '@wangdi/domain/reports/figures.rules.ts'
import type { LineName } from '@wangdi/domain/reports/daily-report.ts'
import type { Round } from '@wangdi/domain/rounds/rounds.ts'
import type { Day, Id, Instant, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Plan } from '@wangdi/policy/engine/answer.ts'
import { type EvidenceName, kindProofs, type OwnName } from '@wangdi/policy/vocabulary.ts'
import type { Db } from '../platform/db.ts'
import { deadlinesOf, listFrozen, listSaid, tasksOf } from '../reports/index.ts'
import { countLedger } from '../health/index.ts'
import { linesOf, listRounds } from '../rounds/index.ts'
import {
  type Count,
  countConfirmedArrivals,
  countDecidedArrivals,
  countOpenAlerts,
  countReviewedMarks,
  countStaffedGrids,
  listAnswering,
  listDwellingsOf,
} from './evidence.queries.ts'
import { registers } from './registers/registers.ts'

/** Arrivals older than this are no work of today any more; the longest term of the rules is 14 days (domain rules 1.4). */
const arrivalDays = 14

/** What the records of a community say on a day, by the kind of evidence. */
export interface DayRecords {
  readonly evidence: ReadonlyMap<EvidenceName, Evidence>
  readonly candidates: readonly (Candidate & { round: Id | null })[]
  readonly people: readonly { account: Id; name: string; role: string; grid: string; left: number }[]
}

type Open = ReadonlySet<string>

/** The kinds of record that the measures of a plan name. */
export const namesOf = (plan: Pick<Plan, 'measures'>): ReadonlySet<EvidenceName> =>
  new Set(plan.measures.flatMap(({ evidence }) => evidence))

/**
 * Counts all evidence of a community's day once: what boards read too, and the registers that are `named`. Kinds that belong to
 * closed functions are not asked.
 */
export async function recordsOf(
  db: Db,
  community: PlaceCode,
  day: Day,
  now: Date,
  open: Open,
  named: ReadonlySet<EvidenceName> = new Set(),
): Promise<DayRecords> {
  const tasks = await tasksOf(db, community, day, now)
  const ledger = await countLedger(db, community, day)
  const since = addDays(day, -arrivalDays)
  const rounds = await listRounds(db, community, day)
  const survey = rounds.find((round) => round.kind === 'survey')
  const evidence = new Map<EvidenceName, Evidence>()
  const add = (
    name: EvidenceName,
    { due, done, tried = 0 }: Count & { tried?: number },
    unit: Unit,
    list: EvidenceList | null,
    round: Id | null = null,
    { none_days, kind }: { none_days?: number | undefined; kind?: string | undefined } = {},
  ) =>
    evidence.set(name, {
      ...{ name, due, done, tried, left: due - done - tried, unit, list, round },
      ...(none_days !== undefined && { none_days }),
      ...(kind !== undefined && { kind }),
    })
  if (survey) add('visits.survey', countOf(tasks, 'survey'), 'household', 'survey-doors', survey.id)
  for (const [name, of] of [
    ['visits.door-knock', 'dwellings'],
    ['visits.care', 'key-persons'],
  ] as const) {
    const round = rounds.find((each) => each.kind === 'visit' && each.of === of)
    if (round) add(name, await countRound(db, round, day), of === 'dwellings' ? 'household' : 'person', 'round-doors', round.id)
  }
  add('visits.elders', countOf(tasks, 'key-persons'), 'household', 'due-persons')
  add('people.key-groups', await countReviewedMarks(db, community, day), 'person', 'review-marks')
  add('staff.duties', await countStaffedGrids(db, community, day), 'grid', 'vacant-grids')
  add('health.colours', { due: ledger.people, done: ledger.confirmed }, 'person', 'unconfirmed-colours')
  add('health.vaccination', { due: ledger.people, done: ledger.vaccination }, 'person', 'unknown-health')
  if (open.has('arrivals'))
    add('people.arrivals', await countConfirmedArrivals(db, community, since, day), 'arrival', 'unconfirmed-arrivals')
  if (open.has('observation')) {
    add('observation.orders', await countDecidedArrivals(db, community, since, day), 'arrival', 'undecided-arrivals')
    add(
      'observation.readings',
      sum(countOf(tasks, 'morning-readings'), countOf(tasks, 'evening-readings')),
      'reading',
      'due-readings',
    )
  }
  const reported = open.has('daily-report') ? await listFrozen(db, community, day) : []
  if (open.has('daily-report')) add('report.daily', { done: Math.min(1, reported.length), due: 1 }, 'report', 'daily-report')
  // A line of the daily report proves what a notice asks once it was said, or once the report of the day was sent.
  const lines = [...named].filter((name): name is OwnName => name.includes('/') && !Object.hasOwn(kindProofs, name))
  const said = lines.length > 0 && open.has('daily-report') ? await listSaid(db, community, day) : undefined
  for (const name of said ? lines : []) {
    const word = said?.get(name)?.zero
    const done = word === 'counted' || word === 'zero' || reported.length > 0 ? 1 : 0
    add(name, { due: 1, done }, 'report', null)
  }
  for (const name of named) {
    const register = registers[name]
    if (!register || (register.needs && !open.has(register.needs))) continue
    const { due, done } = await register.count(db, community, day)
    // Where something has to be on record, an empty register lacks it; there are no rows to open then.
    if (due === 0 && register.must) add(name, { due: 1, done: 0 }, register.unit, null, null, { none_days: register.none })
    else add(name, { due, done }, register.unit, register.list, null, { kind: register.kind })
  }
  const alerts = open.has('observation') ? await countOpenAlerts(db, community) : 0
  const ends = {
    // The hour of the orders themselves, as the list of readings and the phone say it.
    readings: soonestOf([...(tasks.get('morning-readings') ?? []), ...(tasks.get('evening-readings') ?? [])]),
    survey: survey?.until ? shanghaiInstant(addDays(survey.until, 1), '00:00') : null,
    report: (await deadlinesOf(db, community, day))[0]?.at ?? null,
  }
  return { evidence, candidates: candidatesOf(evidence, alerts, day, ends), people: await workOf(db, tasks, day) }
}

const countOf = (tasks: ReadonlyMap<LineName, readonly Task[]>, line: LineName) => {
  const own = tasks.get(line) ?? []
  return { due: own.length, done: own.filter((task) => task.done).length, tried: own.filter((task) => task.tried).length }
}

/** By when the first of what is left is to be done; none where no hour is named. */
const soonestOf = (tasks: readonly Task[]): Instant | null =>
  tasks.flatMap(({ done, by }) => (done || by === undefined ? [] : [by])).sort()[0] ?? null

/** Doors or people of a round: reached, gone to in vain, left. */
async function countRound(db: Db, round: Round, day: Day) {
  const counted = (await linesOf(db, round, day)).filter(({ standing }) => standing !== 'outside')
  const done = counted.filter(({ standing }) => standing === 'done').length
  const left = counted.filter(({ standing }) => standing === 'not-reached').length
  return { due: counted.length, done, tried: counted.length - done - left }
}

const sum = (one: Count, other: Count): Count => ({ done: one.done + other.done, due: one.due + other.due })

function candidatesOf(
  evidence: ReadonlyMap<EvidenceName, Evidence>,
  alerts: number,
  day: Day,
  ends: { readings: Instant | null; survey: Instant | null; report: Instant | null },
) {
  const untils: Partial<Record<EvidenceList, Instant | null>> = {
    'due-readings': ends.readings,
    'survey-doors': ends.survey,
    'daily-report': ends.report,
    'due-persons': shanghaiInstant(addDays(day, 1), '00:00'),
  }
  const counted = [...evidence.values()].flatMap(({ list, left, round }) =>
    list === null ? [] : [{ list, left, until: untils[list] ?? null, round }],
  )
  return [{ list: 'alerts' as const, left: alerts, until: null, round: null }, ...counted]
}

/** The doors with open work: due ones and those behind which somebody is to be measured, each once. */
export async function doorsWithWork(db: Db, tasks: ReadonlyMap<LineName, readonly Task[]>): Promise<ReadonlySet<Id>> {
  const left = (line: LineName) => (tasks.get(line) ?? []).filter((task) => !task.done && !task.tried).map((task) => task.id)
  return new Set([
    ...left('survey'),
    ...left('key-persons'),
    ...(await listDwellingsOf(db, [...left('morning-readings'), ...left('evening-readings')])),
  ])
}

// Open work by who answers for the grid.
async function workOf(db: Db, tasks: ReadonlyMap<LineName, readonly Task[]>, day: Day): Promise<DayRecords['people']> {
  const doors = await doorsWithWork(db, tasks)
  const work = new Map<Id, { account: Id; name: string; role: string; grid: string; left: number }>()
  for (const { account, name, role, grid } of await listAnswering(db, [...doors], day)) {
    const own = work.get(account) ?? { account, name, role, grid, left: 0 }
    work.set(account, { ...own, left: own.left + 1 })
  }
  return [...work.values()].sort((a, b) => b.left - a.left)
}
