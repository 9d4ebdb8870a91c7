import type { Statement } from '@wangdi/domain/plan/plan.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { type RawBuilder, sql } from 'kysely'
import { isUnanswered } from '../observation/index.ts'
import { isCheckedArrival, isDecidedArrival, isToDecide } from '../people/index.ts'
import { countyOf, type Db } from '../platform/db.ts'

/** Done and due of one kind of record. */
export interface Count {
  readonly done: number
  readonly due: number
}

const count = async (db: Db, query: RawBuilder<Count>): Promise<Count> => (await query.execute(db)).rows[0] ?? { done: 0, due: 0 }

/** People with open key-group marks, and those of whom no mark is to be reviewed. */
export const countReviewedMarks = (db: Db, community: PlaceCode, day: Day) =>
  count(
    db,
    sql<Count>`select count(distinct p.id)::int as due,
      (count(distinct p.id) - count(distinct p.id) filter (where m.review_on <= ${day}))::int as done
    from person_mark m join person p on p.county = ${countyOf(db)} and p.id = m.person and p.left_on is null
    where m.county = ${countyOf(db)} and m.community = ${community} and m.ended_on is null`,
  )

/** Arrivals of the last 14 days, and those whose origin a person confirmed. */
export const countConfirmedArrivals = (db: Db, community: PlaceCode, since: Day, day: Day) =>
  count(
    db,
    sql<Count>`select count(*)::int as due, count(*) filter (where ${isCheckedArrival})::int as done from arrival a
    where county = ${countyOf(db)} and community = ${community} and state = 'arrived' and arrived_on between ${since} and ${day}`,
  )

/** Arrivals from abroad, high- and medium-risk areas of the last 14 days, and those with an order or another decision. */
export const countDecidedArrivals = (db: Db, community: PlaceCode, since: Day, day: Day) =>
  count(
    db,
    sql<Count>`select count(*)::int as due, count(*) filter (where ${isDecidedArrival(db)})::int as done
    from arrival a where a.county = ${countyOf(db)} and a.community = ${community} and ${isToDecide} and a.arrived_on between ${since} and ${day}`,
  )

/** Grids of a day, and those with a worker or stand-in. */
export const countStaffedGrids = (db: Db, community: PlaceCode, day: Day) =>
  count(
    db,
    sql<Count>`select count(*)::int as due, count(*) filter (where exists (select from grid_duty d where d.county = ${countyOf(db)} and d.grid = g.id
      and d.valid_from <= ${day} and (d.valid_to is null or d.valid_to > ${day})))::int as done
    from grid g where g.county = ${countyOf(db)} and g.community = ${community} and g.valid_from <= ${day} and (g.valid_to is null or g.valid_to > ${day})`,
  )

/** Abnormal readings that no doctor has answered. */
export const countOpenAlerts = async (db: Db, community: PlaceCode) =>
  (
    await sql<{
      n: number
    }>`select count(*)::int as n from reading r join observation o on o.county = ${countyOf(db)} and o.id = r.observation
    where r.county = ${countyOf(db)} and r.community = ${community} and ${isUnanswered(db)}`.execute(db)
  ).rows[0]?.n ?? 0

/** Who answers on a day for the grid of each of these dwellings. */
export const listAnswering = async (db: Db, dwellings: readonly Id[], day: Day) =>
  dwellings.length === 0
    ? []
    : (
        await sql<{ dwelling: Id; account: Id; name: string; role: string; grid: string }>`
    select distinct on (g.dwelling) g.dwelling, a.id as account, a.name, a.role, r.name as grid
    from unnest(${[...dwellings]}::uuid[]) as wanted (id) join dwelling_grid g on g.county = ${countyOf(db)} and g.dwelling = wanted.id
      join grid r on r.county = ${countyOf(db)} and r.id = g.grid join grid_duty d on d.county = ${countyOf(db)} and d.grid = g.grid join account a on a.id = d.account
    where g.valid_from <= ${day} and (g.valid_to is null or g.valid_to > ${day}) and d.valid_from <= ${day} and (d.valid_to is null or d.valid_to > ${day})
    order by g.dwelling, (d.kind = 'stand-in') desc`.execute(db)
      ).rows

/** The dwellings of these people. */
export const listDwellingsOf = async (db: Db, people: readonly Id[]) =>
  people.length === 0
    ? []
    : (
        await sql<{ dwelling: Id }>`select p.dwelling from unnest(${[...people]}::uuid[]) as wanted (id)
    join person p on p.county = ${countyOf(db)} and p.id = wanted.id where p.dwelling is not null`.execute(db)
      ).rows.map((row) => row.dwelling)

/** The newest word on each measure up to a day. */
export async function listStatements(db: Db, community: PlaceCode, day: Day): Promise<Map<string, Statement>> {
  const { rows } = await sql<{ measure: string; state: Statement['state']; note: string; by: string; at: Date; day: Day }>`
    select distinct on (s.measure) s.measure, s.state, s.note, coalesce(a.name, '') as by, s.at, s.day from measure_statement s left join account a on a.id = s.by_account
    where s.place = ${community} and s.day <= ${day} order by s.measure, s.seen desc`.execute(db)
  return new Map(rows.map(({ measure, at, ...rest }) => [measure, { ...rest, at: at.toISOString() }]))
}

/** Keeps a word on a measure. */
export const insertStatement = (
  db: Db,
  statement: { place: PlaceCode; id: Id; measure: string; day: Day; state: string; note: string; by_account: Id; at: Date },
) => db.insertInto('measure_statement').values(statement).execute()
