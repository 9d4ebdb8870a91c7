import type { Cell } from '../../sheet.ts'
import { addDays, daysBetween, isDay } from '../../day.ts'
import type { Day } from '../../schema.ts'
import { halfWidth } from '../half-width.ts'
import { textOf, whyFaulty } from './cells.ts'

/** What a date cell says: a day, nothing at all, or something that cannot be read. */
export type ReadDay = { readonly day: Day } | { readonly unreadable: string } | undefined

const separated = /^([0-9]{4}|[0-9]{2})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})[日号]?$/
const packed = /^((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})$/
const withoutYear = /^([0-9]{1,2})(?:[-/.]|月)([0-9]{1,2})[日号]?$/
const serial = /^[2-7][0-9]{4}(?:\.[0-9]+)?$/
const clock =
  /(?:[T ]|(?<=[日号]))\s*(?:上午|下午|早上|晚上|凌晨|中午)?\s*[0-9]{1,2}(?:[:时点][0-9]{0,2}[分]?(?::[0-9]{2}(?:\.[0-9]+)?)?)Z?$/

/**
 * Reads a day as communities write it: 2026-11-10, 2026/11/7, 2026年11月3日, 20261115, 26.11.6, 11.06, 11月6日, a clock
 * time behind it, spreadsheet dates and their serial numbers. A day without a year is the one nearest to today.
 */
export function readDay(cell: Cell, today: Day): ReadDay {
  const faulty = whyFaulty(cell)
  if (faulty !== undefined) return { unreadable: typeof cell === 'string' ? cell : '公式没有结果' }
  if (typeof cell === 'object' && 'day' in cell) return isDay(cell.day) ? cell : { unreadable: cell.day }
  const shown = textOf(cell)
  if (shown === '') return undefined
  if (typeof cell === 'number' && !mayBeDay(cell)) return { unreadable: shown }
  const text = halfWidth(shown)
    .replace(/^['’‘`]/, '')
    .trim()
    .replace(clock, '')
    .replace(/\s+/g, '')
  const day = withYear(text) ?? serialDay(text) ?? nearest(text, today)
  return day && isDay(day) ? { day } : { unreadable: shown.slice(0, 20) }
}

// A bare number 11.1 was typed as 11.1 or as 11.10: nobody can tell, so a person is asked.
const mayBeDay = (n: number) => Number.isInteger(n) || serial.test(String(n)) || /^[0-9]{1,2}\.[0-9]{2}$/.test(String(n))

function withYear(text: string): Day | undefined {
  const found = separated.exec(text) ?? packed.exec(text)
  if (!found) return undefined
  const year = found[1]?.length === 2 ? `20${found[1]}` : found[1]
  return `${year}-${two(found[2])}-${two(found[3])}`
}

/** Day of a spreadsheet's serial number (1900 system): 46344 is 2026-11-18. */
function serialDay(text: string): Day | undefined {
  return serial.test(text) ? addDays('1899-12-30', Math.floor(Number(text))) : undefined
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
