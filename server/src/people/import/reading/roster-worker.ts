// Reads and judges one file in a thread of its own, so that the server answers others meanwhile, and a hostile file can
// take no more memory than the thread is given. Four pages at most wait to be fetched.
import { Problem } from '@wangdi/domain/problem.ts'
import { parentPort, workerData } from 'node:worker_threads'
import { gramsOf, initialsOf } from '../../name-index.ts'
import { type FileToJudge, type JudgedPage, judgeFile } from './judge-file.ts'
import type { FromWorker, WorkerTask } from './judged-pages.ts'

const port = parentPort
const { file, indexNames } = workerData as WorkerTask & { file: FileToJudge }
let credit = 4
let wake: (() => void) | undefined
port?.on('message', () => {
  credit += 1
  wake?.()
})

const send = (message: FromWorker) => port?.postMessage(message)

function sendPage({ entries, ...rest }: JudgedPage): void {
  const names = indexNames ? entries.map(({ name }) => ({ initials: initialsOf(name), grams: gramsOf(name).join(' ') })) : []
  send({ is: 'page', rest, entries: JSON.stringify(entries), names: JSON.stringify(names) })
}

async function work(): Promise<void> {
  for await (const part of judgeFile(file)) {
    while (credit === 0) await new Promise<void>((resolve) => (wake = resolve))
    credit -= 1
    if (part.is === 'page') sendPage(part)
    else send({ is: 'part', part })
  }
  send({ is: 'end' })
}

work()
  .catch((error: unknown) => {
    if (error instanceof Problem)
      send({ is: 'problem', code: error.code, kind: error.kind, words: error.words, facts: error.facts })
    else send({ is: 'broken', name: error instanceof Error ? error.name : 'unknown' })
  })
  .finally(() => port?.close())
