// Checks one draft after the other in a thread: whatever an editor's text costs, the server goes on answering others.
import { checkToSubmit } from '@wangdi/domain/documents/draft.rules.ts'
import { checkDraft } from '@wangdi/policy/engine/library/draft.ts'
import { answerTasks } from '../../platform/heavy/answer-tasks.ts'
import type { DraftTask, JudgedDraft } from './judge-draft.ts'

answerTasks<DraftTask, JudgedDraft>(async function* ({ texts, others, submitting }) {
  const { lineOf: _, ...judged } = submitting ? checkToSubmit(texts, others, submitting) : checkDraft(texts, others)
  yield judged
})
