import { ancestryOf } from '@wangdi/domain/place-code.ts'
import type { PlaceCode } from '@wangdi/domain/schema.ts'

// Counts up with each command that is done here; how far it had counted when one was done at a place, and at or below it.
let done = 0
const at = new Map<PlaceCode, number>()
const within = new Map<PlaceCode, number>()

/** Notes that somebody who works at a place did something; only once it is kept, so that whoever then reads sees it. */
export function noteDone(place: PlaceCode): void {
  done += 1
  at.set(place, done)
  for (const one of ancestryOf(place)) within.set(one, done)
}

/**
 * The number of what was done last, by this process, by anybody who works at a place, above it or below it; 0 for nothing. As long as
 * it stays, what waits at the place stays, but for what the clock brings and what another process of the same house does.
 */
export const lastDoneAround = (place: PlaceCode): number =>
  Math.max(within.get(place) ?? 0, ...ancestryOf(place).map((above) => at.get(above) ?? 0))
