// Lists of requests. A county lists its own, where they lie; offices above it list the heads, which say of all counties at once
// where each request stands.
import { kindOf, type RequestKindName, requestKinds } from '@wangdi/domain/requests/kinds.ts'
import { termOfAct } from '@wangdi/domain/kinds/request/request.rules.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { type RawBuilder, sql } from 'kysely'
import { countyOf, type Db, placeOf } from '../platform/db.ts'
import { actsOf, type ListedRequest } from './request.queries.ts'

/** The office that looks, and the place it looks at. */
export interface View {
  readonly at: PlaceCode
  readonly place: PlaceCode
  readonly today: Day
  /** Only what is about the place looked at and was put to it, which is the same for whoever looks. */
  readonly own?: boolean
}

/** Where requests are read: those that concern the view as `r`, since when each waits and for what, and the acts of one of them. */
interface Source {
  readonly concerned: RawBuilder<unknown>
  /** Whether one of them is about the place looked at and was put to it. */
  readonly isPut: RawBuilder<unknown>
  readonly acts: RawBuilder<unknown>
}

/** Days until what an act starts is due, by kind: of the answer, and of the review where a kind has one. */
const daysOf = (act: 'taken' | 'review-asked') =>
  new Map<string, number>(
    (Object.keys(requestKinds) as RequestKindName[]).map((name) => {
      const term = termOfAct(kindOf(name), act, 'soon')
      return [name, 'days' in term ? term.days : 0]
    }),
  )
const [answerDays, reviewDays] = [daysOf('taken'), daysOf('review-asked')]

// Since when something waits is the same as `stateOf` says of one request. What an office took down about itself for the level
// above is no business of its own list.
const inCounty = (county: string, { at, place }: View): Source => ({
  concerned: sql`select r.*, s.review_on is not null as in_review,
      case when s.settled then null when s.review_on is not null then s.review_on when s.answered then null else r.day end as since
    from request r cross join lateral (select
        coalesce(bool_or(a.kind in ('accepted', 'reviewed') or (a.kind = 'answered' and r.kind = 'data-incident')), false) as settled,
        coalesce(bool_or(a.kind = 'answered'), false) as answered, max(a.day) filter (where a.kind = 'review-asked') as review_on
      from request_act a where a.county = ${county} and a.request = r.id) s
    where r.county = ${county} and (starts_with(r.office, ${place}) or starts_with(r.against, ${place}) or r.taken_at = ${place})
      and (starts_with(r.office, ${at}) or not starts_with(r.against, ${at}) or exists (select from request_words w
        where w.county = ${county} and w.request = r.id and ${at} = any (w.offices)))`,
  isPut: sql`(starts_with(r.against, ${place}) and (starts_with(r.office, ${place}) or exists (select from request_words w
    where w.county = ${county} and w.request = r.id and ${place} = any (w.offices))))`,
  acts: actsOf(county),
})

const headsFor = (at: PlaceCode) => sql`h.place >= ${at} and h.place < ${`${at}:`}`
const fromAbove = ({ at, place }: View): Source => ({
  concerned: sql`select h.*, h.place as office, h.state = 'in-review' as in_review from request_head h
    where ${headsFor(at)} and (starts_with(h.place, ${place}) or starts_with(h.against, ${place}))`,
  // What was put to whom lies in the county.
  isPut: sql`(starts_with(r.against, ${place}) and starts_with(r.office, ${place}))`,
  acts: sql`r.acts`,
})

/** One page of requests, what is due first first; and how many are open and late. */
export async function listRequests(
  db: Db,
  view: View,
  { show, kinds, page, size }: { show: 'open' | 'late' | 'all'; kinds: readonly string[]; page: number; size: number },
): Promise<{ rows: ListedRequest[]; total: number; open: number; late: number }> {
  const county = countyOf(db)
  const { concerned, isPut, acts } = county === '' ? fromAbove(view) : inCounty(county, view)
  const named = (days: ReadonlyMap<string, number>) => sql.val(kinds.map((kind) => days.get(kind)))
  const terms = sql`unnest(${sql.val([...kinds])}::text[], ${named(answerDays)}::int[], ${named(reviewDays)}::int[])
    k (kind, days, review_days)`
  // Only what is listed of all is read of all: what waits is told so by its own column, which an index knows.
  const isOwn = view.own ? isPut : sql`true`
  const mine = (waits: RawBuilder<unknown>) => sql`with concerned as (${concerned}), mine as (
    select r.*, r.since + case when r.in_review then k.review_days else k.days end as due_on
    from concerned r join ${terms} on k.kind = r.kind where ${waits} and ${isOwn})`
  const [waiting, every] = [mine(sql`r.since is not null`), mine(sql`true`)]
  const isLate = sql`due_on < ${view.today}::date`
  const counts = await sql<{ open: number; late: number }>`${waiting} select count(*)::int as open,
    count(*) filter (where ${isLate})::int as late from mine`.execute(db)
  const { open = 0, late = 0 } = counts.rows[0] ?? {}
  const totals =
    show === 'all' ? await sql<{ total: number }>`${every} select count(*)::int as total from mine`.execute(db) : undefined
  // What waits stands before what does not: pages of it alone are found among it alone.
  const shown = show !== 'all' || (page + 1) * size <= open ? waiting : every
  const { rows } =
    await sql<ListedRequest>`${shown} select r.id, r.number, r.kind, r.against, r.office, r.taken_at, r.way, r.details,
      r.day, ${acts} as acts from mine r where ${show === 'late' ? isLate : sql`true`}
    order by r.due_on nulls last, r.at desc limit ${size} offset ${page * size}`.execute(db)
  return { rows, total: totals?.rows[0]?.total ?? (show === 'late' ? late : open), open, late }
}

/**
 * Requests of some kinds about a place that were put to it, and those of them that wait for nothing any more. Of what was not put to
 * it a place is not told; who guides it counts the same, so that a plan says one number to both.
 */
export async function countRequests(
  db: Db,
  view: Omit<View, 'own'>,
  kinds: readonly string[],
): Promise<{ due: number; done: number }> {
  const { total, open } = await listRequests(db, { ...view, own: true }, { show: 'all', kinds, page: 0, size: 1 })
  return { due: total, done: total - open }
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
