import type { Tier, TierAnswer } from '@wangdi/policy/engine/answer.ts'
import { getFact } from '@wangdi/policy/engine/facts.ts'
import { type FactName, valueWords } from '@wangdi/policy/vocabulary.ts'
import { addDays, shanghaiDay } from '../day.ts'
import { isWithin } from '../place-code.ts'
import type { Problem } from '../problem.ts'
import type { Day, Instant, PlaceCode } from '../schema.ts'
import { problems } from './regimes.problems.ts'
import type { OpenedFunction, Response } from './regimes.ts'

type Dated = Pick<Response, 'from' | 'until' | 'review_on'> & { acts: readonly Response['acts'][number][] }

/** The term that holds now: that of the last review, else that of the order. */
export function termOf(response: Dated): { until: Day | null; review_on: Day | null } {
  const review = response.acts.filter((act) => act.kind === 'reviewed').at(-1)
  return review ?? response
}

/** The last day on which a response can be in force: its end, or the day by which somebody must review it. */
export function lastDayOf(response: Dated): Day {
  const { until, review_on } = termOf(response)
  return until && review_on ? (until < review_on ? until : review_on) : (until ?? review_on ?? response.from)
}

/**
 * Where a response stands on a day (传染病防治法 §67: lifted by the same authority, never without a term). The day of its
 * closing counts as closed; for something that happened at a moment of that day, the moment decides.
 */
export function stateOn(response: Dated, day: Day, moment?: Instant): Response['state'] {
  const closing = response.acts.find((act) => act.kind === 'closed')
  const closedBy = closing && shanghaiDay(closing.at)
  if (closedBy !== undefined && (moment === undefined ? closedBy <= day : closing !== undefined && closing.at <= moment)) {
    return 'closed'
  }
  if (day < response.from) return 'coming'
  return day > lastDayOf(response) ? 'ended' : 'open'
}

/** The part of the scope that a place lies in; undefined where the response does not reach it. */
const scopeAt = (scope: readonly PlaceCode[], place: PlaceCode): PlaceCode | undefined =>
  scope.filter((area) => isWithin(place, area)).sort((a, b) => b.length - a.length)[0]

/** The responses in force at a place, the one that names the rules first: narrowest scope, then the newest. */
export const inForceAt = <R extends Dated & Pick<Response, 'scope'>>(
  responses: readonly R[],
  place: PlaceCode,
  day: Day,
  moment?: Instant,
): R[] =>
  responses
    .filter((response) => scopeAt(response.scope, place) !== undefined && stateOn(response, day, moment) === 'open')
    .sort((a, b) => (scopeAt(b.scope, place)?.length ?? 0) - (scopeAt(a.scope, place)?.length ?? 0) || (a.from < b.from ? 1 : -1))

/** The functions that responses in force open, each with the one that keeps it open longest. */
export function openedBy<R extends Dated & Pick<Response, 'functions'>>(inForce: readonly R[]): Map<OpenedFunction, R> {
  const opened = new Map<OpenedFunction, R>()
  for (const response of inForce)
    for (const name of response.functions) {
      const known = opened.get(name)
      if (!known || lastDayOf(known) < lastDayOf(response)) opened.set(name, response)
    }
  return opened
}

/** Where other responses keep a function open on a day on which one ends. */
export const goingOn = <R extends Dated & Pick<Response, 'id' | 'scope' | 'functions'>>(
  responses: readonly R[],
  ending: Pick<R, 'id'>,
  needs: OpenedFunction,
  day: Day,
): PlaceCode[] =>
  responses
    .filter(({ id, functions }) => id !== ending.id && functions.includes(needs))
    .filter((other) => stateOn(other, day) === 'open')
    .flatMap(({ scope }) => [...scope])

interface Ordered {
  place: PlaceCode
  scope: readonly PlaceCode[]
  from: Day
  until: Day | null
  review_on: Day | null
}

/** Why a response may not be entered so; nothing when it may (R-LAW-1: scope within the authority's area, a term or a review). */
export function whyNotOpen(order: Ordered): Problem | undefined {
  const outside = order.scope.find((area) => !isWithin(area, order.place))
  if (outside !== undefined) return problems.outsideIssuer({ place: outside })
  return whyNotTerm(order)
}

/** Why a term is none: nothing ends it, or it ends before it begins. */
export function whyNotTerm({ from, until, review_on }: Pick<Ordered, 'from' | 'until' | 'review_on'>): Problem | undefined {
  const ends = [until, review_on].filter((day) => day !== null)
  if (ends.length === 0) return problems.openEnded({})
  const early = ends.find((day) => day < from)
  return early === undefined ? undefined : problems.endsFirst({ from, until: early })
}

/** Why this actor may not review or close a response; nothing when they may: only the same authority, and only once. */
export function whyNotChange(
  response: Pick<Response, 'place' | 'issuer' | 'number' | 'acts'>,
  actorPlace: PlaceCode,
): Problem | undefined {
  if (response.place !== actorPlace) return problems.otherAuthority({ issuer: response.issuer, number: response.number })
  const closing = response.acts.find((act) => act.kind === 'closed')
  return closing && problems.alreadyClosed({ number: response.number, by: closing.by })
}

const placeOf: Partial<Record<string, readonly number[]>> = {
  'county.risk': [6],
  'area.risk': [9, 12],
  'area.zone': [9, 12],
  'community.class': [12],
  'tier.choice': [12],
}

/** Why a level may not be kept for this place; nothing when it may. */
export function whyNotLevel(fact: string, place: PlaceCode, value: string): Problem | undefined {
  if (!placeOf[fact]?.includes(place.length)) return problems.wrongPlace({ fact })
  const { values } = getFact(fact as FactName)
  return Array.isArray(values) && !(values as readonly string[]).includes(value)
    ? problems.wrongValue({ fact, why: valueWords[value]?.zh ?? value })
    : undefined
}

const perCommunity = ['community.kind', 'elder-care.site', 'election.under-way']

/** Why a fact may not be recorded for this place; nothing when it may. Levels are confirmed by a person instead. */
export function whyNotFact(name: FactName, place: PlaceCode): Problem | undefined {
  if (Object.hasOwn(placeOf, name) || name.startsWith('response') || name === 'settings' || name === 'tier' || name === 'level')
    return problems.needsConfirming({ fact: name })
  const { about } = getFact(name)
  if (about !== 'cases' && about !== 'place') return problems.wrongPlace({ fact: name })
  const wanted = /^(community|place)\./.test(name) || perCommunity.includes(name) ? 12 : 6
  return place.length === wanted ? undefined : problems.wrongPlace({ fact: name })
}

/** Whether what was stated for one day says nothing any more on another: a count of fourteen days that is older than they are. */
export const isStale = (name: string, stated: Day, day: Day): boolean => name.endsWith('14-days') && addDays(stated, 14) <= day

/** Why a choice needs a reason; nothing when it has one or follows the proposal (个人信息保护法 §24: a person decides). */
export const whyNotSilent = (proposed: string | null, chosen: string, reason: string): Problem | undefined =>
  proposed === chosen || reason.trim() !== ''
    ? undefined
    : problems.needsReason({
        proposed: proposed === null ? '定不了' : (valueWords[proposed]?.zh ?? proposed),
        chosen: valueWords[chosen]?.zh ?? chosen,
      })

const order: readonly Tier[] = ['low', 'medium', 'high']

/** Whether the stricter of two differing axes was chosen; it is marked, for those who answer for over-control. */
export const isStricter = (choice: Tier, { level, class: cls }: Pick<TierAnswer, 'level' | 'class'>): boolean =>
  level.tier !== null &&
  cls.tier !== null &&
  level.tier !== cls.tier &&
  order.indexOf(choice) === Math.max(order.indexOf(level.tier), order.indexOf(cls.tier))

const ladder = ['none', 'low', 'medium', 'high']

/**
 * What a change of level suggests for the response (民发〔2021〕11号: it follows the level at once); a person decides.
 * Without a response a medium or high level suggests opening; with one, a fall to low or none suggests ending it. Where no
 * level was ever confirmed nothing fell: a low proposal says nothing against the order.
 */
export function suggestResponse(
  hasResponse: boolean,
  confirmed: string | null,
  proposed: string | null,
): 'open' | 'raise' | 'lower' | 'end' | 'keep' | 'none' {
  if (proposed === null) return hasResponse ? 'keep' : 'none'
  const now = ladder.indexOf(confirmed ?? 'none')
  const then = ladder.indexOf(proposed)
  if (!hasResponse) return then >= 2 ? 'open' : 'none'
  if (then <= 1) return confirmed === null ? 'keep' : 'end'
  return then > now ? 'raise' : then < now ? 'lower' : 'keep'
}

/** Since when a decision is waited for: the last word on the facts, where they point elsewhere than what is confirmed. */
export function waitingSince(
  axes: readonly { proposed: string | null; confirmed: string | null }[],
  stated: readonly { at: Instant }[],
): Instant | null {
  const waits = axes.some(({ proposed, confirmed }) => proposed !== null && proposed !== confirmed)
  return waits
    ? (stated
        .map(({ at }) => at)
        .sort()
        .at(-1) ?? null)
    : null
}

/** Urban community or village, as the last three digits of a community's code tell (GB/T 2260 statistical use; 2xx villages). */
export const communityKind = (community: PlaceCode): 'urban' | 'village' | undefined => {
  const last = Number(community.slice(9))
  if (community.length !== 12) return undefined
  return (last >= 200 && last < 400) || (last >= 500 && last < 600) ? 'village' : 'urban'
}
