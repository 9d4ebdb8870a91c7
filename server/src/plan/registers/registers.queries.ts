import { chosenValues } from '@wangdi/domain/kinds/register/register.rules.ts'
import { releasingReasons } from '@wangdi/domain/observation/release/release.rules.ts'
import { unit } from '@wangdi/domain/rounds/kinds/units/unit.kind.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import { type RawBuilder, sql } from 'kysely'
import { countyOf, type Db } from '../../platform/db.ts'
import type { Count } from '../evidence.queries.ts'

const count = async (db: Db, query: RawBuilder<Count>): Promise<Count> => (await query.execute(db)).rows[0] ?? { done: 0, due: 0 }

const holds = (day: Day) => sql`valid_from <= ${day} and (valid_to is null or valid_to > ${day})`

/** Measures of the plan that the community itself wrote down how it does; each of them counts as done. */
export const countOwnMeasures = (db: Db, place: PlaceCode, _day: Day) =>
  count(
    db,
    sql<Count>`select count(*)::int as due, count(*)::int as done from (select distinct on (measure) how, who, hours from measure_detail
      where place = ${place} order by measure, seen desc) d where d.how <> '' or d.who <> '' or d.hours <> ''`,
  )

const units = (db: Db, place: PlaceCode) =>
  sql`from kind_thing u where u.county = ${countyOf(db)} and u.community = ${place} and u.kind = ${unit.name} and u.state = 'live'`

/** Firms and units of a community, or its elder-care sites alone, by how often they are visited: those whose next visit is not due. */
export const countUnitsVisited = (db: Db, place: PlaceCode, day: Day, every: number) =>
  count(
    db,
    sql<Count>`select count(*)::int as due, count(*) filter (where u.review_on > ${day})::int as done ${units(db, place)}
      and u.standing -> 'values' ->> 'kind' = any (${sql.val([...(chosenValues(unit, { every: String(every) })['kind'] ?? [])])}::text[])`,
  )

/** Firms and units of a community, and those of which it is known whom to call. */
export const countReachableUnits = (db: Db, place: PlaceCode, _day: Day) =>
  count(
    db,
    sql<Count>`select count(*)::int as due, count(*) filter (where u.standing -> 'values' ? 'contact'
      and u.standing -> 'values' ? 'phone')::int as done ${units(db, place)}`,
  )

/** Whether somebody from above guided the place and the day set for the next time has not come. */
export const countGuidance = (db: Db, place: PlaceCode, day: Day) =>
  count(
    db,
    sql<Count>`select 1 as due, count(*)::int as done from (select i.next_on from inspection i
      where i.place = ${place} and i.kind = 'guidance' and i.day <= ${day} order by i.day desc, i.at desc limit 1) l
      where l.next_on is null or l.next_on > ${day}`,
  )

/** Posts of the working group held on a day, and those whose duty is written down. */
export const countTeam = (db: Db, place: PlaceCode, day: Day) =>
  count(
    db,
    sql<Count>`select count(*)::int as due, count(*) filter (where duty <> '')::int as done from team_member
      where place = ${place} and ${holds(day)}`,
  )

/** Lines of work for which somebody was named; that all five have one is what counts. */
export const countWorkLines = async (db: Db, place: PlaceCode, _day: Day): Promise<Count> => {
  const { done } = await count(
    db,
    sql<Count>`select 5 as due, count(distinct line)::int as done from line_owner where place = ${place}`,
  )
  return { due: 5, done: Math.min(5, done) }
}

/** Whether the place has an information reporter. */
export const countReporters = (db: Db, place: PlaceCode, _day: Day) =>
  count(
    db,
    sql<Count>`select 1 as due, least(1, count(*))::int as done from account
      where place = ${place} and role = 'information-reporter' and active`,
  )

/** Releases that were decided by a day and hold, and those whose notice was handed over by then. */
export const countReleases = (db: Db, place: PlaceCode, day: Day) =>
  count(
    db,
    sql<Count>`select count(*)::int as due, count(*) filter (where exists (select from release_delivery v
        where v.county = ${countyOf(db)} and v.release = s.id and (v.at at time zone 'Asia/Shanghai')::date <= ${day}))::int as done
      from observation_release s left join observation_end x on x.county = ${countyOf(db)} and x.observation = s.observation
      where s.county = ${countyOf(db)} and s.community = ${place} and s.withdrawn_at is null
        and (s.decided_at at time zone 'Asia/Shanghai')::date <= ${day}
        and (x.at is null or x.reason in (${sql.join([...releasingReasons])}))`,
  )

/** Observations that run on a day, and those whose notice was delivered. */
export const countNotices = (db: Db, place: PlaceCode, day: Day) =>
  count(
    db,
    sql<Count>`select count(*)::int as due, count(*) filter (where exists (select from notice_delivery n
        where n.county = ${countyOf(db)} and n.observation = o.id))::int as done
      from observation o where o.county = ${countyOf(db)} and o.community = ${place} and o.phases -> 0 ->> 'from' <= ${day} and o.last_day >= ${day}
        and not exists (select from observation_end x where x.county = ${countyOf(db)} and x.observation = o.id)`,
  )
