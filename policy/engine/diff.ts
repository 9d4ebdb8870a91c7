import {
  type EmergencyFunction,
  emergencyFunctions,
  type FactName,
  type Facts,
  type FactValue,
  facts as vocabulary,
  type Role,
  roles,
} from '../vocabulary.ts'
import type { Measure, Plan, Tier } from './answer.ts'
import type { Day } from './day.ts'
import { getFact } from './facts.ts'
import type { Packs } from './packs.ts'
import { planFor } from './plan.ts'

/** What starts and stops between two plans, by the measure's id; a function opens or closes with them. */
export interface PlanDiff {
  started: readonly Measure[]
  stopped: readonly Measure[]
  kept: readonly Measure[]
  opened: readonly EmergencyFunction[]
  closed: readonly EmergencyFunction[]
}

/** The to-do list of a change: measures to start, to stop and to keep (2020P: strategy follows the level of response and area). */
export function diffPlans(before: Plan, after: Plan): PlanDiff {
  const had = new Set(before.measures.map((measure) => measure.id))
  const has = new Set(after.measures.map((measure) => measure.id))
  const functions = Object.keys(emergencyFunctions) as EmergencyFunction[]
  return {
    started: after.measures.filter((measure) => !had.has(measure.id)),
    stopped: before.measures.filter((measure) => !has.has(measure.id)),
    kept: after.measures.filter((measure) => had.has(measure.id)),
    opened: functions.filter((name) => after.functions[name].open && !before.functions[name].open),
    closed: functions.filter((name) => before.functions[name].open && !after.functions[name].open),
  }
}

/** Whom and what a change asks for: how many measures begin and end for each post, and which of them live on goods. */
export interface ChangeNeeds {
  people: readonly { role: Role; started: number; stopped: number }[]
  goods: { started: readonly Measure[]; stopped: readonly Measure[] }
}

/** The people and goods behind what starts and stops (2020P 保障一: forces and supplies follow the level); posts in their fixed order. */
export function needsOf({ started, stopped }: Pick<PlanDiff, 'started' | 'stopped'>): ChangeNeeds {
  const count = (measures: readonly Measure[], role: Role) => measures.filter(({ who }) => who.includes(role)).length
  const withGoods = (measures: readonly Measure[]) =>
    measures.filter(({ evidence }) => evidence.some((name) => name.startsWith('supplies.')))
  return {
    people: (Object.keys(roles) as Role[])
      .filter((role) => role !== 'resident' && role !== 'proxy')
      .map((role) => ({ role, started: count(started, role), stopped: count(stopped, role) }))
      .filter((post) => post.started + post.stopped > 0),
    goods: { started: withGoods(started), stopped: withGoods(stopped) },
  }
}

/** A fact which, were it that value, would give another plan. */
export interface TurningFact {
  fact: FactName
  value: FactValue
  regime: string | null
  tier: Tier | null
  started: number
  stopped: number
}

/** Facts about a place that have a list of values: of each of them it can be asked what another value would change. */
const turningIn = (packs: Packs) =>
  [...Object.keys(vocabulary), ...Object.keys(packs.brought)].filter((name): name is FactName => {
    const { about, values } = getFact(name as FactName, packs.brought)
    return about === 'place' && typeof values !== 'string'
  })

/** Which single fact would change the plan, and to what; for the question 为什么？ on the plan page. */
export function whatWouldChange(packs: Packs, facts: Facts, place: string, day: Day): TurningFact[] {
  const now = planFor(packs, facts, place, day)
  return turningIn(packs).flatMap((fact) => {
    const { values } = getFact(fact, packs.brought)
    if (typeof values === 'string') return []
    return values
      .filter((value) => value !== facts[fact])
      .flatMap((value): TurningFact[] => {
        const then = planFor(packs, { ...facts, [fact]: value }, place, day)
        const { started, stopped } = diffPlans(now, then)
        if (started.length + stopped.length === 0 && then.tier === now.tier && then.regime === now.regime) return []
        return [{ fact, value, regime: then.regime, tier: then.tier, started: started.length, stopped: stopped.length }]
      })
  })
}

/** What starts and stops in many places when their facts change on one day. */
export interface ManyDiffs {
  planOf: (facts: Facts, place: string) => Plan
  diffOf: (before: Facts, after: Facts, place: string) => PlanDiff
}

/** Says facts as one text, the same for the same facts in any order; what is told of many places comes in few orders. */
function factsSayer(): (facts: Facts) => string {
  const inOrder = new Map<string, readonly FactName[]>()
  return (facts) => {
    const told = Object.keys(facts) as FactName[]
    const order = told.join(' ')
    const names = inOrder.get(order) ?? told.sort()
    if (inOrder.size < 100) inOrder.set(order, names)
    let text = ''
    for (const name of names) {
      const value = facts[name]
      if (value !== undefined) text += typeof value === 'number' ? `${name}=#${value}\n` : `${name}=${value}\n`
    }
    return text
  }
}

/** Plans and differences of many places on one day: places with the same facts under the same rules share the work. */
export function diffMany(packs: Packs, day: Day): ManyDiffs {
  const plans = new Map<string, Plan>()
  const diffs = new Map<string, PlanDiff>()
  const rulesAt = (place: string) => packs.scopeOf(place)
  const say = factsSayer()
  const shared = (facts: Facts, place: string, key: string) => {
    const known = plans.get(key) ?? planFor(packs, facts, place, day)
    plans.set(key, known)
    return known
  }
  return {
    planOf: (facts, place) => ({ ...shared(facts, place, `${rulesAt(place)} ${say(facts)}`), place }),
    diffOf: (before, after, place) => {
      const [rules, was, is] = [rulesAt(place), say(before), say(after)]
      const key = `${rules} ${was} ${is}`
      const known = diffs.get(key)
      if (known) return known
      const diff = diffPlans(shared(before, place, `${rules} ${was}`), shared(after, place, `${rules} ${is}`))
      diffs.set(key, diff)
      return diff
    },
  }
}
