import { addDays, daysBetween } from '../../day.ts'
import { isWithin } from '../../place-code.ts'
import type { Words } from '../../problem.ts'
import type { Day, PlaceCode } from '../../schema.ts'
import type { Demand, DemandAct, DemandState, Judgement, KnownDemand, Overlap, RefusalGround, Wanted } from './demand.ts'
import { dictionary } from './dictionary.ts'

/** Longest term of a demand in days; then it is asked again or lapses (a setting of ours; 2020B says forms shall be few). */
export const longestDays = 366

type Kept = Omit<Demand, 'state'>

/** The last day of a demand: that of the newest renewal, else its own; null where nobody gave one. */
export const lastDayOf = (demand: Pick<Kept, 'until' | 'acts'>): Day | null =>
  demand.acts.filter(({ kind, until }) => kind === 'renewed' && until !== null).at(-1)?.until ?? demand.until

/** The day after which a demand lapses: its last day; without one it lapses as the longest term would, since none runs for ever. */
export const lapsesAfter = (demand: Pick<Kept, 'from' | 'until' | 'acts'>): Day =>
  lastDayOf(demand) ?? addDays(demand.from, longestDays)

const decides = new Set<DemandAct['kind']>(['answered', 'refused', 'accepted', 'merged', 'ended'])

/**
 * Where a demand stands on a day, for a county or what lies in it: the newest word of that county or of the asker. Above
 * the counties it counts as accepted where one of them accepted it.
 */
export function stateOf(demand: Kept, at: PlaceCode, day: Day): DemandState {
  const said = demand.acts.filter(({ kind, place }) => decides.has(kind) && (isWithin(at, place) || isWithin(place, at)))
  const accepted = at.length < 6 && said.some(({ kind }) => kind === 'accepted') && said.at(-1)?.kind !== 'ended'
  const word = accepted ? 'accepted' : (said.at(-1)?.kind as DemandState | undefined)
  if (word === undefined) return lapsesAfter(demand) < day ? 'expired' : demand.origin === 'community' ? 'told' : 'waiting'
  return (word === 'accepted' || word === 'answered') && lapsesAfter(demand) < day ? 'expired' : word
}

/**
 * Whether a demand is answered with figures at a place on a day: answered or accepted there, and refused by no county within it,
 * since a sum without that county would tell of it as well.
 */
export function mayAnswer(demand: Kept, place: PlaceCode, day: Day): boolean {
  const state = stateOf(demand, place, day)
  if (state !== 'answered' && state !== 'accepted') return false
  const counties = new Set(demand.acts.map((act) => act.place).filter((at) => isWithin(at, place)))
  return ![...counties].some((at) => stateOf(demand, at, day) === 'refused')
}

/** Whether a demand binds a community on a day: begun, accepted by its county, not over. */
export const isInForce = (demand: Kept, community: PlaceCode, day: Day): boolean =>
  demand.from <= day && demand.scope.some((area) => isWithin(community, area)) && stateOf(demand, community, day) === 'accepted'

const plain = (text: string) => text.replace(/[\s、，。（）()《》“”]/g, '').toLowerCase()

function pairs(text: string): Set<string> {
  const all = new Set<string>()
  for (let at = 0; at + 1 < text.length; at++) all.add(text.slice(at, at + 2))
  return all
}

/** Whether two short texts name the same thing: equal but for signs and spaces, or three of five pairs of characters shared. */
export function soundsAlike(one: string, other: string): boolean {
  const [a, b] = [plain(one), plain(other)]
  if (a === b) return true
  const [left, right] = [pairs(a), pairs(b)]
  const both = [...left].filter((pair) => right.has(pair)).length
  return left.size + right.size > 0 && (2 * both) / (left.size + right.size) >= 0.6
}

const wordsOf = (item: string): Words => dictionary.get(item)?.words ?? { zh: item, en: item }

/**
 * The last day until which a form that a community tells of was once accepted there: it is asked for beyond its term. Undefined
 * where nothing of that name was ever accepted: it has no base at all.
 */
export function formerTermOf(told: Kept, others: readonly Kept[], day: Day): Day | undefined {
  return others
    .filter(
      ({ id, kind, title, scope }) =>
        id !== told.id && kind === told.kind && soundsAlike(title, told.title) && meets(scope, told.scope),
    )
    .filter(({ acts }) => acts.some((act) => act.kind === 'accepted' && isWithin(told.place, act.place)))
    .map(lapsesAfter)
    .filter((last) => last < day)
    .sort()
    .at(-1)
}

function sharedItems(one: KnownDemand, other: Kept): Words[] {
  const known = one.items.filter((item) => other.items.includes(item)).map(wordsOf)
  const fresh = one.new_items
    .filter(({ name }) => other.new_items.some((item) => soundsAlike(item.name, name)))
    .map(({ name }) => ({ zh: name, en: name }))
  const titles = one.kind === 'task' && other.kind === 'task' && soundsAlike(one.title, other.title)
  return [...known, ...fresh, ...(titles ? [{ zh: one.title, en: one.title }] : [])]
}

const meets = (one: readonly PlaceCode[], other: readonly PlaceCode[]) =>
  one.some((area) => other.some((each) => isWithin(area, each) || isWithin(each, area)))
const covers = (one: readonly PlaceCode[], by: readonly PlaceCode[]) =>
  one.every((area) => by.some((each) => isWithin(area, each)))

/** Demands that ask the same communities for the same at the same time: 令出多门 (民发〔2023〕5号). */
export function overlapsOf(wanted: KnownDemand, others: readonly Kept[], at: PlaceCode, day: Day): Overlap[] {
  return others.flatMap((other): Overlap[] => {
    const state = stateOf(other, at, day)
    if (state === 'refused' || state === 'merged' || state === 'expired' || state === 'ended') return []
    if ((wanted.until !== null && wanted.until < other.from) || lapsesAfter(other) < wanted.from) return []
    if (!meets(wanted.scope, other.scope)) return []
    const shared = sharedItems(wanted, other)
    if (shared.length === 0) return []
    const asked = wanted.items.length + wanted.new_items.length
    const whole = shared.length >= Math.max(1, asked) && covers(wanted.scope, other.scope) && wanted.rhythm === other.rhythm
    return [{ demand: other.id, title: other.title, asker: other.asker, state, shared, whole }]
  })
}

/** Why the desk sends a demand back at once; empty when a person may decide. */
export function groundsAgainst(wanted: KnownDemand, today: Day): RefusalGround[] {
  const empty = (text: string) => text.trim() === ''
  const grounds: [RefusalGround, boolean][] = [
    ['no-document', empty(wanted.document)],
    ['no-purpose', empty(wanted.purpose)],
    ['no-ground', empty(wanted.ground)],
    ['expired', wanted.until !== null && wanted.until < today],
    ['too-long', wanted.until !== null && daysBetween(wanted.from, wanted.until) > longestDays],
    ['no-money', wanted.kind === 'task' && (wanted.money === null || wanted.money === 0 || empty(wanted.money_from))],
    ['item-baseless', wanted.new_items.some(({ purpose, ground, keep }) => empty(purpose) || empty(ground) || empty(keep))],
    ['unknown-item', wanted.items.some((item) => !dictionary.has(item))],
    ['nothing-asked', wanted.kind !== 'task' && wanted.items.length + wanted.new_items.length === 0],
  ]
  return grounds.filter(([, holds]) => holds).map(([ground]) => ground)
}

/**
 * What the desk says of a demand: sent back with its grounds, answered from the registers since all of it is held
 * (政务数据共享条例 §19: what sharing can give is not asked again), or waiting for the county's civil affairs.
 */
export function judge(wanted: KnownDemand, others: readonly Kept[], at: PlaceCode, today: Day): Judgement {
  const grounds = groundsAgainst(wanted, today)
  const held = wanted.items.filter((item) => dictionary.has(item))
  const answered = wanted.kind !== 'task' && wanted.new_items.length === 0 && held.length > 0
  return {
    grounds,
    held,
    overlaps: overlapsOf(wanted, others, at, today),
    outcome: grounds.length > 0 ? 'refused' : answered ? 'answered' : 'waiting',
  }
}

/** The share of a demand that communities still do by hand: items already held cost them nothing; a task is theirs whole. */
export function ownShare({ kind, items, new_items }: Pick<Wanted, 'kind' | 'items' | 'new_items'>): number {
  if (kind === 'task') return 1
  const all = items.length + new_items.length
  return all === 0 ? 1 : new_items.length / all
}

const sameDayOfMonth = (day: Day, first: Day): boolean => {
  const lastOfMonth = addDays(day, 1).slice(8) === '01'
  return day.slice(8) === first.slice(8) || (lastOfMonth && day.slice(8) < first.slice(8))
}

/** Whether a demand runs on some day between two, both included. */
export const runsBetween = (demand: Pick<Kept, 'from' | 'until' | 'acts'>, from: Day, to: Day): boolean =>
  demand.from <= to && lapsesAfter(demand) >= from

/**
 * How often a demand falls due between two days, both included; once is due on its last day, without one on the day it was
 * told of. Null where nobody said how often.
 */
export function timesBetween(demand: Pick<Kept, 'from' | 'until' | 'acts' | 'rhythm'>, from: Day, to: Day): number | null {
  if (demand.rhythm === null) return runsBetween(demand, from, to) ? null : 0
  const last = lapsesAfter(demand)
  const begin = demand.from > from ? demand.from : from
  const end = last < to ? last : to
  if (begin > end) return 0
  if (demand.rhythm === 'once') {
    const due = lastDayOf(demand) ?? demand.from
    return due >= from && due <= to ? 1 : 0
  }
  if (demand.rhythm === 'daily') return daysBetween(begin, end) + 1
  let times = 0
  for (let day = begin; day <= end; day = addDays(day, 1)) {
    if (demand.rhythm === 'weekly' ? daysBetween(demand.from, day) % 7 === 0 : sameDayOfMonth(day, demand.from)) times++
  }
  return times
}
