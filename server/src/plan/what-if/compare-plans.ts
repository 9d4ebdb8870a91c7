import type { WhatIf } from '@wangdi/domain/plan/what-if/what-if.api.ts'
import type { Tried } from '@wangdi/domain/plan/what-if/what-if.rules.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Plan } from '@wangdi/policy/engine/answer.ts'
import { diffMany, diffPlans } from '@wangdi/policy/engine/diff.ts'
import { type DatedPack, inTurn } from '@wangdi/policy/engine/library/versions.ts'
import { compilePacks, type Packs } from '@wangdi/policy/engine/packs.ts'
import { rulesTogether } from '@wangdi/policy/engine/rule-set.ts'
import type { Facts } from '@wangdi/policy/vocabulary.ts'
import type { Group } from './what-if.queries.ts'

/** Two libraries and what is recorded for groups of communities: all that a comparison of their plans needs. */
export interface ToCompare {
  readonly now: readonly DatedPack[]
  readonly ahead: readonly DatedPack[]
  readonly groups: readonly Group[]
  readonly facts: readonly (readonly [PlaceCode, Facts])[]
  readonly day: Day
  readonly tried: Tried
}

/** What would change: the keys of the groups whose plan does, and what starts, stops and moves for how many communities. */
export type Compared = Pick<WhatIf, 'tiers' | 'started' | 'stopped'> & { readonly changed: readonly string[] }

/** Compares the plans of every group under two libraries. */
export function comparePlans({ now, ahead, groups, facts, day, tried }: ToCompare): Compared {
  const standing = compilePacks(inTurn(now))
  const changes = changesOf(groups, new Map(facts), {
    now: standing,
    ahead: now === ahead ? standing : compilePacks(inTurn(ahead)),
    day,
    tried,
  })
  return {
    changed: changes.map(({ group }) => group.key),
    tiers: tiersOf(changes),
    started: touched(changes, ({ before, after }) => diffPlans(before, after).started),
    stopped: touched(changes, stoppedFor),
  }
}

/** What would change for the communities of a group; nothing when their plan stays as it is. */
interface Change {
  readonly group: Group
  readonly before: Plan
  readonly after: Plan
}

type Standing = WhatIf['tiers'][number]['from']

const standingOf = ({ tier, choice }: Plan): Standing => (choice?.needed ? 'undecided' : tier)

/** What stops for good: a measure that is left out only until a person chose between two packages, and stands in one of them, does not. */
function stoppedFor({ before, after }: Change): Plan['measures'] {
  const mayStay = new Set((after.choice?.packages ?? []).flatMap(({ measures }) => measures.map(({ id }) => id)))
  return diffPlans(before, after).stopped.filter(({ id }) => !mayStay.has(id))
}

// Rules that are tried take the place of those about the same; what else is open stays.
function triedOn(packs: Packs, facts: Facts, { fact, value, rules }: Tried): Facts {
  const open = facts['response.rules'] === undefined ? [] : [String(facts['response.rules'])]
  return {
    ...facts,
    ...(rules && { response: 'open', 'response.rules': rulesTogether(packs, [rules, ...open]) }),
    ...(fact && { [fact]: value }),
  }
}

// The groups whose plan changes; groups with the same facts under the same rules share the work.
function changesOf(
  groups: readonly Group[],
  factsOf: ReadonlyMap<PlaceCode, Facts>,
  { now, ahead, day, tried }: { now: Packs; ahead: Packs; day: Day; tried: Tried },
): Change[] {
  const today = diffMany(now, day)
  const tomorrow = now === ahead ? today : diffMany(ahead, day)
  return groups.flatMap((group) => {
    const facts = factsOf.get(group.one) ?? {}
    const before = today.planOf(facts, group.one)
    const after = tomorrow.planOf(triedOn(ahead, facts, tried), group.one)
    const { started, stopped, opened, closed } = diffPlans(before, after)
    const same =
      [started, stopped, opened, closed].every(({ length }) => length === 0) && standingOf(before) === standingOf(after)
    return same ? [] : [{ group, before, after }]
  })
}

function touched(
  changes: readonly Change[],
  of: (change: Change) => readonly { id: string; text: { zh: string; en: string } }[],
) {
  const found = new Map<string, WhatIf['started'][number]>()
  for (const change of changes)
    for (const { id, text } of of(change))
      found.set(id, { id, text, communities: change.group.communities + (found.get(id)?.communities ?? 0) })
  return [...found.values()].sort((a, b) => b.communities - a.communities)
}

function tiersOf(changes: readonly Change[]): WhatIf['tiers'] {
  const found = new Map<string, WhatIf['tiers'][number]>()
  for (const { group, before, after } of changes) {
    const [from, to] = [standingOf(before), standingOf(after)]
    if (from === to) continue
    const key = `${from} ${to}`
    const communities = group.communities + (found.get(key)?.communities ?? 0)
    found.set(key, { from, to, communities })
  }
  return [...found.values()]
}
