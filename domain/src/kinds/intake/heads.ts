import { textOf } from '../../people/roster/cells.ts'
import type { DayGround } from '../../people/roster/dates.ts'
import { plainHead } from '../../people/roster/heads.ts'
import type { SheetRow } from '../../sheet.ts'
import type { Field, Fields } from '../fields.ts'
import { headOf } from '../paper/cells.ts'
import { pointAnywhere } from '../pointing/pointers.ts'
import { isFromCell, readCell } from './read-cell.ts'

/** How a sheet of a kind was understood: the line of heads (0: there is none), and which column (0 is A) holds which field. */
export interface KindHeads {
  readonly headRow: number
  readonly columns: Readonly<Record<string, number>>
  /** Columns whose head says nothing that the kind asks: left out. */
  readonly unknown: readonly { readonly column: number; readonly head: string }[]
}

/** What a person corrected of it. */
export interface KindCorrection {
  readonly headRow?: number | undefined
  readonly columns?: readonly { readonly column: number; readonly field: string }[] | undefined
}

const looksAt = 30

// A form asks, a sheet names: 哪一类 stands in sheets as 类别.
const sameHeads: readonly (readonly string[])[] = [
  ['哪一类', '类别', '类型', '种类', '分类'],
  ['在哪里', '地点', '位置', '地址', '所在位置', '所在地'],
  ['名称', '名字'],
  ['号码', '电话', '电话号码', '联系电话'],
  ['谁办', '办理单位', '承办单位', '谁在接', '单位'],
  ['要带什么', '所需材料', '材料', '申请材料'],
  ['怎么办', '办理流程', '流程', '办理程序'],
]
const spelled = (head: string): readonly string[] => [head, ...(sameHeads.find((all) => all.includes(head)) ?? [])]

/** The fields of a kind that a sheet may bring. */
export const fieldsOfSheet = (fields: Fields): [string, Field][] =>
  Object.entries(fields).filter(([, field]) => isFromCell(field))

/** Of these the fields whose lines are taken as they are written: nobody whom a line names is looked up on a register. */
export const takenAsWritten = (fields: Fields): string[] =>
  fieldsOfSheet(fields).flatMap(([name, { rows }]) => (rows && pointAnywhere(rows) ? [name] : []))

/** Which field a head names: by its words in either language or its name, whole, as a part of two, or as the end of a longer head. */
export function fieldNamed(fields: Fields, head: string): string | undefined {
  const plain = plainHead(head)
  if (plain === '' || plain.length > 40) return undefined
  const named = fieldsOfSheet(fields).map(([name, field]) => ({
    name,
    heads: [name, headOf(field, 'zh'), headOf(field, 'en')].map(plainHead).flatMap(spelled),
  }))
  const only = (fits: (one: string) => boolean): string | undefined => {
    const found = named.filter(({ heads }) => heads.some(fits))
    return found.length === 1 ? found[0]?.name : undefined
  }
  const whole = only((one) => one === plain)
  if (whole !== undefined) return whole
  const parts = plain.split(/[/|、,;]|(?<=\p{Script=Han})(?=[a-z])|(?<=[a-z])(?=\p{Script=Han})/u)
  const byPart = parts.length > 1 ? only((one) => parts.includes(one)) : undefined
  return byPart ?? only((one) => one.length >= 2 && plain.endsWith(one))
}

function readLine(fields: Fields, { row, cells }: SheetRow): KindHeads {
  const columns: Record<string, number> = {}
  const unknown: { column: number; head: string }[] = []
  for (const [column, cell] of cells.entries()) {
    const head = textOf(cell)
    if (head === '') continue
    const name = fieldNamed(fields, head)
    if (name === undefined || name in columns) unknown.push({ column, head: head.slice(0, 40) })
    else columns[name] = column
  }
  return { headRow: row, columns, unknown }
}

/** Finds the line of heads among the first rows: that which names most fields, two at least, or all there are. */
function recognised(fields: Fields, rows: readonly SheetRow[]): KindHeads {
  let best: KindHeads = { headRow: 0, columns: {}, unknown: [] }
  const least = Math.min(2, fieldsOfSheet(fields).length)
  for (const row of rows.slice(0, looksAt)) {
    const heads = readLine(fields, row)
    const found = Object.keys(heads.columns).length
    if (found >= least && found > Object.keys(best.columns).length) best = heads
  }
  return best
}

/** The heads of a sheet as found, or as a person corrected them. */
export function headsOf(fields: Fields, rows: readonly SheetRow[], { headRow, columns }: KindCorrection = {}): KindHeads {
  const line = rows.find(({ row }) => row === headRow)
  const found = headRow === undefined ? recognised(fields, rows) : readLine(fields, line ?? { row: headRow, cells: [] })
  if (!columns) return found
  const allowed = columns.filter(({ field }) => fieldsOfSheet(fields).some(([name]) => name === field))
  const used = new Set(allowed.map(({ column }) => column))
  const heads = rows.find(({ row }) => row === found.headRow)?.cells ?? []
  return {
    headRow: found.headRow,
    columns: Object.fromEntries(allowed.map(({ column, field }) => [field, column])),
    unknown: heads.flatMap((cell, column) =>
      textOf(cell) === '' || used.has(column) ? [] : [{ column, head: textOf(cell).slice(0, 40) }],
    ),
  }
}

/** The fields that are always needed and that no column brings: no row is judged before one is named. */
export const missingColumns = (fields: Fields, { columns }: KindHeads): string[] =>
  Object.entries(fields)
    .filter(([name, { must, when, from }]) => must === true && when === undefined && from === undefined && !(name in columns))
    .map(([name]) => name)

// What fits anything says nothing of a column.
const telling = ['choice', 'choices', 'yes-no', 'day', 'moment', 'hours', 'amount', 'phone']

/** What columns that no head explains may be, by what stands in them: offered, never taken by itself. */
export function guessFields(
  fields: Fields,
  rows: readonly SheetRow[],
  { headRow, columns }: KindHeads,
  ground: DayGround,
): { column: number; field: string; fits: number; of: number }[] {
  const below = rows.filter(({ row }) => row > headRow)
  const taken = new Set(Object.values(columns))
  const width = Math.max(0, ...below.map(({ cells }) => cells.length))
  const open = fieldsOfSheet(fields).filter(([name, { type }]) => !(name in columns) && telling.includes(type))
  const guesses: { column: number; field: string; fits: number; of: number }[] = []
  for (let column = 0; column < Math.min(width, 60); column++) {
    if (taken.has(column)) continue
    const cells = below.map(({ cells: all }) => all[column]).filter((cell) => textOf(cell) !== '')
    const fitting = open
      .filter(([name]) => !guesses.some(({ field }) => field === name))
      .map(([name, field]) => ({
        field: name,
        fits: cells.filter((cell) => {
          const read = readCell(field, cell, ground)
          return read !== undefined && 'value' in read
        }).length,
      }))
      .sort((a, b) => b.fits - a.fits)
    const [best] = fitting
    if (best && cells.length > 0 && best.fits / cells.length >= 0.8) guesses.push({ column, ...best, of: cells.length })
  }
  return guesses
}
