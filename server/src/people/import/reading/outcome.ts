import type { ImportOutcome } from '@wangdi/domain/people/import.api.ts'
import { problems } from '@wangdi/domain/people/people.problems.ts'
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

/** Refuses a sheet in which no column of names was found: without heads every row would silently be nobody. */
export function refuseWithoutHeads({ sheet, heads }: Opened): void {
  if (heads.headRow === 0 || heads.columns.name === undefined) throw problems.noHeads({ sheet })
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
