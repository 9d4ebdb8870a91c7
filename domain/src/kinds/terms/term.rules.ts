import { addDays, momentText, shanghaiDay, shanghaiInstant, shanghaiTime } from '../../day.ts'
import { parentOf } from '../../place-code.ts'
import type { Words } from '../../problem.ts'
import type { Day, Instant, PlaceCode } from '../../schema.ts'
import { w } from '../fields.ts'
import { type YearOfWork, yearsOfWork } from './holidays.ts'

/** How long something may take: hours or days, round the clock unless working time is said. */
export type Term = { readonly working?: boolean } & ({ readonly hours: number } | { readonly days: number })

/** How soon something is wanted. */
export const urgencies = { now: w('马上', 'At once'), today: w('当天', 'Today'), soon: w('不急', 'Soon') } as const
export type Urgency = keyof typeof urgencies
/** The terms of a kind by urgency. */
export type Terms = Readonly<Partial<Record<Urgency, Term>>>

/** The hours of a working day, as [from, until] by the clock; ours, since counties differ: a setting [D]. */
export type WorkingTime = readonly (readonly [string, string])[]
export const usualWorkingTime: WorkingTime = [
  ['08:30', '12:00'],
  ['14:00', '17:30'],
]

/** A day of a term that was not counted, or one at a weekend that was, and why. */
export interface OddDay {
  readonly day: Day
  readonly why: Words
}

/** When something is due, and how that was found. */
export interface Due {
  readonly term: Term
  readonly from: Instant
  readonly due_at: Instant
  /** Weekends and holidays on the way. */
  readonly skipped: readonly OddDay[]
  /** Saturdays and Sundays on the way that are worked. */
  readonly worked: readonly Day[]
  /** Years on the way of which no national list is known: counted by weekdays. */
  readonly unknown: readonly number[]
}

type Years = Readonly<Record<number, YearOfWork>>
const minute = 60_000
const longest = 800
const weekend = w('周末', 'weekend')
const yearOf = (day: Day) => Number(day.slice(0, 4))

/** Why a day is not worked; nothing when it is. A year without a list is judged by weekdays. */
export function whyNotWorked(day: Day, years: Years = yearsOfWork): Words | undefined {
  const year = years[yearOf(day)]
  const holiday = year?.holidays.find(({ from, until }) => from <= day && day <= until)
  if (holiday) return holiday.words
  if (year?.worked.includes(day)) return undefined
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) ? weekend : undefined
}

/** The hours of a kind for an urgency: the one asked, else the next slower, else the slowest there is; never nothing. */
export function termFor(terms: Terms, urgency: Urgency): Term {
  const order = Object.keys(urgencies) as Urgency[]
  const slower = order.slice(order.indexOf(urgency))
  const found = [...slower, ...order.slice().reverse()].map((name) => terms[name]).find((term) => term !== undefined)
  if (!found) throw new RangeError('a kind without any term')
  return found
}

/**
 * When a term that starts at a moment is over. Hours round the clock run on; days end at 24:00 of the last, the day of receipt
 * not counted. In working time hours run only while offices are open, and days are working days by the national list.
 */
export function dueOf(term: Term, from: Instant, time: WorkingTime = usualWorkingTime, years: Years = yearsOfWork): Due {
  const start = new Date(from).getTime()
  const none = { term, from, skipped: [], worked: [], unknown: [] }
  if (term.working !== true) {
    const end =
      'hours' in term ? start + term.hours * 60 * minute : new Date(endOf(addDays(shanghaiDay(from), term.days))).getTime()
    return { ...none, due_at: new Date(end).toISOString() }
  }
  const walked = walk(shanghaiDay(from), years)
  if ('days' in term) {
    let left = term.days
    for (const [day, isWorked] of walked.days(left === 0 ? 0 : 1)) {
      if (isWorked) left -= 1
      if (left <= 0) return { ...none, ...walked.told(day), due_at: endOf(day) }
    }
  } else {
    let left = term.hours * 60 * minute
    for (const [day, isWorked] of walked.days(0)) {
      for (const [opens, closes] of isWorked ? time : []) {
        const open = Math.max(start, new Date(shanghaiInstant(day, opens)).getTime())
        const close = new Date(shanghaiInstant(day, closes)).getTime()
        if (close <= open) continue
        if (left <= close - open) return { ...none, ...walked.told(day), due_at: new Date(open + left).toISOString() }
        left -= close - open
      }
    }
  }
  throw new RangeError(`a term of more than ${longest} days`)
}

const endOf = (day: Day): Instant => shanghaiInstant(addDays(day, 1), '00:00')

/** The days of a term from a day on, and what is to be told of those up to one of them. */
function walk(first: Day, years: Years) {
  function* days(after: number): Generator<readonly [Day, boolean]> {
    for (let n = after; n <= longest; n += 1) {
      const day = addDays(first, n)
      yield [day, whyNotWorked(day, years) === undefined]
    }
  }
  function told(last: Day): Pick<Due, 'skipped' | 'worked' | 'unknown'> {
    const all: Day[] = []
    for (let day = first; day <= last; day = addDays(day, 1)) all.push(day)
    return {
      skipped: all.flatMap((day) => {
        const why = whyNotWorked(day, years)
        return why ? [{ day, why }] : []
      }),
      worked: all.filter((day) => years[yearOf(day)]?.worked.includes(day)),
      unknown: [...new Set(all.map(yearOf))].filter((year) => years[year] === undefined),
    }
  }
  return { days, told }
}

/** How a term was computed, as a sentence beside it. */
export function wordsOfDue({ term, from, due_at, skipped, worked, unknown }: Due, today: Day): Words {
  const long =
    'hours' in term
      ? w(`${term.hours} ${term.working ? '个工作小时' : '小时'}`, `${term.hours} ${term.working ? 'working hours' : 'hours'}`)
      : w(`${term.days} ${term.working ? '个工作日' : '天'}`, `${term.days} ${term.working ? 'working days' : 'days'}`)
  const until =
    shanghaiTime(due_at) === '00:00' ? `${addDays(shanghaiDay(due_at), -1).slice(5)} 24:00` : momentText(due_at, today)
  const days = (list: readonly Day[]) => list.map((day) => day.slice(5)).join('、')
  const groups = new Map<string, { why: Words; days: Day[] }>()
  for (const { day, why } of skipped) groups.set(why.zh, { why, days: [...(groups.get(why.zh)?.days ?? []), day] })
  const skips = [...groups.values()]
  const zh = [
    `从 ${momentText(from, today)} 起 ${long.zh}，到 ${until}`,
    ...skips.map(({ why, days: list }) => `${days(list)} ${why.zh}不算`),
    ...(worked.length > 0 ? [`${days(worked)} 调休上班，算`] : []),
    ...unknown.map((year) => `${year} 年放假安排还没公布，先按星期算`),
  ]
  const en = [
    `${long.en} from ${momentText(from, today)}, until ${until}`,
    ...skips.map(({ why, days: list }) => `${days(list)} not counted (${why.en})`),
    ...(worked.length > 0 ? [`${days(worked)} is worked and counts`] : []),
    ...unknown.map((year) => `the list of ${year} is not out yet: counted by weekdays`),
  ]
  return w(zh.join('；'), en.join('; '))
}

/** Whether something is late: its term is over and it still waits. Nothing moves it; the question is asked when somebody looks. */
export const isLate = (due_at: Instant | null, now: Instant): boolean =>
  due_at !== null && new Date(now).getTime() > new Date(due_at).getTime()

/**
 * The levels above an office to which a late one shows itself: the next as soon as it is late, each further one after the same
 * number of hours again, up to the length of the code said (county: 6). Nobody sends it there.
 */
export function shownTo(office: PlaceCode, due_at: Instant | null, now: Instant, hours: number, top = 6): PlaceCode[] {
  if (due_at === null || !isLate(due_at, now)) return []
  const over = (new Date(now).getTime() - new Date(due_at).getTime()) / (hours * 60 * minute)
  const levels: PlaceCode[] = []
  for (let place = parentOf(office); place.length >= top && levels.length <= over; place = parentOf(place)) {
    levels.push(place)
    if (place === '') break
  }
  return levels
}
