import { type Figures, formVersion, type LineName, type ReportLine, reportLines } from '@wangdi/domain/reports/daily-report.ts'
import { lessOf, type OwnTally, tallyOf, tallyTogether } from '@wangdi/domain/reports/own-sums.rules.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'

const lineNames = Object.keys(reportLines) as LineName[]

/** The sum of one line over communities, and how many of them left it out. */
export interface LineSum {
  readonly line: LineName
  readonly figures: Figures
  readonly left_out: number
}

/** What is known of a place: received reports, late ones, sums by line. */
export interface PlaceSum {
  readonly place: PlaceCode
  readonly received: number
  readonly late: number
  readonly sums: LineSum[]
}

interface SumRow {
  place: string
  received: number
  late: number
  figures: number[] | null
  left_out: number[] | null
}

const isOut = (line: ReportLine | undefined) =>
  !line || line.state === 'not-reported' || line.state === 'not-applicable' || line.state === 'open'

/**
 * A report's figures as one row of numbers, and after them how often each is unknown (0 or 1): a sum over an unknown figure
 * is unknown. A line that is left out adds nothing and is counted as such.
 */
function flat(lines: readonly ReportLine[]): { figures: number[]; leftOut: number[] } {
  const byName = new Map<string, ReportLine>(lines.map((line) => [line.name, line]))
  const figures = lineNames.flatMap((name): (number | null)[] => {
    const line = byName.get(name)
    return isOut(line) ? [0, 0, 0, 0] : (line?.figures ?? [])
  })
  return {
    figures: [...figures.map((value) => value ?? 0), ...figures.map((value) => (value === null ? 1 : 0))],
    leftOut: lineNames.map((name) => (isOut(byName.get(name)) ? 1 : 0)),
  }
}

/** Adds a report to the sums of its street and county; a corrected one replaces what its earlier version had added. */
export async function addToSums(
  db: Db,
  community: PlaceCode,
  day: Day,
  lines: readonly ReportLine[],
  late: boolean,
  before: { lines: readonly ReportLine[]; late: boolean } | undefined,
): Promise<void> {
  const now = flat(lines)
  const old = before && flat(before.lines)
  const figures = now.figures.map((value, at) => value - (old?.figures[at] ?? 0))
  const leftOut = now.leftOut.map((value, at) => value - (old?.leftOut[at] ?? 0))
  const lateBy = Number(late) - Number(before?.late ?? false)
  const own = [...(before ? lessOf(tallyOf(before.lines)) : []), ...tallyOf(lines)]
  // The county's row last and always in this order: two confirmations never wait for each other in a ring.
  for (const place of [community.slice(0, 9), community.slice(0, 6)]) {
    await sql`insert into report_sum (place, day, form, received, late, figures, left_out)
      values (${place}, ${day}, ${formVersion}, ${before ? 0 : 1}, ${lateBy}, ${figures}, ${leftOut})
      on conflict (place, day, form) do update set received = report_sum.received + excluded.received, late = report_sum.late + excluded.late,
        figures = array(select coalesce(a, 0) + coalesce(b, 0) from unnest(report_sum.figures, excluded.figures) with ordinality as u(a, b, nth) order by nth),
        left_out = array(select coalesce(a, 0) + coalesce(b, 0) from unnest(report_sum.left_out, excluded.left_out) with ordinality as u(a, b, nth) order by nth)`.execute(
      db,
    )
    if (own.length > 0) await addOwn(db, place, day, own)
  }
}

/** Adds to what is summed of the lines of notices; the row was written before in the same transaction, so that it is locked. */
async function addOwn(db: Db, place: PlaceCode, day: Day, own: readonly OwnTally[]): Promise<void> {
  const { rows } = await sql<{ own: OwnTally[] }>`select own from report_sum
    where place = ${place} and day = ${day} and form = ${formVersion}`.execute(db)
  const together = JSON.stringify(tallyTogether([...(rows[0]?.own ?? []), ...own]))
  await sql`update report_sum set own = ${together}::jsonb where place = ${place} and day = ${day} and form = ${formVersion}`.execute(
    db,
  )
}

/**
 * What the lines of notices come to in each place below, at the level whose codes have `length` digits: of communities from their newest
 * reports, else from the sums of streets or counties.
 */
export async function listOwnBelow(db: Db, place: PlaceCode, day: Day, length: number): Promise<Map<PlaceCode, OwnTally[]>> {
  if (length === 12) return listOwnOfCommunities(db, place, day)
  const { rows } = await sql<{ place: PlaceCode; own: OwnTally[] }>`select place, own from report_sum
    where day = ${day} and form = ${formVersion} and length(place) = ${length >= 9 ? 9 : 6}
      and place >= ${place} and place < ${`${place}:`} and own <> '[]' order by place`.execute(db)
  const within = Map.groupBy(rows, ({ place: code }) => code.slice(0, length))
  return new Map([...within].map(([code, parts]) => [code, tallyTogether(parts.flatMap(({ own }) => own))]))
}

async function listOwnOfCommunities(db: Db, place: PlaceCode, day: Day): Promise<Map<PlaceCode, OwnTally[]>> {
  const { rows } = await sql<{ place: PlaceCode; lines: ReportLine[] }>`select distinct on (place) place, lines from daily_report
    where day = ${day} and place >= ${place} and place < ${`${place}:`} order by place, version desc`.execute(db)
  return new Map(rows.map(({ place: code, lines }) => [code, tallyOf(lines)]))
}

/** What the lines of notices come to in a county, in each of its streets and communities that reported. */
export async function listOwnWithin(db: Db, county: PlaceCode, day: Day): Promise<Map<PlaceCode, OwnTally[]>> {
  const { rows } = await sql<{ place: PlaceCode; own: OwnTally[] }>`select place, own from report_sum
    where day = ${day} and form = ${formVersion} and place >= ${county} and place < ${`${county}:`} order by place`.execute(db)
  return new Map([...rows.map(({ place, own }) => [place, own] as const), ...(await listOwnOfCommunities(db, county, day))])
}

const unknownAt = lineNames.length * 4

const sumOf = (row: SumRow): PlaceSum => ({
  place: row.place,
  received: Number(row.received),
  late: Number(row.late),
  sums: lineNames.map((line, at) => {
    const leftOut = Number(row.left_out?.[at] ?? 0)
    const figures = [0, 1, 2, 3].map((nth) => {
      const unknown = leftOut >= Number(row.received) || Number(row.figures?.[unknownAt + at * 4 + nth] ?? 0) > 0
      return unknown ? null : Number(row.figures?.[at * 4 + nth] ?? 0)
    })
    return { line, figures: figures as Figures, left_out: leftOut }
  }),
})

/** Sums of each place below, at the level whose codes have `length` digits; rows come from streets (9), else from counties. */
export async function listSums(db: Db, place: PlaceCode, day: Day, length: number): Promise<PlaceSum[]> {
  const kept = length >= 9 ? 9 : 6
  const { rows } = await sql<SumRow>`
    with kept as (select * from report_sum where day = ${day} and form = ${formVersion} and length(place) = ${kept} and place >= ${place} and place < ${`${place}:`}),
      groups as (select left(place, ${length}) as place, sum(received)::int as received, sum(late)::int as late from kept group by 1),
      numbers as (select place, array_agg(total order by nth) as figures from
        (select left(k.place, ${length}) as place, nth, sum(value) as total from kept k, unnest(k.figures) with ordinality as u(value, nth) group by 1, 2) f group by place),
      outs as (select place, array_agg(total order by nth) as left_out from
        (select left(k.place, ${length}) as place, nth, sum(value) as total from kept k, unnest(k.left_out) with ordinality as u(value, nth) group by 1, 2) o group by place)
    select g.place, g.received, g.late, n.figures, o.left_out from groups g left join numbers n using (place) left join outs o using (place) order by g.place`.execute(
    db,
  )
  return rows.map(sumOf)
}

/** The newest version of each community's report in a street. */
export async function listNewest(db: Db, street: PlaceCode, day: Day): Promise<(PlaceSum & { confirmed_at: Date })[]> {
  const { rows } = await sql<{ place: string; lines: ReportLine[]; late_minutes: number; confirmed_at: Date }>`
    select distinct on (place) place, lines, late_minutes, confirmed_at from daily_report
    where day = ${day} and place >= ${street} and place < ${`${street}:`} order by place, version desc`.execute(db)
  return rows.map(({ place, lines, late_minutes, confirmed_at }) => {
    const { figures, leftOut } = flat(lines)
    return { ...sumOf({ place, received: 1, late: late_minutes > 0 ? 1 : 0, figures, left_out: leftOut }), confirmed_at }
  })
}
