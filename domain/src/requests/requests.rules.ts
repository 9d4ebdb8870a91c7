import { addDays, ageOn, isDay, shanghaiDay, shanghaiInstant } from '../day.ts'
import { mayAct as mayInFlow, whyNotAct as whyNotInFlow } from '../kinds/request/act.rules.ts'
import type { Flow, Party } from '../kinds/request/flow.ts'
import { flowOf } from '../kinds/request/flows.ts'
import { officeFor as officeOf, termOfAct } from '../kinds/request/request.rules.ts'
import { type Folded, foldOf } from '../kinds/request/standing.rules.ts'
import { dueOf } from '../kinds/terms/term.rules.ts'
import { missingIn } from '../kinds/when.ts'
import { countyOf, isWithin, parentOf } from '../place-code.ts'
import type { Problem } from '../problem.ts'
import type { Day, Id, Instant, PlaceCode } from '../schema.ts'
import { detailFieldsOf, groupOf, kindOf, type RequestKindName } from './kinds.ts'
import { problems } from './requests.problems.ts'
import type { ActKind, RequestState, Relation } from './requests.ts'

/** The office that handles a request: never the one a complaint is about. */
export const officeFor = (kind: RequestKindName, against: PlaceCode): PlaceCode => officeOf(kindOf(kind), against)

/** The receipt number: day of receipt and eight signs of the request's id, so that nobody guesses another's. */
export const numberOf = (id: Id, day: Day): string => `TS${day.replaceAll('-', '')}-${id.slice(-8).toUpperCase()}`

/** What is known of an act when a state is derived. */
export interface DoneAct {
  readonly kind: ActKind
  readonly result: string | null
  readonly day: Day
}

/** Where a request lies: the place it is about, the office that handles it, the desk that took it down. */
export interface Lies {
  readonly against: PlaceCode
  readonly office: PlaceCode
  readonly taken_at: PlaceCode
}

const flowFor = (kind: RequestKindName): Flow => flowOf(kindOf(kind).flow)

/** Whether where a request stands follows from an act of this kind; steps on the way and questions leave it as it is. */
export const bearsOnStanding = (kind: RequestKindName, act: ActKind): boolean => flowFor(kind).acts[act]?.to !== undefined

// Of an act that is kept its day is known, and that it was judged: it was done by the party that its step asks for.
const placeOfParty = (party: Party, { against, office, taken_at }: Lies): PlaceCode =>
  party === 'office' ? office : party === 'above' ? parentOf(office) : party === 'place' ? against : taken_at

const startOf = (day: Day): Instant => shanghaiInstant(day, '00:00')
const momentOf = (day: Day, nth: number): Instant => new Date(new Date(startOf(day)).getTime() + nth).toISOString()

// The head above keeps no step on the way: whatever an act waited for was done when it was judged.
const withStepsBefore = (flow: Flow, acts: readonly DoneAct[]): DoneAct[] =>
  acts.flatMap((act) => {
    const untold = (flow.acts[act.kind]?.after ?? []).filter((name) => !acts.some(({ kind }) => kind === name))
    return [...untold.map((name): DoneAct => ({ kind: name as ActKind, result: null, day: act.day })), act]
  })

/** Where a request stands by its acts in their order, folded as a request of any kind is. */
export function foldedOf(kind: RequestKindName, acts: readonly DoneAct[], lies: Lies): Folded {
  const flow = flowFor(kind)
  return foldOf(
    flow,
    withStepsBefore(flow, acts).map(({ kind: act, result, day }, nth) => {
      const step = flow.acts[act]
      const at = momentOf(day, nth)
      return {
        ...{ id: `${nth}`, act, at, by: '', place: placeOfParty(step?.by ?? 'office', lies) },
        ...(result !== null && { result }),
        ...(step?.sets && { whom: { office: lies.office, about: lies.against } }),
        ...(step?.clock === 'starts' && { due_at: dueOf(termOfAct(kindOf(kind), act, 'soon'), at).due_at }),
      }
    }),
  )
}

// A fold without places is enough where nobody's turn is asked.
const anywhere: Lies = { against: '000000000000', office: '000000', taken_at: '000000' }

/** State and, where an answer or a review is waited for, since when; from the acts in their order. */
export function stateOf(kind: RequestKindName, acts: readonly DoneAct[]): { state: RequestState; since: Day | null } {
  const { state, since, due_at } = foldedOf(kind, acts, anywhere)
  return { state: state as RequestState, since: due_at === null || since === null ? null : shanghaiDay(since) }
}

/** State, what is due and whether it is late, from the acts in their order. */
export function standing(
  kind: RequestKindName,
  acts: readonly DoneAct[],
  today: Day,
): { state: RequestState; due_on: Day | null; late: boolean; result: string | null } {
  const { state, due_at, result } = foldedOf(kind, acts, anywhere)
  // A term of days ends at 24:00 of its last day.
  const due_on = due_at && addDays(shanghaiDay(due_at), -1)
  return { state: state as RequestState, due_on, late: due_on !== null && today > due_on, result }
}

/** Why the details do not fit the fields of the kind; a day that is told is not to come. */
export function whyNotDetails(kind: RequestKindName, details: Readonly<Record<string, string>>, today: Day): Problem | undefined {
  const fields = detailFieldsOf(kind)
  const stranger = Object.keys(details).find((name) => !Object.hasOwn(fields, name))
  if (stranger) return problems.unknownDetail({ field: stranger })
  const missing = missingIn(fields, details)
  if (missing) return problems.detailMissing({ field: missing.words.zh, name: missing.words.en })
  const odd = Object.entries(fields).find(([name, { type, values = {} }]) => {
    const value = details[name] ?? ''
    if (value === '') return false
    if (type === 'choice') return !Object.hasOwn(values, value)
    return type === 'count' ? !/^\d{1,9}$/.test(value) : !isDay(value) || value > today
  })
  return odd && problems.detailWrong({ field: odd[1].words.zh, name: odd[1].words.en })
}

interface Asker {
  readonly name: string
  readonly relation: Relation
  readonly shown: string
  readonly person: Id | null
}

/**
 * Why this person may not ask this. Own data need a person of the register; for a child under 14 the guardian asks
 * (个人信息保护法 §31), for the dead a near relative (§49), and both show what proves it. A complaint about a county is
 * handled above it, where no names go: it is kept without one, and its number is the way to the answer.
 */
export function whyNotAsker(
  kind: RequestKindName,
  office: PlaceCode,
  who: Asker | null,
  born: Day | null,
  today: Day,
): Problem | undefined {
  if (office.length < 6) return who ? problems.withoutName({}) : undefined
  if (groupOf(kind) !== 'data') return undefined
  if (!who?.person) return problems.personNeeded({})
  const proved = who.shown.trim() !== ''
  if (who.relation === 'self' && born !== null && ageOn(born, today) < 14) return problems.guardianNeeded({})
  return who.relation !== 'self' && !proved ? problems.proofNeeded({}) : undefined
}

/** Why a request about this place cannot be taken down here. */
export function whyNotAgainst(kind: RequestKindName, against: PlaceCode, at: PlaceCode): Problem | undefined {
  if (against.length < 6 || countyOf(against) !== countyOf(at)) return problems.otherCounty({})
  return groupOf(kind) === 'data' && !isWithin(against, at) ? problems.askThere({}) : undefined
}

/** A request as far as the judging of an act needs it. */
export interface Handled extends Lies {
  readonly kind: RequestKindName
  readonly acts: readonly DoneAct[]
}

const atPlace = (place: PlaceCode) => ({ account: '', place })

/** The acts that an office may do to a request now, in the order of its flow. */
export function mayAct(request: Handled, place: PlaceCode, now: Instant): ActKind[] {
  const folded = foldedOf(request.kind, request.acts, request)
  const open = mayInFlow(flowFor(request.kind), folded, atPlace(place), now, kindOf(request.kind))
  return open.filter((act): act is ActKind => act !== 'taken')
}

/** Why an office may not do this to a request now, as of a request of any kind; the office that answered never reviews its own answer. */
export function whyNotAct(
  act: Exclude<ActKind, 'taken'>,
  request: Handled,
  place: PlaceCode,
  now: Instant,
  result?: string,
): Problem | undefined {
  const folded = foldedOf(request.kind, request.acts, request)
  const said = { act, ...(result !== undefined && { result }) }
  return whyNotInFlow(flowFor(request.kind), said, folded, atPlace(place), now, kindOf(request.kind))
}

/** The office whose turn a request is; null where the person who asked, or nobody, is waited for. */
export function officeInTurn({ kind, acts, ...lies }: Handled): PlaceCode | null {
  const { waits_on, office } = foldedOf(kind, acts, lies)
  return waits_on === 'office' ? office : waits_on === 'above' ? parentOf(lies.office) : null
}

/**
 * Whose offices read the words of an act. Those complained about read only what was put to them and the answer they gave;
 * who took a request down reads the answer too, unless it is the one complained about.
 */
export function readersOf(act: ActKind, { against, office, taken_at, kind }: Handled): PlaceCode[] {
  const about = groupOf(kind) === 'data' ? [] : [against]
  const taker = about.includes(taken_at) ? [] : [taken_at]
  const readers: Readonly<Record<ActKind, readonly PlaceCode[]>> = {
    taken: [office],
    'asked-place': [office, ...about],
    'side-told': [office, ...about],
    measure: [office],
    'told-authority': [office],
    'told-people': [office],
    answered: [office, ...taker],
    accepted: [office],
    'review-asked': [office, parentOf(office)],
    reviewed: [office, parentOf(office), ...taker],
  }
  return [...new Set(readers[act])]
}
