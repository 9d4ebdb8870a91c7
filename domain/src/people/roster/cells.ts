import type { Cell } from '../../sheet.ts'
import { tidyText } from '../../text/tidy-text.ts'
import { halfWidth } from '../../text/half-width.ts'
import { tickAlone } from './said/ticks.ts'

/** The longest text kept of one cell; longer ones are cut and the row is told. */
export const longestCell = 500

/** The beginning of a text, no longer than `length` UTF-16 units; a character of two of them is never cut in half. */
export const cut = (text: string, length: number): string =>
  text.length <= length ? text : text.slice(0, length).replace(/[\ud800-\udbff]$/, '')

/** A cell as text: tidied as what is typed by hand is, numbers without exponent; empty when the cell holds nothing to read. */
export function textOf(cell: Cell): string {
  if (cell === undefined || cell === null) return ''
  if (typeof cell === 'string' && cell.startsWith('#') && faults.test(cell)) return ''
  if (typeof cell === 'string') return tidyText(cell, 'lines')
  if (typeof cell === 'number') return Number.isInteger(cell) && Math.abs(cell) < 1e21 ? String(BigInt(cell)) : String(cell)
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  return 'day' in cell ? cell.day : ''
}

// The errors of spreadsheets: what a formula shows that points nowhere. #N/A says that nothing was found: no fault of the row.
const faults =
  /^#(REF!|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|UNKNOWN!|CONNECT!|BUSY!|GETTING_DATA|EXTERNAL!|PYTHON!)$/

/** Why a cell cannot be read for what it was: an error of its formula, a formula without a result, a broken character; undefined for all else. */
export function whyFaulty(cell: Cell): string | undefined {
  if (typeof cell === 'object') return 'fault' in cell ? '是公式，文件里没有存结果，请用表格软件打开、另存一次再传' : undefined
  if (typeof cell !== 'string') return undefined
  if (cell.includes('\ufffd')) return '有字坏了（显示成“�”），请对照原表改'
  return faults.test(cell.trim()) ? `是公式错误 ${cell.trim()}，请改成文字` : undefined
}

const nothing = /^(无|没有|不详|不明|未知|暂无|缺|空|[-—–/／\\、.。?？]+|n\/?a|null|none|#n\/a)$/i

/** A cell as text where 无, 不详, a dash and the like say that nothing is known. */
export function knownText(cell: Cell): string {
  const text = textOf(cell)
  return text.length < 6 && nothing.test(text) ? '' : text
}

/** Whether a cell holds nothing to read. */
export const isBlank = (cell: Cell): boolean => textOf(cell) === ''

/** A whole number such as 3, ３, "3剂" or "3 人"; undefined when there is none: absence is never zero. */
export function countOf(cell: Cell): number | undefined {
  if (typeof cell === 'number') return Number.isInteger(cell) && cell >= 0 && cell < 10_000 ? cell : undefined
  const found = /^([0-9]{1,4})(?:[.]0+)?\s*(?:剂次?|针|人|次|名|个|岁|周岁)?$/.exec(halfWidth(knownText(cell)))
  return found ? Number(found[1]) : undefined
}

/** 是, 有, 1, √, ☑ are yes; 否, 无, 0, □ are no; all else, 不清楚 too, is not known. */
export function yesOrNo(cell: Cell): boolean | undefined {
  const text = halfWidth(textOf(cell)).toLowerCase()
  if (/^(是|有|对|y|yes|true|1(\.0+)?)$/.test(text)) return true
  if (/^(否|无|没有|没|不是|n|no|false|0(\.0+)?|×|x|✗|✘)$/.test(text)) return false
  return tickAlone(text)
}

/** male or female from 男, 女, M, F, 1 and 2 (GB/T 2261.1); undefined for all else. */
export function sexIn(cell: Cell): 'male' | 'female' | undefined {
  const text = halfWidth(textOf(cell)).toLowerCase()
  if (/^(男|男性|m|male|1(\.0+)?|♂)$/.test(text)) return 'male'
  if (/^(女|女性|f|female|2(\.0+)?|♀)$/.test(text)) return 'female'
  return undefined
}

/** The items of a cell that lists several: 残疾人，低保. */
export function listIn(cell: Cell): string[] {
  const text = knownText(cell)
  if (text === '') return []
  return [
    ...new Set(
      text
        .split(/[，,、;；/／|\n]+/)
        .map((item) => item.trim())
        .filter((item) => item !== '' && !nothing.test(item)),
    ),
  ]
}
