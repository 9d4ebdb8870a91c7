import { addDays } from '@wangdi/domain/day.ts'
import { waiting } from '@wangdi/domain/regimes/waiting.ts'
import { type Asking, endOf, joinWaiting, mostOfPart, type Waits } from '../kinds/index.ts'
import { listOrdersInForce } from './orders/controls.ts'
import { listDrafts } from './orders/draft.queries.ts'

/** How many days before its end an order is pointed at. */
const daysAhead = 3

// A draft is published by an authority; the nearest one is told first.
async function drafts({ db, actor }: Asking): Promise<Waits[]> {
  if (actor.place.length !== 6) return []
  return (await listDrafts(db, actor.place)).map(({ id, place, content, at }) => ({
    ...{ id, about: place, at: new Date(at), due_at: null, said: content.number || null },
  }))
}

// What the actor's own authority ordered and ends in a few days: kept with a ground, or it lapses by itself.
async function ending({ db, actor, today }: Asking): Promise<Waits[]> {
  const orders = await listOrdersInForce(db, actor.place, today)
  return orders
    .filter(({ authority, last_day }) => authority === actor.place && last_day <= addDays(today, daysAhead))
    .slice(0, mostOfPart)
    .map(({ id, place, number, published_at, last_day }) => ({
      ...{ id, about: place, at: new Date(published_at), due_at: endOf(last_day), said: number },
    }))
}

joinWaiting(
  { what: 'regimes.order-draft', ask: waiting['regimes.order-draft'].ask, verb: 'regimes.publish-order', list: drafts },
  { what: 'regimes.order-ending', ask: waiting['regimes.order-ending'].ask, verb: 'regimes.keep-order', list: ending },
)
