// A thread that says who it is, so often as it is asked.
import { threadId } from 'node:worker_threads'
import { answerTasks } from './answer-tasks.ts'

answerTasks<number, number>(async function* (times) {
  for (let nth = 0; nth < times; nth++) yield threadId
})
