import type { SheetRow } from '../../sheet.ts'
import { halfWidth } from '../half-width.ts'
import { textOf } from './cells.ts'
import { type Columns, fieldsOf, type RosterField, type RosterKind } from './fields.ts'
import { spellings } from './spellings.ts'

/** What was found out about a sheet's head; headRow 0 means that no head line was found. */
export interface Heads {
  readonly headRow: number
  readonly columns: Columns
  /** Columns whose head says nothing known, or nothing that this roster may keep: left out. */
  readonly unknown: readonly { readonly column: number; readonly head: string }[]
  /** Share of heads understood, 0 when the column of names is missing; below 0.5 a person should look. */
  readonly confidence: number
}

const serialHead = /^(序号|编号|序|no\.?|#)$/

/** A head without brackets' content, blanks, stars and colons: `证件号码 *（必填）` is 证件号码. */
export const plainHead = (text: string): string =>
  halfWidth(text)
    .replace(/[([【〔][^)\]】〕]*[)\]】〕]/g, '')
    .replace(/[\s*:★●]+/g, '')
    .toLowerCase()

/** Which field a head names; undefined when it names none that a roster of the kind may keep. */
export function fieldNamed(kind: RosterKind, head: string): RosterField | undefined {
  const plain = plainHead(head)
  if (plain === '' || plain.length > 30) return undefined
  const allowed = fieldsOf[kind]
  for (const [field, spelling] of spellings) if (spelling.test(plain) && allowed.includes(field)) return field
  return undefined
}

/**
 * Finds the head line below title lines among the first rows of a sheet and says what each column holds. A head in two
 * lines (地址 above 楼栋, 单元, 房号) is read as one; the lower line wins.
 */
export function recogniseHeads(kind: RosterKind, rows: readonly SheetRow[]): Heads {
  let best: Heads = { headRow: 0, columns: {}, unknown: [], confidence: 0 }
  let bestFound = 1
  const first = rows.slice(0, 30)
  for (const [at, row] of first.entries()) {
    for (const above of [undefined, first[at - 1]]) {
      const heads = readHeads(kind, row, above)
      const found = Object.keys(heads.columns).length + (heads.columns.name === undefined ? 0 : 2)
      if (found > bestFound) [best, bestFound] = [heads, found]
    }
  }
  return best
}

/** The heads of a sheet as one text, by which two sheets, or two files, of one roster know each other; empty without heads. */
export function headTexts(rows: readonly SheetRow[], { headRow }: Heads): string {
  const line = rows.find(({ row }) => row === headRow)
  return (line?.cells ?? [])
    .map((cell) => plainHead(textOf(cell)))
    .join('|')
    .replace(/\|+$/, '')
}

/** What a person corrected: the head line, and the fields of columns (0 is A). */
export interface HeadCorrection {
  readonly headRow?: number | undefined
  readonly columns?: readonly { readonly column: number; readonly field: RosterField }[] | undefined
}

/** Heads as a person corrected them; what was not corrected is recognised. */
export function correctedHeads(kind: RosterKind, rows: readonly SheetRow[], correction: HeadCorrection): Heads {
  const { headRow, columns } = correction
  const chosen = headRow === undefined ? undefined : rows.find(({ row }) => row === headRow)
  const found =
    headRow === undefined ? recogniseHeads(kind, rows) : readHeads(kind, chosen ?? { row: headRow, cells: [] }, undefined)
  if (!columns) return found
  const line = rows.find(({ row }) => row === found.headRow)
  const named = Object.fromEntries(columns.map(({ column, field }) => [field, column])) as Columns
  const used = new Set(columns.map(({ column }) => column))
  const unknown = (line?.cells ?? []).flatMap((cell, column) => {
    const head = textOf(cell)
    return head === '' || used.has(column) ? [] : [{ column, head: head.slice(0, 40) }]
  })
  return { headRow: found.headRow, columns: named, unknown, confidence: named.name === undefined ? 0 : 1 }
}

function readHeads(kind: RosterKind, row: SheetRow, above: SheetRow | undefined): Heads {
  const columns: Partial<Record<RosterField, number>> = {}
  const unknown: { column: number; head: string }[] = []
  let heads = 0
  const width = Math.max(row.cells.length, above?.cells.length ?? 0)
  for (let column = 0; column < width; column++) {
    const own = textOf(row.cells[column])
    const head = own === '' ? textOf(above?.cells[column]) : own
    if (head === '' || serialHead.test(plainHead(head))) continue
    heads += 1
    const field = fieldNamed(kind, head)
    if (field !== undefined && columns[field] === undefined) columns[field] = column
    else unknown.push({ column, head: head.slice(0, 40) })
  }
  const understood = heads === 0 || columns.name === undefined ? 0 : Object.keys(columns).length / heads
  return { headRow: row.row, columns, unknown, confidence: Math.round(understood * 100) / 100 }
}
