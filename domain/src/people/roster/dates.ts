import { daysBetween, isDay } from '../../day.ts'
import type { Day } from '../../schema.ts'
import { type Cell, dayOfSerial } from '../../sheet.ts'
import { halfWidth } from '../../text/half-width.ts'
import { cut, knownText, whyFaulty } from './cells.ts'
import { instantDay } from './said/instants.ts'
import { bareDate, lunar, spelledDay, westernDay } from './said/spelled-days.ts'

/**
 * What a cell says about a day: a day; nothing at all; something that no calendar has or that is no day; or, `unclear`, a day that
 * could be two, a month or a year without its day, or one of the old calendar.
 */
export type ReadDay = { readonly day: Day } | { readonly unreadable: string } | { readonly unclear: string } | undefined

/** What days are read by: today, and whether the numbers of the sheet that stand for days count from 1904. */
export interface DayGround {
  readonly today: Day
  readonly from1904?: boolean | undefined
}

const withSigns = /^([0-9]{4}|[0-9]{2})[-/.年,]([0-9]{1,2})[-/.月,]([0-9]{1,2})[日号]?$/
const packed = /^((?:18|19|20)[0-9]{2})([0-9]{2})([0-9]{2})$/
const packedShort = /^([0-9]{2})([0-9]{2})([0-9]{2})$/
const dayLast = /^([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4}|[0-9]{2})$/
const withoutYear = /^([0-9]{1,2})(?:[-/.]|月)([0-9]{1,2})[日号]?$/
const monthOrYear = /^(?:1[89]|20)[0-9]{2}(?:年|[-/.年](?:1[0-2]|0?[1-9])(?:月份?)?|1[0-2]|0[1-9])?$/
const shortMonth =
  /^(?:[0-9]{2}年(?:[0-9]{1,2}月?)?|[0-9]{2}[-/.](?:1[0-2]|0?[1-9])|(?:1[0-2]|0?[1-9])[-/.月](?:(?:1[89]|20)[0-9]{2}|[3-9][0-9])年?)$/
// Digits and the signs of dates; words are no day that the calendar lacks, but none that anybody could look up either.
const dateShaped = /^[0-9.\-/年月日号]+$/
const serial = /^[2-7][0-9]{4}(?:\.[0-9]+)?$/

/**
 * Reads a day of the last time: an arrival, a dose. 2026-11-10, 2026/11/7, 2026年11月3日, 20261115, 26.11.6, 11.06, 11月6日, a clock
 * time behind it, spreadsheet dates and their serial numbers. A day without a year is the one nearest to today.
 */
export function readDay(cell: Cell, ground: DayGround): ReadDay {
  const begun = beginning(cell)
  if (begun === undefined || 'read' in begun) return begun?.read
  const { shown, text } = begun
  if (typeof cell === 'number' && !mayBeDay(cell)) return { unreadable: shown }
  const thisCentury = (year: string) => `20${year}`
  const day =
    instantDay(shown) ??
    fromSigns(text, thisCentury) ??
    dayBeforeYear(text) ??
    spelledDay(text, thisCentury) ??
    westernDay(text, thisCentury) ??
    yearLast(text) ??
    (serial.test(text) ? dayOfSerial(Number(text), ground.from1904) : undefined) ??
    nearest(text, ground.today)
  return day && isDay(day) ? { day } : { unreadable: cut(shown, 20) }
}

/**
 * Reads a birthday. Of two-digit years the latest such day that is not after today; serial numbers from the first on. What a person
 * could only mean one way is read; the rest is unclear, and a day that the calendar does not have is unreadable.
 */
export function readBirthday(cell: Cell, ground: DayGround): ReadDay {
  const begun = beginning(cell)
  if (begun === undefined || 'read' in begun) return begun?.read
  const { shown, text } = begun
  const told = cut(shown, 20)
  if (lunar.test(shown)) return { unclear: told }
  const latest = (two: string, rest: string) => (`20${two}${rest}` <= ground.today ? `20${two}` : `19${two}`)
  const day =
    instantDay(shown) ?? fromSigns(text, latest) ?? dayBeforeYear(text) ?? spelledDay(text, latest) ?? westernDay(text, latest)
  if (day !== undefined && isDay(day)) return { day }
  if (packedShort.test(text)) return sixDigits(text, latest, told)
  if (monthOrYear.test(text) || shortMonth.test(text) || !dateShaped.test(text)) return { unclear: told }
  return eitherWay(text, latest, told) ?? (day === undefined ? asSerial(cell, text, ground, told) : { unreadable: told })
}

type YearOf = (two: string, rest: string) => string

// What both readings begin with: faults and blanks are told, the rest comes as shown and without what a day does not need.
function beginning(cell: Cell): { readonly read: ReadDay } | { readonly shown: string; readonly text: string } | undefined {
  const faulty = whyFaulty(cell)
  if (faulty !== undefined) return { read: { unreadable: typeof cell === 'string' ? cell : '公式没有结果' } }
  if (typeof cell === 'object' && 'day' in cell) return { read: isDay(cell.day) ? cell : { unreadable: cell.day } }
  // 20261115.0 is how some programs write a number.
  const shown = halfWidth(knownText(cell)).replace(/^([0-9]{4,8})\.0+$/, '$1')
  if (shown.length > 80) return { read: { unreadable: cut(shown, 20) } }
  return shown === '' ? undefined : { shown, text: bareDate(shown) }
}

// A bare number 11.1 was typed as 11.1 or as 11.10: nobody can tell, so a person is asked.
const mayBeDay = (n: number) => Number.isInteger(n) || serial.test(String(n)) || /^[0-9]{1,2}\.[0-9]{2}$/.test(String(n))

function fromSigns(text: string, yearOf: YearOf): Day | undefined {
  const [, year = '', month, day] = withSigns.exec(text) ?? packed.exec(text) ?? []
  if (month === undefined) return undefined
  const rest = `-${two(month)}-${two(day)}`
  return `${year.length === 2 ? yearOf(year, rest) : year}${rest}`
}

// 5月3日1998年 has its year behind it.
const dayBeforeYear = (text: string): Day | undefined => {
  const [, month, day, year] = /^([0-9]{1,2})月([0-9]{1,2})[日号]?[,.]?([0-9]{4})年?$/.exec(text) ?? []
  return year === undefined ? undefined : `${year}-${two(month)}-${two(day)}`
}

// Of a day of the last time only a whole year behind it tells that it is one: 11/13/2026; 3/5/2026 is a day in March or in May.
function yearLast(text: string): Day | undefined {
  const read = /[0-9]{4}$/.test(text) ? eitherWay(text, (year) => year, text) : undefined
  return read && 'day' in read ? read.day : undefined
}

// 980503 is a day without its century; 199805 a month; 201203 may be either.
function sixDigits(text: string, yearOf: YearOf, told: string): ReadDay {
  const [, year = '', month, day] = packedShort.exec(text) ?? []
  const rest = `-${month}-${day}`
  const asDay = `${yearOf(year, rest)}${rest}`
  if (!isDay(asDay)) return monthOrYear.test(text) ? { unclear: told } : { unreadable: told }
  return monthOrYear.test(text) ? { unclear: told } : { day: asDay }
}

// 13/5/1998 and 5/13/1998 can each be read one way only; 5/3/1998 is a day in March or in May.
function eitherWay(text: string, yearOf: YearOf, told: string): ReadDay {
  const [, one = '', other = '', said = ''] = dayLast.exec(text) ?? []
  if (one === '') return undefined
  const days = [`-${two(one)}-${two(other)}`, `-${two(other)}-${two(one)}`]
    .map((rest) => `${said.length === 2 ? yearOf(said, rest) : said}${rest}`)
    .filter(isDay)
  const found = [...new Set(days)]
  if (found.length === 1 && found[0]) return { day: found[0] }
  return found.length === 0 ? { unreadable: told } : { unclear: told }
}

function asSerial(cell: Cell, text: string, ground: DayGround, told: string): ReadDay {
  const number = Number(text)
  const isNumber = typeof cell === 'number' || /^[0-9]{3,5}(?:\.[0-9]+)?$/.test(text)
  const day = isNumber ? dayOfSerial(number, ground.from1904) : undefined
  return day && isDay(day) && day <= ground.today ? { day } : { unreadable: told }
}

function nearest(text: string, today: Day): Day | undefined {
  const found = withoutYear.exec(text)
  if (!found) return undefined
  const year = Number(today.slice(0, 4))
  const days = [year - 1, year, year + 1].map((y) => `${y}-${two(found[1])}-${two(found[2])}`).filter(isDay)
  const distance = (day: Day) => Math.abs(daysBetween(day, today))
  return days.reduce<Day | undefined>(
    (best, day) => (best === undefined || distance(day) < distance(best) ? day : best),
    undefined,
  )
}

const two = (digits: string | undefined) => (digits ?? '').padStart(2, '0')
