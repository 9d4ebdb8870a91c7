import { shanghaiDay } from '@wangdi/domain/day.ts'
import type { Day } from '@wangdi/domain/schema.ts'

/** The one source of "now": tests and the demo may set it, production cannot. */
export interface Clock {
  now(): Date
  today(): Day
  /** Moves the clock so that it shows this moment and runs on; undefined returns to the real time. */
  set(moment: string | undefined): void
}

/** A clock; `settable` is false in production, where set() is an error. */
export function makeClock(settable: boolean): Clock {
  let offset = 0
  const now = () => new Date(Date.now() + offset)
  return {
    now,
    today: () => shanghaiDay(now().getTime()),
    set(moment) {
      if (!settable) throw new Error('the clock of production cannot be set')
      offset = moment === undefined ? 0 : new Date(moment).getTime() - Date.now()
    },
  }
}
