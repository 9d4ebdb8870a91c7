// Checks one draft after the other in a thread: whatever an editor's text costs, the server goes on answering others.
import { checkToSubmit } from '@wangdi/domain/documents/draft.rules.ts'
import { checkDraft } from '@wangdi/policy/engine/library/draft.ts'
import { lookUpIn, type LookUpPlaces } from '@wangdi/policy/engine/own/places.ts'
import { openPlaceList } from '../../platform/national/place-list.ts'
import { answerTasks } from '../../platform/heavy/answer-tasks.ts'
import type { DraftTask, JudgedDraft } from './judge-draft.ts'

// The national list is opened with the first draft, and walked only for packs that name places.
let listed: Promise<LookUpPlaces> | undefined
const openList = async (): Promise<LookUpPlaces> => lookUpIn((await openPlaceList()).places)

answerTasks<DraftTask, JudgedDraft>(async function* ({ texts, others, submitting }) {
  const lookUp = await (listed ??= openList())
  const { lineOf: _, ...judged } = submitting
    ? checkToSubmit(texts, others, submitting, lookUp)
    : checkDraft(texts, others, lookUp)
  yield judged
})
