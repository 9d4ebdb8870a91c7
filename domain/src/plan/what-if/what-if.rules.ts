import { problems } from './what-if.problems.ts'
import type { Problem } from '../../problem.ts'
import { triedFacts, type WhatIf } from './what-if.api.ts'

/** What is tried: a draft, a level, rules of a response; at least one. */
export interface Tried {
  readonly draft?: string
  readonly fact?: keyof typeof triedFacts
  readonly value?: string
  readonly rules?: string
}

/** Why this cannot be tried; nothing when it can. */
export function whyNotTry({ draft, fact, value, rules }: Tried): Problem | undefined {
  if (draft === undefined && fact === undefined && !rules) return problems.nothingTried({})
  if (fact === undefined ? value !== undefined : !(triedFacts[fact] as readonly (string | undefined)[]).includes(value))
    return problems.notThatValue({})
  return undefined
}

const addKnown = (a: number | null, b: number | null) => (a === null || b === null ? (a ?? b) : a + b)

function addBy<T extends { communities: number }>(all: readonly T[], key: (one: T) => string): T[] {
  const sums = new Map<string, T>()
  for (const one of all) {
    const before = sums.get(key(one))
    sums.set(key(one), { ...one, communities: one.communities + (before?.communities ?? 0) })
  }
  return [...sums.values()].sort((a, b) => b.communities - a.communities)
}

/** Two parts of a country together; a figure that only one part knows stays that of the part. */
export const addWhatIf = (a: WhatIf, b: WhatIf): WhatIf => ({
  day: a.day,
  communities: a.communities + b.communities,
  changed: a.changed + b.changed,
  tiers: addBy([...a.tiers, ...b.tiers], ({ from, to }) => `${from} ${to}`),
  started: addBy([...a.started, ...b.started], ({ id }) => id),
  stopped: addBy([...a.stopped, ...b.stopped], ({ id }) => id),
  households: addKnown(a.households, b.households),
  workers: addKnown(a.workers, b.workers),
})
