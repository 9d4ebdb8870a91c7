import type { TraceLine, TraceSum } from '@wangdi/domain/rights/traces/traces.api.ts'
import type { Day, Id } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { type Db, scopeKeyOf } from '../../platform/db.ts'

const during = ({ from, to }: { from: Day; to: Day }) =>
  sql`l.at >= ${`${from}T00:00:00+08:00`}::timestamptz and l.at < ${`${to}T00:00:00+08:00`}::timestamptz + interval '1 day'`
const seen = sql`coalesce((l.targets ->> 'seen')::int, 0)`

/**
 * What each account did on these days, who saw most first, or of those who were refused something, who was so most first; one
 * page, with the count of all.
 */
export async function sumTraces(
  db: Db,
  days: { from: Day; to: Day },
  { refused, page, size }: { refused: boolean; page: number; size: number },
): Promise<{ rows: TraceSum[]; total: number }> {
  const { rows } = await sql<Omit<TraceSum, 'place_name'> & { total: number }>`
    with done as (select l.account, count(*)::int as lines, sum(${seen})::int as seen, count(l.targets ->> 'refused')::int as refused
      from audit_line l where l.scope = ${scopeKeyOf(db)} and ${during(days)} group by l.account)
    select d.account, coalesce(a.name, '') as name, coalesce(a.role, '') as role, coalesce(a.place, '') as place, d.lines, d.seen, d.refused,
      count(*) over ()::int as total
    from done d left join account a on a.id = d.account where d.refused > 0 or not ${refused}::boolean
    order by case when ${refused}::boolean then d.refused else d.seen end desc, d.lines desc, d.account
    limit ${size} offset ${page * size}`.execute(db)
  const named = await namesOf(
    db,
    rows.map(({ place }) => place),
  )
  return {
    rows: rows.map(({ total: _, ...row }) => ({ ...row, place_name: named.get(row.place) ?? row.place })),
    total: rows[0]?.total ?? 0,
  }
}

// Asked by itself: on a cluster places lie elsewhere than lines.
async function namesOf(db: Db, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ code: string; name: string }>`
    select code, name from place where valid_to is null and code = any(${codes as string[]}::text[])`.execute(db)
  return new Map(rows.map(({ code, name }) => [code, name]))
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
