import { halfWidth } from '../text/half-width.ts'

// As they may be dialled: digits, with + and country code only when foreign.
const mobile = /^1[3-9][0-9]{9}$/
const landline = /^(0[0-9]{2,3})?[2-9][0-9]{6,7}$/
const foreign = /^\+(?!86)[1-9][0-9]{5,14}$/

/** Takes away full-width digits, blanks, dashes, brackets and the country code 86. Doing it twice changes nothing. */
export function plainPhone(typed: string): string {
  if (mobile.test(typed)) return typed
  // 13800138000.0 is how some programs write a number.
  const bare = halfWidth(typed)
    .replace(/(?<=[0-9]{7})\.0+\s*$/, '')
    .replace(/[\s\-–—()'’‘`·\u200b-\u200f\ufeff]/g, '')
  const home = bare.replace(/^(?:\+86|0086)+/, '').replace(/^86(?=1[3-9][0-9]{9}$)/, '')
  return home.replace(/^00(?=[1-9])/, '+')
}

/** Whether a plain number can be called: a Chinese mobile (11 digits), a landline with or without area code, or a foreign one. */
export const isPhone = (plain: string): boolean => mobile.test(plain) || landline.test(plain) || foreign.test(plain)

/** A phone as it may be shown to who may not call: the first three and the last four characters. */
export const maskPhone = (plain: string): string =>
  plain.length >= 8 ? plain.slice(0, 3) + '*'.repeat(plain.length - 7) + plain.slice(-4) : '*'.repeat(plain.length)
