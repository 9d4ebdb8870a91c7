/** Days are ISO text (2022-07-15) and compared as text; no clock and no time zone is asked. */
export type Day = string

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const lengthOf = (year: number, month: number) => (month === 2 && isLeap(year) ? 29 : (lengths[month - 1] ?? 0))

/** Whether a text is a day that the calendar has. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const month = Number(text.slice(5, 7))
  const day = Number(text.slice(8))
  return month >= 1 && month <= 12 && day >= 1 && day <= lengthOf(Number(text.slice(0, 4)), month)
}

/** The day that many days later; a negative count goes back. */
export function addDays(day: Day, count: number): Day {
  let year = Number(day.slice(0, 4))
  let month = Number(day.slice(5, 7))
  let date = Number(day.slice(8)) + count
  while (date < 1) {
    month = month === 1 ? 12 : month - 1
    if (month === 12) year -= 1
    date += lengthOf(year, month)
  }
  while (date > lengthOf(year, month)) {
    date -= lengthOf(year, month)
    month = month === 12 ? 1 : month + 1
    if (month === 1) year += 1
  }
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

interface Dated {
  readonly from?: Day | undefined
  readonly until?: Day | undefined
}

/** Whether two things dated from..until have a day together. */
export const meet = (a: Dated, b: Dated): boolean =>
  (a.from ?? '') <= (b.until ?? '9999') && (b.from ?? '') <= (a.until ?? '9999')

/** Whether each day of one thing is a day of the other. */
export const liesWithin = (inner: Dated, outer: Dated): boolean =>
  (outer.from ?? '') <= (inner.from ?? '') && (inner.until ?? '9999') <= (outer.until ?? '9999')

/** Whether something dated from..until, both included and both optional, covers the day. */
export const covers = (dated: { from?: Day; until?: Day }, day: Day): boolean =>
  (dated.from === undefined || dated.from <= day) && (dated.until === undefined || day <= dated.until)
