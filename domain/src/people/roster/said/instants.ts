import type { Day } from '../../../schema.ts'

// What programs write of a moment: ISO 8601 with a zone, and JavaScript's own form.
const iso = /^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?\s*(?:Z|[+-][0-9]{2}:?[0-9]{2})$/i
const mail = /^[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2} GMT$/
const inMilliseconds = /^\/Date\((-?[0-9]{1,14})(?:[+-][0-9]{4})?\)\/$/
const script = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [0-9]{2} [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2} GMT[+-][0-9]{4}/

// Clocks in Shanghai have not always been eight hours ahead: summer time in the 1940s and from 1986 to 1991.
const shanghai = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The day that Shanghai had at a moment written with its zone, as programs export days; undefined for all other texts. */
export function instantDay(text: string): Day | undefined {
  const [, milliseconds] = inMilliseconds.exec(text) ?? []
  if (milliseconds !== undefined) return shanghai.format(new Date(Number(milliseconds)))
  if (![iso, script, mail].some((form) => form.test(text))) return undefined
  const moment = new Date(
    text
      .replace(/\(.*$/, '')
      .trim()
      .replace(/([+-][0-9]{2})([0-9]{2})$/, '$1:$2'),
  )
  return Number.isNaN(moment.getTime()) ? undefined : shanghai.format(moment)
}
