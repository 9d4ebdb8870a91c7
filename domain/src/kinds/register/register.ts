import type { Words } from '../../problem.ts'
import type { Day, Id, Instant } from '../../schema.ts'
import { type Values, w } from '../fields.ts'
import type { Common, NoMore } from '../kind.ts'

/** What can be done with a thing of a register. */
export const registerActs = {
  add: w('登记', 'Add'),
  change: w('修改', 'Change'),
  'set-state': w('改状态', 'Set its state'),
  'still-right': w('看过，没有变', 'Looked at, still right'),
  sign: w('签字', 'Sign'),
  approve: w('批准', 'Approve'),
  renew: w('续期', 'Renew'),
  end: w('注销', 'End'),
} as const
export type RegisterAct = keyof typeof registerActs

/** What is written down of a thing: what is done with it, and a visit, which another verb records. */
export const thingActs = { ...registerActs, visit: w('走访', 'Visited') } as const
export type ThingActName = keyof typeof thingActs

/** How often the things of a register are visited: every so many days, and otherwise where a choice of theirs says so. */
export interface Visits {
  readonly every: number
  readonly by: string
  readonly but: Readonly<Record<string, number>>
}

/** Where a thing stands in its register, whatever states of its own it has. */
export const registerStates = {
  draft: w('待签字', 'To be signed'),
  waiting: w('待批准', 'To be approved'),
  live: w('在册', 'On the register'),
  ended: w('已注销', 'Ended'),
} as const
export type RegisterState = keyof typeof registerStates

/** What a kind of register says. */
export interface RegisterGiven extends Common {
  readonly acts: readonly RegisterAct[]
  /** The field that names a thing in lists and wherever it is chosen. */
  readonly title: string
  /** Fields without which two with one title are not the same: a row of a sheet is on the register when all of it is. */
  readonly alike?: readonly string[]
  /** States of its own such as open, limited, suspended; the first holds from the start. */
  readonly states?: Readonly<Record<string, Words>>
  /** Days until it is looked at again; counted from the last look, of which `still-right` is one that changed nothing. */
  readonly reviewDays?: number
  /** No sheet is brought into it: something that it always asks stands in no cell. */
  readonly noSheet?: true
  /** No two that are alike stand on the register of one place at once. */
  readonly single?: true
  /** They are gone to, and who was not visited in time is told; a visit is recorded elsewhere, by its list. */
  readonly visits?: Visits
  /** A place may truly have none of it: a named person says so, for as many days as one of it is looked at again after. */
  readonly mayBeNone?: true
  /** What it proves is proved by those alone whose choices are among these; the rest stand beside them on the register. */
  readonly provesBy?: Readonly<Record<string, readonly string[]>>
  /** A choice of which every value has to have something on the register of a place; the list says which have nothing. */
  readonly each?: string
}
/** A kind of things that live. */
export type RegisterKind = RegisterGiven & { readonly mechanism: 'register' }

/** Declares a kind of things. */
export const register = <const K extends RegisterGiven>(
  given: NoMore<K, RegisterGiven>,
): K & { readonly mechanism: 'register' } => ({ ...given, mechanism: 'register' })

/** One change of a thing as it is kept, never edited. */
export interface ThingAct {
  readonly id: Id
  readonly act: ThingActName
  readonly at: Instant
  /** Null of what was kept before it was kept who did it. */
  readonly by: Id | null
  /** What was said, of `add` and `change`: the whole of it. */
  readonly values?: Values
  /** The own state, on what basis and from which day; of `visit` the day of it. */
  readonly state?: string
  readonly basis?: string
  readonly day?: Day
  /** Holds until this day, of `add` and `renew`; of `visit` the day of the next. */
  readonly until?: Day
  /** Who signed, on `day`. */
  readonly signer?: string
}
