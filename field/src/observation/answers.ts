import { abnormal } from '@wangdi/domain/observation/slots.rules.ts'
import type { AlertAnswer, Reading } from '@wangdi/domain/observation/observation.ts'
import { shanghaiDay } from '@wangdi/domain/day.ts'
import type { Day, Id } from '@wangdi/domain/schema.ts'
import type { Held } from '@wangdi/domain/sync/held.rules.ts'
import { type Entry, isOpen } from '../sync/outbox.ts'

/** What doctors decided about a reading, in the order of time. */
export const answersTo = (held: Held, reading: Id): AlertAnswer[] =>
  [...held.answer.values()].filter((answer) => answer.reading === reading).sort((a, b) => (a.at < b.at ? -1 : 1))

/** The last decision of a day about each reading, newest first. */
export function decidedOn(held: Held, day: Day): { reading: Reading; answer: AlertAnswer }[] {
  const last = new Map<Id, AlertAnswer>()
  for (const answer of [...held.answer.values()].sort((a, b) => (a.at < b.at ? -1 : 1)))
    if (shanghaiDay(answer.at) === day) last.set(answer.reading, answer)
  return [...last.values()].reverse().flatMap((answer) => {
    const reading = held.reading.get(answer.reading)
    return reading ? [{ reading, answer }] : []
  })
}

/** Whether a record has reached the server: it was answered, or it came from there. Network now says nothing about it. */
export const isSent = (entries: readonly Entry[], reading: Id): boolean =>
  !entries.some((entry) => entry.input.id === reading && isOpen(entry))

/** High readings and symptoms that wait on this phone: no doctor has heard of them. */
export const untold = (held: Held, entries: readonly Entry[]): Reading[] =>
  entries.flatMap((entry) => {
    if (entry.verb !== 'observation.record-reading' || !isOpen(entry)) return []
    const reading = held.reading.get(String(entry.input.id))
    const episode = reading && held.episode.get(reading.observation)
    return reading && episode && abnormal(reading, episode.rule) ? [reading] : []
  })
