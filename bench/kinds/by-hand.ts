// The lists of kinds as one statement each, as somebody would write it who knows the tables and their indexes.
import { sql } from 'kysely'
import type { Db } from '../../server/src/platform/db.ts'
import { county } from './make-county.ts'

interface Rows {
  readonly rows: readonly { readonly id: string }[]
}
const head = sql`r.id, r.kind, r.number, r.at, r.community, r.about, r.urgency, r.standing, r.details, r.person, r.dwelling`
const door = sql`c.name as doer, b.name as building, d.unit, d.room, d.village_group, d.house`
const doors = sql`left join account c on c.id = r.assignee left join dwelling d on d.county = ${county} and d.id = r.dwelling
  left join building b on b.county = ${county} and b.id = d.building`

/** The open requests of a kind in a place with how many are open and late, of a community with those that it takes part in. */
export function askedByHand(db: Db, kind: string, place: string, at: Date): Promise<Rows> {
  const open = sql`r.county = ${county} and r.kind = ${kind} and r.ended_on is null`
  if (place === county)
    return sql<{ id: string }>`select ${head}, ${door},
        (select count(*) from (select from kind_request r where ${open} limit 1001) n) as open,
        (select count(*) from (select from kind_request r where ${open} and r.due_at < ${at} limit 1001) n) as late
      from (select * from kind_request r where ${open} order by r.ended_on desc, r.due_at, r.at desc, r.id limit 50) r ${doors}
      order by r.due_at, r.at desc, r.id`.execute(db)
  const lies = place.length === 12 ? sql`r.community = ${place}` : sql`r.community >= ${place} and r.community < ${`${place}:`}`
  return sql<{ id: string }>`with mine as materialized (select r.* from kind_request r where ${open} and ${lies}
      union all select r.* from kind_request r where ${open} and r.readers <> '{}' and ${place} = any (r.readers))
    select ${head}, ${door}, (select count(*) from mine) as open, (select count(*) from mine where due_at < ${at}) as late
    from (select * from mine order by due_at, at desc, id limit 50) r ${doors} order by r.due_at, r.at desc, r.id`.execute(db)
}

/** What waits for a place over these kinds, and what of the climbing ones is late below it: fifty, and how many, up to 1,001. */
export function waitingByHand(
  db: Db,
  place: string,
  names: readonly string[],
  climbing: readonly string[],
  at: Date,
): Promise<Rows> {
  const open = sql`r.county = ${county} and r.ended_on is null`
  const own = sql`(select r.* from kind_request r where ${open} and r.turn = ${place} and r.kind = any (${sql.val([...names])}::text[])
    order by r.due_at, r.at, r.id limit 1001)`
  const late = sql`(select r.* from kind_request r where ${open} and r.kind = any (${sql.val([...climbing])}::text[]) and r.due_at < ${at}
    and r.turn > ${place} and r.turn < ${`${place}:`} order by r.due_at, r.at, r.id limit 1001)`
  const all = place.length === 12 ? own : sql`${own} union all ${late}`
  return sql<{
    id: string
  }>`with waiting as materialized (${all}) select ${head}, ${door}, (select least(count(*), 1001) from waiting) as total
    from (select * from waiting r order by r.due_at, r.at, r.id limit 50) r ${doors}
    order by r.due_at, r.at, r.id`.execute(db)
}

/** The things of a register in a place that live, with how many live, are overdue and unready. */
export function thingsByHand(db: Db, kind: string, place: string, today: string): Promise<Rows> {
  const lies = place === county ? sql`true` : sql`t.community = ${place}`
  const of = sql`t.county = ${county} and t.kind = ${kind} and ${lies}`
  const counted = (more: ReturnType<typeof sql>) =>
    sql`(select count(*) from (select from kind_thing t where ${of} and ${more} limit 1001) n)`
  return sql<{ id: string }>`select t.id, t.kind, t.community, t.title, t.standing, ${counted(sql`t.state = 'live'`)} as live,
      ${counted(sql`t.state = 'live' and least(t.until_day, t.review_on) < ${today}`)} as overdue,
      ${counted(sql`t.state in ('draft', 'waiting')`)} as unready
    from kind_thing t where ${of} and t.state = 'live' order by t.title, t.id limit 50`.execute(db)
}

/** The open requests of a door with what was said for helpers and offices. */
export function doorByHand(db: Db, dwelling: string, community: string, names: readonly string[]): Promise<Rows> {
  return sql<{ id: string }>`select ${head}, h.door, h.said as helper, o.said as office from kind_request r
      left join kind_request_said h on h.county = ${county} and h.request = r.id and h.audience = 'helper'
      left join kind_request_said o on o.county = ${county} and o.request = r.id and o.audience = 'office'
    where r.county = ${county} and r.dwelling = ${dwelling} and r.community = ${community} and r.ended_on is null
      and r.kind = any (${sql.val([...names])}::text[]) order by r.dwelling, r.at, r.id`.execute(db)
}
