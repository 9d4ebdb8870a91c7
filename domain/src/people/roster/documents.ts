import type { Cell } from '../../sheet.ts'
import type { Day } from '../../schema.ts'
import { plainDocument } from '../plain/document-number.ts'
import { birthOf, sexOf, whyNotIdentityNumber } from '../identity-number.ts'
import { knownText, textOf } from './cells.ts'
import type { DocumentKind, RejectionCode } from './entry.ts'

/** A document as a row gives it: what it is, its plain number, and what a citizen number tells; or why it cannot be taken. */
export type ReadDocument =
  | { readonly kind: DocumentKind; readonly number?: string; readonly birth?: Day; readonly sex?: 'male' | 'female' }
  | { readonly code: Extract<RejectionCode, `identity-number.${string}`>; readonly text: string }

const kinds: readonly (readonly [DocumentKind, RegExp])[] = [
  ['residence-permit', /居住证|永久居留/],
  ['hk-macao-permit', /港澳|回乡证/],
  ['taiwan-permit', /台湾|台胞/],
  ['passport', /护照|passport/i],
  ['identity-card', /身份证|户口[本簿]|idcard|^id$/i],
  ['none', /^无证|没有证/],
]

const bySpelling: readonly (readonly [DocumentKind, RegExp])[] = [
  ['hk-macao-permit', /^[HM][0-9]{8,10}$/],
  ['passport', /^[A-Z]{1,3}[0-9]{6,9}$/],
]

/** The kind that a cell names; undefined when it names none, `other` when it names one unknown here. */
export function documentKindIn(cell: Cell): DocumentKind | undefined {
  const text = knownText(cell)
  if (text === '') return undefined
  return kinds.find(([, spelling]) => spelling.test(text))?.[0] ?? 'other'
}

/**
 * Reads the document of a row. A number kept as a spreadsheet number has lost digits (more than 15 do not fit), so has one
 * in powers of ten; citizen numbers and residence permits follow GB 11643-1999; of other documents any number is taken.
 */
export function readDocument(kindCell: Cell, numberCell: Cell, today: Day): ReadDocument {
  const named = documentKindIn(kindCell)
  const shown = knownText(numberCell)
  if (shown === '') return { kind: 'none' }
  const number = plainDocument(shown)
  if (named !== undefined && named !== 'identity-card' && named !== 'residence-permit' && named !== 'none') {
    return { kind: named, number: number.slice(0, 40) }
  }
  if (isDamaged(numberCell))
    return { code: 'identity-number.damaged', text: '身份证号被表格当成了数字，后几位丢了，请对照证件重填' }
  if (named === undefined) {
    const kind = bySpelling.find(([, spelling]) => spelling.test(number))?.[0]
    if (kind) return { kind, number }
  }
  const fault = whyNotIdentityNumber(number, today)
  if (fault === 'length') return { code: 'identity-number.length', text: lengthText(number.length) }
  if (fault === 'checksum') return { code: 'identity-number.checksum', text: '身份证号有一位不对，请对照证件' }
  if (fault === 'date') return { code: 'identity-number.date', text: '身份证号里的出生日期不对，请对照证件' }
  return { kind: named === 'residence-permit' ? named : kindOfNumber(number), number, birth: birthOf(number), sex: sexOf(number) }
}

// 81, 82, 83 are the areas of residence permits of Hong Kong, Macao and Taiwan people; 9 begins a foreigner's permanent residence card.
const kindOfNumber = (number: string): DocumentKind => (/^(8[123]|9)/.test(number) ? 'residence-permit' : 'identity-card')

const isDamaged = (cell: Cell) =>
  typeof cell === 'number' ? Math.abs(cell) >= 1e15 : /^[0-9][.][0-9]+E\+?[0-9]+$/i.test(textOf(cell))

function lengthText(length: number): string {
  return length < 18 ? `身份证号差 ${18 - length} 位，请对照证件` : `身份证号多 ${length - 18} 位，请对照证件`
}
