import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { lastDoneAround } from '../../platform/commands/done-at.ts'
import type { Request } from '../../platform/serve.ts'

/** For how long a count is told again: what the clock brings, and what another process of the house does, is told after it at the latest. */
const keptMs = 5 * 60_000

/** Of how many people counts are kept; a few bytes each, and who asked longest ago goes first. */
const mostKept = 20_000

interface Kept {
  readonly place: PlaceCode
  readonly role: string
  readonly day: Day
  readonly at: number
  readonly done: number
  readonly total: number
}

const counts = new Map<Id, Kept>()

/** Reads all that waits for somebody and keeps how much it is; what was done while it was read makes it old at once. */
export async function keepingCount<T extends { readonly total: number }>(
  { actor: { account, place, role }, today, at }: Pick<Request<unknown>, 'actor' | 'today' | 'at'>,
  read: () => Promise<T>,
): Promise<T> {
  const done = lastDoneAround(place)
  const whole = await read()
  counts.delete(account)
  counts.set(account, { place, role, day: today, at: at.getTime(), done, total: whole.total })
  const [oldest] = counts.keys()
  if (counts.size > mostKept && oldest !== undefined) counts.delete(oldest)
  return whole
}

/** How much waits for somebody, where it was read within five minutes of the same day and nothing was done since around their place. */
export function countKept({ actor, today, at }: Pick<Request<unknown>, 'actor' | 'today' | 'at'>): number | undefined {
  const kept = counts.get(actor.account)
  if (!kept || kept.place !== actor.place || kept.role !== actor.role || kept.day !== today) return undefined
  const isFresh = Math.abs(at.getTime() - kept.at) < keptMs && kept.done === lastDoneAround(actor.place)
  return isFresh ? kept.total : undefined
}
