import type { ControlOrder, OrderAct, OrderPlace } from '@wangdi/domain/regimes/orders/control-order.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

const columns = sql`o.id, o.place, o.authority, o.kind, o.scope, o.building, o.unit, o.estate, o.village_group, o.label, o.issuer,
  o.number, o.ground, o.content, o.reason, o.wider_reason, o.gates, o.exceptions, o.valid_from as "from", o.until, o.review_on,
  o.service_plan, o.beyond, coalesce(d.name, '') as drafted_by, coalesce(p.name, '') as published_by, o.published_at,
  coalesce((select jsonb_agg(jsonb_build_object('kind', a.kind, 'at', a.at, 'by', coalesce(c.name, ''), 'number', a.number,
      'reason', a.reason, 'until', a.until, 'review_on', a.review_on, 'lifted_from', a.lifted_from) order by a.at)
    from control_order_act a left join account c on c.id = a.by_account where a.control_order = o.id), '[]') as acts`
const named = sql`control_order o left join account d on d.id = o.drafted_by left join account p on p.id = o.published_by`

interface Row extends Omit<ControlOrder, 'at' | 'published_at'> {
  scope: OrderPlace['scope']
  building: Id | null
  unit: string | null
  estate: Id | null
  village_group: string | null
  published_at: Date
}

const kept = ({ scope, building, unit, estate, village_group, ...row }: Row): ControlOrder => ({
  ...row,
  at: { scope, building, unit, estate, group: village_group },
  published_at: row.published_at.toISOString(),
  acts: row.acts.map((act): OrderAct => ({ ...act, at: new Date(act.at).toISOString() })),
})

/** The orders of a place and all below it that had begun by a day and had not reached the end first written in them, or were kept. */
export async function listBegun(db: Db, place: PlaceCode, day: Day): Promise<ControlOrder[]> {
  const { rows } = await sql<Row>`select ${columns} from ${named} where starts_with(o.place, ${place}) and o.valid_from <= ${day}
    and (least(o.until, o.review_on) >= ${day}
      or exists (select from control_order_act k where k.control_order = o.id and k.kind = 'kept' and least(k.until, k.review_on) >= ${day}))
    order by o.place, o.valid_from, o.id`.execute(db)
  return rows.map(kept)
}
