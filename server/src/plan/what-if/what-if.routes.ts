import { askWhatIf, type WhatIf } from '@wangdi/domain/plan/what-if/what-if.api.ts'
import { type Tried, whyNotTry } from '@wangdi/domain/plan/what-if/what-if.rules.ts'
import { refuse } from '@wangdi/domain/problem.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Plan } from '@wangdi/policy/engine/answer.ts'
import { diffMany, diffPlans } from '@wangdi/policy/engine/diff.ts'
import type { Packs } from '@wangdi/policy/engine/packs.ts'
import type { Facts } from '@wangdi/policy/vocabulary.ts'
import { libraryWith } from '../../documents/index.ts'
import { type Request, serve } from '../../platform/serve.ts'
import { factsOfMany } from '../../regimes/index.ts'
import { countHouseholds, countStaff, type Group, keyOf, listGroups, listMarkedPlaces, listProvinces } from './what-if.queries.ts'

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

function triedOn(facts: Facts, { fact, value, rules }: Tried): Facts {
  return {
    ...facts,
    ...(rules && { response: 'open', 'response.rules': rules }),
    ...(fact && { [fact]: value }),
  }
}

/** The groups whose plan changes; groups with the same facts under the same rules share the work. */
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
    const after = tomorrow.planOf(triedOn(facts, tried), group.one)
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

const sumIn = (counts: ReadonlyMap<PlaceCode, number>, isIn: (community: PlaceCode) => boolean): number | null => {
  const inside = [...counts].filter(([community]) => isIn(community))
  return inside.length === 0 ? null : inside.reduce((sum, [, count]) => sum + count, 0)
}

async function countWhatIf(request: Request<Tried & { place: PlaceCode }>, now: Packs, ahead: Packs, day: Day): Promise<WhatIf> {
  const { db, input, reach } = request
  const recorded = await listMarkedPlaces(db, day)
  const marked = new Set([...recorded, ...now.named_places, ...ahead.named_places].filter(Boolean))
  const groups = await listGroups(db, input.place, day, [...marked])
  const facts = await factsOfMany(
    db,
    groups.map(({ one }) => one),
    day,
  )
  const changes = changesOf(groups, facts, { now, ahead, day, tried: input })
  const keys = new Set(changes.map(({ group }) => group.key))
  const isChanged = (community: PlaceCode) => keys.has(keyOf(community, marked))
  const sum = (of: readonly Group[]) => of.reduce((all, { communities }) => all + communities, 0)
  return {
    day,
    communities: sum(groups),
    changed: sum(changes.map(({ group }) => group)),
    tiers: tiersOf(changes),
    started: touched(changes, ({ before, after }) => diffPlans(before, after).started),
    stopped: touched(changes, stoppedFor),
    households: reach === 'area' ? sumIn(await countHouseholds(db, input.place), isChanged) : null,
    workers: sumIn(await countStaff(db, input.place), isChanged),
  }
}

/** What a draft or a level would bring, before anybody decides it. */
export const whatIfVerbs = [
  serve(askWhatIf, {
    run: async (request) => {
      const { db, input, today, packs } = request
      refuse(whyNotTry(input))
      const now = packs.now()
      const { packs: ahead, from } =
        input.draft === undefined ? { packs: now, from: today } : await libraryWith(request, input.draft)
      const day = input.on ?? (from > today ? from : today)
      if (input.place === '') return { parts: await listProvinces(db, day), found: null }
      return { parts: [], found: await countWhatIf(request, now, ahead, day) }
    },
  }),
]
