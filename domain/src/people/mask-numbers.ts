import { halfWidth } from '../text/half-width.ts'
import { plainDocument } from './plain/document-number.ts'
import { maskDocumentNumber } from './identity-number.ts'
import { maskPhone, plainPhone } from './phone.ts'

const wholeDocument = /^(\d{15}|\d{17}[\dX])$/
const wholePhone = /^1[3-9]\d{9}$/
// An identity number or a phone as people group them, and any other run of eleven digits and more: also a number that lost a digit.
const inText = /\d{6}[\s-]?(?:19|20)\d{2}[\s-]?\d{4}[\s-]?\d{3}[\dXx]|(?<!\d)1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)|\d{11,}[Xx]?/g

const masked = (number: string) => (number.length >= 15 ? maskDocumentNumber(number) : maskPhone(number))

/**
 * A text of a sheet as it may be shown: identity numbers (18 or 15 places), phones and other runs of eleven digits and more
 * are masked wherever they stand, typed in whatever width; texts without one are given back as they are.
 */
export function maskNumbers(text: string): string {
  const document = plainDocument(text)
  if (wholeDocument.test(document)) return masked(document)
  const phone = plainPhone(text)
  if (wholePhone.test(phone)) return masked(phone)
  const plain = text.replace(/[０-９Ｘｘ]/g, halfWidth)
  const shown = plain.replace(inText, (number) => masked(number.replace(/[\s-]/g, '').toUpperCase()))
  return shown === plain ? text : shown
}
