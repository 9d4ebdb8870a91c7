import { shanghaiInstant } from '@wangdi/domain/day.ts'
import { levelOf } from '@wangdi/domain/place-code.ts'
import { type Figures, type LineName, reportLines, usualDeadlines } from '@wangdi/domain/reports/daily-report.ts'
import { sumsOf, tallyTogether } from '@wangdi/domain/reports/own-sums.rules.ts'
import { readRollUp } from '@wangdi/domain/reports/reports.api.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import { countyOf, type Db } from '../platform/db.ts'
import { type Served, serve } from '../platform/serve.ts'
import { listOpenScopes } from '../regimes/index.ts'
import { countExpected, listPlacesBelow } from './reports.queries.ts'
import { findLeastCount } from './small-figures.queries.ts'
import { hiddenInReports, ownToldIn, withoutHidden } from './small-figures.ts'
import { type LineSum, listNewest, listOwnBelow, listSums, type PlaceSum } from './sums.queries.ts'

const nextLength: Record<number, number> = { 0: 2, 2: 4, 4: 6, 6: 9, 9: 12, 12: 12 }

/** Sums of places, and of places of the next level, from rows that are kept or frozen; nothing about people is read. */
const rollingUp = serve(readRollUp, {
  run: async ({ db, input, today, clock }) => {
    const day = input.day ?? today
    const length = nextLength[input.place.length] ?? 12
    const [names, sums, expected] = [
      await listPlacesBelow(db, input.place, length),
      await sumsBelow(db, input.place, day, length),
      countExpected(db, input.place, length, await listOpenScopes(db, 'daily-report', input.place, day)),
    ]
    const expecting = await expected
    const known = new Map(sums.map((sum) => [sum.place, sum]))
    const places = [...new Set([...expecting.keys(), ...known.keys()])].sort()
    const below = places.map((place) => rowOf(place, names.get(place) ?? place, expecting.get(place) ?? 0, known.get(place), day))
    const sumsHere = addSums(
      below.map((row) => row.sums),
      below,
    )
    // Above the county, few people of one community are not told; the county itself is told whole.
    const isAbove = countyOf(db) === '' && input.place.length >= 6
    const hidden = isAbove ? await hiddenInReports(db, input.place.slice(0, 6), day) : undefined
    const own = await listOwnBelow(db, input.place, day, length)
    const ownTold = isAbove
      ? await ownToldIn(db, input.place.slice(0, 6), day)
      : (code: PlaceCode) => sumsOf(code === input.place ? tallyTogether([...own.values()].flat()) : (own.get(code) ?? []))
    return {
      place: input.place,
      day,
      at: clock.now().toISOString(),
      expected: total(below.map((row) => row.expected)),
      received: total(below.map((row) => row.received)),
      late: total(below.map((row) => row.late)),
      least: await findLeastCount(db),
      own_sums: ownTold(input.place),
      sums: hidden ? withoutHidden(sumsHere, hidden(input.place)) : sumsHere,
      below: below.map((row) => ({
        ...row,
        sums: hidden ? withoutHidden(row.sums, hidden(row.place)) : row.sums,
        own_sums: ownTold(row.place),
      })),
    }
  },
})

type Known = PlaceSum & { confirmed_at?: Date }

const sumsBelow = (db: Db, place: PlaceCode, day: Day, length: number): Promise<Known[]> =>
  length === 12 ? listNewest(db, place, day) : listSums(db, place, day, length)

function rowOf(place: PlaceCode, name: string, expected: number, known: Known | undefined, day: Day) {
  const level = levelOf(place)
  const time = Object.hasOwn(usualDeadlines, level) ? usualDeadlines[level as keyof typeof usualDeadlines] : null
  return {
    place,
    name,
    expected,
    received: known?.received ?? 0,
    late: known?.late ?? 0,
    sums: known?.sums ?? [],
    deadline: time && shanghaiInstant(day, time),
    confirmed_at: known?.confirmed_at?.toISOString() ?? null,
  }
}

// A sum over nothing, or over something unknown, is unknown: never zero.
const addKnown = (values: (number | null)[]): number | null =>
  values.length === 0 || values.includes(null) ? null : total(values.map((value) => value ?? 0))

const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0)

/** Adds lines over places; a line that every report left out stays without a figure, and so does a figure unknown somewhere. */
function addSums(all: LineSum[][], below: { received: number }[]): LineSum[] {
  return (Object.keys(reportLines) as LineName[]).map((line, at) => {
    const lines = all.flatMap((sums) => (sums[at] ? [sums[at]] : []))
    const leftOut = total(lines.map((each) => each.left_out))
    // A place whose reports all left the line out adds nothing; it is told by `left_out`.
    const told = all.flatMap((sums, nth) =>
      sums[at] && sums[at].left_out < (below[nth]?.received ?? 0) ? [sums[at].figures] : [],
    )
    const figures = [0, 1, 2, 3].map((nth) => addKnown(told.map((each) => each[nth] ?? null)))
    return { line, left_out: leftOut, figures: figures as Figures }
  })
}

/** The verbs of the levels above. */
export const rollUpVerbs: readonly Served[] = [rollingUp]
