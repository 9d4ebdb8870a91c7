import type { Day, Id, Instant } from '../../schema.ts'
import { type Values, w } from '../fields.ts'
import type { Common, NoMore } from '../kind.ts'

/** What can be done with a round. */
export const roundActs = {
  open: w('开始一轮', 'Open a round'),
  record: w('记录', 'Record'),
  replace: w('更正', 'Correct'),
  close: w('结束这一轮', 'Close the round'),
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
  /** What is gone round: things of a register in these states, doors, or key persons. */
  readonly over: { readonly things: string; readonly where?: readonly string[] } | 'dwellings' | 'key-persons'
  /** Every so many days, or as the package in force asks by the word of a measure; absent: once. */
  readonly everyDays?: number | { readonly rule: string }
  /** The field whose values tell how it went: which of them count as done, all others are exceptions. */
  readonly result: { readonly field: string; readonly done: readonly string[] }
  /** A "no" of a checklist opens a finding. */
  readonly finding?: true
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
