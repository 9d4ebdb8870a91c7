import { addDays, shanghaiDay } from '../../day.ts'
import type { Problem } from '../../problem.ts'
import type { Day, Id, Instant } from '../../schema.ts'
import type { Field, Values } from '../fields.ts'
import { problems } from '../kinds.problems.ts'
import { inOrder } from '../order.ts'
import { settle, whyNot } from '../when.ts'
import { type RegisterAct, type RegisterKind, type RegisterState, registerStates, type ThingAct } from './register.ts'

/** A thing by its acts alone: what is kept beside them as columns. */
export interface Thing {
  readonly state: RegisterState | 'none'
  readonly values: Values
  /** The own state with the day from which and the basis on which it holds. */
  readonly own: string | null
  readonly own_since: Day | null
  readonly basis: string | null
  readonly until: Day | null
  readonly review_on: Day | null
  /** Who said last what it is; another person approves. */
  readonly by: Id | null
  /** When the last act was done. */
  readonly last_at: Instant | null
  readonly strays: readonly Id[]
  /** Who signed what it is now, and on which day. */
  readonly signed?: { readonly by: string; readonly on: Day }
}

/** A thing before anything was said of it. */
export const unadded: Thing = {
  state: 'none',
  values: {},
  own: null,
  own_since: null,
  basis: null,
  until: null,
  review_on: null,
  by: null,
  last_at: null,
  strays: [],
}

function stateAfter({ acts }: RegisterKind, act: 'said' | 'signed' | 'approved'): RegisterState {
  if (act === 'said' && acts.includes('sign')) return 'draft'
  return act !== 'approved' && acts.includes('approve') ? 'waiting' : 'live'
}

const openIn: Readonly<Record<ThingAct['act'], readonly Thing['state'][]>> = {
  add: ['none'],
  change: ['draft', 'waiting', 'live'],
  'set-state': ['live'],
  'still-right': ['live'],
  sign: ['draft'],
  approve: ['waiting'],
  renew: ['live'],
  end: ['draft', 'waiting', 'live'],
}

function fits(kind: RegisterKind, at: Thing, act: ThingAct): boolean {
  if (!kind.acts.includes(act.act) || !openIn[act.act].includes(at.state)) return false
  if (act.act === 'set-state') return Object.hasOwn(kind.states ?? {}, act.state ?? '')
  if (act.act === 'renew') return act.until !== undefined && (at.until === null || act.until > at.until)
  return act.act !== 'approve' || act.by !== at.by
}

function next(kind: RegisterKind, at: Thing, act: ThingAct): Thing {
  const day = shanghaiDay(act.at)
  const looked = kind.reviewDays === undefined ? null : addDays(day, kind.reviewDays)
  switch (act.act) {
    case 'add':
    case 'change': {
      const { signed: _, ...rest } = at
      return {
        ...rest,
        state: stateAfter(kind, 'said'),
        values: settle(kind.fields, act.values ?? {}).values,
        own: at.own ?? Object.keys(kind.states ?? {})[0] ?? null,
        own_since: at.own_since ?? day,
        until: act.act === 'add' ? (act.until ?? null) : at.until,
        review_on: looked,
        by: act.by,
      }
    }
    case 'set-state':
      return { ...at, own: act.state ?? null, own_since: act.day ?? day, basis: act.basis ?? null, review_on: looked }
    case 'still-right':
      return { ...at, review_on: looked }
    case 'sign':
      return { ...at, state: stateAfter(kind, 'signed'), signed: { by: act.signer ?? '', on: act.day ?? day } }
    case 'approve':
      return { ...at, state: stateAfter(kind, 'approved') }
    case 'renew':
      return { ...at, until: act.until ?? null, review_on: looked }
    case 'end':
      return { ...at, state: 'ended', review_on: null }
  }
}

/**
 * Folds the acts of a thing. Later words take the place of all earlier ones, and signature and approval go with those; order, repeats and what
 * has not come yet make no difference to those who hold the same acts.
 */
export const thingOf = (kind: RegisterKind, acts: readonly ThingAct[]): Thing =>
  inOrder(acts).reduce((at, act) => thingAfter(kind, at, act), unadded)

/** A thing after one act more, which is later than all before it; an act that does not fit is a stray. */
export const thingAfter = (kind: RegisterKind, at: Thing, act: ThingAct): Thing =>
  fits(kind, at, act) ? { ...next(kind, at, act), last_at: act.at } : { ...at, strays: [...at.strays, act.id] }

/** Whether a thing is overdue on a day: its term is over, or nobody looked at it in time. */
export const isOverdue = ({ state, until, review_on }: Thing, today: Day): boolean =>
  state === 'live' && ((until !== null && until < today) || (review_on !== null && review_on < today))

/** Why an act on a thing as it stands is refused; what is added or changed is judged whole, by the version that the client knows. */
export function whyNotThingAct(
  kind: RegisterKind,
  said: Omit<ThingAct, 'id' | 'at'>,
  at: Thing,
  version = kind.version,
): Problem | undefined {
  const { act } = said
  if (!kind.acts.includes(act)) return problems.noSuchAct({ act })
  if (!openIn[act].includes(at.state)) {
    const { zh, en } = at.state === 'none' ? { zh: '还没有登记', en: 'not added yet' } : registerStates[at.state]
    return problems.notNow({ act, state: at.state, zh, en })
  }
  if (act === 'set-state') {
    if (!Object.hasOwn(kind.states ?? {}, said.state ?? '')) return problems.noSuchState({ state: said.state ?? '' })
    return (said.basis ?? '').trim() === '' || said.day === undefined ? problems.basisNeeded({}) : undefined
  }
  if (act === 'renew' && (said.until === undefined || (at.until !== null && said.until <= at.until)))
    return problems.dayBack({ day: at.until ?? '' })
  if (act === 'sign' && ((said.signer ?? '').trim() === '' || said.day === undefined)) return problems.signerNeeded({})
  if (act === 'approve' && said.by === at.by) return problems.secondPerson({})
  if (act === 'end') return (said.basis ?? '').trim() === '' ? problems.groundNeeded({ act }) : undefined
  return act === 'add' || act === 'change' ? whyNot(kind.fields, said.values ?? {}, version) : undefined
}

/** The acts that somebody may do to a thing as it stands, as far as the register judges: whoever said what it is does not approve it. */
export const mayActOnThing = (kind: RegisterKind, at: Thing, by: Id): RegisterAct[] =>
  kind.acts.filter((act) => openIn[act].includes(at.state) && (act !== 'approve' || at.by !== by) && act !== 'add')

/** The columns of the lists of a register, beside its title. */
export const thingColumnsOf = ({ fields, title }: Pick<RegisterKind, 'fields' | 'title'>): [string, Field][] =>
  Object.entries(fields).filter(([name, { list }]) => list === true && name !== title)

/** Whether things of a register have a day by which they are looked at, or on which their term ends. */
export const isReviewed = ({ reviewDays, acts }: Pick<RegisterKind, 'reviewDays' | 'acts'>): boolean =>
  reviewDays !== undefined || acts.includes('renew')

/** The choices by which the lists of a register are narrowed. */
export const thingFiltersOf = ({ fields }: Pick<RegisterKind, 'fields'>): [string, Field][] =>
  Object.entries(fields).filter(([, { filter, type }]) => filter === true && type === 'choice')
