import { type FactBook, getFact, readFacts } from '@wangdi/policy/engine/facts.ts'
import { type FactName, facts as vocabulary, type Facts, type HouseFact } from '@wangdi/policy/vocabulary.ts'
import { problems } from './what-if.problems.ts'
import type { Problem } from '../../problem.ts'
import type { WhatIf } from './what-if.api.ts'

/** What is tried: a draft, facts, rules of a response; at least one. */
export interface Tried {
  readonly draft?: string
  readonly facts?: string
  readonly rules?: string
}

// An open response is tried by its rules, and what a county chose by its own page.
const elsewhere: readonly string[] = ['response', 'response.rules', 'settings'] satisfies readonly HouseFact[]

/** Whether a fact can be tried for all places at once: what is known of one person cannot, nor what follows from other facts. */
export const isTriable = (name: FactName, own: FactBook): boolean =>
  !['person', 'derived'].includes(getFact(name, own).about) && !elsewhere.includes(name)

/** The facts of the house that can be tried. */
export const triedHouseFacts = (Object.keys(vocabulary) as HouseFact[]).filter((name) => isTriable(name, {}))

/** Facts as a question writes them, read beside what packs bring. */
export const writeTried = (facts: readonly { name: string; value: string }[]): string =>
  facts.map(({ name, value }) => `${name}=${value}`).join(',')

/** The facts that are tried, or why they cannot be. */
export function readTried(text: string, own: FactBook): { facts: Facts } | { problem: Problem } {
  const pairs = text.split(',').filter(Boolean)
  const named = Object.fromEntries(pairs.map((pair) => pair.split('=').map((part) => part.trim()) as [string, string]))
  const { facts, problems: wrong } = readFacts(named, own)
  const untriable = Object.keys(facts).find((name) => !isTriable(name as FactName, own))
  const why =
    wrong[0]?.text ??
    (untriable !== undefined ? { zh: `“${untriable}”不在这里试`, en: `${untriable} is not tried here` } : undefined) ??
    (Object.keys(facts).length < pairs.length ? { zh: '要写成 名称=内容', en: 'a fact is written name=value' } : undefined)
  return why ? { problem: problems.notThatValue({ why: why.zh, why_en: why.en }) } : { facts }
}

/** Why this cannot be tried; nothing when it can. */
export const whyNotTry = ({ draft, facts, rules }: Tried): Problem | undefined =>
  draft === undefined && !facts && !rules ? problems.nothingTried({}) : undefined

const addKnown = (a: number | null, b: number | null) => (a === null || b === null ? (a ?? b) : a + b)

/** Sums of what is counted over communities, by what it is; the most first. */
export function addBy<T extends { communities: number }>(all: readonly T[], key: (one: T) => string): T[] {
  const sums = new Map<string, T>()
  for (const one of all) {
    const before = sums.get(key(one))
    sums.set(key(one), { ...one, communities: one.communities + (before?.communities ?? 0) })
  }
  return [...sums.values()].sort((a, b) => b.communities - a.communities)
}

const idOf = ({ id }: { id: string }) => id
const addBoth = (a: WhatIf['limits'], b: WhatIf['limits']): WhatIf['limits'] => ({
  started: addBy([...a.started, ...b.started], idOf),
  stopped: addBy([...a.stopped, ...b.stopped], idOf),
})

/** What makes a change of tier the same as another. */
export const tierKey = ({ subject, from, to }: WhatIf['tiers'][number]): string => `${subject} ${from.id} ${to.id}`

/** Two parts of a country together; a figure that only one part knows stays that of the part. */
export const addWhatIf = (a: WhatIf, b: WhatIf): WhatIf => ({
  day: a.day,
  communities: a.communities + b.communities,
  changed: a.changed + b.changed,
  tiers: addBy([...a.tiers, ...b.tiers], tierKey),
  ...addBoth(a, b),
  limits: addBoth(a.limits, b.limits),
  lines: addBoth(a.lines, b.lines),
  opened: addBy([...a.opened, ...b.opened], (one) => one.function),
  closed: addBy([...a.closed, ...b.closed], (one) => one.function),
  households: addKnown(a.households, b.households),
  workers: addKnown(a.workers, b.workers),
})
