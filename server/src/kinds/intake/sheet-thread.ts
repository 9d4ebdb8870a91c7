// Reads one sheet after the other in a thread: nothing of a hostile file outlives the thread's memory.
import type { SheetRow } from '@wangdi/domain/sheet.ts'
import { answerTasks } from '../../platform/heavy/answer-tasks.ts'
import { openSheetFile } from '../../platform/sheet/sheet.ts'
import type { ReadSheet, SheetToRead } from './read-sheet.ts'

answerTasks<SheetToRead, ReadSheet>(async function* ({ path, sheet, most }) {
  const file = await openSheetFile(path)
  try {
    const name = sheet ?? file.sheets[0] ?? ''
    const rows: SheetRow[] = []
    let more = false
    for await (const page of file.rows(name)) {
      rows.push(...page.slice(0, most - rows.length))
      more = rows.length === most
      if (more) break
    }
    yield { sheet: name, sheets: file.sheets, from1904: file.from1904, rows, more }
  } finally {
    file.close()
  }
})
