import type { OwnMeasure } from '@wangdi/domain/plan/details/details.ts'
import { beyondOf, controlsOf } from '@wangdi/domain/plan/details/details.rules.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Plan } from '@wangdi/policy/engine/answer.ts'
import { overControl } from '@wangdi/policy/engine/controls/over-control.ts'
import type { Facts } from '@wangdi/policy/vocabulary.ts'
import type { Db } from '../../platform/db.ts'
import { getPacks } from '../../platform/packs.ts'
import { listOwn } from './details.queries.ts'

/** What of the rules of a plan a measure crosses, in one sentence; null where it crosses none. */
export const beyondIn = (plan: Plan, facts: Facts, measure: Parameters<typeof controlsOf>[0]) =>
  beyondOf(overControl(getPacks(), plan, facts, controlsOf(measure)))

/** The measures of its own of a community, each compared with the rules of the day: what was lawful may no longer be. */
export async function ownMeasuresOf(db: Db, community: PlaceCode, day: Day, plan: Plan, facts: Facts): Promise<OwnMeasure[]> {
  return (await listOwn(db, community, day)).map(({ by_account: _, reach, days, order_number, ...own }) => ({
    ...own,
    beyond: beyondIn(plan, facts, { text: own.text, restriction: own.restriction, reach, days, order_number }),
  }))
}
