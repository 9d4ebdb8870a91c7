import type { ControlOrder } from '@wangdi/domain/regimes/orders/control-order.ts'
import { addDays } from '@wangdi/domain/day.ts'
import {
  type ControlInForce,
  controlOf,
  endOfLeave,
  lastDayOfOrder,
  orderStateOn,
} from '@wangdi/domain/regimes/orders/orders.rules.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Db } from '../../platform/db.ts'
import { listConcerning } from '../response.queries.ts'
import { listBegun, listByIds, listDated } from './order.queries.ts'

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

/** The published orders that held at a place and all below it on some day between two, with the last day of each; at most fifty. */
export async function listOrdersBetween(
  db: Db,
  place: PlaceCode,
  from: Day,
  until: Day,
): Promise<(ControlOrder & { last_day: Day })[]> {
  const dated = (await listDated(db, place, undefined)).filter((order) => order.from <= until && lastDayOfOrder(order) >= from)
  if (dated.length === 0) return []
  const responses = await listConcerning(db, place)
  const lastDays = new Map(
    dated.flatMap((order) => {
      const left = addDays(endOfLeave(order, responses), -1)
      const last = lastDayOfOrder(order)
      const end = left < last ? left : last
      return end < from || end < order.from ? [] : [[order.id, end] as const]
    }),
  )
  const orders = await listByIds(db, [...lastDays.keys()].slice(0, 50))
  return orders.map((order) => ({ ...order, last_day: lastDays.get(order.id) ?? order.from }))
}

/** The restrictions that published orders put on a place and all below it on a day, each with its order; persons are not in it. */
export const controlsInForce = async (db: Db, place: PlaceCode, day: Day): Promise<ControlInForce[]> =>
  (await listOrdersInForce(db, place, day)).map((order) => ({ place: order.place, order: order.id, control: controlOf(order) }))
