import { createHash } from 'node:crypto'
import type { DayGround } from '@wangdi/domain/people/roster/dates.ts'
import type { Dwelling, Entry, NotPersonCode, RejectionCode, RowNote, WarningCode } from '@wangdi/domain/people/roster/entry.ts'
import type { Columns, RosterField, RosterKind } from '@wangdi/domain/people/roster/fields.ts'
import { guessColumns, type Guessed } from '@wangdi/domain/people/roster/content/guesses.ts'
import { likelyKind } from '@wangdi/domain/people/roster/content/likely-kind.ts'
import {
  correctedHeads,
  type HeadCorrection,
  headNotes,
  headTexts,
  type Heads,
  missingMusts,
  namedHeads,
  numberingColumns,
} from '@wangdi/domain/people/roster/heads.ts'
import { type Doubt, startJudging } from '@wangdi/domain/people/roster/judge.ts'
import type { Cell, SheetRow } from '@wangdi/domain/sheet.ts'
import { openSheetFile, type SheetFile } from '../../../platform/sheet/sheet.ts'
import { chooseSheet, lookAtSheets, rowsBelow, type SheetLook, sheetsTold, type ToldSheet } from './sheets.ts'

/** A file to be judged, with what a person corrected. */
export interface FileToJudge extends HeadCorrection {
  readonly path: string
  readonly kind: RosterKind
  readonly place: string
  readonly today: string
  readonly sheet?: string | undefined
  /** How people of the community named the columns of rosters before. */
  readonly remembered?: readonly RememberedHeads[]
}

/** Columns as a person named them for a roster with these heads (headsKey). */
export interface RememberedHeads {
  readonly heads: string
  readonly columns: Columns
}

/** The file is open: which sheets, which was taken, how its heads were understood, and its first lines. */
export interface Opened {
  readonly is: 'opened'
  /** All sheets of the file, hidden ones too: which is taken, and why the others are not. */
  readonly sheets: readonly ToldSheet[]
  readonly sheet: string
  readonly heads: Heads
  /** Fields that a roster of the kind must have a column of and that this one lacks: told once, and no row is judged. */
  readonly missing: readonly RosterField[]
  readonly firstRows: readonly SheetRow[]
  /** By which the heads are known again. */
  readonly headsKey: string
  /** The columns are named as a person named them before. */
  readonly remembered: boolean
  /** What columns that no head explains may be, by what stands in them. */
  readonly guessed: Guessed
  /** The kind that the sheet more likely is than the chosen one. */
  readonly likelyKind?: RosterKind | undefined
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
  const looks: readonly SheetLook[] = opened.sheets.length > 1 ? await lookAtSheets(opened, file.kind, file.sheet) : []
  const sheet = file.sheet ?? chooseSheet(looks, opened.sheets[0] ?? '')
  const pages = opened.rows(sheet)[Symbol.asyncIterator]()
  const waiting: SheetRow[] = []
  const enough = Math.max(looksAtRows, file.headRow ?? 0)
  for (let next = await pages.next(); !next.done; next = await pages.next()) {
    waiting.push(...next.value)
    if (waiting.length >= enough) break
  }
  const days = { today: file.today, from1904: opened.from1904 }
  const { heads, headsKey, remembered } = headsFor(file, waiting, days)
  const missing = missingMusts(file.kind, heads)
  yield {
    is: 'opened',
    sheets: sheetsTold(opened, looks, { sheet, onlyHeads: waiting.length > 0 && rowsBelow(waiting, heads).length === 0 }),
    sheet,
    heads,
    missing,
    firstRows: waiting.slice(0, enough),
    headsKey,
    remembered,
    guessed: guessColumns(
      file.kind,
      peopleBelow(waiting, heads.headRow),
      heads.columns,
      days,
      numberingColumns(waiting, heads.headRow),
    ),
    likelyKind: likelyKind(file.kind, waiting),
  }
  const { kind, place, today } = file
  const judging = startJudging(kind, heads.columns, { place, today, from1904: opened.from1904, documents: heads.documents })
  const judgePage = (rows: readonly SheetRow[]) =>
    pageOf(
      rows,
      heads.columns.name === undefined || missing.length > 0 ? [] : rows.filter(({ row }) => row > heads.headRow),
      judging,
    )
  const first = judgePage(waiting)
  yield { ...first, warnings: [...headNotes(file.kind, heads, waiting), ...first.warnings] }
  for (let next = await pages.next(); !next.done; next = await pages.next()) yield judgePage(next.value)
  yield { is: 'judged', doubts: judging.doubts() }
}

// What a person says now holds; else what was said of the same heads before; else what the heads themselves say.
function headsFor(
  file: FileToJudge,
  rows: readonly SheetRow[],
  ground: DayGround,
): Pick<Opened, 'heads' | 'headsKey' | 'remembered'> {
  const found = correctedHeads(file.kind, rows, file)
  const said = { heads: found, headsKey: keyOf(found, rows), remembered: false }
  if (file.columns !== undefined || !file.remembered?.length) return said
  const lines = file.headRow === undefined ? [found.headRow, ...rows.slice(0, 30).map(({ row }) => row)] : [file.headRow]
  for (const headRow of new Set(lines)) {
    const heads = headRow === found.headRow ? found : correctedHeads(file.kind, rows, { headRow })
    const headsKey = keyOf(heads, rows)
    const before = file.remembered.find((one) => one.heads === headsKey)?.columns
    if (!before || (headRow === 0 && !bearsOut(file.kind, before, rows, ground))) continue
    const columns = Object.entries(before).map(([field, column]) => ({ field: field as RosterField, column }))
    return { heads: namedHeads(heads, rows, columns), headsKey, remembered: true }
  }
  return said
}

// Without heads only the number of columns is the same: what stands in them must say so too.
const bearsOut = (kind: RosterKind, columns: Columns, rows: readonly SheetRow[], ground: DayGround) => {
  const { guesses } = guessColumns(kind, peopleBelow(rows, 0), {}, ground)
  return (
    guesses.some(({ field }) => field === 'name') && guesses.every(({ column, field }) => (columns[field] ?? column) === column)
  )
}

// A line of people may be taken for heads by mistake: what is kept of it tells nobody's name.
function keyOf(heads: Heads, rows: readonly SheetRow[]): string {
  const texts = headTexts(rows, heads)
  if (heads.headRow === 0 || texts === '') return `none ${Math.max(0, ...rows.slice(0, 20).map(({ cells }) => cells.length))}`
  return createHash('sha256').update(texts).digest('hex')
}

// Titles above a table without heads stand in one cell.
const peopleBelow = (rows: readonly SheetRow[], headRow: number) =>
  rows.filter(({ row, cells }) => row > headRow && cells.filter((cell) => cell !== undefined && cell !== '').length > 1)

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
    } else if (verdict.is === 'duplicate') {
      duplicates.push(verdict)
      warnings.push(...verdict.warnings)
    } else {
      notPeople.push({ row: verdict.row, code: verdict.code, text: verdict.text })
      if (verdict.dwelling) dwellings.push(verdict.dwelling)
      if (verdict.dwelling?.use === 'vacant') vacant += 1
    }
  }
  const lastRow = rows.at(-1)?.row ?? 0
  return { is: 'page', lastRow, entries, dwellings, duplicates, rejected, notPeople, warnings, vacant, hidden }
}
