import type { Words } from '../../problem.ts'
import type { Day, Id, Instant, PlaceCode } from '../../schema.ts'
import { type Fields, type Values, w } from '../fields.ts'
import type { Common, NoMore } from '../kind.ts'

/** What can be done with words that hold. */
export const documentActs = {
  save: w('存一版', 'Save a version'),
  approve: w('批准', 'Approve'),
  sign: w('签字', 'Sign'),
  file: w('备案', 'File'),
  publish: w('发出', 'Give out'),
  receive: w('签收', 'Receive'),
  withdraw: w('撤回', 'Withdraw'),
} as const
export type DocumentAct = keyof typeof documentActs

/** Where a version of a document stands. */
export const versionStates = {
  draft: w('草稿', 'Draft'),
  waiting: w('待批准', 'To be approved'),
  ready: w('待发出', 'To be given out'),
  'in-force': w('生效', 'In force'),
  replaced: w('已有新版', 'Replaced'),
  withdrawn: w('已撤回', 'Withdrawn'),
} as const
export type VersionState = keyof typeof versionStates

/** What a kind of document says. */
export interface DocumentGiven extends Common {
  readonly acts: readonly DocumentAct[]
  /** The field that names a document in lists. */
  readonly title: string
  /** Letters between the name of who issues it and the year and number that it gets when it comes into force: 劝〔2026〕3号. */
  readonly letters: string
  /** A field of a day, the last on which it holds. */
  readonly until?: string
  /** Days until it is looked at again after it came into force. */
  readonly reviewDays?: number
  /** A field of the day by which it is looked at again; `reviewDays` then is what its form proposes. */
  readonly reviewOn?: string
  /** A field that says what a version changes, asked of every one but the first. */
  readonly changed?: string
  /** Fields by which, with its title, one is told from another: no second of the place says the same, no later version another. */
  readonly alike?: readonly string[]
  /** Read above the county too, without what is for the office alone and without names. */
  readonly above?: true
  /** What a street or the county gives out is read by the communities below, each of which says that it received it. */
  readonly below?: true
  /** A choice of which every community has one: above, those without are counted. */
  readonly each?: string
  /** Drills and looks back are kept with it: inspections name it. */
  readonly tried?: true
  /** Days for which it stays posted before it may be withdrawn (公示). */
  readonly postedDays?: number
  /** What is asked when it is received: by whom, and what they answered. */
  readonly receipt?: Fields
  /** What stands at the foot of its sheet, such as what it can and cannot ask. */
  readonly foot?: Words
}
/** A kind of words that hold. */
export type DocumentKind = DocumentGiven & { readonly mechanism: 'document' }

/** Declares a kind of document. */
export const document = <const K extends DocumentGiven>(
  given: NoMore<K, DocumentGiven>,
): K & { readonly mechanism: 'document' } => ({ ...given, mechanism: 'document' })

/** What a version gets when it comes into force: who issues it, under which number, and the code by which anybody checks it. */
export interface Issued {
  readonly issuer: string
  readonly number: string
  readonly code: string
}

/**
 * One act on a document as it is kept; `save` brings the next version whole, every other names the version it is about. The act by
 * which a version comes into force carries what it was issued under.
 */
export interface PaperAct {
  readonly id: Id
  readonly act: DocumentAct
  readonly at: Instant
  readonly by: Id
  readonly place: PlaceCode
  readonly version: number
  readonly values?: Values
  readonly ground?: string
  readonly issued?: Issued
}

/** That a version was received: when, at which place, and what was said then. */
export interface Receipt {
  readonly on: Day
  readonly place: PlaceCode
  readonly values: Values
}

/** One version of a document, and since when it holds. */
export interface Version {
  readonly version: number
  readonly state: VersionState
  readonly by: Id
  readonly at: Instant
  readonly values: Values
  readonly signed: boolean
  readonly in_force_from: Day | null
  /** The last day on which it holds; null: until it is replaced or withdrawn. */
  readonly until: Day | null
  readonly issued: Issued | null
  /** In their order; where nothing is asked of who received it, one a place. */
  readonly received: readonly Receipt[]
  readonly filed: boolean
}
