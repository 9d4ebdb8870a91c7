import type { SheetRow } from '../../sheet.ts'
import type { Entry, NotPersonCode, RejectionCode, RowNote, Verdict, WarningCode } from './entry.ts'
import type { RosterKind } from './fields.ts'
import { headNotes, type Heads, recogniseHeads } from './heads.ts'
import { type Doubt, type JudgingGround, startJudging } from './judge.ts'

/** The judgement of a whole roster. Every row below the heads is in exactly one of accepted, rejected, duplicates and not_people. */
export interface Judgement {
  readonly heads: Heads
  /** Rows below the heads in which something stands. */
  readonly rows: number
  readonly accepted: readonly Entry[]
  readonly rejected: readonly RowNote<RejectionCode>[]
  readonly duplicates: readonly { readonly row: number; readonly same_as_row: number; readonly other_address: boolean }[]
  readonly not_people: readonly RowNote<NotPersonCode>[]
  readonly doubtful: readonly Doubt[]
  readonly warnings: readonly RowNote<WarningCode>[]
  readonly vacant_dwellings: number
}

/** Judges all rows of a sheet at once, heads included; heads given by a person win over those found. */
export function judge(kind: RosterKind, rows: readonly SheetRow[], ground: JudgingGround, corrected?: Heads): Judgement {
  const heads = corrected ?? recogniseHeads(kind, rows)
  const judging = startJudging(kind, heads.columns, ground)
  const verdicts =
    heads.headRow === 0 ? [] : rows.filter((row) => row.row > heads.headRow).flatMap((row) => judging.take(row) ?? [])
  const of = <K extends Verdict['is']>(is: K) =>
    verdicts.filter((verdict): verdict is Extract<Verdict, { is: K }> => verdict.is === is)
  return {
    heads,
    rows: verdicts.length,
    accepted: of('accepted').map(({ entry }) => entry),
    rejected: of('rejected').map(({ row, code, text }) => ({ row, code, text })),
    duplicates: of('duplicate').map(({ row, sameAsRow, otherAddress }) => ({
      row,
      same_as_row: sameAsRow,
      other_address: otherAddress,
    })),
    not_people: of('not-person').map(({ row, code, text }) => ({ row, code, text })),
    doubtful: judging.doubts(),
    warnings: [
      ...headNotes(kind, heads, rows),
      ...verdicts.flatMap((verdict) => ('warnings' in verdict ? verdict.warnings : [])),
    ],
    vacant_dwellings: of('not-person').filter(({ dwelling }) => dwelling?.use === 'vacant').length,
  }
}

/** The sentence of a rejected row as a clerk reads it: 第 214 行返回日期看不懂（“13月2日”）. */
export const rowSentence = (note: RowNote): string => `第 ${note.row} 行${note.text}`
