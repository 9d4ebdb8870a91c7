import type { Words } from '../../problem.ts'
import type { Id, Instant, PlaceCode } from '../../schema.ts'
import type { Term } from '../terms/term.rules.ts'

/**
 * Who does an act: `desk` took it down · `office` handles it · `doer` was given it · `place` it is about · `above` the level
 * above the office · `other` side it is handed to · `addressee` one of several · `finder` who found it, or above them ·
 * `hearer` whoever hears the person who asked: the desk that took it down, or the office.
 */
export type Party = 'hearer' | 'desk' | 'office' | 'doer' | 'place' | 'above' | 'other' | 'addressee' | 'finder'

/** Whom an act hands something to. */
export interface Whom {
  readonly office?: PlaceCode
  /** The place it is about, where that is another than the office. */
  readonly about?: PlaceCode
  readonly doer?: Id
  readonly other?: PlaceCode
  readonly chain?: readonly PlaceCode[]
  readonly addressees?: readonly PlaceCode[]
}

/** One act of a flow as data. */
export interface Step {
  readonly words: Words
  readonly by: Party
  /** The states it is open in; `none`: it begins the request. */
  readonly from: readonly string[]
  /** The state after it, by the one before where that decides; absent: it changes nothing of where the request stands, and no clock. */
  readonly to?: string | Readonly<Record<string, string>>
  /** What becomes of the clock; absent: it goes on as it was. */
  readonly clock?: 'starts' | 'stops' | 'resumes'
  readonly needs?: 'ground' | 'result'
  /** Whom it must name. */
  readonly sets?: readonly (keyof Whom)[]
  /** The state is reached when the last of these has done it. */
  readonly all?: 'chain' | 'addressees'
  /** Acts that must have been done before it. */
  readonly after?: readonly string[]
  /** Done once in a request and not again. */
  readonly once?: true
  /** Whoever works above the office does it as well. */
  readonly orAbove?: true
  /** Done by another person than the one who brought it into this state. */
  readonly apart?: true
  /** Open only so long after the request came to this office. */
  readonly within?: Term
}

/** One state: its word, and who is waited for; nobody where it ends. */
export interface State {
  readonly words: Words
  readonly waits: Party | null
}

/** A flow: states and acts as one table. */
export interface Flow {
  readonly words: Words
  readonly states: Readonly<Record<string, State>>
  readonly acts: Readonly<Record<string, Step>>
}

/** An act as it is kept: what was done, when, by whom and where; never changed. */
export interface DoneAct {
  readonly id: Id
  readonly act: string
  readonly at: Instant
  readonly by: Id
  readonly place: PlaceCode
  readonly whom?: Whom
  readonly result?: string
  readonly ground?: string
  /** When what it starts is due, computed when it was done, so that a later list of holidays bends no past term. */
  readonly due_at?: Instant
}
