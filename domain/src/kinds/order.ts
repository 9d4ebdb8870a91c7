import type { Id, Instant } from '../schema.ts'

/** What an order needs to know of an act or a look that is kept. */
export interface Kept {
  readonly id: Id
  readonly at: Instant
}

/** Acts once each, in the order in which they were done; two of one moment by their ids, so that everybody has one order. */
export function inOrder<A extends Kept>(acts: readonly A[]): A[] {
  const once = [...new Map(acts.map((act) => [act.id, act])).values()]
  const time = new Map(once.map((act) => [act.id, new Date(act.at).getTime()]))
  return once.sort((a, b) => (time.get(a.id) ?? 0) - (time.get(b.id) ?? 0) || (a.id < b.id ? -1 : 1))
}

/** The moment under which an act is kept: as said, but after the last of its record, so that no later act slips in before one. */
export const momentAfter = (last: Instant | null, said: Instant): Instant =>
  new Date(Math.max(new Date(said).getTime(), last === null ? -Infinity : new Date(last).getTime() + 1)).toISOString()
