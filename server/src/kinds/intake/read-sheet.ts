import type { SheetRow } from '@wangdi/domain/sheet.ts'
import { makeLane } from '../../platform/heavy/lane.ts'
import { openThreads, ThreadFault } from '../../platform/heavy/threads.ts'
import { sheetProblems } from '../../platform/sheet/sheet-problems.ts'

/** A sheet to be read: of which file, and how many rows at most. */
export interface SheetToRead {
  readonly path: string
  readonly sheet?: string | undefined
  readonly most: number
}

/** The rows of a sheet, and whether there are more than were read. */
export interface ReadSheet {
  readonly sheet: string
  readonly sheets: readonly string[]
  readonly from1904: boolean
  readonly rows: readonly SheetRow[]
  readonly more: boolean
}

/** Sheets of kinds are read at most this often at once. */
export const intakeLane = makeLane({ atOnce: 2, perAccount: 2, waiting: 8, seconds: 60 })

const threads = openThreads<SheetToRead, ReadSheet>(new URL('./sheet-thread.ts', import.meta.url), {
  memoryMb: 512,
  idleSeconds: 30,
})

/** Reads a sheet in a thread that the signal stops; what is none is a problem. */
export async function readSheet(task: SheetToRead, signal: AbortSignal): Promise<ReadSheet> {
  try {
    return await threads.ask(task, signal)
  } catch (error) {
    throw error instanceof ThreadFault ? sheetProblems.notASheet({}) : error
  }
}
