import { textOf } from '../../people/roster/cells.ts'
import type { Words } from '../../problem.ts'
import type { Cell, SheetRow } from '../../sheet.ts'
import { halfWidth } from '../../text/half-width.ts'
import { type Values, w } from '../fields.ts'
import type { RegisterKind } from '../register/register.ts'
import { missingIn, settle } from '../when.ts'
import { fieldNamed, fieldsOfSheet, type KindHeads } from './heads.ts'
import { type CellGround, readCell } from './read-cell.ts'

/** Something about one row in words. */
export interface RowTold {
  readonly row: number
  readonly text: Words
}

/** What became of the rows of a sheet: those read are exactly accepted, rejected, duplicates and those that are no record. */
export interface JudgedRows {
  readonly rows: number
  /** Of these, rows that the sheet hides: taken like the others. */
  readonly hidden: number
  readonly accepted: readonly { readonly row: number; readonly values: Values }[]
  readonly rejected: readonly (RowTold & { readonly cells: readonly Cell[] })[]
  /** Named like an earlier row, or, without one, like something that is on the register. */
  readonly duplicates: readonly { readonly row: number; readonly same_as_row: number | null }[]
  readonly not_records: readonly RowTold[]
}

const sums = /^(合计|小计|总计|共计|累计|total|sum)/i
const notes = /^(备注|注[:：]|说明|填表|填报|制表|审核|负责人|单位负责|联系人[:：]|第\s*\d+\s*页)/

/** By what two of a register are known as the same: the title and what its kind says beside it, without blanks, in one width and case. */
export const thingKey = ({ title, alike = [] }: Pick<RegisterKind, 'title' | 'alike'>, values: Values): string =>
  [title, ...alike]
    .map((name) =>
      halfWidth(String(values[name] ?? ''))
        .replace(/\s+/g, '')
        .toLowerCase(),
    )
    .join('|')

function whyNoRecord(kind: RegisterKind, { cells }: SheetRow, { columns }: KindHeads): Words | undefined {
  const texts = cells.map(textOf).filter((text) => text !== '')
  const first = texts[0] ?? ''
  if (sums.test(first) || (sums.test(texts[1] ?? '') && /^\d+$/.test(first))) return w('合计行', 'a line of sums')
  if (texts.length <= 3 && notes.test(first)) return w('说明、签字的行', 'a line of notes or signatures')
  const named = Object.entries(columns).filter(([name, column]) => fieldNamed(kind.fields, textOf(cells[column])) === name)
  if (named.length >= 2) return w('又一行表头', 'heads once more')
  const isEmpty = Object.values(columns).every((column) => textOf(cells[column]) === '')
  return isEmpty ? w('认得的栏都空着', 'all columns that are known are empty') : undefined
}

function readRow(
  kind: RegisterKind,
  { cells }: SheetRow,
  { columns }: KindHeads,
  ground: CellGround,
): { values: Values } | { why: Words } {
  const said: Record<string, unknown> = {}
  const faults: Words[] = []
  for (const [name, field] of fieldsOfSheet(kind.fields)) {
    const column = columns[name]
    const read = column === undefined ? undefined : readCell(field, cells[column], ground)
    if (!read) continue
    if ('why' in read) faults.push(w(`${field.words.zh}：${read.why.zh}`, `${field.words.en}: ${read.why.en}`))
    else said[name] = read.value
  }
  if (faults.length > 0) return { why: w(faults.map(({ zh }) => zh).join('；'), faults.map(({ en }) => en).join('; ')) }
  const { values } = settle(kind.fields, said)
  const missing = missingIn(kind.fields, values)
  return missing ? { why: w(`没填“${missing.words.zh}”`, `"${missing.words.en}" is missing`) } : { values }
}

/**
 * Judges the rows of a sheet for a register, each by itself: what cannot be read or is missing something is rejected with why, what is
 * named like another is a duplicate, sums and notes are no record. `held` are the keys of what is on the register there.
 */
export function judgeRows(
  kind: RegisterKind,
  rows: readonly SheetRow[],
  heads: KindHeads,
  held: ReadonlySet<string>,
  ground: CellGround,
): JudgedRows {
  const below = rows.filter(({ row, cells }) => row > heads.headRow && cells.some((cell) => textOf(cell) !== ''))
  const accepted: { row: number; values: Values }[] = []
  const rejected: (RowTold & { cells: readonly Cell[] })[] = []
  const duplicates: { row: number; same_as_row: number | null }[] = []
  const notRecords: RowTold[] = []
  const seen = new Map<string, number>()
  for (const line of below) {
    const { row, cells } = line
    const none = whyNoRecord(kind, line, heads)
    if (none) {
      notRecords.push({ row, text: none })
      continue
    }
    const read = readRow(kind, line, heads, ground)
    if ('why' in read) {
      rejected.push({ row, text: read.why, cells })
      continue
    }
    const key = thingKey(kind, read.values)
    const before = seen.get(key)
    if (before !== undefined || held.has(key)) duplicates.push({ row, same_as_row: before ?? null })
    else {
      seen.set(key, row)
      accepted.push({ row, values: read.values })
    }
  }
  const hidden = below.filter((line) => line.hidden).length
  return { rows: below.length, hidden, accepted, rejected, duplicates, not_records: notRecords }
}
