// Reads and judges one file after the other in a thread, so that the server answers others meanwhile, and a hostile file can
// take no more memory than the thread is given. People wait here until the whole file is judged: only then is saving begun.
import { answerTasks } from '../../../platform/heavy/answer-tasks.ts'
import { gramsOf, initialsOf } from '../../name-index.ts'
import { type JudgedPage, judgeFile } from './judge-file.ts'
import { boundRejects } from '../rejects/limits.ts'
import type { RosterPart, RosterTask } from './judged-roster.ts'
import { addPage, refuseWithoutHeads, startOutcome, tellSheets } from './outcome.ts'

answerTasks<RosterTask, RosterPart>(async function* ({ file, wants }) {
  const outcome = startOutcome()
  const pages: JudgedPage[] = []
  const bounded = boundRejects()
  for await (const part of judgeFile(file)) {
    if (part.is === 'opened') {
      if (wants === 'people') refuseWithoutHeads(part)
      tellSheets(outcome, part)
      yield part
    } else if (part.is === 'page') {
      addPage(outcome, part)
      if (wants === 'people') pages.push({ ...part, rejected: bounded(part.rejected) })
      yield { is: 'read', lastRow: part.lastRow }
    } else yield { is: 'told', outcome, doubts: part.doubts }
  }
  for (let page = pages.shift(); page; page = pages.shift()) yield readied(page)
})

function readied({ entries, ...rest }: JudgedPage): RosterPart {
  const names = entries.map(({ name }) => ({ initials: initialsOf(name), grams: gramsOf(name).join(' ') }))
  return { is: 'people', rest, entries: JSON.stringify(entries), names: JSON.stringify(names) }
}
