import { availableParallelism } from 'node:os'
import type { Entry } from '@wangdi/domain/people/roster/entry.ts'
import type { Doubt } from '@wangdi/domain/people/roster/judge.ts'
import { makeLane } from '../../../platform/heavy/lane.ts'
import { openThreads, ThreadFault } from '../../../platform/heavy/threads.ts'
import { sheetProblems } from '../../../platform/sheet/sheet-problems.ts'
import type { FileToJudge, JudgedPage, Opened } from './judge-file.ts'
import type { Growing } from './outcome.ts'

/** What the thread is asked: the file, and whether its people are wanted or only what would become of them. */
export interface RosterTask {
  readonly file: FileToJudge
  readonly wants: 'outcome' | 'people'
}

/** By what a name is found: pinyin initials, and its pairs of characters separated by blanks. */
export interface NameIndex {
  readonly initials: string
  readonly grams: string
}

/** The whole file is judged. */
export interface Told {
  readonly is: 'told'
  readonly outcome: Growing
  readonly doubts: readonly Doubt[]
}

/** What the thread yields: opened, how far it has read, told; then, where people are wanted, page after page. */
export type RosterPart =
  | Opened
  | { readonly is: 'read'; readonly lastRow: number }
  | Told
  // Entries travel as text: copied object by object they cost three times as much, in both threads.
  | { readonly is: 'people'; readonly rest: Omit<JudgedPage, 'entries'>; readonly entries: string; readonly names: string }

/** A page of judged rows, with the search words of its names in the order of its entries. */
export interface ReadyPage {
  readonly page: JudgedPage
  readonly names: readonly NameIndex[]
}

/** A file judged to its end; its people wait in the thread until they are fetched. */
export interface JudgedRoster {
  readonly opened: Opened
  readonly told: Told
  pages(): AsyncGenerator<ReadyPage>
  /** Gives the thread back; called once, however it ended. */
  close(): Promise<void>
}

/** Judging goes on at most this often at once: each may take a processor and 1 GB. */
export const rosterLane = makeLane({
  atOnce: Math.max(2, Math.min(4, availableParallelism() - 1)),
  perAccount: 3,
  waiting: 12,
  seconds: 60,
})

const threads = openThreads<RosterTask, RosterPart>(new URL('./roster-thread.ts', import.meta.url), { memoryMb: 1024 })

/** Starts a thread for the file that has just come up: the look at it follows. */
export const expectRoster = (): void => threads.warm()

/** Reads and judges a file to its end in a thread of its own; nothing of a hostile one outlives the signal or the thread's memory. */
export async function judgeRoster(
  task: RosterTask,
  signal: AbortSignal | undefined,
  tell: (rows: number) => void = () => {},
): Promise<JudgedRoster> {
  const parts = threads.run(task, signal)
  let opened: Opened | undefined
  let told: Told | undefined
  try {
    // People wait to be fetched; without them the thread's last word is heard here, so that it is kept warm.
    for (let next = await parts.next(); !next.done; next = await parts.next()) {
      const part = next.value
      if (part.is === 'opened') opened = part
      if (part.is === 'read') tell(part.lastRow)
      if (part.is === 'told') told = part
      if (told && task.wants === 'people') break
    }
  } catch (error) {
    throw error instanceof ThreadFault ? sheetProblems.notASheet({}) : error
  }
  if (!opened || !told) throw sheetProblems.notASheet({})
  return { opened, told, pages: () => pagesFrom(parts), close: async () => void (await parts.return(undefined)) }
}

async function* pagesFrom(parts: AsyncGenerator<RosterPart>): AsyncGenerator<ReadyPage> {
  for await (const part of parts)
    if (part.is === 'people')
      yield {
        page: { ...part.rest, entries: JSON.parse(part.entries) as Entry[] },
        names: JSON.parse(part.names) as NameIndex[],
      }
}
