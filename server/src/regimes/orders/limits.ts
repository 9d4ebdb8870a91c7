import type { OrderChoice } from '@wangdi/domain/regimes/orders/orders.api.ts'
import { orderKinds, type OrderLimit } from '@wangdi/domain/regimes/orders/control-order.ts'
import { controlOf } from '@wangdi/domain/regimes/orders/orders.rules.ts'
import { scopesOf } from '@wangdi/domain/regimes/orders/publish.rules.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Plan } from '@wangdi/policy/engine/answer.ts'
import type { Control } from '@wangdi/policy/engine/controls/control.ts'
import { overControl } from '@wangdi/policy/engine/controls/over-control.ts'
import { planFor } from '@wangdi/policy/engine/plan.ts'
import type { Facts } from '@wangdi/policy/vocabulary.ts'
import type { Db } from '../../platform/db.ts'
import { getPacks } from '../../platform/packs.ts'
import { factsOf } from '../facts.ts'

const against = (plan: Plan, facts: Facts, control: Control): OrderLimit[] =>
  overControl(getPacks(), plan, facts, [control]).map(({ kind, limit, source }) => ({ finding: kind, limit, source }))

/** What the plan of a place and day says against an order; nothing where it allows it. */
export async function limitsOn(
  db: Db,
  place: PlaceCode,
  day: Day,
  order: Parameters<typeof controlOf>[0],
): Promise<OrderLimit[]> {
  const facts = await factsOf(db, place, day)
  return against(planFor(getPacks(), facts, place, day), facts, controlOf(order))
}

/** Every kind at every scope it can have, with what the plan of the place and day says to it. */
export async function choicesOn(
  db: Db,
  place: PlaceCode,
  day: Day,
): Promise<{ tier: Plan['tier_name']; choices: OrderChoice[] }> {
  const facts = await factsOf(db, place, day)
  const plan = planFor(getPacks(), facts, place, day)
  const choices = orderKinds.flatMap((kind) => {
    const measure = plan.measures.find(({ allows }) => allows.includes(kind))
    return scopesOf(kind).map((scope): OrderChoice => {
      const at = { scope, building: null, unit: null, estate: null, group: null }
      const order = { kind, at, from: day, until: day, review_on: null, acts: [] }
      return {
        kind,
        scope,
        allowed_by: measure ? { words: measure.text, ...measure.source } : null,
        limits: against(plan, facts, controlOf(order)),
      }
    })
  })
  return { tier: plan.tier_name, choices }
}
