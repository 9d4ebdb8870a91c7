import { type ControlInForce, controlOf, orderStateOn } from '@wangdi/domain/regimes/orders/orders.rules.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Db } from '../../platform/db.ts'
import { listConcerning } from '../response.queries.ts'
import { listBegun } from './order.queries.ts'

/** The restrictions that published orders put on a place and all below it on a day, each with its order; persons are not in it. */
export async function controlsInForce(db: Db, place: PlaceCode, day: Day): Promise<ControlInForce[]> {
  const orders = await listBegun(db, place, day)
  if (orders.length === 0) return []
  const responses = await listConcerning(db, place)
  return orders
    .filter((order) => orderStateOn(order, day, responses) === 'in-force')
    .map((order) => ({ place: order.place, order: order.id, control: controlOf(order) }))
}
