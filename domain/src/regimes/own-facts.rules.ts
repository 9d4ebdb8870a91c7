import { whyNotValue } from '@wangdi/policy/engine/facts.ts'
import type { Brought, BroughtFact } from '@wangdi/policy/engine/own/book.ts'
import { type OwnName, placeLevels } from '@wangdi/policy/vocabulary.ts'
import { addDays } from '../day.ts'
import type { Problem } from '../problem.ts'
import type { Role } from '../roles.ts'
import type { Day, PlaceCode } from '../schema.ts'
import { problems } from './regimes.problems.ts'

/** What is said of a place about a fact that a pack brings, by whom. */
export interface SaidOwn {
  readonly name: string
  readonly value: string | number
  readonly place: PlaceCode
  readonly role: Role
}

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
  if (!(fact.who as readonly string[]).includes(role)) return problems.notNamed({ fact: fact.words.zh })
  if (how === 'confirm' && fact.use === 'record')
    return problems.wrongValue({ fact: name, why: `“${fact.words.zh}”是登记的，不用确认` })
  const why = whyNotValue(fact.name, value, brought)
  return why && problems.wrongValue({ fact: name, why: why.zh })
}

/** Whether what was stated for one day says nothing any more on another, as the notice says of its fact. */
export const isPast = (fact: Pick<BroughtFact, 'lasts'> | undefined, stated: Day, day: Day): boolean =>
  fact?.lasts !== null && fact?.lasts !== undefined && addDays(stated, fact.lasts) <= day
