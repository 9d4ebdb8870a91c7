// Writes one list after the other in a thread, so that the server answers others meanwhile.
import { answerTasks } from '../../platform/heavy/answer-tasks.ts'
import { csvCell, writeSheet } from '../../platform/sheet/write-sheet.ts'
import type { ListToWrite } from './write-list.ts'

const utf8 = new TextEncoder()

answerTasks<ListToWrite, Uint8Array>(async function* ({ as, name, rows, mark }) {
  // The sign before the first makes spreadsheets read it as UTF-8.
  if (as === 'csv') yield utf8.encode(`\ufeff${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`)
  else yield writeSheet(name, rows, mark)
})
