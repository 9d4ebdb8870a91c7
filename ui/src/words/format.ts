/** The two languages of the faces; Chinese comes first. */
export type Language = 'zh-CN' | 'en'

const chinaHours = 8
const minuteMs = 60_000

/**
 * The clock on the wall in China as an object that is read with getUTC…; all China keeps UTC+8 without summer time.
 * Throws a RangeError for a text that is no instant.
 */
function wallClock(instant: string | number): Date {
  const ms = typeof instant === 'number' ? instant : Date.parse(instant)
  if (Number.isNaN(ms)) throw new RangeError(`not an instant: ${instant}`)
  return new Date(ms + chinaHours * 60 * minuteMs)
}

/** The day (YYYY-MM-DD) on which an instant falls in China. */
export function dayOf(instant: string | number): string {
  return wallClock(instant).toISOString().slice(0, 10)
}

/** A day as 11-17, with the year when it is not the year of `today`. */
export function formatDay(day: string, today: string): string {
  return day.slice(0, 4) === today.slice(0, 4) ? day.slice(5, 10) : day.slice(0, 10)
}

/** Time of day in China as 18:00. */
export function formatTime(instant: string | number): string {
  return wallClock(instant).toISOString().slice(11, 16)
}

/** An instant as 18:00 when it is today, else 11-16 19:20, with the year when it is another one. */
export function formatMoment(instant: string | number, today: string): string {
  const day = dayOf(instant)
  return day === today ? formatTime(instant) : `${formatDay(day, today)} ${formatTime(instant)}`
}

/** The end of a term that lasts through its last day: 11-20 24:00. */
export function formatEndOfDay(day: string, today: string): string {
  return `${formatDay(day, today)} 24:00`
}

/** A moment by which something is due: 18:00 today, 24:00 for the end of today, else with its day (11-20 24:00). */
export function formatDeadline(instant: string | number, today: string): string {
  const ms = typeof instant === 'number' ? instant : Date.parse(instant)
  if (formatTime(ms) !== '00:00') return formatMoment(ms, today)
  const day = dayOf(ms - minuteMs)
  return day === today ? '24:00' : formatEndOfDay(day, today)
}

const weekdays: Record<Language, readonly string[]> = {
  'zh-CN': ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
}
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A day for a page head, in two parts: 11月17日 and 星期二, or 17 Nov and Tue. */
export function formatDayWithWeekday(day: string, language: Language): { day: string; weekday: string } {
  const month = Number(day.slice(5, 7))
  const date = Number(day.slice(8, 10))
  const weekday = weekdays[language][new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''
  return { day: language === 'zh-CN' ? `${month}月${date}日` : `${date} ${months[month - 1]}`, weekday }
}

/** A count: digits alone below 10,000, thousands separated from there on (1286, 10,284). */
export function formatNumber(count: number): string {
  const [whole = '', part] = String(Math.abs(count)).split('.')
  const grouped = Math.abs(count) >= 10_000 ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole
  return `${count < 0 ? '-' : ''}${grouped}${part ? `.${part}` : ''}`
}

/** How much of what was due is done, as 82.0%; 100% only when nothing is left and a dash when nothing was due. */
export function formatShare(done: number, due: number): string {
  if (due <= 0) return '—'
  if (done >= due) return '100%'
  return `${Math.min(99.9, Math.round((done / due) * 1000) / 10).toFixed(1)}%`
}

/** A length of time in words, rounded down to minutes: 7 小时 36 分, 46 分, 3 天 2 小时. */
export function formatSpan(ms: number, language: Language): string {
  const minutes = Math.max(0, Math.floor(ms / minuteMs))
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60]
  const word = language === 'zh-CN' ? { day: '天', hour: '小时', minute: '分' } : { day: 'd', hour: 'h', minute: 'min' }
  if (days > 0) return hours > 0 ? `${days} ${word.day} ${hours} ${word.hour}` : `${days} ${word.day}`
  if (hours > 0) return rest > 0 ? `${hours} ${word.hour} ${rest} ${word.minute}` : `${hours} ${word.hour}`
  return `${rest} ${word.minute}`
}

/** Place names from the widest to the own one, cut in the middle so that the last name stays whole: 河南省 … 经八路街道 体育社区. */
export function cutAncestry(names: readonly string[], most: number): string[] {
  if (names.length <= most || most < 2) return [...names]
  const first = names[0] ?? ''
  return [first, '…', ...names.slice(names.length - (most - 1))]
}
