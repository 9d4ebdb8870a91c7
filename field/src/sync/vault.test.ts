import { expect, test } from 'vitest'
import { delayAfter, makeLock, open, seal, tryPin } from './vault.ts'

test('the right PIN opens, a wrong one opens nothing', async () => {
  const { lock, key } = await makeLock('246810', 1000)
  const sealed = await seal(key, 'block:a', { name: '郑玉梅' })
  const wrong = await tryPin(lock, '246811', 0)
  expect([wrong.key, wrong.lock.fails]).toEqual([undefined, 1])
  const right = await tryPin(wrong.lock, '246810', 0)
  expect(right.lock.fails).toBe(0)
  if (!right.key) throw new Error('the right PIN did not open')
  expect(await open(right.key, 'block:a', sealed)).toEqual({ name: '郑玉梅' })
  await expect(open(right.key, 'block:b', sealed)).rejects.toThrow() // moved to another place it stays shut
})

test('each wrong PIN after the third makes the next wait longer, and while it waits even the right one is not tried', async () => {
  let { lock } = await makeLock('246810', 1000)
  for (let n = 0; n < 3; n++) lock = (await tryPin(lock, '000000', 1_000)).lock
  expect(lock.closedUntil).toBe(11_000)
  expect((await tryPin(lock, '246810', 10_999)).key).toBeUndefined()
  expect((await tryPin(lock, '246810', 11_000)).key).toBeDefined()
  expect([3, 4, 5, 20].map(delayAfter)).toEqual([10_000, 20_000, 40_000, 3_600_000])
})
