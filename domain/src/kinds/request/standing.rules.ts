import { isWithin, parentOf } from '../../place-code.ts'
import type { Id, Instant, PlaceCode } from '../../schema.ts'
import { inOrder } from '../order.ts'
import { isLate } from '../terms/term.rules.ts'
import type { DoneAct, Flow, Party, Step, Whom } from './flow.ts'

/** Where a request stands by its acts alone, without a clock: what is kept beside the acts as columns. */
export interface Folded {
  /** A state of the flow; `none` before anything was done. */
  readonly state: string
  readonly since: Instant | null
  /** Who brought it into this state. */
  readonly by: Id | null
  /** Null: nothing is waited for with a term. */
  readonly due_at: Instant | null
  readonly waits_on: Party | null
  readonly ended: boolean
  /** Who took it down, who handles it and since when, what it is about, whose turn it is. */
  readonly desk: PlaceCode | null
  readonly office: PlaceCode | null
  readonly received_at: Instant | null
  readonly about: PlaceCode | null
  readonly other: PlaceCode | null
  readonly assignee: Id | null
  /** Those of a chain or of several addressees who have not done it yet, in their order. */
  readonly left: readonly PlaceCode[]
  readonly addressees: readonly PlaceCode[]
  readonly result: string | null
  /**
   * Who still sees it as something given to them: the last whom it was handed to, until it is taken back, goes to another or
   * ends. Whoever told that it could not be done sees what they told.
   */
  readonly given_to: Id | null
  /** When the last act was done. */
  readonly last_at: Instant | null
  /** The acts that were done, by name, each once. */
  readonly did: readonly string[]
  /** When what was started is due, and whether that clock runs; it may stand and go on. */
  readonly term: Instant | null
  readonly runs: boolean
  /** Acts that did not fit where they stand and changed nothing; none of them comes from the server. */
  readonly strays: readonly Id[]
}
/** Where a request stands at a moment. */
export interface Standing extends Folded {
  readonly late: boolean
}

/** Where a request stands before anything was done. */
export const unbegun: Folded = {
  state: 'none',
  since: null,
  by: null,
  due_at: null,
  waits_on: null,
  ended: false,
  desk: null,
  office: null,
  received_at: null,
  about: null,
  other: null,
  assignee: null,
  left: [],
  addressees: [],
  result: null,
  given_to: null,
  last_at: null,
  did: [],
  term: null,
  runs: false,
  strays: [],
}

/** Who acts: account and place, and whether they see only what was given to them. */
export interface Actor {
  readonly account: Id
  readonly place: PlaceCode
  readonly isBlind?: boolean
}

/**
 * Whether somebody is the party that an act asks for, as a request stands. What a doer tells the desk by phone the office may
 * record for them; one who sees only what was given never acts for another.
 */
export function isParty(party: Party, at: Folded, { account, place, isBlind = false }: Actor): boolean {
  if (party === 'doer') return account === at.assignee || (!isBlind && at.assignee !== null && place === at.office)
  if (isBlind) return false
  if (party === 'desk') return at.desk === null || place === at.desk
  if (party === 'office') return place === at.office
  if (party === 'hearer') return place === at.desk || place === at.office
  if (party === 'place') return place === at.about
  if (party === 'other') return place === at.other
  if (party === 'addressee') return at.addressees.includes(place)
  if (party === 'above') return at.office !== null && at.office !== '' && place === parentOf(at.office)
  return at.desk !== null && isWithin(at.desk, place)
}

/** Whether somebody may do a step by who they are: the party it asks for, or where the flow says so whoever works above the office. */
export const isItsStep = (step: Step, at: Folded, actor: Actor): boolean =>
  isParty(step.by, at, actor) ||
  (step.orAbove === true && actor.isBlind !== true && at.office !== null && isWithin(at.office, actor.place))

/** Whether an act names all whom it hands something to. */
export const namesAll = ({ sets = [] }: Step, whom: Whom = {}): boolean =>
  sets.every((name) => whom[name] !== undefined && whom[name].length > 0)

/** The state that a request is in after an act that was done in another. */
export const stateAfter = ({ to }: Step, before: string): string =>
  to === undefined ? before : typeof to === 'string' ? to : (to[before] ?? before)

/** The acts that an act still waits for. */
export const leftBefore = ({ after = [] }: Step, { did }: Pick<Folded, 'did'>): string[] =>
  after.filter((act) => !did.includes(act))

function fits(step: Step, at: Folded, act: DoneAct): boolean {
  if (!step.from.includes(at.state) || !namesAll(step, act.whom)) return false
  if (step.once && at.did.includes(act.act)) return false
  if (leftBefore(step, at).length > 0) return false
  if (step.apart && act.by === at.by) return false
  if (step.all === 'addressees' && !at.left.includes(act.place)) return false
  return isItsStep(step, at, { account: act.by, place: act.place })
}

function handed(at: Folded, whom: Whom, act: DoneAct): Folded {
  const { office = whom.chain?.[0], about, doer, other, chain, addressees } = whom
  return {
    ...at,
    ...(office === undefined ? {} : { office, received_at: act.at }),
    ...(about === undefined ? {} : { about }),
    ...(doer === undefined ? {} : { assignee: doer }),
    ...(other === undefined ? {} : { other }),
    ...(chain === undefined ? {} : { left: chain }),
    ...(addressees === undefined ? {} : { left: addressees, addressees }),
  }
}

const seenBy = ({ by, to, sets = [] }: Step, before: Folded, { assignee }: Folded): Id | null =>
  sets.includes('doer') ? assignee : to === undefined || by === 'doer' ? before.given_to : null

function next(flow: Flow, step: Step, before: Folded, act: DoneAct): Folded {
  const did = [...new Set([...before.did, act.act])]
  if (step.all !== undefined) {
    const left = before.left.filter((place) => place !== act.place)
    const turn = step.all === 'chain' ? { office: left[0] ?? before.office, received_at: act.at } : {}
    if (left.length > 0) return { ...before, did, left, ...turn, last_at: act.at }
    before = { ...before, left }
  }
  const named = Object.fromEntries((step.sets ?? []).map((name) => [name, act.whom?.[name]])) as Whom
  const about = before.state === 'none' ? act.whom?.about : undefined
  const after = handed(before, about === undefined ? named : { ...named, about }, act)
  const state = stateAfter(step, before.state)
  const waits = flow.states[state]?.waits ?? null
  const term = step.clock === 'starts' ? (act.due_at ?? null) : before.term
  const runs = step.clock === undefined ? before.runs : step.clock !== 'stops'
  return {
    ...after,
    state,
    since: step.to === undefined ? before.since : act.at,
    by: step.to === undefined ? before.by : act.by,
    desk: before.desk ?? act.place,
    assignee: waits === 'office' ? null : after.assignee,
    waits_on: waits,
    ended: waits === null,
    result: act.result ?? before.result,
    given_to: seenBy(step, before, after),
    last_at: act.at,
    term,
    runs,
    due_at: runs && waits !== null ? term : null,
    did,
  }
}

/**
 * Folds the acts of a request into where it stands. Order, repeats and what has not come yet make no difference to those who
 * hold the same acts: server, console and phone come to the same by this alone.
 */
export function foldOf(flow: Flow, acts: readonly DoneAct[]): Folded {
  return inOrder(acts).reduce((at, act) => standingAfter(flow, at, act), unbegun)
}

/** Where a request stands after one act more, which is later than all before it; an act that does not fit is a stray. */
export function standingAfter(flow: Flow, at: Folded, act: DoneAct): Folded {
  const step = Object.hasOwn(flow.acts, act.act) ? flow.acts[act.act] : undefined
  return step && fits(step, at, act) ? next(flow, step, at, act) : { ...at, strays: [...at.strays, act.id] }
}

/** The place whose turn it is; null where nobody or several are waited for. */
export function turnOf({ waits_on, desk, office, about, other }: Folded): PlaceCode | null {
  if (waits_on === null || waits_on === 'addressee') return null
  if (waits_on === 'above') return office === null ? null : parentOf(office)
  return { desk, finder: desk, hearer: desk, office, doer: office, place: about, other }[waits_on]
}

/** All places that take part in a request, each once. */
export function placesIn({ desk, office, about, other, left, addressees }: Folded): PlaceCode[] {
  return [...new Set([desk, office, about, other, ...left, ...addressees])].filter((place) => place !== null)
}

/** Where a request stands at a moment, and whether it is late. */
export function standing(flow: Flow, acts: readonly DoneAct[], now: Instant): Standing {
  const folded = foldOf(flow, acts)
  return { ...folded, late: isLate(folded.due_at, now) }
}
