import { problems as common } from '@wangdi/domain/problem.ts'
import type { OrderLine, OrderShow } from '@wangdi/domain/regimes/orders/orders.api.ts'
import { listOrders, readOrder } from '@wangdi/domain/regimes/orders/orders.api.ts'
import type { ControlOrder, OrderState } from '@wangdi/domain/regimes/orders/control-order.ts'
import { lastDayOfOrder, orderStateOn } from '@wangdi/domain/regimes/orders/orders.rules.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { getPlaceWithAncestors } from '../../places/index.ts'
import type { Db } from '../../platform/db.ts'
import { serve } from '../../platform/serve.ts'
import { listConcerning } from '../response.queries.ts'
import { type DatedOrder, findOrder, listByIds, listDated } from './order.queries.ts'

const showOf = (state: OrderState): OrderShow => (state === 'in-force' || state === 'coming' ? state : 'ended')

/** The order with where it stands on a day. */
export async function lineOn(db: Db, order: ControlOrder, day: Day): Promise<OrderLine> {
  const responses = await listConcerning(db, order.place)
  return { ...order, state: orderStateOn(order, day, responses), last_day: lastDayOfOrder(order) }
}

/** One order that the actor may see; throws where there is none. */
export async function getOrder(db: Db, id: Id): Promise<ControlOrder> {
  const order = await findOrder(db, id)
  if (!order) throw common.notFound({})
  return order
}

interface Placed extends DatedOrder {
  readonly state: OrderState
  readonly last_day: Day
}

// Those that end first lead; of those that are over, the last ones.
const inTheirOrder: Record<OrderShow, (a: Placed, b: Placed) => number> = {
  'in-force': (a, b) => a.last_day.localeCompare(b.last_day) || a.id.localeCompare(b.id),
  coming: (a, b) => a.from.localeCompare(b.from) || a.id.localeCompare(b.id),
  ended: (a, b) => b.last_day.localeCompare(a.last_day) || b.id.localeCompare(a.id),
}

async function placeAll(db: Db, place: PlaceCode, day: Day, kind?: ControlOrder['kind']): Promise<Map<OrderShow, Placed[]>> {
  const responses = await listConcerning(db, place)
  const dated = (await listDated(db, place, kind)).map(
    (order): Placed => ({ ...order, state: orderStateOn(order, day, responses), last_day: lastDayOfOrder(order) }),
  )
  return Map.groupBy(dated, ({ state }) => showOf(state))
}

/** Published orders, open to every member of staff where they work: they are public. */
export const orderVerbs = [
  serve(listOrders, {
    run: async ({ db, input, today }) => {
      const { show = 'in-force', page = 0, size = 50 } = input
      const all = await placeAll(db, input.place, input.on ?? today, input.kind)
      const shown = (all.get(show) ?? []).sort(inTheirOrder[show])
      const paged = shown.slice(page * size, (page + 1) * size)
      const full = new Map(
        (
          await listByIds(
            db,
            paged.map(({ id }) => id),
          )
        ).map((order) => [order.id, order]),
      )
      const count = (name: OrderShow) => all.get(name)?.length ?? 0
      return {
        rows: paged.flatMap(({ id, state, last_day }) => {
          const order = full.get(id)
          return order ? [{ ...order, state, last_day }] : []
        }),
        total: shown.length,
        counts: { 'in-force': count('in-force'), coming: count('coming'), ended: count('ended') },
      }
    },
  }),

  serve(readOrder, {
    about: async (db, { id }) => ({ place: (await getOrder(db, id)).place }),
    run: async ({ db, input, today }) => {
      const order = await getOrder(db, input.id)
      const { place } = await getPlaceWithAncestors(db, order.place, today)
      return { order: await lineOn(db, order, input.on ?? today), place_name: place.name }
    },
  }),
]
