import type { Term } from '@wangdi/policy/engine/answer.ts'
import { type Facts, type HouseKind, personKinds } from '@wangdi/policy/vocabulary.ts'
import { addDays, ageOn } from '../../day.ts'
import type { KeyGroup } from '../../people/key-group.ts'
import type { Arrival } from '../../people/arrival/arrival.ts'
import { isChecked } from '../../people/arrival/arrival.rules.ts'
import type { Words } from '../../problem.ts'
import type { Day, Id } from '../../schema.ts'
import type { Known, PersonKind } from '../observation.ts'
import { datedPhases } from '../term.rules.ts'
import type { ArrivalProposal, Exception, GroupKey, QueueGroup, Stage, ToCheck } from './queue.ts'

/** What of an arrival decides where it stands. */
export interface ToJudge
  extends Pick<
    Arrival,
    'state' | 'origin' | 'origin_place' | 'origin_kind' | 'origin_confirmed_by' | 'arrived_on' | 'left_origin_on'
  > {
  readonly known: Known
  readonly born: Day | null
  readonly dwelling: Id | null
  readonly marks: readonly KeyGroup[]
  /** Another record holds the same document number, or looks alike and nobody settled it. */
  readonly in_doubt: boolean
  /** A stay of this person runs. */
  readonly running: boolean
  readonly decided: boolean
}

/** What the rules answer for a kind of person of whom something is known, how the day of exposure counts, and what the kind is called. */
export type AskTerm = (
  kind: PersonKind,
  known: Known,
) => {
  readonly term: Term
  readonly exposure: number
  readonly words?: Words | undefined
  readonly asks?: ArrivalProposal['asks']
}

/** Where an arrival stands, with what is proposed for it. */
export interface Judged {
  readonly stage: Stage
  readonly to_check: ToCheck | null
  readonly proposal: ArrivalProposal | null
  /** What the rules answered, for the order that follows from it. */
  readonly term: Term | null
}

// Of several kinds that the level of an origin may mean, the first that a rule of the day covers: the kinds changed with the notices
// (early 2020 spoke of outbreak areas; until June 2022 proof and point-to-point transport freed who came from elsewhere than high risk).
const kindsOf: Readonly<Record<Exclude<Arrival['origin_kind'], 'unknown'>, readonly [PersonKind, ...PersonKind[]]>> = {
  abroad: ['inbound'],
  high: ['returned-high-risk', 'from-outbreak-area'],
  medium: ['returned-medium-risk', 'returned-other'],
  low: ['returned-other'],
}

const at = (stage: Stage, more: Partial<Judged> = {}): Judged => ({
  ...{ stage, to_check: null, proposal: null, term: null },
  ...more,
})

/**
 * Where an arrival stands, and which kind, day zero and phases the rules propose. The machine proposes from what people
 * confirmed and nothing else: an unconfirmed origin, or a missing day of leaving where the rule counts from it, waits for a check.
 * Nobody from a place of low risk is held (九不准 2022-06-05, ②); a term that is over already is set aside. `met`: kinds that notices
 * bring and of which this arrival is; where several rules ask something, the strictest is proposed and the others are named beside it.
 */
export function judgeArrival(arrival: ToJudge, ask: AskTerm, today: Day, met: readonly PersonKind[] = []): Judged {
  if (arrival.decided) return at('decided')
  if (arrival.state === 'expected') return at('expected')
  const { origin_kind } = arrival
  if (origin_kind === 'unknown' || !isChecked(arrival)) return at('checking', { to_check: 'origin' })
  const kinds = kindsOf[origin_kind]
  const answers = kinds.map((kind) => ({ kind, ...ask(kind, arrival.known) }))
  const found = answers.find(({ term }) => term.rule !== null) ?? answers[0]
  if (!found) return at('checking', { to_check: 'origin' })
  const own = met.map((kind) => ({ kind, ...ask(kind, arrival.known) })).filter(({ term }) => term.rule !== null)
  return together([judgeAs(arrival, found, today), ...own.map((one) => judgeAs(arrival, one, today))])
}

interface Asked extends ReturnType<AskTerm> {
  readonly kind: PersonKind
}

/** Where an arrival stands as one of a kind whose term is known. */
function judgeAs(arrival: ToJudge, { kind, term, exposure, words, asks = [] }: Asked, today: Day): Judged {
  const none = term.phases.length === 0 && term.alternatives.length === 0
  if (none && (term.rule !== null || arrival.origin_kind === 'low')) return at('out', { term })
  // Entry, leaving and discharge lie where somebody came from; only the arrival itself is known here.
  const day_zero = term.count_from === 'arrival' ? arrival.arrived_on : arrival.left_origin_on
  if (day_zero === null) return at('checking', { to_check: 'left-day', term })
  const counts_from = addDays(day_zero, -exposure)
  const phases = datedPhases(term.phases, counts_from)
  const last_day = phases.at(-1)?.until ?? null
  const { rule, rules_of, certain, source, note, missing } = term
  const proposal: ArrivalProposal = {
    ...{ kind, day_zero, counts_from, phases, last_day, rule, rules_of, certain },
    source: source && { document: source.document, section: source.section },
    note: note && { zh: note.zh, en: note.en },
    missing: [...missing],
    ...(asks.length > 0 && { asks }),
    ...(words && { kind_words: { zh: words.zh, en: words.en } }),
  }
  return at(last_day !== null && last_day < today ? 'over' : 'decide', { proposal, term })
}

/** The facts of where somebody came from that notices ask, in the words of the rules; what is not known is left out. */
export const factsOfOrigin = ({ origin_kind, origin_place }: Pick<Arrival, 'origin_kind' | 'origin_place'>): Facts => ({
  ...(origin_kind !== 'unknown' && { 'arrival.origin': origin_kind }),
  ...(origin_place && { 'arrival.province': origin_place.slice(0, 2) }),
})

// What is to be checked first is checked for all of them; then the strictest goes before, of these the one that lasts longest.
const standing: Readonly<Partial<Record<Stage, number>>> = { checking: 0, decide: 1, over: 2, out: 3 }

/** One standing of several: what somebody is under different rules. */
function together(all: readonly Judged[]): Judged {
  const [first, ...others] = [...all].sort(
    (a, b) =>
      (standing[a.stage] ?? 9) - (standing[b.stage] ?? 9) ||
      strictness(b) - strictness(a) ||
      (b.proposal?.last_day ?? '').localeCompare(a.proposal?.last_day ?? ''),
  )
  if (!first) return at('out')
  const also = others.flatMap(({ stage, proposal }) =>
    stage === 'decide' && proposal && proposal.rule !== null
      ? [{ kind: proposal.kind, words: proposal.kind_words ?? kindNames(proposal.kind), last_day: proposal.last_day }]
      : [],
  )
  return first.proposal && also.length > 0 ? { ...first, proposal: { ...first.proposal, also } } : first
}

const kindNames = (kind: PersonKind): Words => {
  const { zh, en } = personKinds[kind as HouseKind] ?? { zh: kind, en: kind }
  return { zh, en }
}

/** Whether two proposals are the same term: kind, phases with their days. */
export const isSameProposal = (a: ArrivalProposal | null, b: ArrivalProposal | null): boolean => termKey(a) === termKey(b)

const termKey = (proposal: ArrivalProposal | null) =>
  proposal &&
  [proposal.kind, proposal.day_zero, ...proposal.phases.map(({ where, from, until }) => `${where} ${from} ${until}`)].join('|')

/** Children below this age are not isolated alone (个人信息保护法 §31 draws the line there; 传染病防治法 §67: special care for minors). */
const childAge = 14
// Of whom special care is asked: the pregnant, the disabled, the sick, those without anybody (传染病防治法 §67).
const caredFor: readonly KeyGroup[] = ['pregnant', 'disabled', 'mental-illness', 'elder-alone', 'orphan', 'unraised-child']

/** What in a person's own case stands against deciding about them together with others. */
export const decidedAlone: readonly Exception[] = ['running', 'in-doubt', 'no-door', 'home-unfit', 'child', 'needs-care']

/** Why a person is decided alone and not with the group; nothing where the group's proposal fits. */
export function exceptionsOf(
  arrival: ToJudge,
  { stage, proposal }: Judged,
  usual: ArrivalProposal | null,
  today: Day,
): Exception[] {
  if (stage !== 'decide') return []
  const isolated = proposal?.phases.some(({ where }) => where !== 'monitoring') ?? false
  const said: [Exception, boolean][] = [
    ['running', arrival.running],
    ['in-doubt', arrival.in_doubt],
    ['no-door', arrival.dwelling === null],
    ['home-unfit', arrival.known.home_fit === false],
    ['child', isolated && arrival.born !== null && ageOn(arrival.born, today) < childAge],
    ['needs-care', isolated && arrival.marks.some((kind) => caredFor.includes(kind))],
    ['other-term', !isSameProposal(proposal, usual) && arrival.known.home_fit !== false],
  ]
  return said.flatMap(([exception, holds]) => (holds ? [exception] : []))
}

/** The group in which an arrival is looked at: where from, at which level, on which day. */
export function groupOf(
  arrival: Pick<ToJudge, 'origin' | 'origin_place' | 'origin_kind' | 'arrived_on' | 'left_origin_on'>,
  stage: Stage,
): GroupKey {
  const { origin, origin_place, origin_kind, arrived_on, left_origin_on } = arrival
  return {
    stage,
    origin_kind,
    origin: origin_place === null || origin_place === '' ? origin.replaceAll(/\s/g, '') : origin_place.slice(0, 6),
    day: left_origin_on ?? arrived_on,
    day_is: left_origin_on === null ? 'arrived' : 'left',
  }
}

/** The key of a group as one text. */
export const textOfGroup = ({ stage, origin_kind, origin, day, day_is }: GroupKey): string =>
  [stage, origin_kind, day, day_is, origin].join('|')

/** What occurs most often, by its key; of several the first. */
export function mostOften<T>(all: readonly T[], keyOf: (one: T) => string | null): T | undefined {
  const counts = new Map<string | null, { first: T; times: number }>()
  for (const one of all) {
    const key = keyOf(one)
    const known = counts.get(key)
    counts.set(key, { first: known?.first ?? one, times: (known?.times ?? 0) + 1 })
  }
  return [...counts.values()].reduce<{ first?: T; times: number }>((most, some) => (some.times > most.times ? some : most), {
    times: 0,
  }).first
}

/** The proposal that fits most of a group; where no rule was found, that of anybody, which says so. */
export const usualOf = (all: readonly (ArrivalProposal | null)[]): ArrivalProposal | null => mostOften(all, termKey) ?? null

const wheres = { monitoring: 0, home: 1, central: 2 } as const
const strictness = ({ proposal }: Pick<QueueGroup | Judged, 'proposal'>) =>
  (proposal?.phases ?? []).reduce((sum, { where }) => Math.max(sum, wheres[where]), -1)

/** Groups as they are read: the strictest first, of these the last to leave, of these the largest. */
export const inOrder = (groups: readonly QueueGroup[]): QueueGroup[] =>
  [...groups].sort(
    (a, b) =>
      strictness(b) - strictness(a) ||
      (a.day < b.day ? 1 : a.day > b.day ? -1 : 0) ||
      b.people - a.people ||
      (a.name < b.name ? -1 : 1),
  )
