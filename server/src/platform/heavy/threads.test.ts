import { setImmediate as turn } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startHouse } from '../../../test/house.ts'
import { expectRoster } from '../../people/import/reading/judged-roster.ts'
import { endThreads, openThreads } from './threads.ts'

const script = new URL('./threads.fixture.ts', import.meta.url)
const made: Worker[] = []
const seen = (worker: Worker) => void made.push(worker)
beforeAll(() => void process.on('worker', seen))
afterAll(() => void process.off('worker', seen))
beforeEach(() => void made.splice(0))

// A thread that is gone has no number any more.
const living = () => made.filter(({ threadId }) => threadId !== -1).length
const open = (idleSeconds?: number) => openThreads<number, number>(script, { memoryMb: 64, ...(idleSeconds && { idleSeconds }) })

test('one thread answers one task after the other', async () => {
  const threads = open()
  threads.warm()
  const first = await threads.ask(1, undefined)
  expect(await threads.ask(1, undefined)).toBe(first)
  const parts: number[] = []
  for await (const part of threads.run(9, undefined)) parts.push(part)
  expect(parts).toEqual(Array(9).fill(first))
  await expect(threads.ask(0, undefined)).rejects.toThrow('without a word')
  expect(made).toHaveLength(1)
  await endThreads()
})

test('threads are gone once they have been ended: those that wait, that still load, and whose work was left', async () => {
  const [waiting, loading, left] = [open(), open(), open()]
  await waiting.ask(1, undefined)
  loading.warm()
  const work = left.run(100, undefined)
  await work.next()
  expect(living()).toBe(3)
  void work.return(undefined)
  await turn()
  await endThreads()
  expect(living()).toBe(0)
  expect(await waiting.ask(1, undefined)).toBeGreaterThan(0)
  await endThreads()
})

test('a thread that waits longer than it may is gone', async () => {
  const threads = open(0.001)
  await threads.ask(1, undefined)
  const [worker] = made
  if (worker && worker.threadId !== -1) await new Promise((resolve) => worker.once('exit', resolve))
  expect(living()).toBe(0)
})

test('no thread outlives the house that closes', async () => {
  const house = await startHouse()
  expectRoster()
  await turn()
  expect(living()).toBe(1)
  await house.close()
  expect(living()).toBe(0)
})
