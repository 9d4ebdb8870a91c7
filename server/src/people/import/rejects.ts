import type { Cell } from '@wangdi/domain/sheet.ts'
import type { FieldCipher } from '../../platform/secrets/fields.ts'
import { writeSheet } from '../../platform/sheet/write-sheet.ts'

interface Reject {
  readonly row: number
  readonly text: string
  readonly cells: readonly Cell[]
}

const mostRejects = 5000

/** The rejected rows of a run as one sealed text, so that they lie encrypted; null when there are none. */
export function sealRejects(fields: FieldCipher, heads: readonly string[], rejects: readonly Reject[]): string | null {
  if (rejects.length === 0) return null
  const rows = rejects
    .slice(0, mostRejects)
    .map(({ row, text, cells }) => ({ row, text, cells: cells.map((cell) => cell ?? null) }))
  return fields.seal('document', JSON.stringify({ heads, rows })).cipher
}

/** The rejected rows as an .xlsx: the row in the first sheet, its cells as they were, and the reason last. */
export async function writeRejects(fields: FieldCipher, sealed: string): Promise<Buffer> {
  const { heads, rows } = JSON.parse(fields.open('document', sealed)) as { heads: string[]; rows: Reject[] }
  const width = Math.max(heads.length, ...rows.map(({ cells }) => cells.length))
  const filled = (cells: readonly (Cell | null)[]) => Array.from({ length: width }, (_, at) => cells[at] ?? undefined)
  return writeSheet('没收的行', [
    [...filled(heads), '原行号', '没收的原因'],
    ...rows.map(({ row, text, cells }) => [...filled(cells), row, text]),
  ])
}
