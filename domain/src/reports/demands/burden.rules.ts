import { addDays, daysBetween } from '../../day.ts'
import { countyOf, isWithin } from '../../place-code.ts'
import type { Day, PlaceCode } from '../../schema.ts'
import type { Demand } from './demand.ts'
import { ownShare, stateOf, timesBetween } from './demands.rules.ts'

type Kept = Omit<Demand, 'state'>

/** Monday to Sunday of a day. */
export function weekOf(day: Day): { from: Day; to: Day } {
  const from = addDays(day, -(daysBetween('2024-01-01', day) % 7))
  return { from, to: addDays(from, 6) }
}

/** First to last day of a day's month. */
export function monthOf(day: Day): { from: Day; to: Day } {
  const from = `${day.slice(0, 7)}-01`
  const next = addDays(from, 31)
  return { from, to: addDays(`${next.slice(0, 7)}-01`, -1) }
}

/** Tasks and forms in force, and what they cost; minutes that the house computed instead stand apart. Sums over communities. */
export interface Burden {
  tasks: number
  forms: number
  /** Those among them of which nobody said how long or how often they take: they are in none of the minutes. */
  untimed: number
  week: number
  month: number
  saved_week: number
  saved_month: number
}

/** No demand at all. */
export const noBurden: Burden = { tasks: 0, forms: 0, untimed: 0, week: 0, month: 0, saved_week: 0, saved_month: 0 }

/** Where a demand counts: its scope, cut to the counties that accepted it or where the registers answered it; or where it was told of. */
export function areasOf(demand: Kept, day: Day): PlaceCode[] {
  if (demand.origin === 'community') return stateOf(demand, demand.place, day) === 'told' ? [demand.place] : []
  const deciders = [
    ...new Set(demand.acts.filter(({ kind }) => kind === 'accepted' || kind === 'answered').map(({ place }) => place)),
  ]
  return deciders.flatMap((decider) =>
    demand.scope.flatMap((area) => {
      const cut = isWithin(area, decider) ? area : isWithin(decider, area) ? decider : undefined
      if (cut === undefined) return []
      const state = stateOf(demand, cut.length > 6 ? countyOf(cut) : cut, day)
      // A month's figure keeps what ran within it, so a demand that expired since still counts by its days.
      return state === 'accepted' || state === 'answered' || state === 'expired' ? [cut] : []
    }),
  )
}

const isAnswered = (demand: Kept) => demand.acts.some(({ kind }) => kind === 'answered')

/** Whether nobody said how long or how often a demand takes, so that its minutes are not known. */
export const isUntimed = ({ minutes, rhythm }: Pick<Kept, 'minutes' | 'rhythm'>): boolean => minutes === null || rhythm === null

/** What one demand costs one community in the week and the month of a day, and what the registers save it. */
export function costOf(demand: Kept, day: Day): Burden {
  const own = isAnswered(demand) ? 0 : ownShare(demand)
  const [week, month] = [weekOf(day), monthOf(day)]
  const minutes = (within: { from: Day; to: Day }) => (timesBetween(demand, within.from, within.to) ?? 0) * (demand.minutes ?? 0)
  const [weekly, monthly] = [minutes(week), minutes(month)]
  const asks = own > 0 && timesBetween(demand, month.from, month.to) !== 0
  return {
    tasks: asks && demand.kind === 'task' ? 1 : 0,
    forms: asks && demand.kind !== 'task' ? 1 : 0,
    untimed: asks && isUntimed(demand) ? 1 : 0,
    week: Math.round(weekly * own),
    month: Math.round(monthly * own),
    saved_week: Math.round(weekly * (1 - own)),
    saved_month: Math.round(monthly * (1 - own)),
  }
}

/** A burden as often as there are communities. */
export const timesBurden = (burden: Burden, communities: number): Burden =>
  Object.fromEntries(Object.entries(burden).map(([name, value]) => [name, value * communities])) as unknown as Burden

/** Two burdens together. */
export const plusBurden = (one: Burden, other: Burden): Burden =>
  Object.fromEntries(Object.entries(one).map(([name, value]) => [name, value + other[name as keyof Burden]])) as unknown as Burden
