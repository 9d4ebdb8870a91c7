import type { Id } from '@wangdi/domain/schema.ts'

/** How many people stand behind rows, each counted once. */
export const countPeople = (rows: readonly { readonly person: { readonly id: Id } }[]): number =>
  new Set(rows.map(({ person }) => person.id)).size

/**
 * What is said of a day with nothing left to go to: nothing was asked, all that was asked is done, or doors were gone to in vain,
 * which is neither. Undefined while something is left.
 */
export function daySaid({ done, tried, left }: { done: number; tried: number; left: number }) {
  if (left > 0) return undefined
  return tried > 0 ? 'allTried' : done > 0 ? 'allDone' : 'nothing'
}

/** What is said above the doors of a round that are not reached: nothing was asked, each was gone to, or which are left. */
export const roundSaid = ({ due }: { due: number }, left: number) => (due === 0 ? 'nothingAsked' : left === 0 ? 'all' : 'doors')
