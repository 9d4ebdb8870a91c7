import type { Cell } from '../../../sheet.ts'
import { halfWidth } from '../../../text/half-width.ts'
import { cut, knownText, textOf, whyFaulty } from '../cells.ts'
import { type DayGround, type ReadDay, readDay } from '../dates.ts'

const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
}
const none = /^(未|未接种?过?|未打过?|未种过?|没打|没有接种|没接种|未接种疫苗|尚未接种|不接种|没有|无|否|零针|零剂|0)$/

// As many as the record of somebody's health may hold.
const mostDoses = 20

/** How many doses a cell tells: a number, or words of one; `words` where it says something that is no number; nothing where it is blank. */
export function dosesSaid(cell: Cell): number | 'words' | undefined {
  if (typeof cell === 'number') return Number.isInteger(cell) && cell >= 0 && cell <= mostDoses ? cell : 'words'
  const whole = halfWidth(textOf(cell)).replace(/\s+|\([^)]*\)/g, '')
  if (none.test(whole)) return 0
  const text = halfWidth(knownText(cell)).replace(/\s+|\([^)]*\)/g, '')
  if (text === '') return undefined
  const found =
    /^(?:科兴|国药|北生|武生|智飞|康希诺|灭活|新冠|已|共|完成|接种|打|注射|了|完|疫苗)*第?([0-9]{1,2}|[零〇一二两三四五六壹贰叁肆])(?:[.]0+)?(?:剂次?|针[次剂]?|次|支)?(?:疫苗)?(?:已?接种|已打|已完成|完成)?$/.exec(
      text,
    )
  if (!found) return 'words'
  const said = found[1] ?? ''
  const count = /^[0-9]+$/.test(said) ? Number(said) : digits[said]
  return count === undefined || count > mostDoses ? 'words' : count
}

const notGiven = /^(?:未|没|尚未|暂未|拒|不)|禁忌|拒绝|未接种|未打|没打|暂缓|不宜|不适合/
// A day with its year, month and day in figures: where the calendar has no such day, something was mistyped.
const wholeDay = /^(?:[0-9]{4}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}[日号]?|(?:19|20)[0-9]{6})$/

/** The day of a dose. 未接种 or 禁忌 is no day; other words, a month, a year and several days leave the day unclear. */
export function doseDayIn(cell: Cell, ground: DayGround): ReadDay {
  const read = readDay(cell, ground)
  if (read === undefined || !('unreadable' in read) || whyFaulty(cell) !== undefined) return read
  const text = halfWidth(textOf(cell)).replace(/\s+/g, '')
  if (notGiven.test(text) && !/[0-9]/.test(text)) return undefined
  return wholeDay.test(text) ? read : { unclear: cut(textOf(cell), 20) }
}
