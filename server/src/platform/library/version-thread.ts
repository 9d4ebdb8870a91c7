// Reads one published version after the other in a thread: whatever its texts cost, the server goes on answering.
import { readPackText } from '@wangdi/policy/engine/library/text.ts'
import { answerTasks } from '../heavy/answer-tasks.ts'
import type { ReadVersion, VersionTexts } from './read-version.ts'

answerTasks<VersionTexts, ReadVersion>(async function* ({ pack: id, body, cases }) {
  const { pack } = readPackText({ file: `${id}/pack.yaml`, text: body, cases_file: `${id}/cases.yaml`, cases })
  yield { pack }
})
