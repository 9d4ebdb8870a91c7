import type { Dwelling, Entry, NotPersonCode, RejectionCode, RowNote, WarningCode } from '@wangdi/domain/people/roster/entry.ts'
import type { RosterKind } from '@wangdi/domain/people/roster/fields.ts'
import { correctedHeads, type HeadCorrection, type Heads } from '@wangdi/domain/people/roster/heads.ts'
import { type Doubt, startJudging } from '@wangdi/domain/people/roster/judge.ts'
import type { Cell, SheetRow } from '@wangdi/domain/sheet.ts'
import { openSheetFile, type SheetFile } from '../../../platform/sheet/sheet.ts'
import { chooseSheet, lookAtSheets, type SheetLook, sheetsTold, type ToldSheet } from './sheets.ts'

/** A file to be judged, with what a person corrected. */
export interface FileToJudge extends HeadCorrection {
  readonly path: string
  readonly kind: RosterKind
  readonly place: string
  readonly today: string
  readonly sheet?: string | undefined
}

/** The file is open: which sheets, which was taken, how its heads were understood, and its first lines. */
export interface Opened {
  readonly is: 'opened'
  /** All sheets of the file, hidden ones too: which is taken, and why the others are not. */
  readonly sheets: readonly ToldSheet[]
  readonly sheet: string
  readonly heads: Heads
  readonly firstRows: readonly SheetRow[]
}

/** What became of one page of rows. */
export interface JudgedPage {
  readonly is: 'page'
  readonly lastRow: number
  readonly entries: readonly Entry[]
  readonly dwellings: readonly Dwelling[]
  readonly duplicates: readonly {
    readonly row: number
    readonly sameAsRow: number
    readonly otherAddress: boolean
    readonly entry: Entry
  }[]
  readonly rejected: readonly (RowNote<RejectionCode> & { readonly cells: readonly Cell[] })[]
  readonly notPeople: readonly RowNote<NotPersonCode>[]
  readonly warnings: readonly RowNote<WarningCode>[]
  readonly vacant: number
  /** Rows that a person who opens the sheet does not see; they are read like the others. */
  readonly hidden: number
}

/** All rows are judged. */
export interface Judged {
  readonly is: 'judged'
  readonly doubts: readonly Doubt[]
}

const looksAtRows = 40

/** Reads and judges a file, a page at a time: first Opened, then pages in the order of the sheet, last Judged. */
export async function* judgeFile(file: FileToJudge): AsyncGenerator<Opened | JudgedPage | Judged> {
  const opened = await openSheetFile(file.path)
  try {
    yield* judgeOpened(opened, file)
  } finally {
    opened.close()
  }
}

async function* judgeOpened(opened: SheetFile, file: FileToJudge): AsyncGenerator<Opened | JudgedPage | Judged> {
  const looks: readonly SheetLook[] = opened.sheets.length > 1 ? await lookAtSheets(opened, file.kind) : []
  const sheet = file.sheet ?? chooseSheet(looks, opened.sheets[0] ?? '')
  const pages = opened.rows(sheet)[Symbol.asyncIterator]()
  const waiting: SheetRow[] = []
  const enough = Math.max(looksAtRows, file.headRow ?? 0)
  for (let next = await pages.next(); !next.done; next = await pages.next()) {
    waiting.push(...next.value)
    if (waiting.length >= enough) break
  }
  const heads = correctedHeads(file.kind, waiting, file)
  yield { is: 'opened', sheets: sheetsTold(opened, looks, sheet), sheet, heads, firstRows: waiting.slice(0, enough) }
  const judging = startJudging(file.kind, heads.columns, file)
  const judgePage = (rows: readonly SheetRow[]) =>
    pageOf(rows, heads.headRow === 0 ? [] : rows.filter(({ row }) => row > heads.headRow), judging)
  yield judgePage(waiting)
  for (let next = await pages.next(); !next.done; next = await pages.next()) yield judgePage(next.value)
  yield { is: 'judged', doubts: judging.doubts() }
}

function pageOf(rows: readonly SheetRow[], below: readonly SheetRow[], judging: ReturnType<typeof startJudging>): JudgedPage {
  const entries: Entry[] = []
  const dwellings: Dwelling[] = []
  const duplicates: JudgedPage['duplicates'][number][] = []
  const rejected: JudgedPage['rejected'][number][] = []
  const notPeople: RowNote<NotPersonCode>[] = []
  const warnings: RowNote<WarningCode>[] = []
  let vacant = 0
  let hidden = 0
  for (const row of below) {
    const verdict = judging.take(row)
    if (!verdict) continue
    if (row.hidden) hidden += 1
    if (verdict.is === 'accepted') {
      entries.push(verdict.entry)
      warnings.push(...verdict.warnings)
    } else if (verdict.is === 'rejected') {
      rejected.push({ row: verdict.row, code: verdict.code, text: verdict.text, cells: row.cells })
      if (verdict.dwelling) dwellings.push(verdict.dwelling)
    } else if (verdict.is === 'duplicate') duplicates.push(verdict)
    else {
      notPeople.push({ row: verdict.row, code: verdict.code, text: verdict.text })
      if (verdict.dwelling) dwellings.push(verdict.dwelling)
      if (verdict.dwelling?.use === 'vacant') vacant += 1
    }
  }
  const lastRow = rows.at(-1)?.row ?? 0
  return { is: 'page', lastRow, entries, dwellings, duplicates, rejected, notPeople, warnings, vacant, hidden }
}
