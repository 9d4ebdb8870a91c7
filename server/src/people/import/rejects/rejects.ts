import type { Cell } from '@wangdi/domain/sheet.ts'
import { makeLane } from '../../../platform/heavy/lane.ts'
import { openThreads } from '../../../platform/heavy/threads.ts'
import type { FieldCipher } from '../../../platform/secrets/fields.ts'
import { rejectLimits } from './limits.ts'

interface Reject {
  readonly row: number
  readonly text: string
  readonly cells: readonly Cell[]
}

/** Rejected rows as they are kept: the heads of their sheet, and each row with why it was not taken. */
export interface KeptRejects {
  readonly heads: readonly string[]
  readonly rows: readonly Reject[]
}

/** The rejected rows of a run as one sealed text, so that they lie encrypted; null when there are none. */
export function sealRejects(fields: FieldCipher, heads: readonly string[], rejects: readonly Reject[]): string | null {
  if (rejects.length === 0) return null
  const rows = rejects
    .slice(0, rejectLimits.rows)
    .map(({ row, text, cells }) => ({ row, text, cells: cells.map((cell) => cell ?? null) }))
  return fields.seal('document', JSON.stringify({ heads, rows })).cipher
}

/** Sheets that are written at once: thousands of rows take seconds and hundreds of megabytes. */
export const rejectsLane = makeLane({ atOnce: 2, perAccount: 1, waiting: 8, seconds: 60 })

const threads = openThreads<string, Uint8Array>(new URL('./write-thread.ts', import.meta.url), {
  memoryMb: 768,
  idleSeconds: 30,
})

/** The rejected rows as an .xlsx, written in a thread that the signal stops: the row as it was, its number, and the reason last. */
export async function writeRejects(fields: FieldCipher, sealed: string, signal: AbortSignal): Promise<Buffer> {
  for await (const bytes of threads.run(fields.open('document', sealed), signal)) return Buffer.from(bytes)
  throw new Error('a thread ended without the rejected rows')
}
