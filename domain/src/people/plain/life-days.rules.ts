import type { Day } from '../../schema.ts'

/** Nobody is known to have grown older than 122; who is said to be older than this was written down wrongly. */
const oldest = 130

/** What may be wrong with a day of somebody's life. */
export type LifeDayFault = 'in-future' | 'too-early'

/**
 * Why a day that has been (birth, leaving, coming, a dose) cannot be right: after today, before the birth where that is known,
 * or more than 130 years ago. The same by hand and by import.
 */
export function whyNotLifeDay(day: Day, today: Day, born?: Day | null): LifeDayFault | undefined {
  if (day > today) return 'in-future'
  const first = `${String(Number(today.slice(0, 4)) - oldest).padStart(4, '0')}${today.slice(4)}`
  return day < first || (born && day < born) ? 'too-early' : undefined
}
