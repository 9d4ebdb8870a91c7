import { shanghaiDay } from '@wangdi/domain/day.ts'
import type { KeptSince } from '@wangdi/domain/people/looks/looks.rules.ts'
import type { Day, Id } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { countyOf, type Db } from '../../platform/db.ts'
import { idOfCommunity } from '../../platform/traces/trace.ts'

/** The ids by which lines may name somebody: themselves, their door, its building, and the whole community. */
export async function listNames(db: Db, person: Id): Promise<Id[]> {
  const { rows } = await sql<{ community: string; dwelling: Id | null; building: Id | null }>`
    select p.community, p.dwelling, d.building from person p
      left join dwelling d on d.county = ${countyOf(db)} and d.id = p.dwelling
    where p.county = ${countyOf(db)} and p.id = ${person}`.execute(db)
  return rows.flatMap(({ community, dwelling, building }) =>
    [person, dwelling, building, idOfCommunity(community)].filter((id) => id !== null),
  )
}

/** From which day on a stay and an arrival of somebody are kept; after a destruction none is. */
export async function listKeptSince(db: Db, person: Id): Promise<KeptSince> {
  const { rows } = await sql<{ record: keyof KeptSince; since: Date | null }>`
    select 'stay' as record, min(o.decided_at) as since from observation o where o.county = ${countyOf(db)} and o.person = ${person}
    union all
    select 'arrival', min(a.recorded_at) from arrival a where a.county = ${countyOf(db)} and a.person = ${person}`.execute(db)
  return Object.fromEntries(rows.flatMap(({ record, since }) => (since ? [[record, shanghaiDay(since.getTime())]] : [])))
}

/** A line of the audit that named one of these ids. */
interface LookRow {
  readonly at: Date
  readonly account: Id
  readonly name: string
  readonly role: string
  readonly verb: string
}

/** Who saw one of these since a day up to another, newest first, one page; with the count of all. */
export async function listLooksAt(
  db: Db,
  subjects: readonly Id[],
  days: { from: Day; to: Day },
  { page, size }: { page: number; size: number },
): Promise<{ rows: LookRow[]; total: number }> {
  const { rows } = await sql<LookRow & { total: number }>`
    with found as (
      select distinct s.line, s.at from audit_seen s
      where s.scope = ${countyOf(db)} and s.subject = any(${subjects as Id[]}::uuid[])
        and s.at >= ${`${days.from}T00:00:00+08:00`}::timestamptz and s.at < ${`${days.to}T00:00:00+08:00`}::timestamptz + interval '1 day'
    ), shown as (select line, at from found order by at desc, line desc limit ${size} offset ${page * size})
    select l.at, l.account, coalesce(a.name, '') as name, coalesce(a.role, '') as role, l.verb, (select count(*)::int from found) as total
    from shown s join audit_line l on l.scope = ${countyOf(db)} and l.id = s.line left join account a on a.id = l.account
    order by s.at desc, s.line desc`.execute(db)
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}

/** How many accounts saw one of these since a moment. */
export const countLookers = async (db: Db, subjects: readonly Id[], since: Date): Promise<number> =>
  (
    await sql<{ n: number }>`select count(distinct l.account)::int as n
      from audit_seen s join audit_line l on l.scope = ${countyOf(db)} and l.id = s.line
      where s.scope = ${countyOf(db)} and s.subject = any(${subjects as Id[]}::uuid[]) and s.at >= ${since}`.execute(db)
  ).rows[0]?.n ?? 0
