import { Worker } from 'node:worker_threads'
import { type Facts, Problem, type ProblemKind, type Words } from '@wangdi/domain/problem.ts'
import { heavyProblems } from './heavy-problems.ts'

/** What a thread says; `part` is whatever its work yields. */
export type FromThread =
  | { readonly is: 'part'; readonly part: unknown }
  | { readonly is: 'end' }
  | { readonly is: 'problem'; readonly code: string; readonly kind: ProblemKind; readonly words: Words; readonly facts: Facts }
  | { readonly is: 'broken'; readonly name: string; readonly stack: string }

/** What a thread is told: a task, that one more part may be made, or that no task will follow. */
export type ToThread = { readonly is: 'task'; readonly task: unknown } | { readonly is: 'more' } | { readonly is: 'over' }

/** A fault in a thread that is no problem of the vocabulary; its message names the class of the fault and nothing of the data. */
export class ThreadFault extends Error {
  override readonly name = 'ThreadFault'
}

/** Threads of one script, kept warm between tasks: a new one costs about 200 ms, a kept one nothing. */
export interface Threads<Task, Part> {
  /** Gives a thread the task and what it yields, part by part; stopped by the signal or by leaving the loop, the thread ends at once. */
  run(task: Task, signal: AbortSignal | undefined): AsyncGenerator<Part>
  /** The one thing that a task yields, its end heard too, so that the thread stays warm. Throws when it yields nothing. */
  ask(task: Task, signal: AbortSignal | undefined): Promise<Part>
  /** Starts a thread, unless one waits already: when a task is soon to come. */
  warm(): void
}

/** How a script's threads are kept: memory of each in MB, and how long one without a task stays. */
export interface ThreadRules {
  readonly memoryMb: number
  readonly idleSeconds?: number
}

interface Kept {
  readonly worker: Worker
  /** Is no longer among those that wait for a task. */
  leave(): void
  timer?: NodeJS.Timeout | undefined
}

const idleOfAll = new Set<Kept>()
const ends = new Set<Promise<unknown>>()

/** Ends the threads that have no task, and waits until they and all that are ending are gone: none outlives the house. */
export async function endThreads(): Promise<void> {
  for (const one of idleOfAll) letGo(one)
  await Promise.all(ends)
}

// A thread without a task is asked to go: it may still be loading, and one killed there can take the process with it.
function letGo(one: Kept): void {
  const { worker } = one
  one.leave()
  worker.ref()
  const patience = setTimeout(() => void stop(worker), 5000)
  const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve())).finally(() => clearTimeout(patience))
  void keepEnd(gone)
  worker.postMessage({ is: 'over' } satisfies ToThread)
}

const stop = (worker: Worker): Promise<unknown> => keepEnd(worker.terminate())

function keepEnd(end: Promise<unknown>): Promise<unknown> {
  ends.add(end)
  return end.finally(() => ends.delete(end))
}

/** Opens threads of a script that calls `answerTasks`. How many work at once is for the lane of the work to say. */
export function openThreads<Task, Part>(script: URL, { memoryMb, idleSeconds = 300 }: ThreadRules): Threads<Task, Part> {
  const idle: Kept[] = []

  const start = (): Kept => {
    const worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: memoryMb } })
    const one: Kept = {
      worker,
      leave() {
        clearTimeout(one.timer)
        idleOfAll.delete(one)
        const at = idle.indexOf(one)
        if (at >= 0) idle.splice(at, 1)
      },
    }
    worker.on('error', () => {}) // a thread that fails while it has no task is simply not there any more
    worker.once('exit', one.leave)
    return one
  }
  const keep = (one: Kept) => {
    one.worker.unref()
    one.timer = setTimeout(() => letGo(one), idleSeconds * 1000).unref()
    idle.push(one)
    idleOfAll.add(one)
  }
  const take = (): Kept => {
    const one = idle.at(-1) ?? start()
    one.leave()
    one.worker.ref()
    return one
  }

  const threads: Threads<Task, Part> = {
    warm() {
      if (idle.length === 0) keep(start())
    },
    async ask(task, signal) {
      const parts: Part[] = []
      for await (const part of threads.run(task, signal)) parts.push(part)
      const [part] = parts
      if (part === undefined) throw new Error('a thread ended without a word')
      return part
    },
    async *run(task, signal) {
      signal?.throwIfAborted()
      const one = take()
      const { worker } = one
      const talk = listenTo(worker, signal)
      let isThrough = false
      try {
        worker.postMessage({ is: 'task', task } satisfies ToThread)
        for (;;) {
          const message = await talk.next()
          if (message.is === 'part') {
            yield message.part as Part
            worker.postMessage({ is: 'more' } satisfies ToThread)
            continue
          }
          isThrough = message.is !== 'broken'
          if (message.is === 'end') return
          if (message.is === 'problem') throw new Problem(message.code, message.kind, message.words, message.facts)
          throw Object.assign(new ThreadFault(message.name), { stack: message.stack })
        }
      } finally {
        talk.close()
        if (isThrough) keep(one)
        else await stop(worker)
      }
    },
  }
  return threads
}

interface Talk {
  next(): Promise<FromThread>
  close(): void
}

// Messages come in their order; the signal or the end of the thread fails the next wait.
function listenTo(worker: Worker, signal: AbortSignal | undefined): Talk {
  const heard: FromThread[] = []
  let failed: unknown
  let wake: (() => void) | undefined
  const onMessage = (message: FromThread) => {
    heard.push(message)
    wake?.()
  }
  const fail = (why: unknown) => {
    failed ??= why
    wake?.()
  }
  const onError = (error: Error & { code?: string }) =>
    fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? heavyProblems.tooMuch({}) : new ThreadFault(error.name))
  const onExit = () => fail(new ThreadFault('thread ended'))
  const onAbort = () => fail(signal?.reason)
  worker.on('message', onMessage).on('error', onError).on('exit', onExit)
  signal?.addEventListener('abort', onAbort)
  return {
    async next() {
      for (;;) {
        if (failed !== undefined) throw failed
        const message = heard.shift()
        if (message) return message
        await new Promise<void>((resolve) => (wake = resolve))
      }
    },
    close() {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      signal?.removeEventListener('abort', onAbort)
    },
  }
}
