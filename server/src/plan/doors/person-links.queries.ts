import { shanghaiDay } from '@wangdi/domain/day.ts'
import { type DoorText, doorText } from '@wangdi/domain/places/door-plate.ts'
import { dayOf, stateOf } from '@wangdi/domain/observation/slots.rules.ts'
import type { DatedPhase } from '@wangdi/domain/observation/observation.ts'
import type { Door } from '@wangdi/domain/places/places.ts'
import type { VisitEntry, VisitResult } from '@wangdi/domain/rounds/rounds.ts'
import type { Day, Id, Instant } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { doorOfStay } from '../../observation/index.ts'
import { doorIn, doorJoins } from '../../places/index.ts'
import { countyOf, type Db } from '../../platform/db.ts'
import { isVisitOf } from '../story/own-visits.queries.ts'

/** A person with the door behind which the record stands. */
export async function findAtDoor(db: Db, person: Id) {
  const { rows } = await sql<{
    name: string
    dwelling: Id | null
    door: Door | null
  }>`select p.name, p.dwelling, ${doorIn(db)} as door
    from person p left join dwelling d on d.county = ${countyOf(db)} and d.id = p.dwelling ${doorJoins(db)}
    where p.county = ${countyOf(db)} and p.id = ${person}`.execute(db)
  return rows[0]
}

/** Who else lives behind the door of a person. */
export async function listCoResidents(db: Db, person: Id, dwelling: Id, day: Day) {
  const { rows } = await sql<{ id: Id; name: string; relation: string }>`select p.id, p.name, p.relation from person p
    where p.county = ${countyOf(db)} and p.dwelling = ${dwelling} and p.id <> ${person} and (p.left_on is null or p.left_on > ${day})
    order by p.relation <> '户主', p.born nulls last, p.id`.execute(db)
  return rows
}

/** The last visits of a person, newest first, without corrected ones, whether the person was seen, and how many there are. */
export async function listVisitsOf(db: Db, person: Id, home: Id | null, limit: number) {
  const { rows } = await sql<{
    id: Id
    at: Date
    by: string
    result: VisitResult
    entry: VisitEntry
    met: boolean
    total: number
  }>`
    select v.id, v.at, coalesce(a.name, '') as by, v.result, v.entry, v.met ? ${person} as met, (count(*) over ())::int as total
    from visit v left join account a on a.id = v.by_account
    where v.county = ${countyOf(db)} and ${isVisitOf(db, person, home)}
      and not exists (select from visit c where c.county = ${countyOf(db)} and c.replaces = v.id)
    order by v.at desc limit ${limit}`.execute(db)
  return {
    visits: rows.map(({ total: _, at, ...visit }) => ({ ...visit, at: at.toISOString() })),
    visits_total: rows[0]?.total ?? 0,
  }
}

/** The arrivals of a person, newest first. */
export async function listArrivalsOf(db: Db, person: Id) {
  const { rows } = await sql<{ id: Id; origin: string; arrived_on: Day; state: 'expected' | 'arrived' | 'not-come' }>`
    select id, origin, arrived_on, state from arrival where county = ${countyOf(db)} and person = ${person}
    order by arrived_on desc, id`.execute(db)
  return rows
}

interface StayRow {
  id: Id
  number: string
  day_zero: Day
  phases: DatedPhase[]
  last_day: Day
  ended_at: Date | null
  stays_at: Id | null
  door: Door | null
}

/** The stays of a person under observation, newest first, with the door where they stay when it is not the own one. */
export async function listStaysOf(db: Db, person: Id, home: Id | null, now: Instant) {
  const { rows } = await sql<StayRow>`
    select o.id, o.number, o.day_zero, o.phases, o.last_day, n.at as ended_at, ${doorOfStay} as stays_at, ${doorIn(db)} as door
    from observation o join person p on p.county = ${countyOf(db)} and p.id = o.person
      left join observation_end n on n.county = ${countyOf(db)} and n.observation = o.id
      left join dwelling d on d.county = ${countyOf(db)} and d.id = ${doorOfStay} ${doorJoins(db)}
    where o.county = ${countyOf(db)} and o.person = ${person} order by o.last_day desc, o.id`.execute(db)
  return rows.map(({ id, number, day_zero, phases, last_day, ended_at, stays_at, door }) => {
    const state = stateOf({ phases, last_day, ended_at: ended_at === null ? null : ended_at.toISOString() }, now)
    const at = state === 'running' ? dayOf({ phases, day_zero, last_day }, shanghaiDay(now)) : undefined
    return {
      ...{ id, number, last_day, from: phases[0]?.from ?? day_zero, state },
      ...{ day: at?.n ?? null, days: at?.of ?? null },
      elsewhere: (stays_at === home ? doorText(null) : doorText(door)) satisfies DoorText,
    }
  })
}

/** The requests that concern a person and whose requester this office may know, newest first. */
export async function listRequestsOf(db: Db, person: Id) {
  const { rows } = await sql<{ id: Id; number: string; kind: string; day: Day }>`select r.id, r.number, r.kind, r.day
    from requester q join request r on r.county = ${countyOf(db)} and r.id = q.request
    where q.county = ${countyOf(db)} and q.person = ${person} order by r.day desc, r.id`.execute(db)
  return rows
}
