import type { Measure, Plan, Source } from '@wangdi/policy/engine/answer.ts'
import { askControls } from '@wangdi/policy/engine/controls/over-control.ts'
import type { Packs } from '@wangdi/policy/engine/packs.ts'
import { type FacilityClass, type FacilityState, facilityClasses, facilityStates } from '@wangdi/policy/facilities.ts'
import type { FactName, Facts, Words } from '@wangdi/policy/vocabulary.ts'

const fromMildest = Object.keys(facilityStates) as FacilityState[]
const strictness = (state: FacilityState): number => fromMildest.indexOf(state)
const strictest = (states: readonly FacilityState[]): FacilityState | undefined =>
  [...states].sort((a, b) => strictness(b) - strictness(a))[0]

/** Whether a facility is of a kind that clauses name. */
export const isFacilityClass = (kind: unknown): kind is FacilityClass =>
  typeof kind === 'string' && Object.hasOwn(facilityClasses, kind)

/** A rule in force that speaks of a facility: what it asks of it, where that stands, and under which tier. */
export interface FacilityRule {
  readonly id: string
  readonly pack: string
  readonly text: Words
  readonly source: Source
  readonly tier: Words | null
}

/** What the rules in force ask of facilities of a kind: the state proposed, and all states that fit what they ask. */
export interface FacilityAsked {
  readonly proposed: FacilityState
  readonly fits: readonly FacilityState[]
  readonly rules: readonly FacilityRule[]
}

// What may be done asks nothing.
const asks = (measures: readonly Measure[], kind: FacilityClass) =>
  measures.filter(({ strength, facilities }) => strength !== 'may' && (facilities?.of.includes(kind) ?? false))

function ruleOf({ subjects }: Plan, { id, pack, text, source, subject }: Measure): FacilityRule {
  return { id, pack, text, source, tier: subjects.find((one) => one.subject === subject)?.tier_name ?? null }
}

/**
 * What the plan of a place and day asks of its facilities of a kind; null where no rule in force speaks of them. Where several do,
 * the strictest state that any of them asks is proposed, and each state fits that one of them leaves and none of them is stricter than.
 */
export function facilityAsked(plan: Plan, kind: FacilityClass): FacilityAsked | null {
  const rules = asks(plan.measures, kind)
  const said = rules.flatMap(({ facilities }) => (facilities ? [facilities] : []))
  const proposed = strictest(said.map(({ state }) => state))
  if (!proposed) return null
  const mildest = said.map(({ state, or = state }) => Math.min(strictness(state), strictness(or)))
  const least = Math.max(...mildest)
  const left = new Set(said.flatMap(({ state, or = state }) => [state, or]))
  return {
    proposed,
    fits: fromMildest.filter((state) => left.has(state) && strictness(state) >= least),
    rules: rules.map((rule) => ruleOf(plan, rule)),
  }
}

/**
 * How the state of a facility stands to the rules in force: `as-asked` · `differs`: they ask another · `allowed`: none asks that it is shut, but
 * one lets it be · `kept-shut`: it is shut or limited, and nothing in force says so (any more) · `undecided`: facts are missing on which that depends ·
 * `unsaid`: it is open and no rule speaks of it.
 */
export const facilityStandings = ['as-asked', 'differs', 'allowed', 'kept-shut', 'undecided', 'unsaid'] as const
export type FacilityStanding = (typeof facilityStandings)[number]

/** Which rules a response follows, and level, class and zone of a place, decide its rules for facilities. */
const deciding: readonly FactName[] = [
  'response.rules',
  'county.risk',
  'area.risk',
  'area.zone',
  'community.class',
  'tier.choice',
]

const isUndecided = (plan: Plan): boolean => plan.choice?.needed === true || plan.missing.some((fact) => deciding.includes(fact))

/**
 * How the state of a facility stands to the plan of its place and day, and to what that asks of its kind. What the rules known
 * to hold ask counts already while facts are missing; that nothing is asked is said only where none is.
 */
export function facilityStanding(plan: Plan, asked: FacilityAsked | null, own: FacilityState): FacilityStanding {
  if (asked) return asked.fits.includes(own) ? 'as-asked' : 'differs'
  if (isUndecided(plan)) return 'undecided'
  if (own === 'open') return 'unsaid'
  return plan.measures.some(({ allows }) => allows.includes('facility-closure')) ? 'allowed' : 'kept-shut'
}

/** The limit in force that a shut facility crosses, with where it stands; null where it crosses none. */
export interface FacilityCrossed {
  readonly limit: Words
  readonly source: Source | null
}

/**
 * The limit that shutting a facility of a place goes beyond on its day. It was shut on a basis that somebody gave, so that the want of an order
 * is not asked here: who gave it, and whether that is an order, a person judges.
 */
export function facilityCrossed(packs: Packs, plan: Plan, facts: Facts): FacilityCrossed | null {
  const [found] = askControls(packs, plan, facts, [{ kind: 'facility-closure', scope: 'unit', order: true }]).findings
  return found ? { limit: found.limit, source: found.source } : null
}
