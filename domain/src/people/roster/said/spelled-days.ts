import type { Day } from '../../../schema.ts'

/** Signs of the old calendar: its days are other days of ours. */
export const lunar = /农历|阴历|旧历|夏历|古历|腊月|正月|冬月|闰|初[一二三四五六七八九十0-9]|廿/

const clock =
  /(?:[T ]|(?<=[日号]))\s*(?:上午|下午|早上|晚上|凌晨|中午)?\s*[0-9]{1,2}(?:[:时点][0-9]{0,2}[分]?(?::[0-9]{2}(?:\.[0-9]+)?)?)(?:\s*[AP]M)?Z?$/i
const around = /^(?:公历|阳历|新历|生于|出生于|(?:出生|生日|出生日期)[:：]?)+|(?:公历|阳历|出生|生日|生)$/g

// Blanks part the words of an English date; in all others they are layout.
const tight = (text: string) =>
  /^[0-9]{4}\s+[0-9]{1,2}\s+[0-9]{1,2}$/.test(text)
    ? text.replace(/\s+/g, '-')
    : text.replace(/\s+/g, /[A-Za-z]{3}/.test(text) ? ' ' : '')

/** A date without clock time, weekday, 公历, 生 and other words around it, its signs brought to one form. */
export const bareDate = (text: string): string =>
  tight(
    text
      .replace(/^['’‘`]/, '')
      .trim()
      .replace(clock, ''),
  )
    .replace(/\s*(?:星期|周|礼拜)[一二三四五六日天]/, '')
    .replace(/\s*(?:上午|下午|早上|晚上|凌晨|中午)$/, '')
    .replace(/\((?:公历|阳历|身份证)\)$/, '')
    .replace(/[—–―‐－_~\\、，,;。．·]/g, (sign) => (/[—–―‐－_~]/.test(sign) ? '-' : '.'))
    .replace(around, '')
    .replace(/[.\-/]+$/, '')
    .trim()

const chinese = '〇零○Ｏ一二三四五六七八九'
const digitOf = (sign: string) => (/[〇零○Ｏ]/.test(sign) ? '0' : String(chinese.indexOf(sign) - 3))
const small = (text: string): number => {
  const [tens, ones] = text.replace('廿', '二十').replace('卅', '三十').split('十')
  if (ones === undefined) return Number([...text].map(digitOf).join(''))
  return (tens === '' ? 1 : Number(digitOf(tens ?? ''))) * 10 + (ones === '' ? 0 : Number(digitOf(ones)))
}
const numeral = '〇零○一二三四五六七八九'
const inChinese = new RegExp(
  `^([${numeral}]{4}|[${numeral}]{2}|[0-9]{4}|[0-9]{2})年([${numeral}十]{1,2}|[0-9]{1,2})月([${numeral}十]{1,3}|[0-9]{1,2})[日号]?$`,
)
const inDigits = (text: string) => (/^[0-9]+$/.test(text) ? text : [...text].map(digitOf).join(''))

/** A day written in Chinese digits, 一九九八年五月三日 or 九八年5月三日; undefined for all else. */
export function spelledDay(text: string, yearOf: (two: string, rest: string) => string): Day | undefined {
  const [, said = '', month = '', day = ''] = inChinese.exec(text) ?? []
  if (said === '') return undefined
  const rest = `-${two(/^[0-9]/.test(month) ? Number(month) : small(month))}-${two(/^[0-9]/.test(day) ? Number(day) : small(day))}`
  const year = inDigits(said)
  return `${year.length === 2 ? yearOf(year, rest) : year}${rest}`
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const dayFirst = /^([0-9]{1,2})(?:st|nd|rd|th)?[-/. ]*([a-z]{3,9})[-/., ]*([0-9]{4}|[0-9]{2})$/i
const monthFirst = /^(?:[a-z]{3}[., ]+)?([a-z]{3,9})[-/. ]*([0-9]{1,2})(?:st|nd|rd|th)?[-/., ]+([0-9]{4})$/i

/** A day with an English month, 3-May-98 or May 3, 1998; a year of two digits is what `yearOf` makes of it. */
export function westernDay(text: string, yearOf: (two: string, rest: string) => string): Day | undefined {
  const first = dayFirst.exec(text)
  const [, day = '', month = '', year = ''] = first ?? reordered(monthFirst.exec(text))
  const at = months.indexOf(month.slice(0, 3).toLowerCase()) + 1
  if (at === 0) return undefined
  const rest = `-${two(at)}-${day.padStart(2, '0')}`
  return `${year.length === 2 ? yearOf(year, rest) : year}${rest}`
}

const reordered = (found: RegExpExecArray | null): readonly string[] =>
  found ? ['', found[2] ?? '', found[1] ?? '', found[3] ?? ''] : []
const two = (number: number) => String(number).padStart(2, '0')
