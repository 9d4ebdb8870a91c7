import type { Problem } from '../../problem.ts'
import type { Day } from '../../schema.ts'
import { whyNotLifeDay } from '../plain/life-days.rules.ts'
import { problems } from './arrival.problems.ts'
import type { Arrival } from './arrival.ts'

/** Why an arrival may not be entered so, by the birth of who came where it is known; nothing when it may. */
export function whyNotArrival(
  arrival: Pick<Arrival, 'state' | 'arrived_on' | 'left_origin_on'>,
  today: Day,
  born?: Day | null,
): Problem | undefined {
  if (arrival.state === 'arrived' && arrival.arrived_on > today) return problems.arrivedAhead({})
  const days = [arrival.arrived_on, arrival.left_origin_on].filter((day) => day !== null)
  if (days.some((day) => whyNotLifeDay(day, today, born) === 'too-early')) return problems.arrivedTooEarly({})
  if (arrival.left_origin_on !== null && arrival.left_origin_on > arrival.arrived_on) return problems.leftLate({})
  return undefined
}

/** Whether the level of the origin was confirmed by somebody: saying that it is unknown confirms nothing. */
export const isChecked = (arrival: Pick<Arrival, 'origin_confirmed_by' | 'origin_kind'>): boolean =>
  arrival.origin_confirmed_by !== null && arrival.origin_kind !== 'unknown'

/** After so many calls in a row that nobody answered somebody goes to the door. */
export const callsInVain = 2

/** The number of the receipt that goes back to whoever reported: day of entry and the end of the id. */
export const receiptNumber = (id: string, day: Day): string => `来返-${day.replaceAll('-', '')}-${id.slice(-6)}`

/** For so many days before and after today arrivals are listed and decided about: no term of the rules is longer. */
export const arrivalDays = 30
