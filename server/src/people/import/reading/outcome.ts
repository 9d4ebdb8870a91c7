import type { ImportOutcome } from '@wangdi/domain/people/import.api.ts'
import { problems } from '@wangdi/domain/people/people.problems.ts'
import { rosterFields } from '@wangdi/domain/people/roster/fields.ts'
import type { JudgedPage } from './judge-file.ts'
import { judgeFile, type FileToJudge, type Opened } from './judge-file.ts'

/** The outcome of an import as it grows page by page. */
export type Growing = { -readonly [K in keyof ImportOutcome]: ImportOutcome[K] }

/** An outcome of nothing yet. */
export const startOutcome = (): Growing => ({
  rows: 0,
  hidden_rows: 0,
  accepted: 0,
  rejected: [],
  duplicates: [],
  not_people: [],
  doubtful: [],
  warnings: [],
  vacant_dwellings: 0,
  sheets: [],
})

/** Adds one page to the outcome. */
export function addPage(outcome: Growing, page: JudgedPage): void {
  outcome.accepted += page.entries.length
  outcome.rows += page.entries.length + page.rejected.length + page.duplicates.length + page.notPeople.length
  outcome.hidden_rows += page.hidden
  outcome.vacant_dwellings += page.vacant
  for (const { row, code, text } of page.rejected) outcome.rejected.push({ row, code, text })
  for (const { row, sameAsRow } of page.duplicates) outcome.duplicates.push({ row, same_as_row: sameAsRow })
  for (const note of page.notPeople) outcome.not_people.push(note)
  for (const note of page.warnings) outcome.warnings.push(note)
}

/** Says in the outcome which sheets the file has, and what became of each. */
export function tellSheets(outcome: Growing, { sheets }: Opened): void {
  outcome.sheets = [...sheets]
}

// A, B, … AA as spreadsheets name columns.
const letterOf = (column: number): string =>
  (column >= 26 ? letterOf(Math.floor(column / 26) - 1) : '') + String.fromCodePoint(65 + (column % 26))

/** Refuses a sheet in which a column that the roster must have was not found: without names every row would silently be nobody. */
export function refuseWithoutHeads({ sheet, heads, missing, guessed }: Opened): void {
  if (heads.columns.name === undefined) {
    const told = guessed.guesses.map(({ column, field, fits, of }) => ({
      letter: letterOf(column),
      ...rosterFields[field],
      fits,
      of,
    }))
    throw problems.noHeads({
      sheet,
      guess:
        told.length === 0
          ? ''
          : `。按内容看：${told.map(({ letter, zh, fits, of }) => `${letter} 列像${zh}（${of} 格里 ${fits} 格）`).join('，')}`,
      guessed:
        told.length === 0
          ? ''
          : ` By what stands in them: ${told.map(({ letter, en, fits, of }) => `${letter} ${en} (${fits} of ${of} cells)`).join(', ')}.`,
    })
  }
  const [field] = missing
  if (field !== undefined) throw problems.noColumn({ sheet, field: rosterFields[field].zh, name: rosterFields[field].en })
}

/** Judges a file alone, without a database: what the command line's --dry-run answers. */
export async function judgeAlone(file: FileToJudge): Promise<ImportOutcome> {
  const growing = startOutcome()
  for await (const part of judgeFile(file)) {
    if (part.is === 'opened') {
      refuseWithoutHeads(part)
      tellSheets(growing, part)
    }
    if (part.is === 'page') addPage(growing, part)
    if (part.is === 'judged') growing.doubtful = part.doubts.map(({ row, like }) => ({ row, like: [...like] }))
  }
  return growing
}
