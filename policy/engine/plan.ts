import {
  type EmergencyFunction,
  emergencyFunctions,
  type FactName,
  type Facts,
  type FactValue,
  firstSubject,
  isOwnName,
  type PersonKind,
  personKinds,
  type Subject,
} from '../vocabulary.ts'
import type { FunctionState, Limit, Plan, Term, Tier, TierAnswer } from './answer.ts'
import { covers, type Day } from './day.ts'
import { limitsBeside, limitsIn, linesIn, measuresIn, type Part, rightsIn } from './rules/holding.ts'
import { rulesThere } from './rules/there.ts'
import { type Packs, type ReadyPack, sourceOf, subjectOf } from './packs.ts'
import type { Tiers } from './pack/schema.ts'
import { isOpen, isOpenFor, type RuleSet, ruleSetFor, subjectsAt, tieredIn } from './rule-set.ts'
import { calendarFacts } from './rules/season.ts'
import { termUnder } from './term.ts'
import { tierIn } from './tier.ts'

const none: readonly never[] = []

interface Opening {
  readonly set: RuleSet
  /** Whether a response about the subject of the set is open. */
  readonly isOpen: boolean
}

/**
 * Who may open the emergency functions: whatever rules an open response uses. Without one only the regime of the whole country does,
 * and only on days when no rules close the function: a notice of a narrower place opens nothing by being in force (R-LAW-1).
 */
function stateOf(name: EmergencyFunction, openings: readonly Opening[]): FunctionState {
  const sets = openings.map(({ set }) => set)
  const closes = (name: EmergencyFunction) => (ready: ReadyPack) => ready.pack.closes?.some((each) => each.function === name)
  const openersOf = ({ set: { used, named, regime, by }, isOpen }: Opening, name: EmergencyFunction): readonly ReadyPack[] => {
    if (isOpen) return [...used.map(({ ready }) => ready), ...named]
    const isClosed = sets.some((set) => set.used.some(({ ready }) => closes(name)(ready)))
    return by === 'day' && regime?.pack.place === '' && !isClosed ? [regime] : []
  }
  const words = emergencyFunctions[name]
  for (const { pack } of openings.flatMap((one) => openersOf(one, name))) {
    const rule = pack.opens?.find((each) => each.function === name)
    if (!rule) continue
    const why = { zh: `${words.zh}开放：${pack.title.zh}`, en: `${words.en} is open: ${pack.title.en}` }
    return { open: true, why, source: sourceOf(pack, rule.source) }
  }
  const closing = sets.flatMap(({ regime }) => {
    const rule = regime?.pack.closes?.find((each) => each.function === name)
    return regime && rule ? [sourceOf(regime.pack, rule.source)] : []
  })
  return {
    open: false,
    why: {
      zh: `${words.zh}没有开放：现在没有生效的应急命令`,
      en: `${words.en} is closed: no response that opens it is in force`,
    },
    source: closing[0] ?? null,
  }
}

const functionNames = Object.keys(emergencyFunctions) as EmergencyFunction[]
const functionsOf = (openings: readonly Opening[]) =>
  Object.fromEntries(functionNames.map((name) => [name, stateOf(name, openings)])) as Plan['functions']

function termsIn(packs: Packs, set: RuleSet, facts: Facts, place: string): Term[] {
  const brought = [...packs.kinds].filter(([, { subject }]) => subject === set.subject).map(([kind]) => kind)
  const kinds: PersonKind[] = [...(Object.keys(personKinds) as PersonKind[]), ...brought]
  return kinds.map((kind) => termUnder(packs, set, { kind, place, facts })).filter((term) => term.rule !== null)
}

function possibleTiers(axes: TierAnswer | null, tiers: Tiers | undefined, at: Day): readonly (Tier | undefined)[] {
  if (!axes || !tiers) return [undefined]
  if (axes.tier) return [axes.tier]
  if (axes.choice === 'needed') return [...new Set(axes.axes.flatMap(({ tier }) => tier ?? []))]
  return axes.missing.length > 0 ? tiers.list.filter((tier) => covers(tier, at)).map(({ id }) => id) : [undefined]
}

/** The level of the area: that of the smaller area where it has one, else that of the county; the tiers of the regime say from when. */
function levelOf(facts: Facts, axes: TierAnswer | null, subject: Subject): { fact: FactName; value: FactValue | null } {
  // The level of an area is about what all began with; what another notice grades are axes of its own.
  if (subject !== firstSubject || (axes && isOwnName(axes.level.fact))) return { fact: 'county.risk', value: null }
  if (axes && axes.level.fact !== 'community.class') return axes.level
  const told = facts['area.risk'] !== undefined && facts['area.risk'] !== 'none' ? 'area.risk' : 'county.risk'
  return { fact: told, value: facts[told] ?? null }
}

/** The rules about one subject as they stand at a place: its tier, what may be the situation there, and what is known of it. */
function standingOf(packs: Packs, facts: Facts, place: string, day: Day, subject: Subject) {
  const set = ruleSetFor(packs, facts, place, day, subject)
  const tiered = tieredIn(set)
  const tiersOf = tiered?.ready.pack.tiers
  const pack = tiered?.ready.pack.id ?? ''
  const axes = tiered && tiersOf ? tierIn(packs, { id: pack, tiers: tiersOf }, facts, tiered.at) : null
  const level = levelOf(facts, axes, subject)
  const tiers = possibleTiers(axes, tiersOf, tiered?.at ?? set.regime_at)
  const known: Facts = {
    ...facts,
    ...calendarFacts(day),
    response: isOpenFor(packs, facts, subject) ? 'open' : 'none',
    ...(level.value !== null && { level: level.value }),
  }
  const within = (tier: Tier | undefined): Facts => (tier ? { ...known, tier } : known)
  const nth = tiersOf?.list.findIndex(({ id }) => id === axes?.tier) ?? -1
  const standing = nth < 0 ? null : { nth: nth + 1, of: tiersOf?.list.length ?? 0 }
  return { subject, set, axes, level, tiers, known, within, tiersOf, tier: tiersOf?.list[nth], nth: standing }
}

/**
 * Whether a response that names terms, and no regime, brings back what a limit of the regime of the day forbids: nobody is isolated
 * by the one and kept from it by the other.
 */
const isOverruled = ({ pack, forbids }: Limit, { named, regime }: RuleSet) =>
  pack === regime?.pack.id &&
  forbids.includes('observation') &&
  named.some((one) => one.pack.is === 'terms') &&
  !named.some((one) => one.pack.is === 'regime')

const isLaw = ({ ready }: RuleSet['used'][number]) => ready.pack.is === 'law'

/**
 * What must be done at a place on a day, what may, and what must not, with the source of each item and what it is about. The facts
 * given decide; those that are unknown and would change the plan stand in `missing`. Without an open response the rules of the day
 * apply. Rules of each subject are asked by themselves: a response about one leaves what holds about another as it is.
 */
export function planFor(packs: Packs, facts: Facts, place: string, day: Day): Plan {
  const lead = standingOf(packs, facts, place, day, firstSubject)
  const standings = subjectsAt(packs, facts, place, day).map((subject) =>
    subject === firstSubject ? lead : standingOf(packs, facts, place, day, subject),
  )
  const { set, axes, level, tiers, tier, tiersOf } = lead
  const regime = set.regime?.pack
  const partOf = (of: typeof lead, situations: readonly Facts[]): Part => ({
    there: rulesThere(packs, of.set, place).own,
    situations,
  })
  const overall = isOpen(facts) ? 'open' : 'none'
  const laws: Part = {
    there: rulesThere(packs, set, place).laws,
    situations: tiers.map(lead.within).map((situation) => ({ ...situation, response: overall })),
  }
  const parts = [...standings.map((one) => partOf(one, one.tiers.map(one.within))), laws]
  const settings = facts.settings === undefined ? undefined : String(facts.settings)
  const [measures, limits] = [measuresIn(parts, settings), limitsIn(parts)]
  const [rights, lines] = [rightsIn(parts), linesIn(parts)]
  const asked = [...measures.missing, ...limits.missing, ...rights.missing, ...lines.missing]
    .filter((fact) => fact !== 'tier')
    .map((fact) => (fact === 'level' ? level.fact : fact))
  const opening = (one: typeof lead) => ({ set: one.set, isOpen: one.known.response === 'open' })
  const functions = functionsOf(standings.map(opening))
  const packages = axes?.choice === 'needed' ? (tiersOf?.list ?? []).filter(({ id }) => tiers.includes(id)) : []
  const rules = standings.flatMap((one) =>
    one.set.used.map(({ ready: { pack }, at }) => ({ pack, at, subject: subjectOf(pack) })),
  )
  const observed = standings.filter((one) => stateOf('observation', [opening(one)]).open)
  return {
    place,
    day,
    regime: regime?.id ?? null,
    regime_name: regime?.title ?? { zh: '当天没有已收录的规则', en: 'no pack covers this day' },
    subjects: standings
      .filter((one) => one.set.used.some((used) => !isLaw(used)))
      .map((one) => ({
        subject: one.subject,
        open: one.known.response === 'open',
        regime: one.set.regime?.pack.id ?? null,
        regime_name: one.set.regime?.pack.title ?? null,
        tier: one.axes?.tier ?? null,
        tier_name: one.tier?.name ?? null,
        tier_nth: one.nth,
        strategy: one.tier?.strategy ?? one.set.regime?.pack.strategy?.text ?? null,
        axes: one.axes,
      })),
    rules: rules
      .filter(({ pack }, nth) => rules.findIndex((one) => one.pack === pack) === nth)
      .map(({ pack, at, subject }) => ({ pack: pack.id, at, title: pack.title, short: pack.short, subject })),
    tier: axes?.tier ?? null,
    tier_name: tier?.name ?? null,
    axes,
    choice: axes && {
      needed: axes.choice === 'needed',
      packages: packages.map((one) => ({
        tier: one.id,
        name: one.name,
        strategy: one.strategy,
        measures: measuresIn([partOf(lead, [lead.within(one.id)]), laws], settings).items,
      })),
    },
    strategy: tier?.strategy ?? regime?.strategy?.text ?? null,
    follows: tier?.follows ?? null,
    turns: regime?.turns?.map((turn) => ({ ...turn, source: sourceOf(regime, turn.source), rows: turn.rows ?? none })) ?? none,
    measures: measures.items,
    limits: limitsBeside(limits.items, measures.items).filter((limit) => !standings.some((one) => isOverruled(limit, one.set))),
    rights: rights.items,
    lines: lines.items,
    terms: observed.flatMap((one) => termsIn(packs, one.set, one.known, place)),
    functions,
    missing: [...new Set([...standings.flatMap((one) => [...one.set.missing, ...(one.axes?.missing ?? [])]), ...asked])],
    why: standings.flatMap((one) => [
      ...(one === lead || one.set.by === 'response' ? [{ holds: 'yes' as const, text: one.set.why }] : []),
      ...(one.axes ? [one.axes.why] : []),
    ]),
  }
}
