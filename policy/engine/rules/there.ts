import type { Facts, Subject } from '../../vocabulary.ts'
import type { Limit, Line, Measure, Reason, Right } from '../answer.ts'
import { covers, type Day } from '../day.ts'
import {
  type Packs,
  reaches,
  type ReadyLimit,
  type ReadyLine,
  type ReadyMeasure,
  type ReadyPack,
  type ReadyRight,
} from '../packs.ts'
import { keptWith } from '../library/kept.ts'
import type { RuleSet } from '../rule-set.ts'
import { findNumber, rhythmBy } from '../setting.ts'
import type { Condition } from '../when.ts'

const none: readonly never[] = []

/** What rules of one kind say together; the same reasons and settings give the same object while it is kept. */
export interface Said<Item> {
  readonly items: readonly Item[]
  /** Whether rules about something else may say one of them too. */
  readonly isAnyAlike: boolean
}

/** Rules of one kind as plans ask them: each of their conditions once, and what they say by the reasons of those that hold. */
export interface Asked<Item> {
  readonly conditions: readonly Condition[]
  /** `whys`: the reason of each condition that holds, in their order. */
  readonly sayAll: (whys: readonly (Reason | undefined)[], settings: string | undefined) => Said<Item>
}
/** What one rule says where its condition holds for a reason. */
type Say<Item> = (why: Reason, settings: string | undefined) => Item

/** The rules of a pack that is read at a day for a place, laid out by kind; what facts decide is left open. */
export interface RulesThere {
  readonly measures: Asked<Measure>
  readonly limits: Asked<Limit>
  readonly rights: Asked<Right>
  readonly lines: Asked<Line>
}

/** Where a rule comes from: its pack, the day at which that is read, and what it is about. */
interface Origin {
  readonly pack: string
  readonly at: Day
  readonly subject: Subject | null
}

const limitOf = (rule: ReadyLimit, { pack, subject }: Origin): Omit<Limit, 'why'> => ({
  ...{ id: rule.id, pack, subject, also: none, text: rule.text, source: rule.source, rows: rule.rows ?? none },
  ...{ forbids: rule.forbids ?? none, grounds: rule.grounds ?? null, yields_to: rule.yields_to ?? none },
})

const rightOf = (rule: ReadyRight, { pack, subject }: Origin): Omit<Right, 'why'> => ({
  ...{ id: rule.id, pack, subject, also: none, text: rule.text, answers: rule.answers, source: rule.source },
  rows: rule.rows ?? none,
})

const lineOf = (rule: ReadyLine, { pack, subject }: Origin): Omit<Line, 'why'> => ({
  ...{ name: rule.id, pack, subject, words: rule.words, unit: rule.unit ?? null, counts: rule.counts, source: rule.source },
})

const measureOf = (rule: ReadyMeasure, { pack, subject }: Origin): Omit<Measure, 'why' | 'how_often' | 'figure'> => ({
  ...{ id: rule.id, pack, subject, also: none, aspect: rule.aspect, strength: rule.strength, text: rule.text, who: rule.who },
  ...{ evidence: rule.evidence, source: rule.source, rows: rule.rows ?? none },
  ...{ allows: rule.allows ?? none, facilities: rule.facilities ?? null, yields_to: rule.yields_to ?? none },
})

/** So many items of a rule are kept, by their reasons: plan after plan says the same. */
const mostKept = 6

function saidWith<Item extends { why: Reason }>(base: Omit<Item, 'why'>): Say<Item> {
  const kept = new Map<Reason, Item>()
  return (why) => {
    const before = kept.get(why)
    if (before) return before
    const item = { ...base, why } as Item
    if (kept.size < mostKept) kept.set(why, item)
    return item
  }
}

function measureWith(packs: Packs, place: string, rule: ReadyMeasure, origin: Origin): Say<Measure> {
  const base = measureOf(rule, origin)
  const withNumbers = (settings: string | undefined): Say<Measure> => {
    const facts: Facts = settings === undefined ? {} : { settings }
    const rhythm = rhythmBy(rule.how_often, (name) => findNumber(packs, name, place, origin.at, facts))
    return saidWith<Measure>({ ...base, ...rhythm })
  }
  const isFixed = !Object.values(rule.how_often).some((number) => typeof number === 'object')
  const proposed = withNumbers(undefined)
  if (isFixed) return proposed
  let chosen: { readonly settings: string; readonly say: Say<Measure> } | undefined
  return (why, settings) => {
    if (settings === undefined) return proposed(why, settings)
    if (chosen?.settings !== settings) chosen = { settings, say: withNumbers(settings) }
    return chosen.say(why, settings)
  }
}

interface Saying<Item> {
  /** Which of the conditions is that of the rule. */
  readonly nth: number
  readonly isAlike: boolean
  readonly say: Say<Item>
}

interface KeptSaid<Item> extends Said<Item> {
  readonly whys: readonly (Reason | undefined)[]
  readonly settings: string | undefined
}

/** So many answers of the rules of a pack are kept: places differ in few facts that one pack asks. */
const mostSaid = 8

function sayingAll<Item>(rules: readonly Saying<Item>[]): Asked<Item>['sayAll'] {
  let kept: readonly KeptSaid<Item>[] = []
  return (whys, settings) => {
    const before = kept.find((one) => one.settings === settings && one.whys.every((why, nth) => why === whys[nth]))
    if (before) return before
    const holding = rules.filter(({ nth }) => whys[nth] !== undefined)
    const items = holding.map(({ nth, say }) => say(whys[nth] as Reason, settings))
    const said = { items, isAnyAlike: holding.some(({ isAlike }) => isAlike), whys, settings }
    kept = [said, ...kept.slice(0, mostSaid - 1)]
    return said
  }
}

const isSaidElsewhere = (rule: object, { said_alike: alike }: Packs) =>
  'text' in rule && alike.has((rule.text as { zh: string }).zh)

function layOut(packs: Packs, ready: ReadyPack, at: Day, place: string, about: Subject | null): RulesThere {
  const origin = { pack: ready.pack.id, at, subject: about }
  const asked = <Rule extends { condition: Condition; place?: readonly string[]; from?: Day; until?: Day }, Item>(
    rules: readonly Rule[],
    sayOf: (rule: Rule) => Say<Item>,
  ): Asked<Item> => {
    const nths = new Map<Condition, number>()
    const nthOf = (condition: Condition) => {
      const nth = nths.get(condition) ?? nths.size
      nths.set(condition, nth)
      return nth
    }
    const there = rules
      .filter((rule) => covers(rule, at) && reaches(rule, place))
      .map((rule) => ({ nth: nthOf(rule.condition), isAlike: isSaidElsewhere(rule, packs), say: sayOf(rule) }))
    return { conditions: [...nths.keys()], sayAll: sayingAll(there) }
  }
  return {
    measures: asked(ready.measures, (rule) => measureWith(packs, place, rule, origin)),
    limits: asked(ready.limits, (rule) => saidWith<Limit>(limitOf(rule, origin))),
    rights: asked(ready.rights, (rule) => saidWith<Right>(rightOf(rule, origin))),
    lines: asked(ready.lines, (rule) => saidWith<Line>(lineOf(rule, origin))),
  }
}

const laidOut = keptWith<ReadyPack, RulesThere>(16)
const ofSets = new WeakMap<RuleSet, { readonly own: readonly RulesThere[]; readonly laws: readonly RulesThere[] }>()

/** The rules of a set as they are asked at the places of its scope, pack by pack: those about its subject, and laws. */
export function rulesThere(
  packs: Packs,
  set: RuleSet,
  place: string,
): { own: readonly RulesThere[]; laws: readonly RulesThere[] } {
  const known = ofSets.get(set)
  if (known) return known
  const scope = packs.scopeOf(place)
  const layAll = (used: RuleSet['used'], about: Subject | null) =>
    used.map(({ ready, at }) => laidOut(ready, `${at} ${scope}`, () => layOut(packs, ready, at, place, about)))
  const isLaw = ({ ready }: RuleSet['used'][number]) => ready.pack.is === 'law'
  const there = {
    own: layAll(
      set.used.filter((one) => !isLaw(one)),
      set.subject,
    ),
    laws: layAll(set.used.filter(isLaw), null),
  }
  ofSets.set(set, there)
  return there
}
