// Codes of places as the national standard numbers them (GB/T 2260, and 9 and 12 digits of the statistics office below).
import type { Words } from './vocabulary.ts'

// The provinces by the first two digits of their codes, a line for each region of the country.
const provinces = new Set([
  ...['11', '12', '13', '14', '15'],
  ...['21', '22', '23'],
  ...['31', '32', '33', '34', '35', '36', '37'],
  ...['41', '42', '43', '44', '45', '46'],
  ...['50', '51', '52', '53', '54'],
  ...['61', '62', '63', '64', '65'],
  ...['71', '81', '82'],
])

/** Why a text is no code of a place: its length is that of no level, or no province begins so; the nation is the empty text. */
export function whyNotPlaceCode(code: string): Words | undefined {
  if (!/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})?$/.test(code)) {
    return {
      zh: `地区代码是 2、4、6、9 或 12 位数字，不是 ${code}`,
      en: `a place code has 2, 4, 6, 9 or 12 digits, unlike ${code}`,
    }
  }
  // Below a province the parts of a code begin at 1: a part of zeros stands for the whole of what is above it.
  const zero = [code.slice(2, 4), code.slice(4, 6), code.slice(6, 9), code.slice(9, 12)].find((part) => /^0+$/.test(part))
  if (zero !== undefined) {
    const above = code.slice(0, code.search(/(?<=^(?:..){1,2})00|(?<=^.{6})000|(?<=^.{9})000/))
    return {
      zh: `没有 ${code} 这个地区：要说整个上一级，写 ${above}`,
      en: `no place ${code}: for the whole of what is above it write ${above}`,
    }
  }
  if (code === '' || provinces.has(code.slice(0, 2))) return undefined
  return {
    zh: `没有 ${code} 这个地区：没有哪个省的代码是 ${code.slice(0, 2)}`,
    en: `no place ${code}: no province has the code ${code.slice(0, 2)}`,
  }
}
