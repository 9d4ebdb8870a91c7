import { parentOf } from '@wangdi/domain/place-code.ts'
import type { ProgressName } from '@wangdi/domain/plan/progress/progress.ts'
import type { Day, Instant, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

/** Done and due of one kind of record, and of how many communities. */
export interface Counted {
  readonly done: number
  readonly due: number
  readonly of: number
}

/** What is kept of a place on a day: how many communities were counted, the oldest of these counts, figures by name. */
export interface Kept {
  readonly place: PlaceCode
  readonly day: Day
  readonly counted: number
  readonly at: Instant
  readonly figures: ReadonlyMap<ProgressName, Counted>
}

const communityDigits = 12
const countyDigits = 6

/** Keeps what communities of one county come to at a moment of a day, and what the county comes to with them. */
export async function keepProgress(
  db: Db,
  county: PlaceCode,
  day: Day,
  at: Date,
  counted: readonly { place: PlaceCode; figures: Readonly<Partial<Record<ProgressName, readonly [number, number, number]>>> }[],
): Promise<void> {
  if (counted.length === 0) return
  await sql`select keep_progress(${county}, ${day}::date, ${at}, ${JSON.stringify(counted)}::jsonb)`.execute(db)
}

/**
 * What is kept of the places within one from a day on, by the first `length` digits of their code: of communities where that is
 * more than a county has, else of the counties whose sums they are.
 */
export async function listKept(db: Db, place: PlaceCode, from: Day, until: Day, length: number): Promise<Kept[]> {
  const digits = length > countyDigits ? communityDigits : countyDigits
  const within = sql`p.day between ${from} and ${until} and p.place >= ${place} and p.place < ${`${place}:`} and length(p.place) = ${digits}`
  const code = sql`left(p.place, ${length})`
  const heads = await sql<{ place: PlaceCode; day: Day; counted: number; at: Date }>`
    select ${code} as place, p.day, sum(p.communities)::int as counted, min(p.counted_at) as at from progress p
    where ${within} group by 1, 2 order by 1, 2`.execute(db)
  const figures = await sql<{ place: PlaceCode; day: Day; name: ProgressName } & Counted>`
    select ${code} as place, p.day, e.key as name, sum((e.value ->> 0)::bigint)::bigint as done, sum((e.value ->> 1)::bigint)::bigint as due,
      sum((e.value ->> 2)::int)::int as of from progress p, jsonb_each(p.figures) e where ${within} group by 1, 2, 3`.execute(db)
  const byPlace = Map.groupBy(figures.rows, ({ place: of, day }) => `${of} ${day}`)
  return heads.rows.map(({ at, ...head }) => ({
    ...head,
    at: at.toISOString(),
    figures: new Map(
      (byPlace.get(`${head.place} ${head.day}`) ?? []).map(({ name, done, due, of }) => [name, { done, due, of }]),
    ),
  }))
}

const standing = (place: PlaceCode, day: Day) =>
  sql`p.code >= ${place} and p.code < ${`${place}:`} and p.valid_from <= ${day} and (p.valid_to is null or p.valid_to > ${day})`

/** The places of a level within one that stand on a day, by code; the level by the length of its codes. */
export async function listPlaces(db: Db, place: PlaceCode, day: Day, length: number): Promise<Map<PlaceCode, string>> {
  // Places directly below are found by what they lie in; the nation has 31 of them among some hundred thousand.
  const directly = length > place.length && parentOf('0'.repeat(length)).length === place.length
  const within = directly ? sql`p.parent = ${place} and` : sql``
  const { rows } = await sql<{ code: PlaceCode; name: string }>`select p.code, p.name from place p
    where ${within} ${standing(place, day)} and length(p.code) = ${length} order by p.code`.execute(db)
  return new Map(rows.map(({ code, name }) => [code, name]))
}

/** How many communities stand on a day in each place of a level within one. */
export async function countCommunities(db: Db, place: PlaceCode, day: Day, length: number): Promise<Map<PlaceCode, number>> {
  const { rows } = await sql<{
    place: PlaceCode
    n: number
  }>`select left(p.code, ${length}) as place, count(*)::int as n from place p
    where ${standing(place, day)} and length(p.code) = ${communityDigits} group by 1`.execute(db)
  return new Map(rows.map((row) => [row.place, row.n]))
}
