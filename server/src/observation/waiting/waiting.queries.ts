import { addDays } from '@wangdi/domain/day.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import { type RawBuilder, sql } from 'kysely'
import { isCheckedArrival, isDecidedArrival, isToDecide } from '../../people/index.ts'
import { countyOf, type Db } from '../../platform/db.ts'
import { isUnanswered } from '../abnormal.queries.ts'
import { waitsForCall, waitsForHandover } from '../release/after.queries.ts'
import { waitsForRelease } from '../release/release.queries.ts'

/** How many days back arrivals are looked at, as the plan of the day counts them. */
const daysBack = 14

type Counted = (db: Db, place: PlaceCode, today: Day) => RawBuilder<unknown>

const arrivals =
  (more: (db: Db) => RawBuilder<unknown>): Counted =>
  (db, place, today) =>
    sql`select a.recorded_at as at from arrival a
    join person p on p.county = ${countyOf(db)} and p.id = a.person
    where a.county = ${countyOf(db)} and starts_with(a.community, ${place}) and ${more(db)}
      and a.arrived_on between ${addDays(today, -daysBack)} and ${today}`

const stays =
  (more: (db: Db, today: Day) => RawBuilder<unknown>): Counted =>
  (db, place, today) =>
    sql`select o.decided_at as at from observation o
    left join observation_end x on x.county = ${countyOf(db)} and x.observation = o.id
    where o.county = ${countyOf(db)} and starts_with(o.community, ${place}) and ${more(db, today)}`

const counted: Readonly<Record<'alerts' | 'undecided' | 'unchecked' | 'releases' | 'calls' | 'handovers', Counted>> = {
  alerts: (db, place) => sql`select r.taken_at as at from reading r
    join observation o on o.county = ${countyOf(db)} and o.id = r.observation
    where r.county = ${countyOf(db)} and starts_with(r.community, ${place}) and ${isUnanswered(db)}`,
  undecided: arrivals((db) => sql`${isToDecide} and not ${isDecidedArrival(db)}`),
  unchecked: arrivals(() => sql`a.state = 'arrived' and not ${isCheckedArrival}`),
  releases: stays(waitsForRelease),
  calls: stays(waitsForCall),
  handovers: stays(waitsForHandover),
}

/** How many of a sort wait at a place and below it, and since when the first of them does. */
export async function countWaitingOf(
  db: Db,
  sort: keyof typeof counted,
  place: PlaceCode,
  today: Day,
): Promise<{ n: number; at: Date | null }> {
  const { rows } = await sql<{ n: number; at: Date | null }>`select count(*)::int as n, min(w.at) as at
    from (${counted[sort](db, place, today)}) w`.execute(db)
  return rows[0] ?? { n: 0, at: null }
}
