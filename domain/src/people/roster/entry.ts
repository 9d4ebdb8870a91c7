import type { Day } from '../../schema.ts'
import type { Door } from './address.ts'

/** Kinds of documents that a person may show; identity cards and residence permits follow GB 11643-1999. */
export type DocumentKind =
  | 'identity-card'
  | 'passport'
  | 'hk-macao-permit'
  | 'taiwan-permit'
  | 'residence-permit'
  | 'other'
  | 'none'

/** What a roster says about the use of a dwelling. */
export type DwellingUse = 'own' | 'rented' | 'vacant' | 'dormitory' | 'unknown'

/** One good row of a roster; what the row did not say is absent. */
export interface Entry {
  readonly row: number
  readonly name: string
  readonly documentKind: DocumentKind
  readonly documentNumber?: string
  readonly sex?: 'male' | 'female'
  readonly birth?: Day
  readonly phone?: string
  readonly door?: Door
  readonly use: DwellingUse
  /** To the head of the household, in the words of the roster. */
  readonly relation: string
  readonly residence: 'local' | 'elsewhere' | 'unknown'
  /** Key groups in the words of the roster. */
  readonly marks: readonly string[]
  /** Illnesses in the words of the roster; none where it says no. */
  readonly illness: readonly string[]
  /** Words on health or key groups that say neither yes nor no, for a person to settle. */
  readonly open: readonly string[]
  /** The address in the words of the roster, where it names no door that could be found. */
  readonly doorText?: string
  readonly remark: string
  readonly arrival?: ArrivalEntry
  readonly elder?: ElderEntry
}

/** What an arrivals register says beyond the person. */
export interface ArrivalEntry {
  readonly origin: string
  readonly arrivedOn: Day
  readonly transport: string
  readonly companions?: number
  /** As told: passed through a place of medium or high risk. */
  readonly passedRisk?: boolean
  /** What stands in its cells beyond what could be read, in the words of the roster. */
  readonly words: readonly string[]
}

/** What an elders survey says beyond the person. */
export interface ElderEntry {
  readonly age?: number
  /** none: the roster asks, and its cell is empty or says no; unknown: it has no such column, or words that nobody knows. */
  readonly disease: 'none' | 'stable' | 'unstable' | 'unknown'
  readonly doses?: number
  readonly lastDoseOn?: Day
  readonly doctor: string
}

/** Codes of rows that cannot be taken, in the order in which they are looked for. */
export const rejectionCodes = [
  'name.missing',
  'name.several',
  'name.not-a-name',
  'name.gone',
  'identity-number.damaged',
  'identity-number.length',
  'identity-number.checksum',
  'identity-number.date',
  'date.unreadable',
  'date.in-future',
  'date.too-early',
] as const
export type RejectionCode = (typeof rejectionCodes)[number]

/** Codes of what a person should look at although the row stays. */
export type WarningCode =
  | 'phone.invalid'
  | 'phone.emergency'
  | 'sex.contradicts'
  | 'text.shortened'
  | 'column.more-people'
  | 'text.damaged'
  | 'text.quote'
  | 'name.aside'
  | 'name.maybe-two'
  | 'document.doubtful'
  | 'birth.unclear'
  | 'door.unread'
  | 'door.day'
  | 'door.blank'
  | 'illness.unclear'
  | 'illness.unknown'
  | 'marks.unclear'
  | 'stable.unclear'
  | 'doses.unclear'
  | 'arrival.unclear'
  | 'arrival.other-day'

/** Tells what is wrong with a row that stays. */
export type Warn = (code: WarningCode, text: string) => void

/** Why a line of the sheet is nobody's row: totals, signatures, heads printed again, doors without people, lines that name nobody. */
export type NotPersonCode = 'total' | 'footer' | 'head-again' | 'vacant' | 'nobody'

/** Something about one row, in a clerk's words; the text names no number and no person. */
export interface RowNote<C extends string = string> {
  readonly row: number
  readonly code: C
  readonly text: string
}

/** What became of one line of the sheet in which something stands: exactly one of these. */
export type Verdict =
  | { readonly is: 'accepted'; readonly row: number; readonly entry: Entry; readonly warnings: readonly RowNote<WarningCode>[] }
  | {
      readonly is: 'rejected'
      readonly row: number
      readonly code: RejectionCode
      readonly text: string
      readonly dwelling?: Dwelling
    }
  | {
      readonly is: 'duplicate'
      readonly row: number
      readonly sameAsRow: number
      readonly entry: Entry
      readonly otherAddress: boolean
      /** What is lost with it although the person is known: an arrival on another day. */
      readonly warnings: readonly RowNote<WarningCode>[]
    }
  | {
      readonly is: 'not-person'
      readonly row: number
      readonly code: NotPersonCode
      readonly text: string
      readonly dwelling?: Dwelling
    }

/** A door and its use: vacant ones have no person's row. */
export interface Dwelling {
  readonly door: Door
  readonly use: DwellingUse
}
