import type { Question } from './questions.ts'

/** Something that works beside the page: it is asked, and answers when it can. */
export interface Work {
  ask(question: Question): void
  end(): void
}

/**
 * Starts a worker of the page; undefined where the browser has none. `onFail` when it cannot be loaded or breaks: nothing
 * is answered any more then.
 */
export function startWork<Answer>(onAnswer: (answer: Answer) => void, onFail: () => void): Work | undefined {
  try {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => onAnswer(data))
    worker.addEventListener('error', onFail)
    return { ask: (question) => worker.postMessage(question), end: () => worker.terminate() }
  } catch {
    return undefined
  }
}
