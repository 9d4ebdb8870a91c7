import type { Cell } from '../../sheet.ts'
import type { Day } from '../../schema.ts'
import { halfWidth } from '../../text/half-width.ts'
import { plainDocument } from '../plain/document-number.ts'
import { birthOf, sexOf, whyNotIdentityNumber } from '../identity-number.ts'
import { knownText, textOf } from './cells.ts'
import type { DocumentKind, RejectionCode } from './entry.ts'

/**
 * A document as a row gives it: what it is, its plain number, and what a citizen number tells; or why it cannot be taken. `doubt` says
 * what a person should look at although the row stays.
 */
export type ReadDocument =
  | {
      readonly kind: DocumentKind
      readonly number?: string
      readonly birth?: Day
      readonly sex?: 'male' | 'female'
      readonly doubt?: string
    }
  | { readonly code: Extract<RejectionCode, `identity-number.${string}`>; readonly text: string }

/** What stands around a number and helps to know whose it is: the kind named, the nationality, what the head says of the whole column. */
export interface DocumentGround {
  readonly kind: Cell
  readonly nationality: Cell
  readonly column?: DocumentKind | undefined
  readonly today: Day
}

const kinds: readonly (readonly [DocumentKind, RegExp])[] = [
  ['residence-permit', /居住证|居留|永居|^(553|554)$/],
  ['hk-macao-permit', /港澳|回乡证|往来内地|香港|澳门|^(513|516)$/],
  ['taiwan-permit', /台湾|台胞|^511$/],
  ['passport', /护照|passport|^(414|41[0-9])$/i],
  ['identity-card', /身份证|户口[本簿]|idcard|^id$|^(111|112|113)$/i],
  ['none', /^无证|没有证/],
]

// Shapes that numbers of one kind have, tried in order where no kind is named. Old permanent residence cards: three letters of the
// nation and twelve digits; permits of Hong Kong and Macao: H or M; of Taiwan: eight or ten digits, with the times it was given.
const shapes: readonly (readonly [DocumentKind, RegExp])[] = [
  ['residence-permit', /^[A-Z]{3}[0-9]{12}$/],
  ['hk-macao-permit', /^[HM][0-9]{8}([0-9]{2})?$/],
  ['taiwan-permit', /^[0-9]{10}[A-Z]$/],
  ['passport', /^(?=.*[A-Z])[A-Z0-9]{7,9}$/],
]
const passport = /^(?=.*[0-9])[A-Z0-9]{5,12}$/

/** The kind that a cell names; undefined when it names none, `other` when it names one unknown here. */
export function documentKindIn(cell: Cell): DocumentKind | undefined {
  const text = halfWidth(knownText(cell))
  if (text === '') return undefined
  return kinds.find(([, spelling]) => spelling.test(text))?.[0] ?? 'other'
}

// 护照：E12345678, ID 4101…: the kind written before its number.
const kindBefore =
  /^\s*((?:外国|中国)?护照|passport|(?:港澳|台湾)?[^\s:：0-9A-Za-z]{0,8}通行证|台胞证|回乡证|(?:永久)?居[住留]证|身份证|id(?=[\s:：号]))(?:号码?|\s*no\.?)?\s*[:：]?\s*(?=[0-9A-Z])/i
const usual = /^[0-9]{17}[0-9X]$/

type Land = 'china' | 'hk-macao' | 'taiwan' | 'abroad' | undefined

function landOf(cell: Cell): Land {
  const text = halfWidth(knownText(cell)).replace(/\s+/g, '')
  if (text === '') return undefined
  if (/香港|澳门|hong ?kong|maca[ou]|^(hkg?|mac|mo)$/i.test(text)) return 'hk-macao'
  if (/台湾|臺灣|台灣|taiwan|^(twn?)$/i.test(text)) return 'taiwan'
  return /^(中国|中國|中华人民共和国|中国大陆|大陆|内地|中|汉族?|china|chinese|chn|cn|prc|156)$/i.test(text) ? 'china' : 'abroad'
}

/**
 * Reads the document of a row. A number kept as a spreadsheet number has lost digits (more than 15 do not fit), so has one in powers of
 * ten; citizen numbers and residence permits of 18 signs follow GB 11643-1999; of other documents any number is taken. Words instead of
 * a number are no number.
 */
export function readDocument(numberCell: Cell, ground: DocumentGround): ReadDocument {
  // Nearly all rows: a citizen number as it should be.
  if (typeof numberCell === 'string' && usual.test(numberCell) && whyNotIdentityNumber(numberCell, ground.today) === undefined) {
    const named = documentKindIn(ground.kind)
    if (named === undefined || named === 'identity-card') return citizen(named, numberCell, undefined)
  }
  const written = halfWidth(knownText(numberCell))
  const [beside = '', word = ''] = kindBefore.exec(written) ?? []
  const shown = written.slice(beside.length)
  if (shown === '' || /^[0Xx?？.\s]*$/.test(shown)) return { kind: 'none' }
  const named = documentKindIn(ground.kind) ?? documentKindIn(word)
  const inText = citizenNumberIn(shown, ground.today)
  if (inText !== undefined && (named === undefined || named === 'identity-card' || named === 'other' || named === 'none'))
    return citizen(named, inText.number, inText.doubt)
  if (isWords(shown, named)) return { kind: 'none', doubt: `证件号写的是“${shown.slice(0, 10)}”，先按没有证件号收` }
  const number = plainDocument(shown)
  if (named !== undefined && named !== 'identity-card' && named !== 'residence-permit' && named !== 'none')
    return { kind: named, number: number.slice(0, 40) }
  if (isDamaged(numberCell))
    return { code: 'identity-number.damaged', text: '身份证号被表格当成了数字，后几位丢了，请对照证件重填' }
  if (/[*＊]|(?<=[0-9])[Xx]{3,}/.test(shown))
    return { code: 'identity-number.damaged', text: '证件号打了星号，看不全，请对照证件重填' }
  if (named === 'residence-permit' && number.length !== 18) return { kind: named, number: number.slice(0, 40) }
  if (named === undefined || named === 'none') {
    const kind = kindByShape(number, landOf(ground.nationality), ground.column)
    if (kind) return { kind, number }
  }
  const fault = whyNotIdentityNumber(number, ground.today)
  if (fault === 'length') return { code: 'identity-number.length', text: lengthText(number) }
  if (fault === 'checksum') return { code: 'identity-number.checksum', text: '身份证号有一位不对，请对照证件' }
  if (fault === 'date') return { code: 'identity-number.date', text: '身份证号里的出生日期不对，请对照证件' }
  return citizen(named, number, undefined)
}

const citizen = (named: DocumentKind | undefined, number: string, doubt: string | undefined): ReadDocument => ({
  kind: named === 'residence-permit' ? named : kindOfNumber(number),
  number,
  birth: birthOf(number),
  sex: sexOf(number),
  ...(doubt === undefined ? {} : { doubt }),
})

function kindByShape(number: string, land: Land, column: DocumentKind | undefined): DocumentKind | undefined {
  if (number.length === 18 && /^[0-9]/.test(number)) return undefined
  if (land === 'abroad' && !shapes[0]?.[1].test(number)) return passport.test(number) ? 'passport' : undefined
  if (land === 'taiwan' && /^[0-9]{8}$|^[0-9]{10}[A-Z]?$/.test(number)) return 'taiwan-permit'
  if (land === 'hk-macao' && /^[HM]?[0-9]{8}([0-9]{2})?$/.test(number)) return 'hk-macao-permit'
  const shape = shapes.find(([, spelling]) => spelling.test(number))?.[0]
  if (shape !== undefined && !(column === 'passport' && shape === 'hk-macao-permit' && land === undefined)) return shape
  return column === 'passport' && passport.test(number) ? 'passport' : undefined
}

// The one citizen number that stands in a text among other signs, words or a second document; a letter O typed for a zero is told.
function citizenNumberIn(shown: string, today: Day): { number: string; doubt?: string } | undefined {
  const text = plainDocument(shown.replace(/\.0$/, ''))
  const whole = whyNotIdentityNumber(text, today) === undefined ? [text] : []
  const found = new Set([...whole, ...[...text.matchAll(/(?<![0-9A-Z])[0-9]{17}[0-9X](?![0-9A-Z])/g)].map(([one]) => one)])
  const good = [...found].filter((one) => whyNotIdentityNumber(one, today) === undefined)
  if (good.length === 1 && good[0]) return { number: good[0] }
  if (good.length > 1 || !/^[0-9OIL]{17}[0-9OILX]$/.test(text)) return undefined
  const mended = text.replaceAll('O', '0').replace(/[IL]/g, '1')
  return whyNotIdentityNumber(mended, today) === undefined
    ? { number: mended, doubt: '身份证号里的字母 O、I 按数字 0、1 收了，请对照证件' }
    : undefined
}

// 办理中, 新生儿未上户口, 同上: nothing of a number in it.
const isWords = (shown: string, named: DocumentKind | undefined) =>
  /[^\u0000-\u007f]/.test(shown) && (shown.match(/[0-9A-Za-z]/g)?.length ?? 0) < (named === 'other' ? 3 : 5)

// 81, 82, 83 are the areas of residence permits of Hong Kong, Macao and Taiwan people; 9 begins a foreigner's permanent residence card.
const kindOfNumber = (number: string): DocumentKind => (/^(8[123]|9)/.test(number) ? 'residence-permit' : 'identity-card')

const isDamaged = (cell: Cell) =>
  typeof cell === 'number' ? Math.abs(cell) >= 1e15 : /^[0-9][.][0-9]+E\+?[0-9]+$/i.test(textOf(cell))

// Numbers of the first generation had 15 digits until 2013; digits 7 and 8 are 19 or 20 in one of 18 signs that lost three.
function lengthText(number: string): string {
  if (/^[1-9][0-9]{5}(?!19|20)[0-9]{9}$/.test(number)) return '身份证号是 15 位的老号，请按新证件填 18 位'
  const { length } = number
  return length < 18 ? `身份证号差 ${18 - length} 位，请对照证件` : `身份证号多 ${length - 18} 位，请对照证件`
}
