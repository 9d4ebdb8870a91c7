import { formVersion, type FrozenReport, type AnyLine, type ReportLine } from '@wangdi/domain/reports/daily-report.ts'
import type { SaidOfLine } from '@wangdi/domain/reports/daily-report.rules.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'

/** What named persons said of the lines of a day: the newest word on each, by line. */
export async function listSaid(db: Db, community: PlaceCode, day: Day): Promise<Map<AnyLine, SaidOfLine>> {
  const { rows } = await sql<{
    line: AnyLine
    zero: 'zero' | 'not-reported' | 'counted' | 'take-back' | null
    count: number | null
    explanation: string | null
    by: string
    at: Date
  }>`
    select s.line, s.zero, s.count, s.explanation, coalesce(a.name, '') as by, s.at from report_statement s left join account a on a.id = s.by_account
    where s.place = ${community} and s.day = ${day} order by s.seen`.execute(db)
  const said = new Map<AnyLine, SaidOfLine>()
  for (const row of rows) {
    const before = said.get(row.line)
    said.set(row.line, {
      zero: row.zero === null ? (before?.zero ?? null) : row.zero === 'take-back' ? null : row.zero,
      ...(row.count !== null
        ? { count: row.count }
        : row.zero === null && before?.count !== undefined && { count: before.count }),
      explanation: row.explanation ?? before?.explanation ?? '',
      by: row.by,
      at: row.at.toISOString(),
    })
  }
  return said
}

/** Holds off others who confirm a community's report of a day, or say something for it, until the end of the transaction. */
export const lockReport = (db: Db, community: PlaceCode, day: Day) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`report ${community} ${day}`}, 0))`.execute(db)

/** Keeps what somebody said of a line. */
export const insertSaid = (
  db: Db,
  said: {
    place: PlaceCode
    id: Id
    day: Day
    line: AnyLine
    zero?: string
    count?: number
    explanation?: string
    by_account: Id
    at: Date
  },
) => db.insertInto('report_statement').values(said).execute()

/** The frozen versions of a community's day, newest first. */
export async function listFrozen(db: Db, community: PlaceCode, day: Day): Promise<FrozenReport[]> {
  const { rows } = await sql<{
    version: number
    day: Day
    lines: ReportLine[]
    by: string
    confirmed_at: Date
    late_minutes: number
    reason: string
  }>`
    select r.version, r.day, r.lines, coalesce(a.name, '') as by, r.confirmed_at, r.late_minutes, r.reason from daily_report r left join account a on a.id = r.by_account
    where r.place = ${community} and r.day = ${day} order by r.version desc`.execute(db)
  return rows.map(({ by, confirmed_at, ...rest }) => ({ ...rest, confirmed_by: by, confirmed_at: confirmed_at.toISOString() }))
}

/** Freezes a version; false when another one of that number came first. */
export async function insertFrozen(
  db: Db,
  report: {
    place: PlaceCode
    day: Day
    version: number
    lines: readonly ReportLine[]
    by_account: Id
    confirmed_at: Date
    late_minutes: number
    reason: string
  },
): Promise<boolean> {
  const made = await db
    .insertInto('daily_report')
    .values({ ...report, lines: JSON.stringify(report.lines), form: formVersion })
    .onConflict((conflict) => conflict.columns(['place', 'day', 'version']).doNothing())
    .returning('version')
    .executeTakeFirst()
  return made !== undefined
}

/** Whether the records behind a community's day were destroyed after a response: only what was frozen is left of it. */
export async function isDestroyed(db: Db, community: PlaceCode, day: Day): Promise<boolean> {
  const { rows } = await sql<{
    gone: boolean
  }>`select exists (select from destruction d join destruction_part p on p.destruction = d.id
    where ${day}::date between d.from_day and d.to_day
      and exists (select from unnest(d.areas) area where starts_with(${community}, area))) as gone`.execute(db)
  return rows[0]?.gone ?? false
}

/** Names of the places directly below, today's list. */
export async function listPlacesBelow(db: Db, place: PlaceCode, length: number): Promise<Map<PlaceCode, string>> {
  const { rows } = await sql<{ code: string; name: string }>`select code, name from place
    where valid_to is null and length(code) = ${length} and code >= ${place} and code < ${`${place}:`} order by code`.execute(db)
  return new Map(rows.map((row) => [row.code, row.name]))
}

/** How many communities are to report, by the first `length` digits of their code: those in the places where a response opens the report. */
export async function countExpected(
  db: Db,
  place: PlaceCode,
  length: number,
  scopes: readonly PlaceCode[],
): Promise<Map<PlaceCode, number>> {
  if (scopes.length === 0) return new Map()
  const { rows } = await sql<{ place: string; n: number }>`
    select left(code, ${length}) as place, count(*)::int as n from place
    where valid_to is null and length(code) = 12 and code >= ${place} and code < ${`${place}:`}
      and (${sql.join(
        scopes.map((scope) => sql`(code >= ${scope} and code < ${`${scope}:`})`),
        sql` or `,
      )}) group by 1`.execute(db)
  return new Map(rows.map((row) => [row.place, row.n]))
}

/** The county's own deadlines, where it set some. */
export async function findDeadlines(db: Db, county: PlaceCode): Promise<Record<string, string>> {
  const { rows } = await sql<{
    deadlines: Record<string, string> | null
  }>`select settings -> 'report-deadlines' as deadlines from county where place = ${county}`.execute(db)
  return rows[0]?.deadlines ?? {}
}
