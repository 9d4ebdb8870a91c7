// Lists of requests. A county lists its own, where they lie; offices above it list the heads, which say of all counties at once
// where each request stands.
import { requestKinds, reviewDays } from '@wangdi/domain/requests/kinds.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { type RawBuilder, sql } from 'kysely'
import { countyOf, type Db, placeOf } from '../platform/db.ts'
import { actsOf, type ListedRequest } from './request.queries.ts'

/** The office that looks, and the place it looks at. */
export interface View {
  readonly at: PlaceCode
  readonly place: PlaceCode
  readonly today: Day
}

/** Where requests are read: those that concern the view as `r` with their standing as `s`, and the acts of one of them. */
interface Source {
  readonly concerned: RawBuilder<unknown>
  readonly acts: RawBuilder<unknown>
}

const days = new Map<string, number>(Object.entries(requestKinds).map(([name, kind]) => [name, kind.days]))

// Since when something waits, and until when it should not: the same as `standing` says of one request.
const standingBy = (acts: RawBuilder<unknown>) => sql`cross join lateral (select
    coalesce(bool_or(a.kind in ('accepted', 'reviewed') or (a.kind = 'answered' and r.kind = 'data-incident')), false) as settled,
    coalesce(bool_or(a.kind = 'answered'), false) as answered,
    max(a.day) filter (where a.kind = 'review-asked') as review_on
  from ${acts}) s`

// What an office took down about itself for the level above is no business of its own list.
const inCounty = (county: string, { at, place }: View): Source => ({
  concerned: sql`select r.*, s.* from request r
    ${standingBy(sql`request_act a where a.county = ${county} and a.request = r.id`)}
    where r.county = ${county} and (starts_with(r.office, ${place}) or starts_with(r.against, ${place}) or r.taken_at = ${place})
      and (starts_with(r.office, ${at}) or not starts_with(r.against, ${at}) or exists (select from request_words w
        where w.county = ${county} and w.request = r.id and ${at} = any (w.offices)))`,
  acts: actsOf(county),
})

const headsFor = (at: PlaceCode) => sql`h.place >= ${at} and h.place < ${`${at}:`}`
const fromAbove = ({ at, place }: View): Source => ({
  concerned: sql`select r.*, s.* from (select h.*, h.place as office from request_head h where ${headsFor(at)}) r
    ${standingBy(sql`jsonb_to_recordset(r.acts) as a (kind text, day date)`)}
    where starts_with(r.office, ${place}) or starts_with(r.against, ${place})`,
  acts: sql`r.acts`,
})

/** One page of requests, what is due first first; and how many are open and late. */
export async function listRequests(
  db: Db,
  view: View,
  { show, kinds, page, size }: { show: 'open' | 'late' | 'all'; kinds: readonly string[]; page: number; size: number },
): Promise<{ rows: ListedRequest[]; total: number; open: number; late: number }> {
  const county = countyOf(db)
  const { concerned, acts } = county === '' ? fromAbove(view) : inCounty(county, view)
  const terms = sql`unnest(${sql.val([...kinds])}::text[], ${sql.val(kinds.map((kind) => days.get(kind)))}::int[]) k (kind, days)`
  const mine = sql`with concerned as (${concerned}), mine as (select r.*,
      case when r.settled then null when r.review_on is not null then r.review_on + ${reviewDays}::int
        when r.answered then null else r.day + k.days end as due_on
    from concerned r join ${terms} on k.kind = r.kind)`
  const isLate = sql`(due_on is not null and due_on < ${view.today}::date)`
  const shown = { open: sql`due_on is not null`, late: isLate, all: sql`true` }[show]
  const counts = await sql<{
    total: number
    open: number
    late: number
  }>`${mine} select count(*) filter (where ${shown})::int as total,
    count(*) filter (where due_on is not null)::int as open, count(*) filter (where ${isLate})::int as late from mine`.execute(db)
  const { rows } =
    await sql<ListedRequest>`${mine} select r.id, r.number, r.kind, r.against, r.office, r.taken_at, r.way, r.details, r.day,
      ${acts} as acts from mine r where ${shown}
    order by r.due_on nulls last, r.at desc limit ${size} offset ${page * size}`.execute(db)
  return { rows, ...(counts.rows[0] ?? { total: 0, open: 0, late: 0 }) }
}

interface Complaint {
  readonly id: Id
  readonly place: PlaceCode
  readonly details: Record<string, string>
  readonly at: Date
  readonly number: string
}

/** Complaints of over-control about a place and all below it that were not found to be unfounded; nothing of who complained. */
export async function listOverControlComplaints(db: Db, place: PlaceCode): Promise<Complaint[]> {
  const county = countyOf(db)
  const unfounded = sql.val(JSON.stringify([{ kind: 'answered', result: 'wrong' }]))
  const found =
    county === ''
      ? sql<Complaint>`select h.id, h.against as place, h.details, h.at, h.number from request_head h
          where h.kind = 'over-control' and starts_with(h.against, ${place}) and ${headsFor(placeOf(db))}
            and not h.acts @> ${unfounded}::jsonb
          order by h.at limit 2000`
      : sql<Complaint>`select r.id, r.against as place, r.details, r.at, r.number from request r
          where r.county = ${county} and r.kind = 'over-control' and starts_with(r.against, ${place})
            and starts_with(r.office, ${placeOf(db)}) and not exists (select from request_act a
              where a.county = ${county} and a.request = r.id and a.kind = 'answered' and a.result = 'wrong')
          order by r.at limit 2000`
  return (await found.execute(db)).rows
}
