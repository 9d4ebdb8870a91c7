import type { TraceLine, TraceSum } from '@wangdi/domain/rights/traces/traces.api.ts'
import type { Day, Id } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { type Db, scopeKeyOf } from '../../platform/db.ts'

const during = ({ from, to }: { from: Day; to: Day }) =>
  sql`l.at >= ${`${from}T00:00:00+08:00`}::timestamptz and l.at < ${`${to}T00:00:00+08:00`}::timestamptz + interval '1 day'`
const seen = sql`coalesce((l.targets ->> 'seen')::int, 0)`

/** What each account did on these days, who saw most first; two hundred accounts at most. */
export async function sumTraces(db: Db, days: { from: Day; to: Day }): Promise<TraceSum[]> {
  const { rows } = await sql<TraceSum>`
    with done as (select l.account, count(*)::int as lines, sum(${seen})::int as seen, count(l.targets ->> 'refused')::int as refused
      from audit_line l where l.scope = ${scopeKeyOf(db)} and ${during(days)} group by l.account)
    select d.account, coalesce(a.name, '') as name, coalesce(a.role, '') as role, coalesce(a.place, '') as place, d.lines, d.seen, d.refused
    from done d left join account a on a.id = d.account order by d.seen desc, d.lines desc, d.account limit 200`.execute(db)
  return rows
}

type Kept = Omit<TraceLine, 'at' | 'words' | 'why'>

/** The lines of an account on these days, newest first, one page; with the count of all. */
export async function listTraces(
  db: Db,
  account: Id,
  days: { from: Day; to: Day },
  { page, size }: { page: number; size: number },
): Promise<{ rows: (Kept & { at: Date })[]; total: number }> {
  const { rows } = await sql<Kept & { at: Date; total: number }>`
    with found as (select l.at, l.id, l.account, l.place, l.verb, ${seen} as seen, l.targets ->> 'refused' as refused,
        (l.targets ->> 'times')::int as times from audit_line l where l.scope = ${scopeKeyOf(db)} and l.account = ${account} and ${during(days)})
    select f.at, f.account, coalesce(a.name, '') as name, coalesce(a.role, '') as role, f.place, f.verb, f.seen, f.refused, f.times,
      (select count(*)::int from found) as total
    from found f left join account a on a.id = f.account order by f.at desc, f.id desc limit ${size} offset ${page * size}`.execute(
    db,
  )
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}
