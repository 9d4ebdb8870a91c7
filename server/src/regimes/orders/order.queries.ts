import {
  type ControlOrder,
  type OrderAct,
  type OrderKind,
  type OrderPlace,
  withoutNames,
} from '@wangdi/domain/regimes/orders/control-order.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { type RawBuilder, sql } from 'kysely'
import { countyOf, type Db } from '../../platform/db.ts'

const acts = sql`coalesce((select jsonb_agg(jsonb_build_object('kind', a.kind, 'at', a.at, 'by', coalesce(c.name, ''), 'number', a.number,
      'reason', a.reason, 'until', a.until, 'review_on', a.review_on, 'lifted_from', a.lifted_from) order by a.at)
    from control_order_act a left join account c on c.id = a.by_account where a.control_order = o.id), '[]') as acts`
const columns = sql`o.id, o.place, o.authority, o.kind, o.scope, o.building, o.unit, o.estate, o.village_group, o.label, o.issuer,
  o.number, o.ground, o.content, o.reason, o.wider_reason, o.gates, o.exceptions, o.valid_from as "from", o.until, o.review_on,
  o.service_plan, o.beyond, coalesce(d.name, '') as drafted_by, coalesce(p.name, '') as published_by, o.published_at, ${acts}`
const named = sql`control_order o left join account d on d.id = o.drafted_by left join account p on p.id = o.published_by`

interface Row extends Omit<ControlOrder, 'at' | 'published_at'> {
  scope: OrderPlace['scope']
  building: Id | null
  unit: string | null
  estate: Id | null
  village_group: string | null
  published_at: Date
}

const kept = (db: Db, { scope, building, unit, estate, village_group, service_plan, ...row }: Row): ControlOrder => ({
  ...row,
  service_plan: service_plan && countyOf(db) === '' ? withoutNames(service_plan) : service_plan,
  at: { scope, building, unit, estate, group: village_group },
  published_at: row.published_at.toISOString(),
  acts: row.acts.map((act): OrderAct => ({ ...act, at: new Date(act.at).toISOString() })),
})

const listWhere = async (db: Db, where: RawBuilder<unknown>): Promise<ControlOrder[]> =>
  (await sql<Row>`select ${columns} from ${named} where ${where} order by o.place, o.valid_from, o.id`.execute(db)).rows.map(
    (row) => kept(db, row),
  )

/** The orders of a place and all below it that had begun by a day and had not reached the end first written in them, or were kept. */
export const listBegun = (db: Db, place: PlaceCode, day: Day): Promise<ControlOrder[]> =>
  listWhere(
    db,
    sql`starts_with(o.place, ${place}) and o.valid_from <= ${day} and (least(o.until, o.review_on) >= ${day}
      or exists (select from control_order_act k where k.control_order = o.id and k.kind = 'kept' and least(k.until, k.review_on) >= ${day}))`,
  )

/** What a state is derived from, without the texts: for lists that count and sort. */
export type DatedOrder = Pick<ControlOrder, 'id' | 'place' | 'kind' | 'from' | 'until' | 'review_on' | 'acts'>

/** Every order of a place and all below, dates and acts alone. */
export async function listDated(db: Db, place: PlaceCode, kind: OrderKind | undefined): Promise<DatedOrder[]> {
  const { rows } = await sql<DatedOrder>`select o.id, o.place, o.kind, o.valid_from as "from", o.until, o.review_on, ${acts}
    from control_order o where starts_with(o.place, ${place}) and ${kind ? sql`o.kind = ${kind}` : sql`true`}`.execute(db)
  return rows
}

/** The orders of these ids, in no order of their own. */
export const listByIds = (db: Db, ids: readonly Id[]): Promise<ControlOrder[]> =>
  ids.length === 0 ? Promise.resolve([]) : listWhere(db, sql`o.id in (${sql.join(ids)})`)

/** One order; nothing outside the scope. */
export const findOrder = async (db: Db, id: Id): Promise<ControlOrder | undefined> => (await listByIds(db, [id]))[0]

/** Keeps a published order; false when the authority has one of this number. */
export async function saveOrder(
  db: Db,
  order: Omit<ControlOrder, 'acts' | 'drafted_by' | 'published_by' | 'published_at'> & {
    drafted_by: Id
    published_by: Id
    published_at: Date
  },
): Promise<boolean> {
  const { at, from, service_plan, beyond, exceptions, ...rest } = order
  const made = await db
    .insertInto('control_order')
    .values({
      ...rest,
      scope: at.scope,
      building: at.building,
      unit: at.unit,
      estate: at.estate,
      village_group: at.group,
      exceptions: [...exceptions],
      valid_from: from,
      service_plan: service_plan && JSON.stringify(service_plan),
      beyond: beyond && JSON.stringify(beyond),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** Adds an act to an order; false when it was lifted a moment before. */
export async function saveOrderAct(
  db: Db,
  act: Omit<OrderAct, 'by' | 'at'> & {
    id: Id
    place: PlaceCode
    control_order: Id
    /** The how manieth act: one after those that its author saw. */
    ordinal: number
    by_account: Id
    at: Date
  },
): Promise<boolean> {
  const made = await db
    .insertInto('control_order_act')
    .values(act)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}
