import type { Control } from '@wangdi/policy/engine/controls/control.ts'
import { addDays, daysBetween, shanghaiDay } from '../../day.ts'
import { isWithin } from '../../place-code.ts'
import type { Day, PlaceCode } from '../../schema.ts'
import { lastDayOf as lastDayOfTerm } from '../regimes.rules.ts'
import type { Response } from '../regimes.ts'
import type { ControlOrder, OrderState } from './control-order.ts'

type Dated = Pick<ControlOrder, 'from' | 'until' | 'review_on' | 'acts'>

/** The term that holds now: that of the last act that gave one, else that of the order. No pack of rules changes it. */
export function orderTerm(order: Dated): { until: Day | null; review_on: Day | null } {
  const act = order.acts.filter(({ kind }) => kind !== 'lifted').at(-1)
  return act ? { until: act.until, review_on: act.review_on } : { until: order.until, review_on: order.review_on }
}

const endOfTerm = (order: Dated): Day => lastDayOfTerm({ from: order.from, ...orderTerm(order), acts: [] })

/** The first day without an order that was lifted before its end; null where its term alone ends it. */
export function liftedFrom(order: Dated): Day | null {
  const lifted = order.acts.find(({ kind }) => kind === 'lifted')?.lifted_from
  return lifted && lifted <= endOfTerm(order) ? lifted : null
}

/**
 * The last day on which an order can be in force by its own words: its end, the day of its review, or the day before it was
 * lifted. Lifted from its first day on it has none: the day before it began stands there, which is not to be shown as an end.
 */
export function lastDayOfOrder(order: Dated): Day {
  const lifted = liftedFrom(order)
  return lifted ? addDays(lifted, -1) : endOfTerm(order)
}

type Opening = Pick<Response, 'scope' | 'functions' | 'from' | 'until' | 'review_on' | 'acts'>

/**
 * The first day, from the order's first, on which no response lets orders be at its place: with it the order ends for good,
 * and a later response does not wake it (传染病防治法 §65, §67).
 */
export function endOfLeave(order: Pick<ControlOrder, 'place' | 'from'>, responses: readonly Opening[]): Day {
  const spans = responses
    .filter(({ scope, functions }) => functions.includes('orders') && scope.some((area) => isWithin(order.place, area)))
    .map((response) => {
      const closing = response.acts.find(({ kind }) => kind === 'closed')
      const last = lastDayOfTerm(response)
      const closed = closing && addDays(shanghaiDay(closing.at), -1)
      return { from: response.from, until: closed && closed < last ? closed : last }
    })
  let day = order.from
  for (;;) {
    const next = spans.filter(({ from, until }) => from <= day && until >= day).sort((a, b) => (a.until < b.until ? 1 : -1))[0]
    if (!next) return day
    day = addDays(next.until, 1)
  }
}

/** Where an order stands on a day: derived from its words, its acts and the responses; nothing runs at midnight. */
export function orderStateOn(order: Dated & Pick<ControlOrder, 'place'>, day: Day, responses: readonly Opening[]): OrderState {
  const lifted = order.acts.find(({ kind }) => kind === 'lifted')
  if (lifted?.lifted_from && lifted.lifted_from <= day) return 'lifted'
  if (day < order.from) return 'coming'
  if (day > lastDayOfOrder(order)) return 'ended'
  return endOfLeave(order, responses) <= day ? 'response' : 'in-force'
}

const controlScope = { unit: 'unit', building: 'building', 'village-group': 'building', community: 'community' } as const

/** The order as it is compared with the plan of the day: whole days of its term, the first and the last counted. */
export const controlOf = (order: Dated & Pick<ControlOrder, 'kind' | 'at'>): Control => ({
  kind: order.kind,
  scope: controlScope[order.at.scope],
  days: daysBetween(order.from, lastDayOfOrder(order)) + 1,
  order: true,
})

/** A control in force with the place and the published order behind it. */
export interface ControlInForce {
  readonly place: PlaceCode
  readonly order: string
  readonly control: Control
}
