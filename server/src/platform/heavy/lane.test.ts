import { expect, test } from 'vitest'
import { makeLane } from './lane.ts'

/** A work that lasts until it is let go. */
function held() {
  let letGo = () => {}
  const ended = new Promise<void>((resolve) => (letGo = resolve))
  return { ended, letGo }
}
const rules = { atOnce: 2, perAccount: 2, waiting: 1, seconds: 3600 }

test('no more works go on at once than the lane takes; the next waits for its turn, and one more is told when to ask again', async () => {
  const lane = makeLane(rules)
  const works = [held(), held(), held()]
  const begun: number[] = []
  const all = works.map(({ ended }, nth) =>
    lane.enter(`account ${nth}`, undefined, async () => {
      begun.push(nth)
      await ended
      return nth
    }),
  )
  expect(lane.counts()).toEqual({ running: 2, waiting: 1 })
  await expect(lane.enter('account 4', undefined, async () => 4)).rejects.toMatchObject({
    code: 'heavy.busy',
    facts: { seconds: expect.any(Number) },
  })
  works[0]?.letGo()
  expect(await all[0]).toBe(0)
  works[2]?.letGo()
  expect(await all[2]).toBe(2)
  works[1]?.letGo()
  await all[1]
  expect(begun).toEqual([0, 1, 2])
  expect(lane.counts()).toEqual({ running: 0, waiting: 0 })
})

test('one account has no more works than its share, those that wait among them, while another still gets its turn', async () => {
  const lane = makeLane({ ...rules, perAccount: 1 })
  const work = held()
  const first = lane.enter('one', undefined, () => work.ended)
  await expect(lane.enter('one', undefined, async () => {})).rejects.toMatchObject({ code: 'heavy.busy' })
  expect(await lane.enter('another', undefined, async () => 'done')).toBe('done')
  work.letGo()
  await first
  expect(await lane.enter('one', undefined, async () => 'again')).toBe('again')
})

test('a work whose client goes is told so; one that waits leaves the line without having begun', async () => {
  const lane = makeLane({ ...rules, atOnce: 1 })
  const gone = new AbortController()
  const running = lane.enter(
    'one',
    gone.signal,
    ({ signal }) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
  )
  const waiting = lane.enter('another', gone.signal, async () => 'never')
  gone.abort()
  await expect(running).rejects.toMatchObject({ code: 'heavy.gone' })
  await expect(waiting).rejects.toMatchObject({ code: 'heavy.gone' })
  expect(lane.counts()).toEqual({ running: 0, waiting: 0 })
})

test('a work over its time is stopped, unless it has begun to save', async () => {
  const lane = makeLane({ ...rules, seconds: 0.01 })
  const untilStopped = (signal: AbortSignal) =>
    new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
  await expect(lane.enter('one', undefined, ({ signal }) => untilStopped(signal))).rejects.toMatchObject({
    code: 'heavy.too-long',
  })
  const slow = lane.enter('one', undefined, async ({ signal, settle }) => {
    settle()
    await expect(lane.enter('one', undefined, (next) => untilStopped(next.signal))).rejects.toMatchObject({
      code: 'heavy.too-long',
    })
    return signal.aborted
  })
  expect(await slow).toBe(false)
})
