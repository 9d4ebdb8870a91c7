import { addDays, shanghaiDay } from '../../day.ts'
import type { Problem } from '../../problem.ts'
import type { Day, Id, Instant } from '../../schema.ts'
import { type Field, type Values, w } from '../fields.ts'
import { problems } from '../kinds.problems.ts'
import { inOrder } from '../order.ts'
import { settle, whyNot } from '../when.ts'
import {
  type RegisterAct,
  type RegisterKind,
  type RegisterState,
  registerStates,
  type ThingAct,
  type ThingActName,
} from './register.ts'

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
  /** The last visit, and the day that was set there for the next. */
  readonly visited?: { readonly on: Day; readonly next: Day | null }
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

const openIn: Readonly<Record<ThingActName, readonly Thing['state'][]>> = {
  add: ['none'],
  change: ['draft', 'waiting', 'live'],
  'set-state': ['live'],
  'still-right': ['live'],
  sign: ['draft'],
  approve: ['waiting'],
  renew: ['live'],
  end: ['draft', 'waiting', 'live'],
  visit: ['draft', 'waiting', 'live'],
}

function fits(kind: RegisterKind, at: Thing, act: ThingAct): boolean {
  if (!openIn[act.act].includes(at.state)) return false
  if (act.act === 'visit') return kind.visits !== undefined && act.day !== undefined
  if (!kind.acts.includes(act.act)) return false
  if (act.act === 'set-state') return Object.hasOwn(kind.states ?? {}, act.state ?? '')
  if (act.act === 'renew') return act.until !== undefined && (at.until === null || act.until > at.until)
  return act.act !== 'approve' || act.by !== at.by
}

// What is visited is due from the day on which it came onto the register; the day set at the last visit may come sooner than its rhythm.
function visitedAfter({ visits }: RegisterKind, at: Thing): Thing {
  if (!visits || !at.visited) return at
  const rhythm = addDays(at.visited.on, visits.but[String(at.values[visits.by])] ?? visits.every)
  const { next: set } = at.visited
  return { ...at, review_on: set !== null && set < rhythm ? set : rhythm }
}

function next(kind: RegisterKind, at: Thing, act: ThingAct): Thing {
  const day = shanghaiDay(act.at)
  const looked = kind.reviewDays === undefined ? null : addDays(day, kind.reviewDays)
  switch (act.act) {
    case 'add':
    case 'change': {
      const { signed: _, ...rest } = at
      return visitedAfter(kind, {
        ...rest,
        state: stateAfter(kind, 'said'),
        values: settle(kind.fields, act.values ?? {}).values,
        own: at.own ?? Object.keys(kind.states ?? {})[0] ?? null,
        own_since: at.own_since ?? day,
        until: act.act === 'add' ? (act.until ?? null) : at.until,
        review_on: kind.visits ? (at.review_on ?? day) : looked,
        by: act.by,
      })
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
    case 'visit':
      // One that is written down late does not undo a later one.
      return (act.day ?? day) < (at.visited?.on ?? '')
        ? at
        : visitedAfter(kind, { ...at, visited: { on: act.day ?? day, next: act.until ?? null } })
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

/** The day before which a term or look makes a thing overdue: what is visited is due on its day, all else is overdue after it. */
export const overdueBefore = ({ visits }: Pick<RegisterKind, 'visits'>, today: Day): Day => (visits ? addDays(today, 1) : today)

/** Why an act on a thing as it stands is refused; what is added or changed is judged whole, by the version that the client knows. */
export function whyNotThingAct(
  kind: RegisterKind,
  said: Omit<ThingAct, 'id' | 'at' | 'act'> & { readonly act: RegisterAct },
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
export const isReviewed = ({ reviewDays, visits, acts }: Pick<RegisterKind, 'reviewDays' | 'visits' | 'acts'>): boolean =>
  reviewDays !== undefined || visits !== undefined || acts.includes('renew')

const everySoOften = (days: number) => (days === 1 ? w('每天一次', 'Every day') : w(`每 ${days} 天一次`, `Every ${days} days`))

/** The choices by which the lists of a register are narrowed, `every` by how often they are visited. */
export const thingFiltersOf = ({ fields, visits }: Pick<RegisterKind, 'fields' | 'visits'>): [string, Field][] => {
  const rhythms = visits ? [...new Set([visits.every, ...Object.values(visits.but)])] : []
  const values = Object.fromEntries(rhythms.map((days) => [String(days), everySoOften(days)]))
  return [
    ...Object.entries(fields).filter(([, { filter, type }]) => filter === true && type === 'choice'),
    ...(visits ? [['every', { type: 'choice', words: w('多久走访', 'Visited'), values }] as [string, Field]] : []),
  ]
}

/** The values of fields that chosen filters leave, by field; of one that is not there everything is left. */
export function chosenValues(
  { fields, visits }: Pick<RegisterKind, 'fields' | 'visits'>,
  { every, ...chosen }: Readonly<Record<string, string>>,
): Record<string, readonly string[]> {
  const left = Object.fromEntries(Object.entries(chosen).map(([name, value]) => [name, [value]]))
  if (every === undefined || !visits) return left
  const among = left[visits.by] ?? Object.keys(fields[visits.by]?.values ?? {})
  return { ...left, [visits.by]: among.filter((value) => String(visits.but[value] ?? visits.every) === every) }
}
