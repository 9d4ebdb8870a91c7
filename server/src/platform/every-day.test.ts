import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { dropEveryDay } from './every-day.ts'
import { makeLog } from './log.ts'

const log = makeLog('silent')
const day = 86_400_000
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('what is old is dropped at once and once a day, also after a day on which it failed, until it is ended', async () => {
  let asked = 0
  const end = dropEveryDay(log, 'lines', () => (++asked === 2 ? Promise.reject(new Error('away')) : Promise.resolve(1)))
  expect(asked).toBe(1)
  await vi.advanceTimersByTimeAsync(2 * day)
  expect(asked).toBe(3)
  await end()
  await vi.advanceTimersByTimeAsync(5 * day)
  expect(asked).toBe(3)
})

test('its end waits for what is being dropped', async () => {
  let done: (dropped: number) => void = () => undefined
  const ended = vi.fn()
  const end = dropEveryDay(log, 'lines', () => new Promise<number>((resolve) => (done = resolve)))
  const ending = end().then(ended)
  await vi.advanceTimersByTimeAsync(1)
  expect(ended).not.toHaveBeenCalled()
  done(0)
  await ending
})
