import { askWhatIf, type WhatIf } from '@wangdi/domain/plan/what-if/what-if.api.ts'
import { readTried, type Tried, whyNotTry } from '@wangdi/domain/plan/what-if/what-if.rules.ts'
import { refuse } from '@wangdi/domain/problem.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import type { DatedPack } from '@wangdi/policy/engine/library/versions.ts'
import { broughtByAll } from '@wangdi/policy/engine/own/book.ts'
import { placesNamed } from '@wangdi/policy/engine/packs.ts'
import { libraryWith, publishedVersions } from '../../documents/index.ts'
import { type HeavyRequest, serveHeavy } from '../../platform/serve.ts'
import { factsOfMany } from '../../regimes/index.ts'
import { compareLibraries, whatIfLane } from './compare-libraries.ts'
import type { ToCompare } from './compare-plans.ts'
import { countHouseholds, countStaff, type Group, keyOf, listGroups, listMarkedPlaces, listProvinces } from './what-if.queries.ts'

const sumIn = (counts: ReadonlyMap<PlaceCode, number>, isIn: (community: PlaceCode) => boolean): number | null => {
  const inside = [...counts].filter(([community]) => isIn(community))
  return inside.length === 0 ? null : inside.reduce((sum, [, count]) => sum + count, 0)
}

type Asked = HeavyRequest<Tried & { place: PlaceCode }>

interface Libraries {
  readonly now: readonly DatedPack[]
  readonly ahead: readonly DatedPack[]
  readonly day: Day
  readonly tried: ToCompare['tried']
}

// Places are asked for in one short transaction, plans compared in a thread, and counts asked for in another.
async function countWhatIf(asked: Asked, { now, ahead, day, tried }: Libraries): Promise<WhatIf> {
  const { input, reach, read, signal } = asked
  const named = placesNamed([...now, ...ahead].map(({ pack }) => pack))
  const { marked, groups, facts } = await read(async ({ db }) => {
    const recorded = await listMarkedPlaces(db, day)
    const all = new Set([...recorded, ...named].filter(Boolean))
    const found = await listGroups(db, input.place, day, [...all])
    const places = found.map(({ one }) => one)
    return { marked: all, groups: found, facts: await factsOfMany(db, places, day) }
  })
  const { changed, ...found } = await compareLibraries({ now, ahead, groups, facts: [...facts], day, tried }, signal)
  const keys = new Set(changed)
  const isChanged = (community: PlaceCode) => keys.has(keyOf(community, marked))
  const sum = (of: readonly Group[]) => of.reduce((all, { communities }) => all + communities, 0)
  return read(async ({ db }) => ({
    day,
    communities: sum(groups),
    changed: sum(groups.filter(({ key }) => keys.has(key))),
    ...found,
    households: reach === 'area' ? sumIn(await countHouseholds(db, input.place), isChanged) : null,
    workers: sumIn(await countStaff(db, input.place), isChanged),
  }))
}

/** What a draft or a level would bring, before anybody decides it. */
export const whatIfVerbs = [
  serveHeavy(askWhatIf, {
    lane: whatIfLane,
    work: async (asked) => {
      const { input, today, packs } = asked
      refuse(whyNotTry(input))
      const now = publishedVersions(packs)
      const { versions: ahead, from } =
        input.draft === undefined ? { versions: now, from: today } : await libraryWith(asked, input.draft)
      const read = readTried(input.facts ?? '', broughtByAll(ahead.map(({ pack }) => pack)))
      if ('problem' in read) throw read.problem
      const day = input.on ?? (from > today ? from : today)
      if (input.place === '') return { parts: await asked.read(({ db }) => listProvinces(db, day)), found: null }
      return { parts: [], found: await countWhatIf(asked, { now, ahead, day, tried: { facts: read.facts, rules: input.rules } }) }
    },
  }),
]
