import { Worker } from 'node:worker_threads'
import type { Entry } from '@wangdi/domain/people/roster/entry.ts'
import { type Facts, Problem, type ProblemKind, type Words } from '@wangdi/domain/problem.ts'
import { sheetProblems } from '../../../platform/sheet/sheet-problems.ts'
import type { FileToJudge, Judged, JudgedPage, Opened } from './judge-file.ts'

/** What the thread is asked: the file, and whether names are made ready for search. */
export interface WorkerTask {
  readonly file: FileToJudge
  readonly indexNames: boolean
}

/** By what a name is found: pinyin initials, and its pairs of characters separated by blanks. */
export interface NameIndex {
  readonly initials: string
  readonly grams: string
}

/** What the thread says. */
export type FromWorker =
  | { readonly is: 'part'; readonly part: Opened | Judged }
  // Entries travel as text: copied object by object they cost three times as much, in both threads.
  | { readonly is: 'page'; readonly rest: Omit<JudgedPage, 'entries'>; readonly entries: string; readonly names: string }
  | { readonly is: 'end' }
  | { readonly is: 'problem'; readonly code: string; readonly kind: ProblemKind; readonly words: Words; readonly facts: Facts }
  | { readonly is: 'broken'; readonly name: string }

/** One part of a judged file, with the search words of a page's names in the order of its entries. */
export interface JudgedPart {
  readonly part: Opened | JudgedPage | Judged
  readonly names: readonly NameIndex[]
}

/** Reads and judges a file in a thread with 1 GB of memory at most; stops it when the reader stops. */
export async function* judgedParts(task: WorkerTask): AsyncGenerator<JudgedPart> {
  const worker = new Worker(new URL('./roster-worker.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  })
  const heard: FromWorker[] = []
  let wake: (() => void) | undefined
  const hear = (message: FromWorker) => {
    heard.push(message)
    wake?.()
  }
  worker.on('message', hear)
  // Out of memory, or a fault of a library: the file is told to be unreadable, the server lives on.
  worker.on('error', () => hear({ is: 'broken', name: 'worker' }))
  worker.on('exit', () => hear({ is: 'end' }))
  try {
    for (;;) {
      while (heard.length === 0) await new Promise<void>((resolve) => (wake = resolve))
      const message = heard.shift()
      if (!message || message.is === 'end') return
      if (message.is === 'problem') throw new Problem(message.code, message.kind, message.words, message.facts)
      if (message.is === 'broken') throw sheetProblems.notASheet({})
      yield message.is === 'page' ? pageFrom(message) : { part: message.part, names: [] }
      worker.postMessage('more')
    }
  } finally {
    await worker.terminate()
  }
}

const pageFrom = ({ rest, entries, names }: FromWorker & { is: 'page' }): JudgedPart => ({
  part: { ...rest, entries: JSON.parse(entries) as Entry[] },
  names: JSON.parse(names) as NameIndex[],
})
