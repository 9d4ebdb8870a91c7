import {
  type EmergencyFunction,
  emergencyFunctions,
  type FactName,
  type Facts,
  type FactValue,
  type PersonKind,
  personKinds,
} from '../vocabulary.ts'
import type { FunctionState, Limit, Measure, Plan, Reason, Right, Term, Tier, TierAnswer } from './answer.ts'
import { covers, type Day } from './day.ts'
import { type Packs, type ReadyLimit, type ReadyMeasure, type ReadyPack, type ReadyRight, sourceOf } from './packs.ts'
import { isOpen, type RuleSet, ruleSetFor } from './rule-set.ts'
import { termUnder } from './term.ts'
import { tierIn } from './tier.ts'
import { missingIn } from './when.ts'

const none: readonly never[] = []

const asMeasure = (rule: ReadyMeasure, pack: string, why: Reason): Measure => ({
  id: rule.id,
  pack,
  aspect: rule.aspect,
  strength: rule.strength,
  text: rule.text,
  who: rule.who,
  how_often: rule.how_often,
  evidence: rule.evidence,
  source: rule.source,
  rows: rule.rows ?? none,
  allows: rule.allows ?? none,
  why,
})

const asLimit = (rule: ReadyLimit, pack: string, why: Reason): Limit => ({
  id: rule.id,
  pack,
  text: rule.text,
  source: rule.source,
  rows: rule.rows ?? none,
  forbids: rule.forbids ?? none,
  grounds: rule.grounds ?? null,
  why,
})

const asRight = (rule: ReadyRight, pack: string, why: Reason): Right => ({
  id: rule.id,
  pack,
  text: rule.text,
  answers: rule.answers,
  source: rule.source,
  rows: rule.rows ?? none,
  why,
})

/** The rules of one kind that hold whichever of the possible situations is the right one, and the facts that keep others from being told. */
function holding<Rule extends ReadyMeasure | ReadyLimit | ReadyRight, Item>(
  set: RuleSet,
  situations: readonly Facts[],
  rulesOf: (ready: ReadyPack) => readonly Rule[],
  say: (rule: Rule, pack: string, why: Reason) => Item,
): { items: Item[]; missing: FactName[] } {
  const items: Item[] = []
  const missing = new Set<FactName>()
  for (const { ready, at } of set.used) {
    for (const rule of rulesOf(ready)) {
      if (!covers(rule, at)) continue
      const reasons = situations.map((situation) => rule.condition(situation))
      const [first] = reasons
      if (first && reasons.every((reason) => reason.holds === 'yes')) items.push(say(rule, ready.pack.id, first))
      for (const reason of reasons) if (reason.holds === 'unknown') for (const fact of missingIn(reason)) missing.add(fact)
    }
  }
  return { items, missing: [...missing] }
}

const measuresIn = (set: RuleSet, situations: readonly Facts[]) => holding(set, situations, ({ measures }) => measures, asMeasure)

function functionsOf(set: RuleSet): Plan['functions'] {
  const open = [...set.used.map(({ ready }) => ready), ...set.named]
  const stateOf = (name: EmergencyFunction): FunctionState => {
    const words = emergencyFunctions[name]
    for (const { pack } of open) {
      const rule = pack.opens?.find((each) => each.function === name)
      if (!rule) continue
      const why = { zh: `${words.zh}开放：${pack.title.zh}`, en: `${words.en} is open: ${pack.title.en}` }
      return { open: true, why, source: sourceOf(pack, rule.source) }
    }
    const closing = set.regime?.pack.closes?.find((each) => each.function === name)
    return {
      open: false,
      why: {
        zh: `${words.zh}没有开放：现在没有生效的应急命令`,
        en: `${words.en} is closed: no response that opens it is in force`,
      },
      source: closing && set.regime ? sourceOf(set.regime.pack, closing.source) : null,
    }
  }
  const names = Object.keys(emergencyFunctions) as EmergencyFunction[]
  return Object.fromEntries(names.map((name) => [name, stateOf(name)])) as Record<EmergencyFunction, FunctionState>
}

function termsIn(packs: Packs, set: RuleSet, facts: Facts, place: string): Term[] {
  const kinds = Object.keys(personKinds) as PersonKind[]
  return kinds.map((kind) => termUnder(packs, set, { kind, place, facts })).filter((term) => term.rule !== null)
}

function possibleTiers(axes: TierAnswer | null): readonly (Tier | undefined)[] {
  if (!axes) return [undefined]
  if (axes.tier) return [axes.tier]
  if (axes.choice === 'needed') return [axes.level.tier ?? undefined, axes.class.tier ?? undefined]
  return axes.missing.length > 0 ? ['low', 'medium', 'high'] : [undefined]
}

/** The level of the area: that of the smaller area where it has one, else that of the county; the tiers of the regime say from when. */
function levelOf(facts: Facts, axes: TierAnswer | null): { fact: FactName; value: FactValue | null } {
  if (axes && axes.level.fact !== 'community.class') return axes.level
  const told = facts['area.risk'] !== undefined && facts['area.risk'] !== 'none' ? 'area.risk' : 'county.risk'
  return { fact: told, value: facts[told] ?? null }
}

/**
 * What must be done at a place on a day, what may, and what must not, with the source of each item. The facts given decide;
 * those that are unknown and would change the plan stand in `missing`. Without an open response the rules of the day apply.
 */
export function planFor(packs: Packs, facts: Facts, place: string, day: Day): Plan {
  const set = ruleSetFor(packs, facts, place, day)
  const regime = set.regime?.pack
  const axes = regime?.tiers ? tierIn(regime.tiers, facts, set.regime_at) : null
  const level = levelOf(facts, axes)
  const tiers = possibleTiers(axes)
  const known: Facts = {
    ...facts,
    response: isOpen(facts) ? 'open' : 'none',
    ...(level.value !== null && { level: level.value }),
  }
  const inTier = (tier: Tier | undefined): Facts => (tier ? { ...known, tier } : known)
  const situations = tiers.map(inTier)
  const measures = measuresIn(set, situations)
  const limits = holding(set, situations, (ready) => ready.limits, asLimit)
  const rights = holding(set, situations, (ready) => ready.rights, asRight)
  const asked = [...measures.missing, ...limits.missing, ...rights.missing]
    .filter((fact) => fact !== 'tier')
    .map((fact) => (fact === 'level' ? level.fact : fact))
  const tierWords = regime?.tiers?.list.find((tier) => tier.id === axes?.tier)
  const functions = functionsOf(set)
  const packages = axes?.choice === 'needed' ? (regime?.tiers?.list ?? []).filter((tier) => tiers.includes(tier.id)) : []
  return {
    place,
    day,
    regime: regime?.id ?? null,
    regime_name: regime?.title ?? { zh: '当天没有已收录的规则', en: 'no pack covers this day' },
    rules: set.used.map(({ ready, at }) => ({ pack: ready.pack.id, at, title: ready.pack.title, short: ready.pack.short })),
    tier: axes?.tier ?? null,
    tier_name: tierWords?.name ?? null,
    axes,
    choice: axes && {
      needed: axes.choice === 'needed',
      packages: packages.map((tier) => ({
        tier: tier.id,
        name: tier.name,
        strategy: tier.strategy,
        measures: measuresIn(set, [inTier(tier.id)]).items,
      })),
    },
    strategy: tierWords?.strategy ?? regime?.strategy?.text ?? null,
    follows: tierWords?.follows ?? null,
    turns: regime?.turns?.map((turn) => ({ ...turn, source: sourceOf(regime, turn.source), rows: turn.rows ?? none })) ?? none,
    measures: measures.items,
    limits: limits.items,
    rights: rights.items,
    terms: functions.observation.open ? termsIn(packs, set, known, place) : [],
    functions,
    missing: [...new Set([...set.missing, ...(axes?.missing ?? []), ...asked])],
    why: [{ holds: 'yes', text: set.why }, ...(axes ? [axes.why] : [])],
  }
}
