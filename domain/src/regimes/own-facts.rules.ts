import { whyNotValue } from '@wangdi/policy/engine/facts.ts'
import type { Brought, BroughtFact } from '@wangdi/policy/engine/own/book.ts'
import { type OwnName, placeLevels, type Recorder } from '@wangdi/policy/vocabulary.ts'
import { addDays } from '../day.ts'
import type { Problem } from '../problem.ts'
import type { Role } from '../roles.ts'
import type { Day, PlaceCode } from '../schema.ts'
import { problems } from './regimes.problems.ts'
import type { OwnFactLine } from './regimes.ts'

/** What is said of a place about a fact that a pack brings, by whom. */
export interface SaidOwn {
  readonly name: string
  readonly value: string | number
  readonly place: PlaceCode
  readonly role: Role
}

/** The post on a staff of those whom a notice names. */
export const postOf = (named: Recorder): Role => (named === 'city' || named === 'province' ? `${named}-officer` : named)

// Cases and levels of the house come from the county (2020-02: 以县域为单位); facts also from the offices above it.
const deciders: readonly Role[] = ['county-health', 'county-leader']
const recorders: readonly Role[] = [...deciders, 'city-officer', 'province-officer']

/** Whether a post records facts of the house, or confirms its levels; those of a notice are for whom the notice names. */
export const isForHouse = (role: Role, how: 'record' | 'confirm'): boolean =>
  (how === 'record' ? recorders : deciders).includes(role)

/** What notices in force ask a post to record for a place. */
export const askedOf = (own: readonly OwnFactLine[], place: PlaceCode, role: Role): OwnFactLine[] =>
  own.filter((fact) => fact.use === 'record' && fact.place === place && fact.who.includes(role))

/** The fact of that name that a pack brings, if any does. */
export const findBrought = (brought: Brought, name: string): BroughtFact | undefined => brought[name as OwnName]

/**
 * Why this may not be kept of a fact that a pack brings; nothing when it may. It must be one to be recorded, or one to be confirmed, as
 * `how` says, for that level of place, by somebody whom the notice names, with a value that it knows.
 */
export function whyNotOwn(
  brought: Brought,
  { name, value, place, role }: SaidOwn,
  how: 'record' | 'confirm',
): Problem | undefined {
  const fact = findBrought(brought, name)
  if (!fact) return problems.wrongValue({ fact: name, why: `没有“${name}”这一项` })
  if (how === 'record' && fact.use !== 'record') return problems.needsConfirming({ fact: name })
  if (fact.at === null || place.length !== placeLevels[fact.at].digits) return problems.wrongPlace({ fact: name })
  if (!fact.who.some((named) => postOf(named) === role)) return problems.notNamed({ fact: fact.words.zh })
  if (how === 'confirm' && fact.use === 'record')
    return problems.wrongValue({ fact: name, why: `“${fact.words.zh}”是登记的，不用确认` })
  const why = whyNotValue(fact.name, value, brought)
  return why && problems.wrongValue({ fact: name, why: why.zh })
}

/** Whether what was stated for one day says nothing any more on another, as the notice says of its fact. */
export const isPast = (fact: Pick<BroughtFact, 'lasts'> | undefined, stated: Day, day: Day): boolean =>
  fact?.lasts !== null && fact?.lasts !== undefined && addDays(stated, fact.lasts) <= day
