import { type AgeGroup, ageGroups, type KeyGroup, keyGroups } from '@wangdi/domain/people/key-group.ts'

/** What is listed: an age group, a mark, or all clients of civil affairs. */
export type Group = KeyGroup | AgeGroup | 'civil-affairs' | 'all'

const shows = ['all', 'review', 'advised', 'visits', 'not-met'] as const
/** What of a group is listed: everybody, whose mark is to be reviewed, who was advised, whom to go to today, whom nobody met of those. */
export type Shown = (typeof shows)[number]

/** Reads group and part from an address; what it does not know is left out. */
export function readAsked(search: object): { group: Group; shown: Shown } {
  const { group, shown } = search as { group?: unknown; shown?: unknown }
  const known = ['all', 'civil-affairs', ...Object.keys(ageGroups), ...Object.keys(keyGroups)]
  const one = known.includes(String(group)) ? (group as Group) : 'elder'
  return { group: one, shown: shows.find((each) => each === shown) ?? (one === 'all' ? 'visits' : 'all') }
}

/** The name under which each part says how many rows it has. */
export const rowsOf: Readonly<Record<Shown, string>> = {
  ...{ all: 'people', review: 'review-due', advised: 'advised' },
  ...{ visits: 'visits-due', 'not-met': 'visits-not-met' },
}
