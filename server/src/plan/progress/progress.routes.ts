import { addDays } from '@wangdi/domain/day.ts'
import { type ProgressName, type ProgressRow, readProgress, readProgressDays } from '@wangdi/domain/plan/progress/progress.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import { countyOf, type Db } from '../../platform/db.ts'
import { type Request, type Served, serve } from '../../platform/serve.ts'
import { listScopesInForce } from '../../regimes/index.ts'
import { findLeastCount } from '../../reports/index.ts'
import { recount } from './count.ts'
import { hiddenIn, told, type WhyHidden } from './hidden.ts'
import { type Counted, countCommunities, type Kept, listKept, listPlaces } from './progress.queries.ts'

/** The digits of the places that stand for themselves on a board, and of those they are grouped by. */
const digitsOf: Readonly<Record<number, { tile: number; group: number | null }>> = {
  0: { tile: 2, group: null },
  2: { tile: 6, group: 4 },
  4: { tile: 6, group: null },
  6: { tile: 12, group: 9 },
  9: { tile: 12, group: null },
  12: { tile: 12, group: null },
}
const countyDigits = 6
const communityDigits = 12
/** What was counted before stays on the board for a day, with its time; older it is no figure. */
const staleMs = 24 * 60 * 60_000
const shownDays = 14

/** A row without its name and what lies round it: what of a place was counted. */
type Sum = Pick<Kept, 'counted' | 'figures'> & { readonly day: Day | null; readonly at: string | null }
const nothing: Sum = { counted: 0, day: null, at: null, figures: new Map() }

/** Adds what was counted today; what is older stands for its own place and in no sum. */
function addUp(parts: readonly Sum[], today: Day): Sum {
  const fresh = parts.filter(({ day }) => day === today)
  if (fresh.length === 0) return nothing
  const figures = new Map<ProgressName, Counted>()
  for (const part of fresh)
    for (const [name, { done, due, of }] of part.figures) {
      const before = figures.get(name) ?? { done: 0, due: 0, of: 0 }
      figures.set(name, { done: before.done + done, due: before.due + due, of: before.of + of })
    }
  const oldest = fresh.flatMap(({ at }) => at ?? []).sort()[0] ?? null
  return { counted: fresh.reduce((sum, { counted }) => sum + counted, 0), day: today, at: oldest, figures }
}

/** The newest of what is kept of each place, as long as it is not older than a day. */
function newest(kept: readonly Kept[], now: Date): Map<PlaceCode, Kept> {
  const rows = new Map<PlaceCode, Kept>()
  for (const row of kept) if (now.getTime() - Date.parse(row.at) < staleMs) rows.set(row.place, row)
  return rows
}

/** In how many counties of each place a response is in force; of a place within a county whether it is. */
async function countResponses(db: Db, place: PlaceCode, day: Day, counties: () => Promise<readonly PlaceCode[]>) {
  const scopes = await listScopesInForce(db, place, day)
  const wide = scopes.some((scope) => scope.length < countyDigits)
  const all = wide ? await counties() : []
  const covered = new Set([
    ...scopes.filter((scope) => scope.length >= countyDigits).map((scope) => scope.slice(0, countyDigits)),
    ...all.filter((county) => scopes.some((scope) => county.startsWith(scope))),
  ])
  return (code: PlaceCode) =>
    code.length > countyDigits
      ? Number(scopes.some((scope) => code.startsWith(scope) || scope.startsWith(code)))
      : [...covered].filter((county) => county.startsWith(code)).length
}

async function board({ db, input, reach, today, clock }: Request<{ place: PlaceCode }>) {
  const { place } = input
  const now = clock.now()
  const { tile, group } = digitsOf[place.length] ?? { tile: communityDigits, group: null }
  const names = await listPlaces(db, place, today, tile)
  const yesterday = addDays(today, -1)
  const kept = await listKept(db, place, yesterday, today, tile)
  const counts = reach === 'area' && place.length >= countyDigits
  const waiting = counts ? await recount(db, place, { communities: [...names.keys()], kept, day: today, now }) : 0
  const rows = newest(counts ? await listKept(db, place, yesterday, today, tile) : kept, now)
  const [communities, least] = [
    tile === communityDigits ? undefined : await countCommunities(db, place, today, tile),
    await findLeastCount(db),
  ]
  const inResponse = await countResponses(db, place, today, async () => [
    ...(await listPlaces(db, place.slice(0, countyDigits), today, countyDigits)).keys(),
  ])
  const why = countyOf(db) === '' && place.length >= countyDigits ? await hiddenAt(db, place, today, least) : undefined
  const rowOf = (code: PlaceCode, name: string, all: number, sum: Sum): ProgressRow => {
    const { counted, day, at, figures } = sum
    return {
      place: code,
      name,
      communities: all,
      counted,
      day,
      at,
      figures: told(code, figures, why),
      in_response: inResponse(code),
    }
  }
  const allOf = (code: PlaceCode) => communities?.get(code) ?? (communities ? 0 : 1)
  const within = (code: PlaceCode) => [...names.keys()].filter((each) => each.startsWith(code))
  const sumOf = (codes: readonly PlaceCode[]) =>
    addUp(
      codes.flatMap((code) => rows.get(code) ?? []),
      today,
    )
  const total = (codes: readonly PlaceCode[]) => codes.reduce((sum, code) => sum + allOf(code), 0)
  const groups = group === null ? [] : [...(await listPlaces(db, place, today, group))]
  return {
    place,
    day: today,
    at: now.toISOString(),
    whole: rowOf(place, '', total([...names.keys()]), sumOf([...names.keys()])),
    groups: groups.map(([code, name]) => rowOf(code, name, total(within(code)), sumOf(within(code)))),
    tiles: [...names].map(([code, name]) => rowOf(code, name, allOf(code), rows.get(code) ?? nothing)),
    waiting,
    least,
  }
}

/** Above the county figures of few people are told of no community or street, whichever of them is looked at. */
async function hiddenAt(db: Db, place: PlaceCode, today: Day, least: number): Promise<WhyHidden> {
  const county = place.slice(0, countyDigits)
  const days = [addDays(today, -1), today]
  const kept = await listKept(db, county, days[0] ?? today, today, communityDigits)
  const byDay = days.map((day) =>
    hiddenIn(county, new Map(kept.filter((row) => row.day === day).map((row) => [row.place, row.figures])), least),
  )
  // A tile may show either day: what is hidden on one is hidden.
  return (code, name) => byDay.flatMap((why) => why(code, name) ?? [])[0] ?? null
}

const days = serve(readProgressDays, {
  run: async ({ db, input: { place }, today }) => {
    const from = addDays(today, 1 - shownDays)
    const kept = countyOf(db) === '' && place.length > countyDigits ? [] : await listDays(db, place, from, today)
    return {
      place,
      from,
      until: today,
      days: kept.map(({ day, at, counted, figures }) => ({ day, at, counted, figures: told(place, figures) })),
    }
  },
})

// By the digits of the place asked, so that each day is one row; a county's own sums stand for it.
const listDays = (db: Db, place: PlaceCode, from: Day, until: Day) => listKept(db, place, from, until, place.length)

/** The boards of streets, counties and the levels above. */
export const progressVerbs: readonly Served[] = [serve(readProgress, { run: board }), days]
