import type { Arrival } from '@wangdi/domain/people/arrival/arrival.ts'
import { maskPhone } from '@wangdi/domain/people/phone.ts'
import { doorText } from '@wangdi/domain/places/door-plate.ts'
import type { Door } from '@wangdi/domain/places/places.ts'
import type { CommunityCode, Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { type RawBuilder, sql } from 'kysely'
import { doorIn, doorJoins } from '../places/index.ts'
import { countyOf, type Db } from '../platform/db.ts'
import { tell } from '../platform/tenants/tell.ts'
import type { FieldCipher } from '../platform/secrets/fields.ts'

/** Which arrivals are asked for; every part narrows. */
export interface ArrivalFilter {
  readonly place: PlaceCode
  readonly from: Day
  readonly to: Day
  readonly today: Day
  readonly origin_kind?: Arrival['origin_kind'] | undefined
  readonly state?: Arrival['state'] | undefined
  readonly unchecked?: boolean | undefined
  readonly checked?: boolean | undefined
  readonly undecided?: boolean | undefined
  readonly observed?: boolean | undefined
  readonly person?: Id | undefined
  /** Only dwellings of this account's grids: the reach of a grid worker. */
  readonly gridsOf?: Id | undefined
}

interface Row extends Omit<Arrival, 'recorded_at' | 'phone' | 'door'> {
  recorded_at: Date
  phone_cipher: string | null
  door: Door | null
}

/**
 * The door behind which somebody who arrived stays, for an arrival `a` of the person `p`: the one declared, else the registered
 * home, as both are known now.
 */
export const doorOfArrival = sql`coalesce(a.dwelling, case when p.community = a.community then p.dwelling end)`

/** Whether somebody confirmed the level of the origin of an arrival `a`: the same rule as `isChecked`. */
export const isCheckedArrival = sql`(a.origin_confirmed_by is not null and a.origin_kind <> 'unknown')`

/** Whether an arrival `a` came from where people may be held: its decision is work of the day. */
export const isToDecide = sql`(a.state = 'arrived' and a.origin_kind in ('abroad', 'high', 'medium'))`

/**
 * Whether an order `o` covers an arrival `a`: given for it, or given for its person without naming any arrival while it had not run
 * out when they came. One given in error covers nothing, nor one that had ended before they came.
 */
export const coversArrival = (
  db: Db,
) => sql`((o.arrival = a.id or (o.arrival is null and o.person = a.person and o.last_day >= a.arrived_on))
  and not exists (select from observation_end x where x.county = ${countyOf(db)} and x.observation = o.id
    and (x.reason = 'ordered-in-error' or (x.at at time zone 'Asia/Shanghai')::date < a.arrived_on)))`

/** Whether it is decided what follows for an arrival `a`: by an order that covers it, or by another decision that stands. */
export const isDecidedArrival = (
  db: Db,
) => sql`(exists (select from observation o where o.county = ${countyOf(db)} and ${coversArrival(db)})
  or exists (select from arrival_decision q where q.county = ${countyOf(db)} and q.arrival = a.id and q.withdrawn_at is null))`

/** Whether the person of an arrival `a` was put under observation for it, or was when they came. */
export const isObservedArrival = (
  db: Db,
) => sql`(a.state = 'arrived' and exists (select from observation o where o.county = ${countyOf(db)}
  and (o.arrival = a.id or (o.person = a.person and o.last_day >= a.arrived_on))))`

const columns = (
  db: Db,
) => sql`a.id, a.person, p.name, a.community, ${doorOfArrival} as dwelling, p.phone_cipher, a.state, a.origin, a.origin_place, a.origin_kind,
  c.name as origin_confirmed_by, a.arrived_on, a.left_origin_on, a.transport, a.companions, a.point_to_point, a.health_proof,
  a.reported_by, a.source, a.note, a.match, a.recorded_at, a.version,
  ${doorIn(db)} as door, g.name as grid, g.responsible`

const tablesOn = (db: Db, today: Day) => sql`arrival a join person p on p.county = ${countyOf(db)} and p.id = a.person
  left join account c on c.id = a.origin_confirmed_by
  left join dwelling d on d.county = ${countyOf(db)} and d.id = ${doorOfArrival}
  ${doorJoins(db)}
  left join lateral (
    select n.name, (select w.name from grid_duty y join account w on w.id = y.account where y.county = ${countyOf(db)} and y.grid = n.id
        and y.valid_from <= ${today} and (y.valid_to is null or y.valid_to > ${today}) order by y.kind limit 1) as responsible
    from dwelling_grid m join grid n on n.county = ${countyOf(db)} and n.id = m.grid
    where m.county = ${countyOf(db)} and m.dwelling = ${doorOfArrival} and m.valid_from <= ${today} and (m.valid_to is null or m.valid_to > ${today}) limit 1
  ) g on true`

function arrivalOf(row: Row, fields: FieldCipher): Arrival {
  const { phone_cipher, door, ...plain } = row
  return {
    ...plain,
    recorded_at: row.recorded_at.toISOString(),
    phone: phone_cipher === null ? null : maskPhone(fields.open('phone', phone_cipher)),
    door: doorText(door),
  }
}

function conditions(db: Db, filter: ArrivalFilter): RawBuilder<unknown>[] {
  const { place, from, to, today } = filter
  const all = [sql`a.county = ${countyOf(db)}`, sql`a.arrived_on between ${from} and ${to}`]
  all.push(place.length === 12 ? sql`a.community = ${place}` : sql`starts_with(a.community, ${place})`)
  if (filter.origin_kind) all.push(sql`a.origin_kind = ${filter.origin_kind}`)
  if (filter.state) all.push(sql`a.state = ${filter.state}`)
  if (filter.unchecked) all.push(sql`not ${isCheckedArrival}`)
  if (filter.checked) all.push(isCheckedArrival)
  if (filter.undecided) all.push(isToDecide, sql`not ${isDecidedArrival(db)}`)
  if (filter.observed) all.push(isObservedArrival(db))
  if (filter.person) all.push(sql`a.person = ${filter.person}`)
  if (filter.gridsOf)
    all.push(sql`${doorOfArrival} in (select g.dwelling from dwelling_grid g join grid_duty y on y.county = ${countyOf(db)} and y.grid = g.grid
      where g.county = ${countyOf(db)} and y.account = ${filter.gridsOf} and g.valid_from <= ${today} and (g.valid_to is null or g.valid_to > ${today})
        and y.valid_from <= ${today} and (y.valid_to is null or y.valid_to > ${today}))`)
  return all
}

/** One page of arrivals, newest day first, with the counts of all. */
export async function listArrivals(
  db: Db,
  fields: FieldCipher,
  filter: ArrivalFilter,
  { page, size }: { page: number; size: number },
) {
  const where = sql.join(conditions(db, filter), sql` and `)
  const { rows } = await sql<Row>`select ${columns(db)} from ${tablesOn(db, filter.today)} where ${where}
    order by a.arrived_on desc, a.recorded_at desc, a.id limit ${size} offset ${page * size}`.execute(db)
  const counts = await sql<{ total: number; expected: number; arrived: number; checked: number }>`
    select count(*)::int as total, count(*) filter (where a.state = 'expected')::int as expected,
      count(*) filter (where a.state = 'arrived')::int as arrived,
      count(*) filter (where ${isCheckedArrival})::int as checked
    from arrival a join person p on p.county = ${countyOf(db)} and p.id = a.person where ${where}`.execute(db)
  const { total, ...rest } = counts.rows[0] ?? { total: 0, expected: 0, arrived: 0, checked: 0 }
  return { rows: rows.map((row) => arrivalOf(row, fields)), total, counts: rest }
}

/** One arrival of the scope, with who received it. */
export async function findArrival(db: Db, fields: FieldCipher, id: Id, today: Day) {
  const { rows } = await sql<Row & { received_by: string }>`select ${columns(db)}, coalesce(r.name, '') as received_by
    from ${tablesOn(db, today)} left join account r on r.id = a.recorded_by where a.county = ${countyOf(db)} and a.id = ${id}`.execute(
    db,
  )
  const [row] = rows
  if (!row) return undefined
  const { received_by, ...rest } = row
  return { arrival: arrivalOf(rest, fields), received_by }
}

/** Where an arrival is, for the reach of a request. */
export const findArrivalPlace = async (db: Db, id: Id): Promise<{ community: CommunityCode; dwelling: Id | null } | undefined> =>
  (
    await sql<{ community: CommunityCode; dwelling: Id | null }>`select a.community, ${doorOfArrival} as dwelling
      from arrival a join person p on p.county = ${countyOf(db)} and p.id = a.person where a.county = ${countyOf(db)} and a.id = ${id}`.execute(
      db,
    )
  ).rows[0]

/** The resident of a community who holds a document number and has not moved away; one in doubt where nobody else does. */
export const findByDocument = (db: Db, community: CommunityCode, hash: string) =>
  db
    .selectFrom('person')
    .select(['id', 'dwelling', 'community as place'])
    .where('county', '=', countyOf(db))
    .where('community', '=', community)
    .where('document_hash', '=', hash)
    .where('left_on', 'is', null)
    .orderBy('document_doubted')
    .executeTakeFirst()

/** An arrival as it is entered. */
export interface NewArrival {
  id: Id
  community: CommunityCode
  person: Id
  dwelling: Id | null
  state: Arrival['state']
  origin: string
  origin_place: PlaceCode | null
  origin_kind: Arrival['origin_kind']
  arrived_on: Day
  left_origin_on: Day | null
  transport: string
  companions: number | null
  point_to_point: boolean | null
  health_proof: boolean | null
  reported_by: Arrival['reported_by']
  note: string
  match: Arrival['match']
  recorded_by: Id
  recorded_at: Date
}

/** Enters an arrival; false when this person's arrival on that day is on file, or the id is in use. */
export async function insertArrival(db: Db, arrival: NewArrival): Promise<boolean> {
  const made = await db
    .insertInto('arrival')
    .values({ county: countyOf(db), source: arrival.reported_by === 'pushed' ? 'pushed' : 'entered', ...arrival })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) await tell(db, 'arrival', [arrival])
  return made !== undefined
}

/** Changes an arrival as it was checked; gives the new version, or nothing when somebody was faster. */
export async function updateArrival(
  db: Db,
  id: Id,
  version: number,
  changes: Partial<Omit<NewArrival, 'id'>> & {
    origin_confirmed_by: Id | null
    origin_confirmed_at: Date | null
  } & Partial<typeof checkedNow>,
): Promise<number | undefined> {
  const row = await db
    .updateTable('arrival')
    .set({ ...changes, version: sql`version + 1` })
    .where('county', '=', countyOf(db))
    .where('id', '=', id)
    .where('version', '=', version)
    .returning(['id', 'community', 'version'])
    .executeTakeFirst()
  if (row) await tell(db, 'arrival', [row])
  return row?.version
}

/** What of an arrival is judged before it is checked with others; locked until the transaction ends. */
export const lockArrivals = async (db: Db, place: PlaceCode, ids: readonly Id[]) =>
  (
    await sql<{
      id: Id
      community: CommunityCode
      person: Id
      state: Arrival['state']
      arrived_on: Day
      left_origin_on: Day | null
      version: number
      born: Day | null
    }>`select a.id, a.community, a.person, a.state, a.arrived_on, a.left_origin_on, a.version, p.born
      from arrival a join person p on p.county = ${countyOf(db)} and p.id = a.person
      where a.county = ${countyOf(db)} and a.id = any(${[...ids]}::uuid[]) and starts_with(a.community, ${place})
      order by a.id for update of a`.execute(db)
  ).rows

/** Changes these arrivals alike, which must be locked; their versions move by one. */
export async function changeArrivals(
  db: Db,
  ids: readonly Id[],
  changes: Partial<{
    origin_kind: Arrival['origin_kind']
    left_origin_on: Day
    origin_confirmed_by: Id | null
    origin_confirmed_at: Date | null
    unanswered: number | 'one-more'
    sent_back_at: Date | null
    sent_back_by: Id | null
    sent_back_why: string
  }>,
): Promise<void> {
  if (ids.length === 0) return
  const { unanswered, ...set } = changes
  const rows = await db
    .updateTable('arrival')
    .set({
      ...set,
      ...(unanswered !== undefined && { unanswered: unanswered === 'one-more' ? sql`unanswered + 1` : unanswered }),
      version: sql`version + 1`,
    })
    .where('county', '=', countyOf(db))
    .where('id', 'in', [...ids])
    .returning(['id', 'community'])
    .execute()
  await tell(db, 'arrival', rows)
}

/** What checking leaves of earlier calls and returns: nothing. */
export const checkedNow = { unanswered: 0, sent_back_at: null, sent_back_by: null, sent_back_why: '' } as const
