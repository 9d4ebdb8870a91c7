// Writes one sheet of rejected rows after the other in a thread, so that the server answers others meanwhile.
import { answerTasks } from '../../../platform/heavy/answer-tasks.ts'
import { writeSheet } from '../../../platform/sheet/write-sheet.ts'
import type { KeptRejects } from './rejects.ts'

answerTasks<string, Uint8Array>(async function* (kept) {
  const { heads, rows } = JSON.parse(kept) as KeptRejects
  const width = Math.max(heads.length, ...rows.map(({ cells }) => cells.length))
  yield writeSheet('没收下的行', [
    [...Array.from({ length: width }, (_, at) => heads[at] ?? ''), '原行号', '没收下的原因'],
    ...rows.map(({ row, text, cells }) => [...Array.from({ length: width }, (_, at) => cells[at] ?? undefined), row, text]),
  ])
})
