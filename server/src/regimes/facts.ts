import { shanghaiDay } from '@wangdi/domain/day.ts'
import type { EmergencyFunction } from '@wangdi/domain/endpoint.ts'
import { ancestryOf, countyOf, isWithin } from '@wangdi/domain/place-code.ts'
import { type Problem, problems } from '@wangdi/domain/problem.ts'
import { problems as regimeProblems } from '@wangdi/domain/regimes/regimes.problems.ts'
import type { ConfirmedLevel, OpenedFunction, StatedFact } from '@wangdi/domain/regimes/regimes.ts'
import { communityKind, inForceAt, openedBy, stateOn } from '@wangdi/domain/regimes/regimes.rules.ts'
import type { Day, Instant, PlaceCode } from '@wangdi/domain/schema.ts'
import { rulesTogether } from '@wangdi/policy/engine/rule-set.ts'
import type { Facts, FactValue } from '@wangdi/policy/vocabulary.ts'
import type { Db } from '../platform/db.ts'
import { getPacks } from '../platform/packs.ts'
import { chosenFact, isChosen } from '@wangdi/domain/regimes/chosen.rules.ts'
import { holdDestruction, listDestroyed } from './overdue.queries.ts'
import { listFactsOn, listLevelsOn } from './level.queries.ts'
import { type KeptResponse, listAbove, listConcerning } from './response.queries.ts'

/** What is recorded about a place on a day: responses in force, confirmed levels by fact, statements by name. */
export interface Recorded {
  readonly inForce: readonly KeptResponse[]
  readonly levels: ReadonlyMap<string, ConfirmedLevel>
  readonly stated: ReadonlyMap<string, StatedFact>
}

/** The places whose levels and statements speak for a place: its county, its street, itself; widest first. */
export const placesFor = (place: PlaceCode): PlaceCode[] =>
  [...new Set([countyOf(place), place.slice(0, 9), place])].filter((code) => code.length >= 6)

/** The places whose levels and statements are known for a place: also its city and province, where a notice asks them there. */
export const placesAsked = (place: PlaceCode): PlaceCode[] => ancestryOf(place).filter((code) => code !== '')

/** Everything recorded that a plan of this place and day is made from; of a day on which a response was closed, as it was at a moment. */
export async function recordedFor(db: Db, place: PlaceCode, day: Day, moment?: Instant): Promise<Recorded> {
  const places = placesAsked(place)
  const above = await listAbove(db, place, day)
  const levels = places.length === 0 ? [] : await listLevelsOn(db, places, day)
  const stated = places.length === 0 ? [] : await listFactsOn(db, places, day)
  const narrowestLast = <T extends { place: string }>(rows: T[]) => rows.sort((a, b) => a.place.length - b.place.length)
  return {
    inForce: inForceAt(above, place, day, moment),
    levels: new Map(narrowestLast(levels).map((level) => [level.fact, level])),
    stated: new Map(narrowestLast(stated).map((fact) => [fact.name, fact])),
  }
}

/** The recorded as facts of the policy vocabulary; what nobody said, or what is too old to say anything, is left out. */
export function factsIn({ inForce, levels, stated }: Recorded, place: PlaceCode): Facts {
  const rules = inForce.map((response) => response.rules)
  const facts: [string, FactValue][] = [['response', rules.length > 0 ? 'open' : 'none']]
  if (rules.length > 0) facts.push(['response.rules', rulesTogether(getPacks(), rules)])
  const kind = communityKind(place)
  if (kind) facts.push(['community.kind', kind])
  const chosen = chosenFact(stated.values())
  if (chosen !== undefined) facts.push(['settings', chosen])
  for (const fact of stated.values()) if (!fact.stale && !isChosen(fact)) facts.push([fact.name, fact.value])
  for (const level of levels.values()) facts.push([level.fact, level.value])
  return Object.fromEntries(facts)
}

/** The facts of a place on a day in the words of the policy vocabulary: what `planFor` and `termFor` ask. */
export const factsOf = async (db: Db, place: PlaceCode, day: Day, moment?: Instant): Promise<Facts> =>
  factsIn(await recordedFor(db, place, day, moment), place)

/** The emergency functions that responses open for a place on a day. */
export async function openFunctions(db: Db, place: PlaceCode, day: Day): Promise<OpenedFunction[]> {
  return [...openedBy(inForceAt(await listAbove(db, place, day), place, day)).keys()]
}

/**
 * Why an emergency function is closed for a place at a moment of a day; nothing when a response in force opens it (R-LAW-1).
 * A street or county is asked as a whole: it is open where any community in it is, and each community still has its own answer.
 */
export async function whyClosed(
  db: Db,
  needs: EmergencyFunction,
  place: PlaceCode,
  day: Day,
  moment?: Instant,
): Promise<Problem | undefined> {
  const above = inForceAt(await listAbove(db, place, day), place, day, moment)
  if (openedBy(above).has(needs)) return undefined
  if (place.length === 12) return problems.closed({ function: needs })
  const within = (await listConcerning(db, place)).filter(
    ({ scope, functions }) => functions.includes(needs) && scope.some((area) => isWithin(area, place)),
  )
  return within.some((response) => stateOn(response, day, moment) === 'open') ? undefined : problems.closed({ function: needs })
}

/**
 * Why nothing of a past moment is taken any more for an emergency function: every response that opened it then has had its data
 * destroyed (R-LAW-1). Nothing when one of them still holds its data.
 */
export async function whyDestroyed(
  db: Db,
  needs: EmergencyFunction,
  place: PlaceCode,
  moment: Instant,
): Promise<Problem | undefined> {
  const day = shanghaiDay(moment)
  const opening = inForceAt(await listAbove(db, place, day), place, day, moment).filter(({ functions }) =>
    functions.includes(needs),
  )
  if (opening.length === 0) return undefined
  await holdDestruction(db, countyOf(place), 'recording')
  const gone = await listDestroyed(
    db,
    countyOf(place),
    opening.map(({ id }) => id),
  )
  return opening.every(({ id }) => gone.includes(id)) ? regimeProblems.dataDestroyed({}) : undefined
}

/** The places, within the one asked, where responses open a function on a day; the place itself when one reaches over all of it. */
export const listOpenScopes = (db: Db, needs: OpenedFunction, place: PlaceCode, day: Day): Promise<PlaceCode[]> =>
  scopesWithin(db, place, day, ({ functions }) => functions.includes(needs))

/** The same of all responses in force, whatever they open. */
export const listScopesInForce = (db: Db, place: PlaceCode, day: Day): Promise<PlaceCode[]> =>
  scopesWithin(db, place, day, () => true)

async function scopesWithin(
  db: Db,
  place: PlaceCode,
  day: Day,
  counts: (response: KeptResponse) => boolean,
): Promise<PlaceCode[]> {
  const open = (await listConcerning(db, place)).filter((response) => counts(response) && stateOn(response, day) === 'open')
  const scopes = open.flatMap(({ scope }) =>
    scope.flatMap((area) => (isWithin(place, area) ? [place] : isWithin(area, place) ? [area] : [])),
  )
  return [...new Set(scopes)]
}
