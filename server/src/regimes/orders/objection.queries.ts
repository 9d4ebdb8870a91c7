import type { Objection } from '@wangdi/domain/regimes/orders/control-order.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { countyOf, type Db } from '../../platform/db.ts'

type Row = Omit<Objection, 'at'> & { at: Date }

/** The objections to an order with their answers, newest first. */
export async function listOf(db: Db, order: Id): Promise<Objection[]> {
  const { rows } = await sql<Row>`select o.id, o.control_order as "order", o.said_by, o.door, o.content, o.said_on,
      coalesce(c.name, '') as by, o.at,
      case when a.at is null then null
        else jsonb_build_object('outcome', a.outcome, 'answer', a.answer, 'by', coalesce(b.name, ''), 'at', a.at) end as answer
    from order_objection o left join account c on c.id = o.by_account
      left join order_objection_answer a on a.county = ${countyOf(db)} and a.objection = o.id left join account b on b.id = a.by_account
    where o.county = ${countyOf(db)} and o.control_order = ${order} order by o.at desc limit 200`.execute(db)
  return rows.map((row) => ({
    ...row,
    at: row.at.toISOString(),
    answer: row.answer && { ...row.answer, at: new Date(row.answer.at).toISOString() },
  }))
}

/** Keeps an objection. */
export const saveObjection = (
  db: Db,
  objection: {
    county: PlaceCode
    id: Id
    community: PlaceCode
    control_order: Id
    said_by: string
    door: string
    content: string
    said_on: Day
    by_account: Id
    at: Date
  },
) => db.insertInto('order_objection').values(objection).execute()

/** Where an objection belongs; nothing outside the scope. */
export async function findObjection(db: Db, id: Id): Promise<{ community: PlaceCode; county: PlaceCode } | undefined> {
  const { rows } = await sql<{ community: PlaceCode; county: PlaceCode }>`select community, county from order_objection
    where county = ${countyOf(db)} and id = ${id}`.execute(db)
  return rows[0]
}

/** Keeps the answer; the name of who had answered before where there is one already. */
export async function saveAnswer(
  db: Db,
  answer: {
    county: PlaceCode
    objection: Id
    community: PlaceCode
    outcome: 'kept' | 'eased' | 'lifted'
    answer: string
    by_account: Id
    at: Date
  },
): Promise<string | undefined> {
  const made = await db
    .insertInto('order_objection_answer')
    .values(answer)
    .onConflict((conflict) => conflict.doNothing())
    .returning('objection')
    .executeTakeFirst()
  if (made) return undefined
  const { rows } = await sql<{ name: string }>`select coalesce(b.name, '') as name from order_objection_answer a
    left join account b on b.id = a.by_account where a.county = ${countyOf(db)} and a.objection = ${answer.objection}`.execute(db)
  return rows[0]?.name ?? ''
}
