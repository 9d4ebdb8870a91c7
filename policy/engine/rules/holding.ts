import type { FactName, Facts } from '../../vocabulary.ts'
import type { Limit, Line, Measure, Right } from '../answer.ts'
import type { Condition } from '../when.ts'
import type { Asked, RulesThere } from './there.ts'

/** Rules that are asked together: those about one subject, or laws, and the situations that may be the right one. */
export interface Part {
  readonly there: readonly RulesThere[]
  readonly situations: readonly Facts[]
}

/** Whether a condition holds whichever situation is the right one; notes the facts that keep it from being told. */
function holdsInAll(condition: Condition, situations: readonly Facts[], missing: Set<FactName>): boolean {
  let inAll = true
  for (const situation of situations) {
    const holds = condition.holds(situation)
    if (holds === 'yes') continue
    inAll = false
    if (holds === 'unknown') condition.noteMissing(situation, missing)
  }
  return inAll
}

/** The rules of one kind that hold whichever of the possible situations is the right one, and the facts that keep others from being told. */
function holding<Item>(
  parts: readonly Part[],
  kind: (there: RulesThere) => Asked<Item>,
  settings: string | undefined,
): Held<Item> {
  const items: Item[] = []
  const missing = new Set<FactName>()
  let isAnyAlike = false
  for (const { there, situations } of parts) {
    const [first] = situations
    if (!first) continue
    for (const one of there) {
      const { conditions, sayAll } = kind(one)
      if (conditions.length === 0) continue
      const whys = conditions.map((condition) => (holdsInAll(condition, situations, missing) ? condition(first) : undefined))
      const said = sayAll(whys, settings)
      for (const item of said.items) items.push(item)
      isAnyAlike ||= said.isAnyAlike
    }
  }
  return { items, missing: [...missing], isAnyAlike }
}

interface Held<Item> {
  readonly items: readonly Item[]
  readonly missing: readonly FactName[]
  /** Whether some may be said by rules about something else too. */
  readonly isAnyAlike: boolean
}

/** What rules about several subjects ask alike stands once, with whoever else asks it; what differs in anything stands twice. */
function once<Item extends Measure | Limit | Right>(held: Held<Item>, alike: (item: Item) => unknown): Held<Item> {
  if (!held.isAnyAlike) return held
  const { items, missing, isAnyAlike } = held
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
  return { items: all, missing, isAnyAlike }
}

/** The measures that hold, each once, and the facts that keep others from being told; with the numbers that the county chose. */
export function measuresIn(parts: readonly Part[], settings: string | undefined): Held<Measure> {
  const held = once(
    holding(parts, (there) => there.measures, settings),
    ({ aspect, text, strength, how_often, allows, facilities }) => [aspect, text.zh, strength, how_often, allows, facilities],
  )
  const named = new Set(held.items.flatMap(({ yields_to }) => yields_to))
  if (named.size === 0) return held
  const there = new Set(held.items.flatMap(({ id }) => (named.has(id) ? [id] : [])))
  return { ...held, items: held.items.filter(({ yields_to }) => !yields_to.some((id) => there.has(id))) }
}

/** Limits that a plan says beside its measures: what only says that something is forbidden is not said where a measure it yields to asks that. */
export const limitsBeside = (limits: readonly Limit[], measures: readonly Measure[]): Limit[] =>
  limits.filter(
    ({ grounds, forbids, yields_to }) =>
      grounds !== null ||
      yields_to.length === 0 ||
      !measures.some(({ id, allows }) => yields_to.includes(id) && forbids.some((kind) => allows.includes(kind))),
  )

/** The limits that hold, in the same way. */
export const limitsIn = (parts: readonly Part[]): Held<Limit> =>
  once(
    holding(parts, (there) => there.limits, undefined),
    ({ text, forbids, grounds, yields_to }) => [text.zh, forbids, grounds, yields_to],
  )

/** The rights that hold, in the same way. */
export const rightsIn = (parts: readonly Part[]): Held<Right> =>
  once(
    holding(parts, (there) => there.rights, undefined),
    ({ text, answers }) => [text.zh, answers],
  )

/** The lines that the daily report asks, in the same way; what two ask is two lines, each of its own pack. */
export const linesIn = (parts: readonly Part[]): Held<Line> => holding(parts, (there) => there.lines, undefined)
