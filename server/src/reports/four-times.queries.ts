import type { EarlyFigure } from '@wangdi/domain/reports/four-times.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { isAbnormal } from '../observation/index.ts'
import { isDecidedArrival, isToDecide } from '../people/index.ts'
import { countyOf, type Db } from '../platform/db.ts'

/**
 * Counts the four early steps of a place over a span of days; a doctor's first answer to a reading counts. Whoever still waits for
 * a decision when its day has passed was not isolated early.
 */
export async function countEarlySteps(db: Db, place: PlaceCode, from: Day, to: Day, today: Day): Promise<EarlyFigure[]> {
  const { rows } = await sql<EarlyFigure>`
    with arrived as (
      select a.*, (a.recorded_at at time zone 'Asia/Shanghai')::date as recorded_on from arrival a
      where a.county = ${countyOf(db)} and starts_with(a.community, ${place}) and a.state = 'arrived' and a.arrived_on between ${from} and ${to}
    ), abnormal as (
      select r.recorded_at, answer.at as answered_at, answer.outcome from reading r
      join observation o on o.county = ${countyOf(db)} and o.id = r.observation
      left join lateral (select x.at, x.outcome from alert_answer x where x.county = ${countyOf(db)} and x.reading = r.id order by x.at limit 1) answer on true
      where r.county = ${countyOf(db)} and starts_with(r.community, ${place}) and r.day between ${from} and ${to} and ${isAbnormal}
    ), decided as (
      select o.decided_at, coalesce(a.arrived_on, o.day_zero) as since from observation o
      left join arrival a on a.county = ${countyOf(db)} and a.id = o.arrival
      where o.county = ${countyOf(db)} and starts_with(o.community, ${place})
        and (o.decided_at at time zone 'Asia/Shanghai')::date between ${from} and ${to}
    ), waiting as (
      select from arrived a where ${isToDecide} and a.arrived_on + 1 < ${today}::date and not ${isDecidedArrival(db)}
    )
    select 'found' as step, count(*)::int as of, (count(*) filter (where recorded_on <= arrived_on))::int as in_time, null::int as median_minutes from arrived
    union all select 'reported', count(*)::int, count(answered_at)::int,
      round(percentile_cont(0.5) within group (order by extract(epoch from answered_at - recorded_at) / 60))::int from abnormal
    union all select 'isolated', count(*)::int + (select count(*)::int from waiting), (count(*) filter (where (decided_at at time zone 'Asia/Shanghai')::date <= since + 1))::int, null from decided
    union all select 'treated', count(*)::int, (count(*) filter (where outcome = 'transfer'))::int,
      round(percentile_cont(0.5) within group (order by extract(epoch from answered_at - recorded_at) / 60) filter (where outcome = 'transfer'))::int
      from abnormal where answered_at is not null`.execute(db)
  return rows
}
