import { refuse } from '@wangdi/domain/problem.ts'
import { whyNotChangeOrder, whyNotKept, whyNotLifted, whyNotShorter } from '@wangdi/domain/regimes/orders/change.rules.ts'
import type { OrderAct } from '@wangdi/domain/regimes/orders/control-order.ts'
import { keepOrder, liftOrder, shortenOrder } from '@wangdi/domain/regimes/orders/orders.api.ts'
import { problems } from '@wangdi/domain/regimes/orders/orders.problems.ts'
import type { Day, Id } from '@wangdi/domain/schema.ts'
import type { Db } from '../../platform/db.ts'
import { type Request, serve } from '../../platform/serve.ts'
import { limitsOn } from './limits.ts'
import { saveOrderAct } from './order.queries.ts'
import { getOrder, lineOn } from './orders.routes.ts'

// An authority above or below is told whose order it is, not that there is none.
const placeOfOrder = async (db: Db, { id }: { id: Id }) => {
  await getOrder(db, id)
  return {}
}

async function getToChange(db: Db, id: Id, actorPlace: string, today: Day) {
  const order = await lineOn(db, await getOrder(db, id), today)
  refuse(whyNotChangeOrder(order, order.state, actorPlace))
  return order
}

type Said = Pick<OrderAct, 'kind' | 'until' | 'review_on' | 'lifted_from'>

/** Adds the act in the name of the actor; a second lifting of the same moment is told that the order is over. */
async function act(request: Request<{ id: Id; number: string; reason: string }>, place: string, said: Said) {
  const { db, actor, input, at, command, note } = request
  const kept = await saveOrderAct(db, {
    ...said,
    id: command ?? input.id,
    place,
    control_order: input.id,
    number: input.number.trim(),
    reason: input.reason.trim(),
    by_account: actor.account,
    at,
  })
  if (!kept) throw problems.over({ number: input.number })
  note({ order: input.id })
  return { id: input.id }
}

/** Shortened, kept or lifted by the same authority alone; each is an act of its own beside the order. */
export const actVerbs = [
  serve(shortenOrder, {
    about: placeOfOrder,
    run: async (request) => {
      const { db, actor, input, today } = request
      const order = await getToChange(db, input.id, actor.place, today)
      refuse(whyNotShorter(order, input.until, today))
      return act(request, order.place, { kind: 'shortened', until: input.until, review_on: null, lifted_from: null })
    },
  }),

  serve(keepOrder, {
    about: placeOfOrder,
    run: async (request) => {
      const { db, actor, input, today } = request
      const order = await getToChange(db, input.id, actor.place, today)
      const { until, review_on } = input
      refuse(whyNotKept(order, { until, review_on }, await limitsOn(db, order.place, today, order)))
      return act(request, order.place, { kind: 'kept', until, review_on, lifted_from: null })
    },
  }),

  serve(liftOrder, {
    about: placeOfOrder,
    run: async (request) => {
      const { db, actor, input, today } = request
      const order = await getToChange(db, input.id, actor.place, today)
      refuse(whyNotLifted(order, input.from, today))
      return act(request, order.place, { kind: 'lifted', until: null, review_on: null, lifted_from: input.from })
    },
  }),
]
