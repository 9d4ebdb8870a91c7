import type { EmergencyFunction, Facts, Words } from '@wangdi/policy/vocabulary.ts'
import type { WhatIf } from '@wangdi/domain/plan/what-if/what-if.api.ts'
import { addBy, tierKey } from '@wangdi/domain/plan/what-if/what-if.rules.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Plan } from '@wangdi/policy/engine/answer.ts'
import { diffMany, diffPlans } from '@wangdi/policy/engine/diff.ts'
import { type DatedPack, inTurn } from '@wangdi/policy/engine/library/versions.ts'
import { compilePacks, type Packs } from '@wangdi/policy/engine/packs.ts'
import { rulesTogether } from '@wangdi/policy/engine/rule-set.ts'
import type { Group } from './what-if.queries.ts'

/** Two libraries and what is recorded for groups of communities: all that a comparison of their plans needs. */
export interface ToCompare {
  readonly now: readonly DatedPack[]
  readonly ahead: readonly DatedPack[]
  readonly groups: readonly Group[]
  readonly facts: readonly (readonly [PlaceCode, Facts])[]
  readonly day: Day
  /** Facts as if they were recorded, and rules as if a response by them were open. */
  readonly tried: { readonly facts: Facts; readonly rules: string | undefined }
}

/** What would change: the keys of the groups whose plan does, and what starts, stops and moves for how many communities. */
export type Compared = Pick<WhatIf, 'tiers' | 'started' | 'stopped' | 'limits' | 'lines' | 'opened' | 'closed'> & {
  readonly changed: readonly string[]
}

/** Compares the plans of every group under two libraries. */
export function comparePlans({ now, ahead, groups, facts, day, tried }: ToCompare): Compared {
  const standing = compilePacks(inTurn(now))
  const changes = changesOf(groups, new Map(facts), {
    now: standing,
    ahead: now === ahead ? standing : compilePacks(inTurn(ahead)),
    day,
    tried,
  })
  const functions = (way: 'opened' | 'closed') =>
    addBy(
      changes.flatMap(({ group, ...change }) => change[way].map((name) => ({ function: name, communities: group.communities }))),
      (one) => one.function,
    )
  return {
    changed: changes.map(({ group }) => group.key),
    tiers: addBy(
      changes.flatMap(({ group, tiers }) => tiers.map((moved) => ({ ...moved, communities: group.communities }))),
      tierKey,
    ),
    started: touched(changes, ({ measures }) => measures.started),
    stopped: touched(changes, ({ measures }) => measures.stopped),
    limits: bothTouched(changes, ({ limits }) => limits),
    lines: bothTouched(changes, ({ lines }) => lines),
    opened: functions('opened'),
    closed: functions('closed'),
  }
}

interface Said {
  readonly id: string
  readonly text: Words
}
interface Both {
  readonly started: readonly Said[]
  readonly stopped: readonly Said[]
}
type Moved = Omit<WhatIf['tiers'][number], 'communities'>

/** What would change for the communities of a group. */
interface Change {
  readonly group: Group
  readonly measures: Both
  readonly limits: Both
  readonly lines: Both
  readonly opened: readonly EmergencyFunction[]
  readonly closed: readonly EmergencyFunction[]
  readonly tiers: readonly Moved[]
}

type Standing = Moved['from']
const nowhere: Standing = { id: null, words: null }

function standingsOf({ subjects }: Plan): Map<Moved['subject'], Standing> {
  return new Map(
    subjects.map(({ subject, tier, tier_name: words, axes }) => [
      subject,
      axes?.choice === 'needed' ? { id: 'undecided', words: null } : { id: tier, words },
    ]),
  )
}

function movedTiers(before: Plan, after: Plan): Moved[] {
  const [were, are] = [standingsOf(before), standingsOf(after)]
  return [...new Set([...were.keys(), ...are.keys()])].flatMap((subject) => {
    const [from, to] = [were.get(subject) ?? nowhere, are.get(subject) ?? nowhere]
    return from.id === to.id ? [] : [{ subject, from, to }]
  })
}

/** What stops for good: a measure that is left out only until a person chose between two packages, and stands in one of them, does not. */
function measuresOf(before: Plan, after: Plan): Both {
  const mayStay = new Set((after.choice?.packages ?? []).flatMap(({ measures }) => measures.map(({ id }) => id)))
  const { started, stopped } = diffPlans(before, after)
  return { started, stopped: stopped.filter(({ id }) => !mayStay.has(id)) }
}

function bothOf(before: readonly Said[], after: readonly Said[]): Both {
  const without = (all: readonly Said[], others: readonly Said[]) => {
    const known = new Set(others.map(({ id }) => id))
    return all.filter(({ id }) => !known.has(id))
  }
  return { started: without(after, before), stopped: without(before, after) }
}

const linesOf = ({ lines }: Plan): Said[] => lines.map(({ name, words }) => ({ id: name, text: words }))

/** What would change for the communities of a group; nothing when their plan stays as it is. */
function changeOf(group: Group, before: Plan, after: Plan): Change | undefined {
  const { opened, closed } = diffPlans(before, after)
  const change: Change = {
    ...{ group, opened, closed, tiers: movedTiers(before, after), measures: measuresOf(before, after) },
    limits: bothOf(before.limits, after.limits),
    lines: bothOf(linesOf(before), linesOf(after)),
  }
  const { measures, limits, lines, tiers } = change
  const parts = [tiers, opened, closed, ...[measures, limits, lines].flatMap((both) => [both.started, both.stopped])]
  return parts.every(({ length }) => length === 0) ? undefined : change
}

// Rules that are tried take the place of those about the same; what else is open stays.
function triedOn(packs: Packs, facts: Facts, { facts: tried, rules }: ToCompare['tried']): Facts {
  const open = facts['response.rules'] === undefined ? [] : [String(facts['response.rules'])]
  return {
    ...facts,
    ...(rules && { response: 'open', 'response.rules': rulesTogether(packs, [rules, ...open]) }),
    ...tried,
  }
}

// The groups whose plan changes; groups with the same facts under the same rules share the work.
function changesOf(
  groups: readonly Group[],
  factsOf: ReadonlyMap<PlaceCode, Facts>,
  { now, ahead, day, tried }: { now: Packs; ahead: Packs; day: Day; tried: ToCompare['tried'] },
): Change[] {
  const today = diffMany(now, day)
  const tomorrow = now === ahead ? today : diffMany(ahead, day)
  return groups.flatMap((group) => {
    const facts = factsOf.get(group.one) ?? {}
    const after = tomorrow.planOf(triedOn(ahead, facts, tried), group.one)
    return changeOf(group, today.planOf(facts, group.one), after) ?? []
  })
}

const touched = (changes: readonly Change[], of: (change: Change) => readonly Said[]): WhatIf['started'] =>
  addBy(
    changes.flatMap((change) => of(change).map(({ id, text }) => ({ id, text, communities: change.group.communities }))),
    ({ id }) => id,
  )

const bothTouched = (changes: readonly Change[], of: (change: Change) => Both): WhatIf['limits'] => ({
  started: touched(changes, (change) => of(change).started),
  stopped: touched(changes, (change) => of(change).stopped),
})
