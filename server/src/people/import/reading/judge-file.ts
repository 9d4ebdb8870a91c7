import type { Dwelling, Entry, RejectionCode, RowNote, WarningCode } from '@wangdi/domain/people/roster/entry.ts'
import type { RosterKind } from '@wangdi/domain/people/roster/fields.ts'
import { correctedHeads, type HeadCorrection, type Heads, recogniseHeads } from '@wangdi/domain/people/roster/heads.ts'
import { type Doubt, startJudging } from '@wangdi/domain/people/roster/judge.ts'
import type { Cell, SheetRow } from '@wangdi/domain/sheet.ts'
import { openSheetFile, type SheetFile } from '../../../platform/sheet/sheet.ts'

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
  readonly sheets: readonly string[]
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
  readonly warnings: readonly RowNote<WarningCode>[]
  readonly vacant: number
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
  const sheet = file.sheet ?? (await likelySheet(opened, file.kind))
  const pages = opened.rows(sheet)[Symbol.asyncIterator]()
  const waiting: SheetRow[] = []
  const enough = Math.max(looksAtRows, file.headRow ?? 0)
  for (let next = await pages.next(); !next.done; next = await pages.next()) {
    waiting.push(...next.value)
    if (waiting.length >= enough) break
  }
  const heads = correctedHeads(file.kind, waiting, file)
  yield { is: 'opened', sheets: opened.sheets, sheet, heads, firstRows: waiting.slice(0, enough) }
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
  const warnings: RowNote<WarningCode>[] = []
  let vacant = 0
  for (const row of below) {
    const verdict = judging.take(row)
    if (verdict.is === 'accepted') {
      entries.push(verdict.entry)
      warnings.push(...verdict.warnings)
    } else if (verdict.is === 'rejected') {
      rejected.push({ row: verdict.row, code: verdict.code, text: verdict.text, cells: row.cells })
      if (verdict.dwelling) dwellings.push(verdict.dwelling)
    } else if (verdict.is === 'duplicate') duplicates.push(verdict)
    else if (verdict.is === 'dwelling') {
      dwellings.push(verdict.dwelling)
      if (verdict.dwelling.use === 'vacant') vacant += 1
    }
  }
  return { is: 'page', lastRow: rows.at(-1)?.row ?? 0, entries, dwellings, duplicates, rejected, warnings, vacant }
}

/** The sheet that most looks like a roster of the kind: most fields found, then most heads understood. */
export async function likelySheet(file: SheetFile, kind: RosterKind): Promise<string> {
  const [first = ''] = file.sheets
  if (file.sheets.length < 2) return first
  let best = { sheet: first, fields: 0 }
  for (const sheet of file.sheets.slice(0, 30)) {
    const rows: SheetRow[] = []
    for await (const page of file.rows(sheet)) {
      rows.push(...page.slice(0, looksAtRows))
      break
    }
    const heads = recogniseHeads(kind, rows)
    const fields = heads.columns.name === undefined ? 0 : Object.keys(heads.columns).length + heads.confidence
    if (fields > best.fields) best = { sheet, fields }
  }
  return best.sheet
}
