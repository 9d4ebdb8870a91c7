import { addDays } from '../../day.ts'
import type { Day, PlaceCode } from '../../schema.ts'

/** A value that held from its first day on, until its last; null while it still holds. */
export interface Span<V> {
  readonly value: V
  readonly from: Day
  readonly until: Day | null
}

/** A value said for a place from a day on; of two for one day the one said later counts. */
export interface SaidLevel {
  readonly place: PlaceCode
  readonly from: Day
  readonly value: string
  readonly at: string
}

/** Runs of equal values over days given in their order; each run ends on the day before the next begins. */
export function runsOf<V>(days: readonly { day: Day; value: V | undefined }[]): Span<V>[] {
  const runs: Span<V>[] = []
  for (const [nth, { day, value }] of days.entries()) {
    if (value === undefined || (nth > 0 && days[nth - 1]?.value === value)) continue
    const next = days.slice(nth + 1).find((later) => later.value !== value)
    runs.push({ value, from: day, until: next ? addDays(next.day, -1) : null })
  }
  return runs
}

/** What a level was over the days: the word of the narrowest place that has one, as the plan of each day reads it. */
export function levelSpans(said: readonly SaidLevel[]): Span<string>[] {
  const days = [...new Set(said.map(({ from }) => from))].sort()
  return runsOf(
    days.map((day) => {
      const [first] = said
        .filter(({ from }) => from <= day)
        .sort((a, b) => b.place.length - a.place.length || (a.from < b.from || (a.from === b.from && a.at < b.at) ? 1 : -1))
      return { day, value: first?.value }
    }),
  )
}

/** What of the spans falls into a line of days, those that began first in front; an end after the line is no end yet. */
export const spansWithin = <S extends { from: Day; until: Day | null }>(spans: readonly S[], from: Day, until: Day): S[] =>
  spans
    .filter((span) => span.from <= until && (span.until === null || span.until >= from))
    .map((span) => ({ ...span, until: span.until !== null && span.until < until ? span.until : null }))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
