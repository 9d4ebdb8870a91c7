import { addDays } from '../day.ts'
import type { Day } from '../schema.ts'
import { type AgeGroup, ageGroups, type KeyGroup, keyGroups } from './key-group.ts'

/** The day on which a mark set or reviewed on `day` is to be looked at again. */
export const reviewDay = (kind: KeyGroup, day: Day): Day => addDays(day, keyGroups[kind].review)

/** Birthdays of an age group on a day, as a range [after, until]: somebody born in it belongs to the group. */
export function birthdaysOf(group: AgeGroup, today: Day): { after: Day; until: Day } {
  const { from, to } = ageGroups[group]
  const yearsBefore = (years: number) => {
    const year = String(Number(today.slice(0, 4)) - years).padStart(4, '0')
    // On a day that the earlier year lacks (29 February) the birthday is reached on 1 March.
    return today.slice(5) === '02-29' && !isLeap(Number(year)) ? `${year}-02-28` : `${year}${today.slice(4)}`
  }
  return { after: yearsBefore(to), until: yearsBefore(from) }
}

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** The age groups that a birthday puts somebody in on a day; an unknown birthday puts nobody anywhere. */
export function ageGroupsOf(born: Day | null, today: Day): AgeGroup[] {
  if (born === null) return []
  return (Object.keys(ageGroups) as AgeGroup[]).filter((group) => {
    const { after, until } = birthdaysOf(group, today)
    return born > after && born <= until
  })
}
