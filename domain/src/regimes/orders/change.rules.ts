import type { Problem } from '../../problem.ts'
import type { Day, PlaceCode } from '../../schema.ts'
import { lastDayOf, whyNotTerm } from '../regimes.rules.ts'
import type { ControlOrder, OrderLimit, OrderState } from './control-order.ts'
import { problems } from './orders.problems.ts'
import { lastDayOfOrder } from './orders.rules.ts'

type Ordered = Pick<ControlOrder, 'authority' | 'issuer' | 'number' | 'from' | 'until' | 'review_on' | 'acts'>

/** Why this actor may not change an order; nothing when they may: only the same authority, and only while it lasts (传染病防治法 §67). */
export function whyNotChangeOrder(order: Ordered, state: OrderState, actorPlace: PlaceCode): Problem | undefined {
  if (order.authority !== actorPlace) return problems.otherAuthority({ issuer: order.issuer, number: order.number })
  return state === 'coming' || state === 'in-force' ? undefined : problems.over({ number: order.number })
}

/** Why an order may not end on that day instead: the day has passed, lies before its first or is no earlier than its end. */
export function whyNotShorter(order: Ordered, until: Day, today: Day): Problem | undefined {
  const last = lastDayOfOrder(order)
  return until < today || until < order.from || until >= last ? problems.notShorter({ last }) : undefined
}

/** Why an order may not be lifted from that day: the past cannot be freed, and after its end nothing is left to lift. */
export const whyNotLifted = (order: Ordered, from: Day, today: Day): Problem | undefined =>
  from < today || from > lastDayOfOrder(order) ? problems.liftedInPast({ today }) : undefined

/**
 * Why an order may not be kept to that term; nothing when it may: it ends later than before, it has an end or a review, and
 * the plan of today still allows it, unless a named authority had approved more.
 */
export function whyNotKept(
  order: Ordered & Pick<ControlOrder, 'beyond'>,
  term: { until: Day | null; review_on: Day | null },
  limits: readonly OrderLimit[],
): Problem | undefined {
  const open = whyNotTerm({ from: order.from, ...term })
  if (open) return open
  const last = lastDayOfOrder(order)
  if (lastDayOf({ from: order.from, ...term, acts: [] }) <= last) return problems.notLonger({ last })
  const [first] = limits
  return first && !order.beyond ? problems.nowBeyond({ limitZh: first.limit.zh, limitEn: first.limit.en }) : undefined
}
