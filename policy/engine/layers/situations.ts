import { type FactName, type Facts, type FactValue, firstSubject } from '../../vocabulary.ts'
import { addDays, covers, type Day } from '../day.ts'
import { type FactBook, getFact, isFact } from '../facts.ts'
import { bookFor } from '../own/book.ts'
import type { Packs } from '../packs.ts'
import type { Pack, When } from '../pack/schema.ts'
import { ruleSetFor, tieredIn } from '../rule-set.ts'
import { subjectOf } from '../packs.ts'
import { valuesIn, waysOf } from '../pack/values.ts'
import { compileWhen } from '../when.ts'

/** Facts that stand for one state of a place, and how it is called. */
export interface Situation {
  readonly facts: Facts
  /** How grave it is; measures of a graver one do not belong in it. */
  readonly rank: number
}

const steps: readonly Facts[] = [
  { 'county.risk': 'none', 'community.class': 'none' },
  { 'county.risk': 'low', 'community.class': 'no-case' },
  { 'county.risk': 'medium', 'community.class': 'cases' },
  { 'county.risk': 'high', 'community.class': 'transmission' },
]
/** Facts that every situation says itself. */
const own: readonly FactName[] = ['response', 'response.rules', 'county.risk', 'community.class']

const mostSettings = 8
const mostTried = 4096

function whensOf(pack: Pack): When[] {
  const rules = [...(pack.measures ?? []), ...(pack.limits ?? []), ...(pack.terms ?? [])]
  const choices = (pack.terms ?? []).flatMap(({ alternatives }) => alternatives ?? [])
  return [...rules, ...choices].flatMap(({ when }) => (when ? [when] : []))
}

/** Facts beside level, class and response under which a condition may hold: one setting for each way, at most a few. */
function settingsFor(when: When, book: FactBook): Facts[] {
  const lists = [...valuesIn(when, new Map(), book)].filter(
    ([name]) => getFact(name, book).about !== 'derived' && !own.includes(name),
  )
  if (lists.length === 0) return []
  const condition = compileWhen(when)
  const found: Facts[] = []
  for (const facts of waysOf(new Map(lists), mostTried)) {
    if (condition.holds(facts) !== 'no') found.push(facts)
    if (found.length === mostSettings) break
  }
  return found
}

/** What a pack of a narrower place is looked at under: every step of level and class, with and without a response, and every setting its own rules ask for. */
export function situationsOf(local: Pack, wider: Packs, day: Day): Situation[] {
  const about = subjectOf(local) ?? firstSubject
  const set = ruleSetFor(wider, {}, local.place, day, about)
  // Where nothing wider is about the same, its own tiers lead.
  const tiers = (tieredIn(set)?.ready.pack ?? local).tiers
  const tierSteps = (tiers?.list ?? []).map((tier, nth): Situation => {
    const first = (value: string | readonly string[] | undefined): FactValue => [value].flat()[0] ?? 'none'
    // Tiers of a notice's own stand from the lightest to the gravest.
    if (tier.on)
      return { facts: Object.fromEntries(Object.entries(tier.on).map(([axis, value]) => [axis, first(value)])), rank: nth + 1 }
    const factOf = (axis: 'level' | 'class') =>
      tiers?.[axis]?.find((line) => covers(line, day))?.facts.find((name) => isFact(name))
    const [level, cls] = [factOf('level'), factOf('class')]
    const facts: Facts = { ...(level && { [level]: first(tier.level) }), ...(cls && { [cls]: first(tier.class) }) }
    return { facts, rank: rankOf(facts) }
  })
  const all = unique([...steps.map((facts) => ({ facts, rank: rankOf(facts) })), ...tierSteps])
  const lead = set.regime?.pack.id ?? local.id
  const responses: Facts[] = [{ response: 'none' }, { response: 'open', 'response.rules': `${lead}@${day}` }]
  const book = bookFor(
    local,
    wider.all.map(({ pack }) => pack),
  )
  const asked = whensOf(local).flatMap((when) => settingsFor(when, book))
  const settings = unique([{}, ...asked].map((facts) => ({ facts })))
  return settings.flatMap((setting) =>
    responses.flatMap((response) => all.map(({ facts, rank }) => ({ facts: { ...setting.facts, ...facts, ...response }, rank }))),
  )
}

const ranks: Readonly<Record<string, number>> = { none: 0, low: 1, medium: 2, high: 3, 'no-case': 1, cases: 2, transmission: 3 }
const rankOf = (facts: Facts) => Math.max(...Object.values(facts).map((value) => ranks[String(value)] ?? 0))

function unique<Of extends { readonly facts: Facts }>(list: readonly Of[]): Of[] {
  return [...new Map(list.map((one) => [JSON.stringify(Object.entries(one.facts).sort()), one])).values()]
}

const mostDays = 40

/** The days on which the answer of a narrower pack or of the wider ones may change while the narrower one holds. */
export function daysOf(local: Pack, wider: readonly Pack[]): Day[] {
  const speaks = (pack: Pack) => [
    ...(local.terms ? (pack.terms ?? []) : []),
    ...(pack === local ? (pack.measures ?? []) : (pack.measures ?? []).filter(({ allows, facilities }) => allows ?? facilities)),
    ...(pack.limits ?? []).filter(({ grounds, forbids }) => grounds ?? forbids),
  ]
  const edges = [local, ...wider].flatMap((pack) =>
    [pack, ...speaks(pack)].flatMap(({ from, until }) => [...(from ? [from] : []), ...(until ? [addDays(until, 1)] : [])]),
  )
  const seasonal = [local]
    .flatMap(whensOf)
    .some((when) => [...valuesIn(when).keys()].some((name) => name === 'season' || name === 'festival'))
  const seasons = seasonal ? [30, 91, 182, 273].map((count) => addDays(local.from, count)) : []
  const within = [local.from, ...edges, ...seasons].filter((day) => covers(local, day))
  return [...new Set(within)].sort().slice(-mostDays)
}
