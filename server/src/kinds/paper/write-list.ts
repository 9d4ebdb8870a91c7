import type { Cell } from '@wangdi/domain/sheet.ts'
import { makeLane } from '../../platform/heavy/lane.ts'
import { openThreads } from '../../platform/heavy/threads.ts'

/** A list to be written: its rows, the lines above them among these, and the mark for every page. */
export interface ListToWrite {
  readonly as: 'xlsx' | 'csv'
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
  readonly mark: string
}

/** Lists that leave at once: thousands of rows take seconds. */
export const paperLane = makeLane({ atOnce: 2, perAccount: 1, waiting: 8, seconds: 60 })

const threads = openThreads<ListToWrite, Uint8Array>(new URL('./write-thread.ts', import.meta.url), {
  memoryMb: 512,
  idleSeconds: 30,
})

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const

/** A file as it is handed to a person. */
export interface GivenFile {
  readonly name: string
  readonly type: string
  readonly base64: string
}

/** Writes a list as a file, in a thread that the signal stops. */
export async function writeList(list: ListToWrite, signal: AbortSignal): Promise<GivenFile> {
  const bytes = Buffer.from(await threads.ask(list, signal))
  return { name: `${list.name}.${list.as}`, type: types[list.as], base64: bytes.toString('base64') }
}
