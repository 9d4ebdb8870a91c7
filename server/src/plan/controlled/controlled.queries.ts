import type { Door } from '@wangdi/domain/places/places.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { doorIn, doorJoins } from '../../places/index.ts'
import { countyOf, type Db } from '../../platform/db.ts'

/** A stay that runs on a day, with the parts of its door. */
export interface RunningPerson {
  observation: Id
  person: Id
  place: PlaceCode
  name: string
  reason: string
  from: Day
  until: Day
  reviewer: string
  door: Door | null
}

const running = (db: Db, place: PlaceCode, day: Day) => sql`o.county = ${countyOf(db)} and starts_with(o.community, ${place})
  and o.phases -> 0 ->> 'from' <= ${day} and o.last_day >= ${day}
  and not exists (select from observation_end x where x.county = ${countyOf(db)} and x.observation = o.id)`

/** Who is under observation at a place and below, those whose stay ends first in front; five hundred at most. */
export async function listPersons(db: Db, place: PlaceCode, day: Day): Promise<RunningPerson[]> {
  const { rows } = await sql<RunningPerson>`select o.id as observation, o.person, o.community as place, p.name, o.basis as reason,
      o.phases -> 0 ->> 'from' as "from", o.last_day as until, coalesce(c.name, '') as reviewer,
      ${doorIn(db)} as door
    from observation o join person p on p.county = ${countyOf(db)} and p.id = o.person left join account c on c.id = o.decided_by
      left join dwelling d on d.county = ${countyOf(db)} and d.id = o.dwelling
      ${doorJoins(db)}
    where ${running(db, place, day)} order by o.last_day, o.community, o.id limit 500`.execute(db)
  return rows
}

/** How many persons are under observation in each community of a place. */
export async function countPersons(db: Db, place: PlaceCode, day: Day): Promise<{ place: PlaceCode; persons: number }[]> {
  const { rows } = await sql<{
    place: PlaceCode
    persons: number
  }>`select o.community as place, count(distinct o.person)::int as persons
    from observation o where ${running(db, place, day)} group by o.community order by o.community`.execute(db)
  return rows
}
