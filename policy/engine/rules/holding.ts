import type { FactName, Facts, Subject } from '../../vocabulary.ts'
import type { Limit, Line, Measure, Reason, Right, Setting } from '../answer.ts'
import { covers, type Day } from '../day.ts'
import { reaches, type ReadyLimit, type ReadyLine, type ReadyMeasure, type ReadyPack, type ReadyRight } from '../packs.ts'
import type { RuleSet } from '../rule-set.ts'
import { rhythmBy } from '../setting.ts'
import { missingIn } from '../when.ts'

const none: readonly never[] = []

/** Where a rule comes from: its pack, the day at which that is read, and what it is about. */
interface Origin {
  readonly pack: string
  readonly at: Day
  readonly subject: Subject | null
}

/** A number of the rules as it stands at the place on the day at which a pack is read. */
export type FigureOn = (name: string, day: Day) => Setting<number> | undefined

const asMeasure = (rule: ReadyMeasure, { pack, subject, at }: Origin, why: Reason, figureOn: FigureOn): Measure => ({
  id: rule.id,
  pack,
  subject,
  also: none,
  aspect: rule.aspect,
  strength: rule.strength,
  text: rule.text,
  who: rule.who,
  ...rhythmBy(rule.how_often, (name) => figureOn(name, at)),
  evidence: rule.evidence,
  source: rule.source,
  rows: rule.rows ?? none,
  allows: rule.allows ?? none,
  yields_to: rule.yields_to ?? none,
  why,
})

const asLimit = (rule: ReadyLimit, { pack, subject }: Origin, why: Reason): Limit => ({
  id: rule.id,
  pack,
  subject,
  also: none,
  text: rule.text,
  source: rule.source,
  rows: rule.rows ?? none,
  forbids: rule.forbids ?? none,
  grounds: rule.grounds ?? null,
  yields_to: rule.yields_to ?? none,
  why,
})

const asRight = (rule: ReadyRight, { pack, subject }: Origin, why: Reason): Right => ({
  id: rule.id,
  pack,
  subject,
  also: none,
  text: rule.text,
  answers: rule.answers,
  source: rule.source,
  rows: rule.rows ?? none,
  why,
})

const asLine = (rule: ReadyLine, { pack, subject }: Origin, why: Reason): Line => ({
  name: rule.id,
  pack,
  subject,
  words: rule.words,
  unit: rule.unit ?? null,
  counts: rule.counts,
  source: rule.source,
  why,
})

/** Rules that are asked together: those about one subject, or laws, and the situations that may be the right one. */
export interface Part {
  readonly used: RuleSet['used']
  readonly place: string
  readonly subject: Subject | null
  readonly situations: readonly Facts[]
}

/** The rules of one kind that hold whichever of the possible situations is the right one, and the facts that keep others from being told. */
function holding<Rule extends ReadyMeasure | ReadyLimit | ReadyRight | ReadyLine, Item>(
  parts: readonly Part[],
  rulesOf: (ready: ReadyPack) => readonly Rule[],
  say: (rule: Rule, from: Origin, why: Reason) => Item,
): Held<Item> {
  const items: Item[] = []
  const missing = new Set<FactName>()
  for (const { used, subject, place, situations } of parts) {
    for (const { ready, at } of used) {
      for (const rule of rulesOf(ready)) {
        if (!covers(rule, at) || !reaches(rule, place)) continue
        const reasons = situations.map((situation) => rule.condition(situation))
        const [first] = reasons
        if (first && reasons.every((reason) => reason.holds === 'yes'))
          items.push(say(rule, { pack: ready.pack.id, at, subject }, first))
        for (const reason of reasons) if (reason.holds === 'unknown') for (const fact of missingIn(reason)) missing.add(fact)
      }
    }
  }
  return { items, missing: [...missing] }
}

interface Held<Item> {
  readonly items: readonly Item[]
  readonly missing: readonly FactName[]
}

/** What rules about several subjects ask alike stands once, with whoever else asks it; what differs in anything stands twice. */
function once<Item extends Measure | Limit | Right>({ items, missing }: Held<Item>, alike: (item: Item) => unknown): Held<Item> {
  const all: Item[] = []
  // Few rules share their words: only those are compared in the rest.
  const byWords = new Map<string, number[]>()
  const isAlike = (item: Item) => (nth: number) => {
    const other = all[nth]
    return other && other.subject !== item.subject && JSON.stringify(alike(other)) === JSON.stringify(alike(item))
  }
  for (const item of items) {
    const known = byWords.get(item.text.zh) ?? []
    const nth = known.filter(isAlike(item)).at(-1)
    const first = nth === undefined ? undefined : all[nth]
    if (nth === undefined || !first) {
      byWords.set(item.text.zh, [...known, all.push(item) - 1])
      continue
    }
    all[nth] = { ...first, also: [...first.also, { id: item.id, pack: item.pack, subject: item.subject, source: item.source }] }
  }
  return { items: all, missing }
}

/** The measures that hold, each once, and the facts that keep others from being told. */
export function measuresIn(parts: readonly Part[], figureOn: FigureOn): Held<Measure> {
  const { items, missing } = once(
    holding(
      parts,
      (ready) => ready.measures,
      (rule, from, why) => asMeasure(rule, from, why, figureOn),
    ),
    ({ aspect, text, strength, how_often, allows }) => [aspect, text.zh, strength, how_often, allows],
  )
  const ids = new Set(items.map(({ id }) => id))
  return { items: items.filter(({ yields_to }) => !yields_to.some((id) => ids.has(id))), missing }
}

/** Limits that a plan says beside its measures: what only says that something is forbidden is not said where a measure it yields to asks that. */
export const limitsBeside = (limits: readonly Limit[], measures: readonly Measure[]): Limit[] =>
  limits.filter(
    ({ grounds, forbids, yields_to }) =>
      grounds !== null ||
      !measures.some(({ id, allows }) => yields_to.includes(id) && forbids.some((kind) => allows.includes(kind))),
  )

/** The limits that hold, in the same way. */
export const limitsIn = (parts: readonly Part[]) =>
  once(
    holding(parts, (ready) => ready.limits, asLimit),
    ({ text, forbids, grounds, yields_to }) => [text.zh, forbids, grounds, yields_to],
  )

/** The rights that hold, in the same way. */
export const rightsIn = (parts: readonly Part[]) =>
  once(
    holding(parts, (ready) => ready.rights, asRight),
    ({ text, answers }) => [text.zh, answers],
  )

/** The lines that the daily report asks, in the same way; what two ask is two lines, each of its own pack. */
export const linesIn = (parts: readonly Part[]) => holding(parts, (ready) => ready.lines, asLine)
