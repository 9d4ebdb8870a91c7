import type { ImportPreview } from '@wangdi/domain/people/import.api.ts'
import type { RosterField, RosterKind } from '@wangdi/domain/people/roster/fields.ts'

/** A file that the server holds and has looked into. */
export interface Chosen {
  readonly kind: RosterKind
  readonly name: string
  readonly file: string
  /** The sheet to go on with, where one of the same file was imported before. */
  readonly sheet?: string
  readonly preview: ImportPreview
}

/** What a person corrected: sheet, head line, and which field a column holds (null: left out). */
export interface Corrected {
  readonly sheet?: string
  readonly headRow?: number
  readonly fields: ReadonlyMap<number, RosterField | null>
}
