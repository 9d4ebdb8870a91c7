import type { Day, Id, Instant } from '../../schema.ts'
import { type Values, w } from '../fields.ts'
import type { Common, KindName, NoMore } from '../kind.ts'

/** What can be done with a round. */
export const roundActs = {
  record: w('记录', 'Record'),
  replace: w('更正', 'Correct'),
} as const
export type RoundAct = keyof typeof roundActs

/** How one of those to be gone to stands, beside the exceptions that a kind names. */
export const roundStandings = {
  done: w('做了', 'Done'),
  'not-reached': w('还没去', 'Not reached'),
  outside: w('不用去', 'Outside the round'),
} as const

/** What a kind of round says. */
export interface RoundGiven extends Common {
  readonly acts: readonly RoundAct[]
  /** What is gone round: the things of a register, in these of its own states where it has some. */
  readonly over: { readonly things: KindName; readonly where?: readonly string[] }
  /** Every so many days, in turns that begin for all on the same day; 7 begins on Mondays. */
  readonly everyDays: number
  /** The field whose values tell how it went: which of them count as done, all others are exceptions. */
  readonly result: { readonly field: string; readonly done: readonly string[] }
  /** A "no" of a checklist opens a finding: a request of this kind, with `where` and `what` among its fields. */
  readonly finding?: KindName
}
/** A kind of what is gone round with a denominator. */
export type RoundKind = RoundGiven & { readonly mechanism: 'round' }

/** Declares a kind of round. */
export const round = <const K extends RoundGiven>(given: NoMore<K, RoundGiven>): K & { readonly mechanism: 'round' } => ({
  ...given,
  mechanism: 'round',
})

/** One look as it is kept; a correction is another that names it. */
export interface Check {
  readonly id: Id
  readonly at: Instant
  readonly target: Id
  readonly values: Values
  readonly replaces?: Id
}

/** The day from which turns are counted, a Monday. */
export const firstTurn: Day = '2024-01-01'

/** A round that is open from its first through its last day; null: until it is closed. */
export interface OpenRound {
  readonly from: Day
  readonly until: Day | null
}

/** One of those to be gone to, and whether it counts. */
export interface Target {
  readonly id: Id
  readonly outside?: boolean
}
