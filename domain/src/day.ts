import type { Day } from './schema.ts'

const dayMs = 86_400_000
const utc = (day: Day) => Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)))
const textOf = (ms: number): Day => new Date(ms).toISOString().slice(0, 10)

/** The day n days later (earlier when negative). */
export const addDays = (day: Day, n: number): Day => textOf(utc(day) + n * dayMs)

/** Whole days from one day to another; 0 on the same day. */
export const daysBetween = (from: Day, to: Day): number => Math.round((utc(to) - utc(from)) / dayMs)

/** The Asia/Shanghai day of a moment (UTC+8 all year since 1991). */
export const shanghaiDay = (instant: string | number): Day => textOf(new Date(instant).getTime() + 8 * 3_600_000)

/** The Asia/Shanghai clock time of a moment as HH:MM. */
export const shanghaiTime = (instant: string | number): string =>
  new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString().slice(11, 16)

/** A moment as a sentence of any language can carry it: 10:31 on the day itself, else 11-16 10:31, with the year when that is another. */
export function momentText(instant: string | number, today: Day): string {
  const [day, time] = [shanghaiDay(instant), shanghaiTime(instant)]
  if (day === today) return time
  return `${day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day} ${time}`
}

/** The moment in UTC at which a Shanghai day shows a clock time HH:MM. */
export const shanghaiInstant = (day: Day, time: string): string => new Date(`${day}T${time}:00+08:00`).toISOString()

/** Whether the text is a day that the calendar has. */
export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && textOf(utc(text)) === text

/** Full years from birth to a day. */
export function ageOn(born: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4))
  return day.slice(5) < born.slice(5) ? years - 1 : years
}
