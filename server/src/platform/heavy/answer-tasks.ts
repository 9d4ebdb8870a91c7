import { parentPort } from 'node:worker_threads'
import { Problem } from '@wangdi/domain/problem.ts'
import type { FromThread, ToThread } from './threads.ts'

const partsAhead = 4

/**
 * The thread's side: does one task after the other, and sends what the work yields while at most four parts wait to be
 * fetched. A problem travels as it is; of another fault only the class and the place in our code do.
 */
export function answerTasks<Task, Part>(work: (task: Task) => AsyncIterable<Part>): void {
  const port = parentPort
  if (!port) throw new Error('answerTasks is called in a thread')
  const send = (message: FromThread) => port.postMessage(message)
  let credit = partsAhead
  let wake: (() => void) | undefined

  const answer = async (task: Task) => {
    credit = partsAhead
    try {
      for await (const part of work(task)) {
        while (credit === 0) await new Promise<void>((resolve) => (wake = resolve))
        credit -= 1
        send({ is: 'part', part })
      }
      send({ is: 'end' })
    } catch (error) {
      send(told(error))
    }
  }
  port.on('message', (message: ToThread) => {
    if (message.is === 'task') void answer(message.task as Task)
    else if (message.is === 'over') port.close()
    else {
      credit += 1
      wake?.()
    }
  })
}

function told(error: unknown): FromThread {
  if (error instanceof Problem) {
    const { code, kind, words, facts } = error
    return { is: 'problem', code, kind, words, facts }
  }
  const { name = 'unknown', stack = '' } = error instanceof Error ? error : {}
  return { is: 'broken', name, stack: stack.split('\n').slice(1, 8).join('\n') }
}
