import { addDays, ageOn, isDay } from '../day.ts'
import { countyOf, isWithin, parentOf } from '../place-code.ts'
import type { Problem } from '../problem.ts'
import type { Day, Id, PlaceCode } from '../schema.ts'
import { kindOf, type RequestKindName, reviewDays } from './kinds.ts'
import { problems } from './requests.problems.ts'
import type { ActKind, RequestState, Relation } from './requests.ts'

/** The office that handles a request: never the one a complaint is about. */
export function officeFor(kind: RequestKindName, against: PlaceCode): PlaceCode {
  const { handler } = kindOf(kind)
  if (handler === 'itself') return against
  return handler === 'county' ? countyOf(against) : parentOf(against)
}

/** The receipt number: day of receipt and eight signs of the request's id, so that nobody guesses another's. */
export const numberOf = (id: Id, day: Day): string => `TS${day.replaceAll('-', '')}-${id.slice(-8).toUpperCase()}`

/** What is known of an act when a state is derived. */
export interface DoneAct {
  readonly kind: ActKind
  readonly result: string | null
  readonly day: Day
}

const standingActs: readonly ActKind[] = ['taken', 'answered', 'accepted', 'review-asked', 'reviewed']

/** Whether where a request stands follows from an act of this kind; steps on the way and questions leave it as it is. */
export const bearsOnStanding = (kind: ActKind): boolean => standingActs.includes(kind)

/** State and, where an answer or a review is waited for, since when; from the acts in their order. */
export function stateOf(kind: RequestKindName, acts: readonly DoneAct[]): { state: RequestState; since: Day | null } {
  const last = (name: ActKind) => acts.filter((act) => act.kind === name).at(-1)
  if (last('accepted') || last('reviewed')) return { state: 'settled', since: null }
  const review = last('review-asked')
  if (review) return { state: 'in-review', since: review.day }
  if (last('answered')) return { state: kindOf(kind).group === 'incident' ? 'settled' : 'answered', since: null }
  return { state: 'open', since: last('taken')?.day ?? null }
}

/** State, what is due and whether it is late, from the acts in their order. */
export function standing(
  kind: RequestKindName,
  acts: readonly DoneAct[],
  today: Day,
): { state: RequestState; due_on: Day | null; late: boolean; result: string | null } {
  const last = (name: ActKind) => acts.filter((act) => act.kind === name).at(-1)
  const result = (last('reviewed') ?? last('answered'))?.result ?? null
  const { state, since } = stateOf(kind, acts)
  const due_on = since && addDays(since, state === 'in-review' ? reviewDays : kindOf(kind).days)
  return { state, due_on, late: due_on !== null && today > due_on, result }
}

/** Why the details do not fit the fields of the kind. */
export function whyNotDetails(kind: RequestKindName, details: Readonly<Record<string, string>>, today: Day): Problem | undefined {
  const { fields } = kindOf(kind)
  const stranger = Object.keys(details).find((name) => !fields.some((field) => field.name === name))
  if (stranger) return problems.unknownDetail({ field: stranger })
  for (const { name, type, must, values, words } of fields) {
    const value = details[name]
    if (value === undefined || value === '') {
      if (must) return problems.detailMissing({ field: words.zh, name: words.en })
      continue
    }
    const fits =
      type === 'choice'
        ? Object.hasOwn(values ?? {}, value)
        : type === 'count'
          ? /^\d{1,9}$/.test(value)
          : isDay(value) && value <= today
    if (!fits) return problems.detailWrong({ field: words.zh, name: words.en })
  }
  return undefined
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
  if (kindOf(kind).group !== 'data') return undefined
  if (!who?.person) return problems.personNeeded({})
  const proved = who.shown.trim() !== ''
  if (who.relation === 'self' && born !== null && ageOn(born, today) < 14) return problems.guardianNeeded({})
  return who.relation !== 'self' && !proved ? problems.proofNeeded({}) : undefined
}

/** Why a request about this place cannot be taken down here. */
export function whyNotAgainst(kind: RequestKindName, against: PlaceCode, at: PlaceCode): Problem | undefined {
  if (against.length < 6 || countyOf(against) !== countyOf(at)) return problems.otherCounty({})
  const { handler } = kindOf(kind)
  return handler === 'itself' && !isWithin(against, at) ? problems.askThere({}) : undefined
}

/** A request as far as the judging of an act needs it. */
export interface Handled {
  readonly kind: RequestKindName
  readonly against: PlaceCode
  readonly office: PlaceCode
  readonly taken_at: PlaceCode
  readonly acts: readonly DoneAct[]
}

const actors: Readonly<Record<Exclude<ActKind, 'taken'>, (request: Handled) => readonly PlaceCode[]>> = {
  'asked-place': ({ office }) => [office],
  'side-told': ({ against }) => [against],
  measure: ({ office }) => [office],
  'told-authority': ({ office }) => [office],
  'told-people': ({ office }) => [office],
  answered: ({ office }) => [office],
  accepted: ({ office, taken_at }) => [office, taken_at],
  'review-asked': ({ office, taken_at }) => [office, taken_at],
  reviewed: ({ office }) => [parentOf(office)],
}

/** The offices that may do an act. */
export const mayAct = (act: Exclude<ActKind, 'taken'>, request: Handled): readonly PlaceCode[] => actors[act](request)

/** Why an office may not do this to a request now; the office that answered never reviews its own answer. */
export function whyNotAct(
  act: Exclude<ActKind, 'taken'>,
  request: Handled,
  place: PlaceCode,
  today: Day,
  result?: string,
): Problem | undefined {
  if (!mayAct(act, request).includes(place)) return problems.otherOffice({})
  const { state } = standing(request.kind, request.acts, today)
  const { group, results } = kindOf(request.kind)
  const did = (kind: ActKind) => request.acts.some((done) => done.kind === kind)
  const steps: readonly ActKind[] = ['measure', 'told-authority', 'told-people']
  if (steps.includes(act) && group !== 'incident') return problems.notThisKind({})
  if (act === 'asked-place' && group !== 'complaint') return problems.notThisKind({})
  if (act === 'side-told') return did('asked-place') ? undefined : problems.notAsked({})
  if (act === 'accepted' || act === 'review-asked') return state === 'answered' ? undefined : problems.notAnswered({})
  if (act === 'reviewed') return state === 'in-review' ? undefined : problems.noReview({})
  if (state !== 'open') return problems.answeredAlready({})
  if (act === 'answered' && !Object.hasOwn(results, result ?? '')) return problems.notThisKind({})
  if (act === 'answered' && group === 'incident') {
    const open = steps.filter((step) => !did(step))
    if (open.length > 0) return problems.stepsOpen({ steps: open.length })
  }
  return undefined
}

/**
 * Whose offices read the words of an act. Those complained about read only what was put to them and the answer they gave;
 * who took a request down reads the answer too, unless it is the one complained about.
 */
export function readersOf(act: ActKind, { against, office, taken_at, kind }: Handled): PlaceCode[] {
  const about = kindOf(kind).handler === 'itself' ? [] : [against]
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
