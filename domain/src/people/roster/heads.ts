import type { SheetRow } from '../../sheet.ts'
import { halfWidth } from '../../text/half-width.ts'
import { cut, textOf } from './cells.ts'
import type { DocumentKind, RowNote, WarningCode } from './entry.ts'
import { type Columns, fieldsOf, mustsOf, type RosterField, type RosterKind } from './fields.ts'
import { spellings } from './spellings.ts'

/** What was found out about a sheet's head; headRow 0 means that no head line was found. */
export interface Heads {
  readonly headRow: number
  readonly columns: Columns
  /** Columns whose head says nothing known, or nothing that this roster may keep: left out. */
  readonly unknown: readonly { readonly column: number; readonly head: string }[]
  /** Share of heads understood, 0 when the column of names is missing; below 0.5 a person should look. */
  readonly confidence: number
  /** The kind of document that the head of the numbers names, where it names one other than the identity card alone. */
  readonly documents?: DocumentKind
}

const serialHead = /^(序号|编号|序|no\.?|#)$/

/** A head without brackets' content, blanks, stars and colons: `证件号码 *（必填）` is 证件号码. */
export const plainHead = (text: string): string =>
  halfWidth(text)
    .replace(/[([【〔][^)\]】〕]*[)\]】〕]/g, '')
    .replace(/[\s*:★●]+/g, '')
    .toLowerCase()

/**
 * Which field a head names; undefined when it names none that a roster of the kind may keep. Numbers before it do not count (3.姓名), and
 * of a head in two languages, or of several words (身份证号/护照号, 姓名 Name), each part may name it.
 */
export function fieldNamed(kind: RosterKind, head: string): RosterField | undefined {
  const plain = plainHead(head)
  if (plain === '' || plain.length > 40) return undefined
  const whole = named(kind, plain) ?? named(kind, plain.replace(numbering, '').replace(/(?<=\p{Script=Han})[0-9①-⑳]{1,2}$/u, ''))
  if (whole !== undefined) return whole
  const parts = plain
    .replace(numbering, '')
    .split(/[/、|,，;；及和]|(?<=\p{Script=Han})(?=[a-z])|(?<=[a-z.])(?=\p{Script=Han})/u)
    .filter((part) => part !== '')
  if (parts.length < 2) return undefined
  const fields = [...new Set(parts.flatMap((part) => named(kind, part) ?? []))]
  if (fields.length < 2) return fields[0]
  if (fields.includes('name')) return 'name'
  if (fields.every((field) => doorFields.has(field))) return together(fields)
  return fields.every((field) => field === 'documentKind' || field === 'documentNumber') ? 'documentNumber' : undefined
}

const numbering = /^(?:\(?[0-9]{1,2}[.、):]?|[一二三四五六七八九十]{1,2}[、.]|[①-⑳])(?=[\p{Script=Han}a-z])/u
// 楼号/单元 stands beside a column of rooms, 单元/房号 beside one of buildings; together they are a whole address.
const together = (fields: readonly RosterField[]): RosterField => {
  const only = (...allowed: RosterField[]) => fields.every((field) => allowed.includes(field))
  return only('building', 'unit') ? 'building' : only('unit', 'room') ? 'room' : 'address'
}
const doorFields: ReadonlySet<RosterField> = new Set(['address', 'estate', 'group', 'building', 'unit', 'room'])

function named(kind: RosterKind, plain: string): RosterField | undefined {
  if (plain === '' || plain.length > 30) return undefined
  const allowed = fieldsOf[kind]
  for (const [field, spelling] of spellings) if (spelling.test(plain) && allowed.includes(field)) return field
  return undefined
}

const isHeadOfHousehold = (head: string): boolean =>
  spellings.some(([field, spelling]) => field === 'headName' && spelling.test(plainHead(head)))

/** Fields that a roster of the kind must have a column of, and that these heads have none of. */
export const missingMusts = (kind: RosterKind, { columns }: Heads): RosterField[] =>
  mustsOf[kind].filter((field) => columns[field] === undefined)

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

const member =
  /^(?:家庭|同住)?(?:成员|人员)[0-9一二三四五六七八九十]{0,2}(?:姓名|名字)?$|^(?:配偶|丈夫|妻子|子女|父亲|母亲|同住人|租户|承租人)[0-9一二三四五六七八九十]?(?:姓名|名字)$/

/**
 * What to tell of the heads: further columns that name people, of two tables side by side or of members behind their head of household.
 * One row is one person: these are in no count of rows.
 */
export function headNotes(kind: RosterKind, heads: Heads, rows: readonly SheetRow[]): RowNote<WarningCode>[] {
  const below = rows.filter(({ row }) => row > heads.headRow)
  const more = heads.unknown.filter(
    ({ column, head }) =>
      (fieldNamed(kind, head) === 'name' || member.test(plainHead(head))) &&
      below.some(({ cells }) => textOf(cells[column]) !== ''),
  )
  if (heads.columns.name === undefined || more.length === 0) return []
  const named = more.map(({ column, head }) => `第 ${column + 1} 列“${cut(head, 10)}”`).join('、')
  return [
    { row: heads.headRow, code: 'column.more-people', text: `：${named}里的人没有收，一行只收一个人，请整理成一人一行再传` },
  ]
}

/** Columns that number the lines of the sheet by their own head (序号): they hold nothing about anybody. */
export const numberingColumns = (rows: readonly SheetRow[], headRow: number): number[] =>
  (rows.find(({ row }) => row === headRow)?.cells ?? []).flatMap((cell, column) =>
    serialHead.test(plainHead(textOf(cell))) ? [column] : [],
  )

/** The heads of a sheet as one text, by which two sheets, or two files, of one roster know each other; empty without heads. */
export function headTexts(rows: readonly SheetRow[], { headRow }: Heads): string {
  const line = rows.find(({ row }) => row === headRow)
  return (line?.cells ?? [])
    .map((cell) => plainHead(textOf(cell)))
    .join('|')
    .replace(/\|+$/, '')
}

/** What a person corrected: the head line (0: there is none, people begin at the top), and the fields of columns (0 is A). */
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
  return columns ? namedHeads(found, rows, columns) : found
}

/** Heads whose columns a person named, now or the last time that a roster had the same heads. */
export function namedHeads(found: Heads, rows: readonly SheetRow[], columns: NonNullable<HeadCorrection['columns']>): Heads {
  const line = rows.find(({ row }) => row === found.headRow)
  const named = Object.fromEntries(columns.map(({ column, field }) => [field, column])) as Columns
  const used = new Set(columns.map(({ column }) => column))
  const unknown = (line?.cells ?? []).flatMap((cell, column) => {
    const head = textOf(cell)
    return head === '' || used.has(column) ? [] : [{ column, head: head.slice(0, 40) }]
  })
  const { headRow, documents } = found
  return { headRow, columns: named, unknown, confidence: named.name === undefined ? 0 : 1, ...(documents ? { documents } : {}) }
}

function readHeads(kind: RosterKind, row: SheetRow, above: SheetRow | undefined): Heads {
  const columns: Partial<Record<RosterField, number>> = {}
  const unknown: { column: number; head: string }[] = []
  let heads = 0
  let headOfHousehold: number | undefined
  let documents: DocumentKind | undefined
  const width = Math.max(row.cells.length, above?.cells.length ?? 0)
  for (let column = 0; column < width; column++) {
    const own = textOf(row.cells[column])
    const head = own === '' ? textOf(above?.cells[column]) : own
    if (head === '' || serialHead.test(plainHead(head))) continue
    heads += 1
    if (isHeadOfHousehold(head)) headOfHousehold ??= column
    const field = fieldNamed(kind, head)
    if (field === 'documentNumber' && /护照|passport/i.test(head) && !/身份证|证件|\bid\b/i.test(head)) documents = 'passport'
    if (field !== undefined && columns[field] === undefined) columns[field] = column
    else unknown.push({ column, head: head.slice(0, 40) })
  }
  // A roster of households names only their heads.
  if (columns.name === undefined && headOfHousehold !== undefined) {
    columns.name = headOfHousehold
    if (columns.headName === headOfHousehold) delete columns.headName
  }
  const left = unknown.filter(({ column }) => column !== columns.name)
  const understood = heads === 0 || columns.name === undefined ? 0 : Object.keys(columns).length / heads
  return {
    headRow: row.row,
    columns,
    unknown: left,
    confidence: Math.round(understood * 100) / 100,
    ...(documents === undefined ? {} : { documents }),
  }
}
