import { dayOf, stateOf } from '@wangdi/domain/observation/slots.rules.ts'
import type { DatedPhase } from '@wangdi/domain/observation/observation.ts'
import type { Day, Id, Instant, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { doorOfStay } from '../../observation/index.ts'
import { countyOf, type Db } from '../../platform/db.ts'
import { holds } from './door-cells.queries.ts'

/** A stay that may run today, as far as a door shows it. */
export interface StayAtDoor {
  dwelling: Id
  grid: Id | null
  person: Id
  day_zero: Day
  last_day: Day
  phases: DatedPhase[]
  ended_at: Instant | null
}

/** The stays of a community (or one building) that reach to a day; `gridsOf` limits them to the grids of an account. */
export async function listStays(
  db: Db,
  asked: { community: PlaceCode; building: Id | undefined; day: Day; gridsOf: Id | undefined },
): Promise<StayAtDoor[]> {
  const { community, building, day, gridsOf } = asked
  const own =
    gridsOf === undefined
      ? sql``
      : sql`and exists (select from dwelling_grid g join grid_duty u on u.county = ${countyOf(db)} and u.grid = g.grid
    where g.county = ${countyOf(db)} and g.dwelling = ${doorOfStay} and ${holds('g', day)} and u.account = ${gridsOf} and ${holds('u', day)})`
  const { rows } = await sql<StayAtDoor & { ended_at: Date | null }>`
    select d.id as dwelling, w.grid, o.person, o.day_zero, o.last_day, o.phases, e.at as ended_at
    from observation o join person p on p.county = ${countyOf(db)} and p.id = o.person
    join dwelling d on d.county = ${countyOf(db)} and d.id = ${doorOfStay}
    left join dwelling_grid w on w.county = ${countyOf(db)} and w.dwelling = d.id and ${holds('w', day)}
    left join observation_end e on e.county = ${countyOf(db)} and e.observation = o.id
    where o.county = ${countyOf(db)} and o.community = ${community} and o.last_day >= ${day}
      ${building === undefined ? sql`` : sql`and d.building = ${building}`} ${own}`.execute(db)
  return rows.map((row) => ({ ...row, ended_at: row.ended_at && new Date(row.ended_at).toISOString() }))
}

/** Of these stays the ones that are spent at home at this moment, each with its day of how many. */
export const atHomeNow = (stays: readonly StayAtDoor[], day: Day, now: Instant): (StayAtDoor & { n: number; of: number })[] =>
  stays.flatMap((stay) => {
    const counted = dayOf(stay, day)
    return stateOf(stay, now) === 'running' && counted && counted.where !== 'central' ? [{ ...stay, ...counted }] : []
  })
