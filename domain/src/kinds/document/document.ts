import type { Day, Id, Instant, PlaceCode } from '../../schema.ts'
import { type Values, w } from '../fields.ts'
import type { Common, NoMore } from '../kind.ts'

/** What can be done with words that hold. */
export const documentActs = {
  save: w('存一版', 'Save a version'),
  approve: w('批准', 'Approve'),
  sign: w('签字', 'Sign'),
  file: w('备案', 'File'),
  publish: w('发布', 'Publish'),
  receive: w('签收', 'Receive'),
  withdraw: w('撤回', 'Withdraw'),
} as const
export type DocumentAct = keyof typeof documentActs

/** Where a version of a document stands. */
export const versionStates = {
  draft: w('草稿', 'Draft'),
  waiting: w('待批准', 'To be approved'),
  ready: w('待发布', 'To be published'),
  'in-force': w('生效', 'In force'),
  replaced: w('已有新版', 'Replaced'),
  withdrawn: w('已撤回', 'Withdrawn'),
} as const
export type VersionState = keyof typeof versionStates

/** What a kind of document says. */
export interface DocumentGiven extends Common {
  readonly acts: readonly DocumentAct[]
  /** Days until it is looked at again after it came into force. */
  readonly reviewDays?: number
  /** Days for which it stays posted before it may be withdrawn (公示). */
  readonly postedDays?: number
}
/** A kind of words that hold. */
export type DocumentKind = DocumentGiven & { readonly mechanism: 'document' }

/** Declares a kind of document. */
export const document = <const K extends DocumentGiven>(
  given: NoMore<K, DocumentGiven>,
): K & { readonly mechanism: 'document' } => ({ ...given, mechanism: 'document' })

/** One act on a document as it is kept; `save` brings the next version whole, every other names the version it is about. */
export interface PaperAct {
  readonly id: Id
  readonly act: DocumentAct
  readonly at: Instant
  readonly by: Id
  readonly place: PlaceCode
  readonly version: number
  readonly values?: Values
  readonly ground?: string
}

/** One version of a document, and since when it holds. */
export interface Version {
  readonly version: number
  readonly state: VersionState
  readonly by: Id
  readonly values: Values
  readonly signed: boolean
  readonly in_force_from: Day | null
  /** The places that confirmed that they read it. */
  readonly received: readonly PlaceCode[]
  readonly filed: boolean
}
