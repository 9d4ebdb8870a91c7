import type { KeptAnswer } from '@wangdi/domain/documents/answer.ts'
import type {
  CheckRule,
  DatedPhase,
  Delivery,
  EndReason,
  HomeAssessment,
  HomeItems,
} from '@wangdi/domain/observation/observation.ts'
import { homeFit } from '@wangdi/domain/observation/term.rules.ts'
import type { Static } from 'typebox'
import type { CommunityCode, Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { countyOf, type Db } from '../platform/db.ts'
import { isCheckedArrival, isObservedArrival } from '../people/index.ts'
import { tell } from '../platform/tenants/tell.ts'

/** Makes nothing of a repeated id, which must not break the outbox of a phone: the caller refuses it in words. */
export const ignored = <B extends { doNothing(): unknown }>(conflict: B) => conflict.doNothing() as ReturnType<B['doNothing']>

/** An order as it is written down, once. */
export interface NewOrder {
  id: Id
  community: CommunityCode
  person: Id
  dwelling: Id | null
  arrival: Id | null
  kind: string
  number: string
  issuer: string
  basis: string
  day_zero: Day
  last_day: Day
  phases: readonly DatedPhase[]
  rule: CheckRule
  proposal: unknown
  as_proposed: boolean
  reason: string
  notice: object
  traced: { at: Date; by: string } | undefined
  decided_by: Id
  decided_at: Date
  answer: KeptAnswer
  /** By which its notice is checked. */
  code: string
}

/** Writes orders down; gives the ids of those made: not of a person who has one of this number by this issuer. */
export async function saveOrders(db: Db, orders: readonly NewOrder[]): Promise<ReadonlySet<Id>> {
  if (orders.length === 0) return new Set()
  const county = countyOf(db)
  const made = await db
    .insertInto('observation')
    .values(
      orders.map(({ traced, phases, rule, proposal, notice, answer, ...order }) => ({
        county,
        ...order,
        phases: JSON.stringify(phases),
        rule: JSON.stringify(rule),
        fever: String(rule.fever),
        proposal: JSON.stringify(proposal),
        notice: JSON.stringify(notice),
        answer: JSON.stringify(answer),
        traced_at: traced?.at ?? null,
        traced_by: traced?.by ?? null,
      })),
    )
    .onConflict((conflict) => conflict.columns(['county', 'issuer', 'number', 'person']).doNothing())
    .returning(['id', 'community'])
    .execute()
  await tell(db, 'observation', made)
  return new Set(made.map(({ id }) => id))
}

interface Act {
  id: Id
  community: PlaceCode
  by_account: Id
  at: Date
}

/** Keeps that the written notice was handed over; false when the id is in use. */
export const saveDelivery = async (
  db: Db,
  delivery: Act & { recorded_at: Date; observation: Id; way: Delivery['way']; receipt: Delivery['receipt']; note: string },
): Promise<boolean> => {
  const row = { county: countyOf(db), ...delivery }
  const made = await db.insertInto('notice_delivery').values(row).onConflict(ignored).returning('id').executeTakeFirst()
  return made !== undefined
}

/** Hand-overs of a stay's notice, oldest first. */
export async function listDeliveries(db: Db, observation: Id): Promise<Delivery[]> {
  const { rows } = await sql<
    Omit<Delivery, 'at'> & { at: Date }
  >`select n.id, n.at, coalesce(c.name, '') as by, n.way, n.receipt, n.note
    from notice_delivery n left join account c on c.id = n.by_account
    where n.county = ${countyOf(db)} and n.observation = ${observation} order by n.at`.execute(db)
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** Keeps how the home was found; false when the id is in use. */
export const saveHome = async (
  db: Db,
  { items, ...home }: Act & { recorded_at: Date; person: Id; day: Day; items: HomeItems; second_name: string },
): Promise<boolean> => {
  const row = { county: countyOf(db), ...home, items: JSON.stringify(items) }
  const made = await db.insertInto('home_assessment').values(row).onConflict(ignored).returning('id').executeTakeFirst()
  return made !== undefined
}

/** Assessments of a person's home, newest first; fit only when all six are yes, unknown while one was not looked at. */
export async function listHomes(db: Db, person: Id): Promise<HomeAssessment[]> {
  const { rows } = await sql<
    Omit<HomeAssessment, 'at' | 'fit'> & { at: Date }
  >`select h.id, h.day, h.items, coalesce(c.name, '') as by, h.second_name as with, h.at
    from home_assessment h left join account c on c.id = h.by_account
    where h.county = ${countyOf(db)} and h.person = ${person} order by h.recorded_at desc, h.id desc`.execute(db)
  return rows.map((row) => ({ ...row, fit: homeFit(row.items), at: row.at.toISOString() }))
}

/** Ends a stay before its last day; false when it was ended already. */
export async function saveEnd(
  db: Db,
  end: Act & { observation: Id; reason: Static<typeof EndReason>; note: string },
): Promise<boolean> {
  const row = { county: countyOf(db), ...end }
  const made = await db.insertInto('observation_end').values(row).onConflict(ignored).returning('id').executeTakeFirst()
  if (made) await tell(db, 'observation_end', [end])
  return made !== undefined
}

/** Arrivals of a place by origin, and how many came under observation; a sum over nobody is a known zero. */
export async function countArrivalsBy(db: Db, place: PlaceCode, from: Day, to: Day) {
  const { rows } = await sql<{
    origin_kind: 'abroad' | 'high' | 'medium' | 'low' | 'unknown'
    expected: number
    arrived: number
    checked: number
    observed: number
  }>`
    select k.kind as origin_kind, count(*) filter (where a.state = 'expected')::int as expected,
      count(*) filter (where a.state = 'arrived')::int as arrived,
      count(*) filter (where ${isCheckedArrival})::int as checked,
      count(*) filter (where ${isObservedArrival(db)})::int as observed
    from unnest(array['abroad', 'high', 'medium', 'low', 'unknown']) with ordinality as k (kind, nth)
      left join arrival a on a.origin_kind = k.kind and a.county = ${countyOf(db)} and starts_with(a.community, ${place})
        and a.arrived_on between ${from} and ${to}
    group by k.kind, k.nth order by k.nth`.execute(db)
  return rows
}

/** The code by which the notice of an order is checked; null for orders of before there were codes. */
export const findCodeOf = async (db: Db, observation: Id): Promise<string | null> =>
  (
    await db
      .selectFrom('observation')
      .select('code')
      .where('county', '=', countyOf(db))
      .where('id', '=', observation)
      .executeTakeFirst()
  )?.code ?? null
