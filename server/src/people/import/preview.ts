import type { ImportPreview } from '@wangdi/domain/people/import.api.ts'
import { plainDocument } from '@wangdi/domain/people/plain/document-number.ts'
import { maskDocumentNumber } from '@wangdi/domain/people/identity-number.ts'
import { maskNumbers } from '@wangdi/domain/people/mask-numbers.ts'
import { maskPhone, plainPhone } from '@wangdi/domain/people/phone.ts'
import { textOf } from '@wangdi/domain/people/roster/cells.ts'
import { type Columns, fieldsOf, type RosterField, rosterFields } from '@wangdi/domain/people/roster/fields.ts'
import type { SheetRow } from '@wangdi/domain/sheet.ts'
import type { FileToJudge, Opened } from './reading/judge-file.ts'
import { judgeRoster } from './reading/judged-roster.ts'

const shownRows = 8
const listed = 200
const mostColumns = 60

/** Judges a file without saving anything, and shows how it was understood; numbers are masked. Ends with the signal. */
export async function preview(file: FileToJudge, signal: AbortSignal): Promise<ImportPreview> {
  const { opened, told: judged } = await judgeRoster({ file, wants: 'outcome' }, signal)
  const outcome = { ...judged.outcome, doubtful: judged.doubts.map(({ row, like }) => ({ row, like: [...like] })) }
  const { sheet, firstRows, heads, missing, guessed, remembered, likelyKind } = opened
  const { headRow, columns, confidence } = heads
  return {
    sheet,
    head_row: headRow,
    heads: headsOf(heads, firstRows),
    missing: [...missing],
    guesses: [...guessed.guesses],
    guessed_head_row: guessed.headRow,
    remembered,
    likely_kind: likelyKind ?? null,
    confidence,
    fields: fieldsOf[file.kind].map((field) => ({ field, ...rosterFields[field] })),
    first_rows: firstRows
      .filter(({ row }) => row <= headRow + shownRows)
      .slice(0, headRow + shownRows)
      .map((row) => masked(row, columns, headRow)),
    outcome: {
      ...outcome,
      rejected: outcome.rejected.slice(0, listed),
      rejected_total: outcome.rejected.length,
      duplicates: outcome.duplicates.slice(0, listed),
      duplicates_total: outcome.duplicates.length,
      not_people: outcome.not_people.slice(0, listed),
      not_people_total: outcome.not_people.length,
      doubtful: outcome.doubtful.slice(0, listed),
      doubtful_total: outcome.doubtful.length,
      warnings: outcome.warnings.slice(0, listed),
      warnings_total: outcome.warnings.length,
    },
  }
}

// Without a head line every column may be named.
function headsOf({ columns, unknown, headRow }: Opened['heads'], firstRows: readonly SheetRow[]): ImportPreview['heads'] {
  const line = firstRows.find(({ row }) => row === headRow)
  if (!line) {
    const width = Math.max(0, ...firstRows.map(({ cells }) => cells.length))
    const fields = new Map(Object.entries(columns).map(([field, column]) => [column, field as RosterField]))
    return Array.from({ length: Math.min(width, mostColumns) }, (_, column) => ({
      column,
      head: '',
      field: fields.get(column) ?? null,
    }))
  }
  const known = Object.entries(columns).map(([field, column]) => ({
    column,
    head: maskNumbers(textOf(line?.cells[column])).slice(0, 40),
    field: field as RosterField,
  }))
  return [...known, ...unknown.map(({ column, head }) => ({ column, head: maskNumbers(head), field: null }))].sort(
    (a, b) => a.column - b.column,
  )
}

// A number is masked wherever it stands: a column that nobody understood holds numbers as well, and a line taken for the head
// may be a person.
function masked({ row, cells }: SheetRow, columns: Columns, headRow: number): ImportPreview['first_rows'][number] {
  const texts = cells.slice(0, 60).map((cell, column) => {
    const text = textOf(cell)
    if (row > headRow && text !== '') {
      if (column === columns.documentNumber) return maskDocumentNumber(plainDocument(text)).slice(0, 60)
      if (column === columns.phone || column === columns.emergencyPhone) return maskPhone(plainPhone(text)).slice(0, 60)
    }
    return maskNumbers(text).slice(0, 60)
  })
  return { row, cells: texts }
}
