import type { ControlOrder } from '@wangdi/domain/regimes/orders/control-order.ts'
import { type ControlInForce, controlOf, lastDayOfOrder, orderStateOn } from '@wangdi/domain/regimes/orders/orders.rules.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Db } from '../../platform/db.ts'
import { listConcerning } from '../response.queries.ts'
import { listBegun } from './order.queries.ts'

/** The published orders that hold at a place and all below it on a day, those that end first in front. */
export async function listOrdersInForce(db: Db, place: PlaceCode, day: Day): Promise<(ControlOrder & { last_day: Day })[]> {
  const orders = await listBegun(db, place, day)
  if (orders.length === 0) return []
  const responses = await listConcerning(db, place)
  return orders
    .filter((order) => orderStateOn(order, day, responses) === 'in-force')
    .map((order) => ({ ...order, last_day: lastDayOfOrder(order) }))
    .sort((a, b) => a.last_day.localeCompare(b.last_day))
}

/** The restrictions that published orders put on a place and all below it on a day, each with its order; persons are not in it. */
export const controlsInForce = async (db: Db, place: PlaceCode, day: Day): Promise<ControlInForce[]> =>
  (await listOrdersInForce(db, place, day)).map((order) => ({ place: order.place, order: order.id, control: controlOf(order) }))
