import { shanghaiInstant } from '../../day.ts'
import { isBlank, knownText, textOf, whyFaulty, yesOrNo } from '../../people/roster/cells.ts'
import { type DayGround, readDay } from '../../people/roster/dates.ts'
import type { Words } from '../../problem.ts'
import type { Cell } from '../../sheet.ts'
import { halfWidth } from '../../text/half-width.ts'
import { type Field, type Fields, type FieldType, w } from '../fields.ts'
import { isPointing, pointing } from '../pointing/pointers.ts'
import { readHours } from './read-hours.ts'
import { type Sought, theOneNamed } from './sought.ts'

/** What days are read by, and what the cells of fields that point may name, by field. */
export interface CellGround extends DayGround {
  readonly sought?: ReadonlyMap<Field, readonly Sought[]>
}

/** What a cell says of a field: a value, nothing, or why it cannot be read. */
export type ReadCell = { readonly value: unknown } | { readonly why: Words } | undefined

const plain = (text: string) => halfWidth(text).replace(/\s+/g, '').toLowerCase()
const told = (text: string) => (text.length > 20 ? `${text.slice(0, 20)}…` : text)

function nameIn({ values = {} }: Field, text: string): string | undefined {
  const wanted = plain(text)
  return Object.entries(values).find(([name, { zh, en }]) => [name, zh, en].some((one) => plain(one) === wanted))?.[0]
}

const noSuch = ({ values = {} }: Field, text: string): ReadCell => ({
  why: w(
    `没有“${told(text)}”这一项，只能是：${Object.values(values)
      .map(({ zh }) => zh)
      .join('、')}`,
    `"${told(text)}" is none of: ${Object.values(values)
      .map(({ en }) => en)
      .join(', ')}`,
  ),
})

const notA = (text: string, zh: string, en: string): ReadCell => ({
  why: w(`“${told(text)}”不是${zh}`, `"${told(text)}" is no ${en}`),
})

function chosen(field: Field, cell: Cell): ReadCell {
  const name = nameIn(field, textOf(cell))
  return name === undefined ? noSuch(field, textOf(cell)) : { value: name }
}

function severalChosen(field: Field, cell: Cell): ReadCell {
  // A value may hold the sign that stands between values: the whole is tried first.
  const whole = nameIn(field, textOf(cell))
  if (whole !== undefined) return { value: [whole] }
  const parts = textOf(cell)
    .split(/[、,，;；/\n]+/)
    .filter((part) => part.trim() !== '')
  const names = parts.map((part) => nameIn(field, part))
  const strange = parts.find((_, at) => names[at] === undefined)
  return strange === undefined ? { value: [...new Set(names)] } : noSuch(field, strange)
}

const numeric = /^([0-9]{1,12}(?:\.[0-9]{1,6})?)(\D.*)?$/

function numberIn(cell: Cell): { n: number; rest: string } | undefined {
  if (typeof cell === 'number') return cell >= 0 ? { n: cell, rest: '' } : undefined
  const found = numeric.exec(plain(textOf(cell)).replace(/(?<=\d),(?=\d{3})/g, ''))
  return found ? { n: Number(found[1]), rest: found[2] ?? '' } : undefined
}

function countIn(cell: Cell): ReadCell {
  const found = numberIn(cell)
  const isWhole =
    found && Number.isInteger(found.n) && found.n <= 999_999_999 && /^(人|户|个|次|名|处|天|日|分钟|平方米)?$/.test(found.rest)
  return isWhole ? { value: found.n } : notA(textOf(cell), '整数', 'whole number')
}

function amountIn(field: Field, cell: Cell): ReadCell {
  const found = numberIn(cell)
  const units = Object.keys(field.values ?? {})
  if (!found || found.n > 1e9) return notA(textOf(cell), '数量', 'amount')
  const unit = found.rest === '' ? (units.length === 1 ? units[0] : undefined) : nameIn(field, found.rest)
  return unit === undefined ? noSuch(field, found.rest || textOf(cell)) : { value: { n: found.n, unit } }
}

function moneyIn(cell: Cell): ReadCell {
  const found = numberIn(typeof cell === 'string' ? cell.replace(/[¥￥]/g, '') : cell)
  const isYuan = found && /^(元|cny|rmb)?$/.test(found.rest) && found.n <= 1e10
  return isYuan ? { value: Math.round(found.n * 100) } : notA(textOf(cell), '金额', 'sum of money')
}

function dayIn(cell: Cell, ground: DayGround): ReadCell {
  const read = readDay(cell, ground)
  return read && 'day' in read ? { value: read.day } : notA(textOf(cell), '日期', 'day')
}

function momentIn(cell: Cell, ground: DayGround): ReadCell {
  const text = halfWidth(textOf(cell))
  const [, clock] = /(?:\s|T)([0-2]?[0-9]:[0-5][0-9])/.exec(text) ?? []
  const read = readDay(text.replace(/(?:\s|T)[0-2]?[0-9]:[0-5][0-9].*$/, ''), ground)
  if (!clock || !read || !('day' in read) || Number(clock.split(':')[0]) > 23) return notA(text, '日期加钟点', 'day with an hour')
  return { value: shanghaiInstant(read.day, clock.padStart(5, '0')) }
}

function textIn({ most = 200 }: Field, cell: Cell): ReadCell {
  const text = textOf(cell)
  return text.length <= most ? { value: text } : { why: w(`太长，最多 ${most} 个字`, `too long, at most ${most} signs`) }
}

function phoneIn(cell: Cell): ReadCell {
  const text = halfWidth(textOf(cell)).replace(/[–—−]/g, '-').trim()
  return /^[0-9+ -]{5,20}$/.test(text) ? { value: text } : notA(text, '电话', 'phone number')
}

const partsOfRow = /[\s:：,，]+/

// Lines of a cell are divided as people do it, and as our own lists are when they leave: 张三 环境卫生；李四 物业.
function linesIn(text: string, columns: number): string[] {
  const lines = text.split(/[\n；;]+/).filter((line) => line.trim() !== '')
  const [only = ''] = lines
  const parts = lines.length > 1 ? lines : only.split('、')
  return parts.every((part) => part.trim().split(partsOfRow).length >= columns) ? parts : lines
}

function rowsIn({ rows = {}, most = 20 }: Field, cell: Cell, ground: CellGround): ReadCell {
  // Whoever is on the register or not stands in one column: of rows the words are taken, and nobody is looked up.
  const columns = Object.entries(rows).filter(([, field]) => isFromCell(field) && !isPointing(field))
  const lines = linesIn(textOf(cell), columns.length)
  if (lines.length > most) return { why: w(`太多，最多 ${most} 行`, `too many, at most ${most} lines`) }
  const value: Record<string, unknown>[] = []
  for (const line of lines) {
    const parts = line.trim().split(partsOfRow)
    const told = columns.map(([name, field], nth) => {
      // The last column takes all that is left: it may hold blanks.
      const part = nth === columns.length - 1 ? parts.slice(nth).join(' ') : (parts[nth] ?? '')
      return [name, readCell(field, part, ground)] as const
    })
    const faulty = told.find(([, read]) => read !== undefined && 'why' in read)?.[1]
    if (faulty) return faulty
    const said = told.flatMap(([name, read]) => (read && 'value' in read ? [[name, read.value] as const] : []))
    value.push(Object.fromEntries(said))
  }
  return { value }
}

const pointedIn = (field: Field, cell: Cell, { sought }: CellGround): ReadCell =>
  theOneNamed(sought?.get(field) ?? [], textOf(cell))

type Reader = (field: Field, cell: Cell, ground: CellGround) => ReadCell
const readers: Partial<Readonly<Record<FieldType, Reader>>> = {
  text: textIn,
  words: (field, cell) => textIn({ ...field, most: field.most ?? 2000 }, cell),
  choice: chosen,
  choices: severalChosen,
  'yes-no': (_, cell) => {
    const said = yesOrNo(cell)
    return said === undefined ? notA(textOf(cell), '是或否', 'yes or no') : { value: said }
  },
  day: (_, cell, ground) => dayIn(cell, ground),
  moment: (_, cell, ground) => momentIn(cell, ground),
  hours: (_, cell) => {
    const read = readHours(textOf(cell))
    return read ? { value: read } : notA(textOf(cell), '时间，要像“周一至周五 8:30-17:30”', 'hours such as "Mon Tue 8:30-17:30"')
  },
  count: (_, cell) => countIn(cell),
  amount: amountIn,
  money: (_, cell) => moneyIn(cell),
  phone: (_, cell) => phoneIn(cell),
  rows: rowsIn,
  ...Object.fromEntries(pointing.map((type) => [type, pointedIn])),
}

const isAlwaysAsked = ({ must, when, from }: Field): boolean => must === true && when === undefined && from === undefined

/** Whether one cell of a sheet can say the value of a field; of rows, when it can say all that each of them needs. */
export const isFromCell = ({ type, from, rows = {} }: Field): boolean =>
  from !== 'house' && readers[type] !== undefined && noCellSays(rows).length === 0

/** The fields that are always asked and that no cell can say: with one of them no row of a sheet is ever taken. */
export const noCellSays = (fields: Fields): string[] =>
  Object.entries(fields).flatMap(([name, field]) => (isAlwaysAsked(field) && !isFromCell(field) ? [name] : []))

/** Reads what a cell says of a field. 无, 不详 and a dash say nothing, but where they are a value of the list. */
export function readCell(field: Field, cell: Cell, ground: CellGround): ReadCell {
  const faulty = whyFaulty(cell)
  if (faulty !== undefined) return { why: w(faulty, 'a formula without a result, or broken signs') }
  if (isBlank(cell)) return undefined
  const says = field.values && nameIn(field, textOf(cell)) !== undefined
  if (!says && field.type !== 'yes-no' && knownText(cell) === '') return undefined
  return readers[field.type]?.(field, cell, ground)
}
