import { refuse } from '@wangdi/domain/problem.ts'
import { whyNotChangeOrder, whyNotKept, whyNotLifted, whyNotShorter } from '@wangdi/domain/regimes/orders/change.rules.ts'
import type { OrderAct } from '@wangdi/domain/regimes/orders/control-order.ts'
import { keepOrder, liftOrder, type OrderLine, shortenOrder } from '@wangdi/domain/regimes/orders/orders.api.ts'
import { problems } from '@wangdi/domain/regimes/orders/orders.problems.ts'
import type { Day, Id } from '@wangdi/domain/schema.ts'
import type { Db } from '../../platform/db.ts'
import { movedBy } from '../../platform/moved.ts'
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
  // Lifted from a day to come is decided, too: nothing is kept or shortened beside it.
  if (order.acts.some(({ kind }) => kind === 'lifted')) throw problems.over({ number: order.number })
  return order
}

const lastOf = (acts: readonly OrderAct[]) => acts.slice(-1).map(({ by, at }) => ({ by, at: new Date(at) }))[0]

type Said = Pick<OrderAct, 'kind' | 'until' | 'review_on' | 'lifted_from'>

/** Adds the act in the name of the actor after those that the order had; of two at the same moment the second is told of the first. */
async function act(request: Request<{ id: Id; number: string; reason: string }>, { place, acts }: OrderLine, said: Said) {
  const { db, actor, input, at, today, command, note } = request
  const kept = await saveOrderAct(db, {
    ...said,
    id: command ?? input.id,
    place,
    control_order: input.id,
    ordinal: acts.length + 1,
    number: input.number.trim(),
    reason: input.reason.trim(),
    by_account: actor.account,
    at,
  })
  if (!kept) {
    const now = await getToChange(db, input.id, actor.place, today)
    throw movedBy(lastOf(now.acts), now.acts.length, today)
  }
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
      return act(request, order, { kind: 'shortened', until: input.until, review_on: null, lifted_from: null })
    },
  }),

  serve(keepOrder, {
    about: placeOfOrder,
    run: async (request) => {
      const { db, actor, input, today } = request
      const order = await getToChange(db, input.id, actor.place, today)
      const { until, review_on } = input
      refuse(whyNotKept(order, { until, review_on }, await limitsOn(db, order.place, today, order)))
      return act(request, order, { kind: 'kept', until, review_on, lifted_from: null })
    },
  }),

  serve(liftOrder, {
    about: placeOfOrder,
    run: async (request) => {
      const { db, actor, input, today } = request
      const order = await getToChange(db, input.id, actor.place, today)
      refuse(whyNotLifted(order, input.from, today))
      return act(request, order, { kind: 'lifted', until: null, review_on: null, lifted_from: input.from })
    },
  }),
]
