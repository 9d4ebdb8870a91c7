import { addDays, type Day } from '../day.ts'
import type { Pack } from '../pack/schema.ts'

/** One published version of a pack, and the first day it is read for. */
export interface DatedPack {
  pack: Pack
  from: Day
}

const earliest = (days: readonly Day[]) => [...days].sort()[0]

/**
 * Versions in turn: each is read from its own day until the day before a later version begins, so that the rules of a past day
 * stay those that stood then. A version that a later one overtakes before its day comes is left out.
 */
export function inTurn(versions: readonly DatedPack[]): Pack[] {
  return versions.flatMap(({ pack, from }) => {
    const next = earliest(
      versions.filter((other) => other.pack.id === pack.id && other.pack.version > pack.version).map((other) => other.from),
    )
    const starts = from > pack.from ? from : pack.from
    const ends = earliest([...(pack.until ? [pack.until] : []), ...(next ? [addDays(next, -1)] : [])])
    if (ends !== undefined && ends < starts) return []
    return [{ ...pack, from: starts, ...(ends !== undefined && { until: ends }) }]
  })
}
