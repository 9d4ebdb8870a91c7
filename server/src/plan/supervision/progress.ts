import type { Evidence, ItemState } from '@wangdi/domain/plan/plan.ts'
import { stateOfMeasure, wordOn } from '@wangdi/domain/plan/plan.rules.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import { planFor } from '@wangdi/policy/engine/plan.ts'
import type { EvidenceName } from '@wangdi/policy/vocabulary.ts'
import type { Db } from '../../platform/db.ts'
import { getPacks } from '../../platform/packs.ts'
import { factsOf, openFunctions } from '../../regimes/index.ts'
import { listStatements } from '../evidence.queries.ts'
import { namesOf, recordsOf } from '../evidence.ts'
import { isKept } from '../registers/registers.ts'

/** How far a community is with today's plan: its measures by state, and what the records say. */
export interface Progress {
  readonly measures: Readonly<Record<Exclude<ItemState, 'no-register'>, number>>
  readonly evidence: ReadonlyMap<EvidenceName, Evidence>
}

/** Counts the measures of a community's plan by state, from the same records as its own plan page. */
export async function progressOf(db: Db, community: PlaceCode, day: Day, now: Date): Promise<Progress> {
  const plan = planFor(getPacks(), await factsOf(db, community, day), community, day)
  const { evidence } = await recordsOf(db, community, day, now, new Set(await openFunctions(db, community, day)), namesOf(plan))
  const statements = await listStatements(db, community, day)
  const measures = { done: 0, part: 0, not: 0, unknown: 0, nothing: 0 }
  for (const measure of plan.measures) {
    const own = measure.evidence.flatMap((name) => evidence.get(name) ?? [])
    const statement = wordOn(measure, { measures: plan.measures, statements }, own, day)
    const state = stateOfMeasure(own, statement, measure.evidence.some(isKept))
    // Without a register or without a record, nobody knows: one figure.
    measures[state === 'no-register' ? 'unknown' : state] += 1
  }
  return { measures, evidence }
}
