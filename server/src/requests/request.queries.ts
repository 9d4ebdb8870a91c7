import { requestKinds, reviewDays } from '@wangdi/domain/requests/kinds.ts'
import type { Act, ActKind, RequestRow } from '@wangdi/domain/requests/requests.ts'
import { type DoneAct, type Handled, standing } from '@wangdi/domain/requests/requests.rules.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { type RawBuilder, sql } from 'kysely'
import { countyOf, type Db } from '../platform/db.ts'

/** The office that looks, and the place it looks at. */
export interface View {
  readonly at: PlaceCode
  readonly place: PlaceCode
  readonly today: Day
}

interface HeadRow extends Omit<RequestRow, 'state' | 'due_on' | 'late' | 'result'> {
  county: string
  at: Date
  anonymous: boolean
  /** The places that read it beside the handling office and those above that. */
  readers: PlaceCode[]
  acts: DoneAct[]
}

/** A request as kept, its acts with it. */
export type KeptRequest = Omit<HeadRow, 'at'> & Handled & { readonly at: string }

const columns = sql`r.county, r.id, r.number, r.kind, r.against, r.office, r.taken_at, r.way, r.details, r.anonymous, r.readers, r.day, r.at,
  coalesce((select jsonb_agg(jsonb_build_object('kind', a.kind, 'result', a.result, 'day', a.day) order by a.seen)
    from request_act a where a.county = r.county and a.request = r.id), '[]') as acts`

const kept = (row: HeadRow): KeptRequest => ({ ...row, at: row.at.toISOString() })

async function findOne(db: Db, where: RawBuilder<unknown>): Promise<KeptRequest | undefined> {
  const { rows } = await sql<HeadRow>`select ${columns} from request r where ${where}`.execute(db)
  return rows[0] && kept(rows[0])
}

/** One request that the actor's office may see. */
export const findRequest = (db: Db, id: Id) => findOne(db, sql`r.id = ${id}`)

/** One request by its receipt number. */
export const findByNumber = (db: Db, number: string) => findOne(db, sql`r.number = ${number}`)

/** Closes a request against a second act at the same moment; within the transaction. */
export const lockRequest = (db: Db, id: Id) => sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(db)

/** A request as lists show it on a day. */
export const requestRow = (
  { id, number, kind, against, office, taken_at, way, details, day, acts }: KeptRequest,
  today: Day,
) => ({
  ...{ id, number, kind, against, office, taken_at, way, details, day },
  ...standing(kind, acts, today),
})

const names = Object.keys(requestKinds)
const days = Object.values(requestKinds).map((kind) => kind.days)
// Since when something waits, and until when it should not: the same as `standing` says of one request.
const judged = sql`select r.*, k.days, s.settled, s.answered, s.review_on,
    case when s.settled then null when s.review_on is not null then s.review_on + ${reviewDays}::int
      when s.answered then null else r.day + k.days end as due_on
  from request r
  join unnest(${sql.val(names)}::text[], ${sql.val(days)}::int[]) k(kind, days) on k.kind = r.kind
  cross join lateral (select
      coalesce(bool_or(a.kind in ('accepted', 'reviewed') or (a.kind = 'answered' and r.kind = 'data-incident')), false) as settled,
      coalesce(bool_or(a.kind = 'answered'), false) as answered,
      max(a.day) filter (where a.kind = 'review-asked') as review_on
    from request_act a where a.county = r.county and a.request = r.id) s`

// What an office took down about itself for the level above is no business of its own list.
const concerns = ({
  at,
  place,
}: View) => sql`(starts_with(r.office, ${place}) or starts_with(r.against, ${place}) or r.taken_at = ${place})
  and (starts_with(r.office, ${at}) or not starts_with(r.against, ${at})
    or exists (select from request_words w where w.county = r.county and w.request = r.id and ${at} = any (w.offices)))`

/** One page of requests, what is due first first; and how many are open and late. */
export async function listRequests(
  db: Db,
  view: View,
  { show, kinds, page, size }: { show: 'open' | 'late' | 'all'; kinds: readonly string[]; page: number; size: number },
): Promise<{ rows: KeptRequest[]; total: number; open: number; late: number }> {
  const mine = sql`with judged as (${judged}), mine as (select * from judged r where r.kind = any(${sql.val([...kinds])}::text[]) and ${concerns(view)})`
  const isLate = sql`(due_on is not null and due_on < ${view.today}::date)`
  const shown = { open: sql`due_on is not null`, late: isLate, all: sql`true` }[show]
  const counts = await sql<{
    total: number
    open: number
    late: number
  }>`${mine} select count(*) filter (where ${shown})::int as total,
    count(*) filter (where due_on is not null)::int as open, count(*) filter (where ${isLate})::int as late from mine`.execute(db)
  const { rows } = await sql<HeadRow>`${mine} select ${columns} from mine r where ${shown}
    order by r.due_on nulls last, r.at desc limit ${size} offset ${page * size}`.execute(db)
  return { rows: rows.map(kept), ...(counts.rows[0] ?? { total: 0, open: 0, late: 0 }) }
}

/** The acts of a request in their order, each with its words where this office reads them. */
export async function listActs(db: Db, id: Id): Promise<Act[]> {
  const { rows } = await sql<
    Omit<Act, 'at'> & { at: Date }
  >`select a.id, a.kind, a.result, a.at, coalesce(c.name, '') as by, w.words
    from request_act a left join account c on c.id = a.by_account
    left join request_words w on w.county = a.county and w.act = a.id
    where a.request = ${id} order by a.seen`.execute(db)
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** Who asks, where this office may know it. */
export const findRequester = (db: Db, id: Id) =>
  db
    .selectFrom('requester')
    .select(['name', 'phone_cipher', 'relation', 'shown', 'person'])
    .where('request', '=', id)
    .executeTakeFirst()

/** Keeps a new request. */
export const insertRequest = (
  db: Db,
  { details, ...head }: Omit<HeadRow, 'acts' | 'at'> & { at: Date; by_account: Id },
): Promise<unknown> =>
  db
    .insertInto('request')
    .values({ ...head, details: JSON.stringify(details) })
    .execute()

/** Keeps who asks. */
export const insertRequester = (
  db: Db,
  row: {
    county: string
    request: Id
    office: PlaceCode
    name: string
    phone_cipher: string | null
    phone_hash: string | null
    phone_tail_hash: string | null
    relation: string
    shown: string
    person: Id | null
  },
): Promise<unknown> => db.insertInto('requester').values(row).execute()

/**
 * Adds an act with its words for the offices that may read them. The place it is about reads the request from the first words on
 * that are put to it.
 */
export async function insertAct(
  db: Db,
  request: Pick<HeadRow, 'county' | 'id' | 'against' | 'office' | 'readers'>,
  act: { id: Id; kind: ActKind; result: string | null; place: PlaceCode; by_account: Id; day: Day; at: Date },
  words: string,
  offices: readonly PlaceCode[],
): Promise<void> {
  const { county, id, against, office, readers } = request
  const isPut = words !== '' && offices.some((reader) => reader.startsWith(against)) && !readers.includes(against)
  const all = isPut ? [...readers, against] : readers
  if (isPut) {
    await db.updateTable('request').set({ readers: all }).where('county', '=', county).where('id', '=', id).execute()
    await db.updateTable('request_act').set({ readers: all }).where('county', '=', county).where('request', '=', id).execute()
  }
  await db
    .insertInto('request_act')
    .values({ ...act, county, request: id, office, readers: all })
    .execute()
  if (words === '') return
  const row = { county, act: act.id, request: id, offices: [...offices], words }
  await db.insertInto('request_words').values(row).execute()
}

/** Complaints of over-control about a place and all below it that were not found to be unfounded; nothing of who complained. */
export async function listOverControlComplaints(
  db: Db,
  place: PlaceCode,
): Promise<{ id: Id; place: PlaceCode; details: Record<string, string>; at: Date; number: string }[]> {
  const { rows } = await sql<{ id: Id; place: PlaceCode; details: Record<string, string>; at: Date; number: string }>`
    select r.id, r.against as place, r.details, r.at, r.number from request r
    where r.kind = 'over-control' and starts_with(r.against, ${place}) and starts_with(r.office, scope_place())
      and not exists (select from request_act a where a.county = r.county and a.request = r.id and a.kind = 'answered' and a.result = 'wrong')
    order by r.at limit 2000`.execute(db)
  return rows
}

/** When a resident of the county was born; undefined where there is no such resident. */
export const findBorn = (db: Db, person: Id): Promise<{ born: Day | null } | undefined> =>
  db.selectFrom('person').select('born').where('county', '=', countyOf(db)).where('id', '=', person).executeTakeFirst()
