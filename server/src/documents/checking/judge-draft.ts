import { problems } from '@wangdi/domain/documents/documents.problems.ts'
import type { PlaceCode } from '@wangdi/domain/schema.ts'
import type { CheckedDraft, DraftTexts } from '@wangdi/policy/engine/library/draft.ts'
import type { Pack } from '@wangdi/policy/engine/pack/schema.ts'
import { heavyProblems } from '../../platform/heavy/heavy-problems.ts'
import { makeLane } from '../../platform/heavy/lane.ts'
import { openThreads } from '../../platform/heavy/threads.ts'

/** What a thread is asked of a draft: its texts beside the newest packs, and, as submitting will, for which place and by whom. */
export interface DraftTask {
  readonly texts: DraftTexts
  readonly others: readonly Pack[]
  readonly submitting?: { readonly draft: PlaceCode; readonly editor: PlaceCode }
}

/** A checked draft as it comes out of the thread: plain data. */
export type JudgedDraft = Omit<CheckedDraft, 'lineOf'>

/** Questions about drafts: few people write packs, and each may take a processor: five thousand rules take it for five seconds where it is quiet. */
export const draftLane = makeLane({ atOnce: 2, perAccount: 2, waiting: 8, seconds: 60 })

const threads = openThreads<DraftTask, JudgedDraft>(new URL('./draft-thread.ts', import.meta.url), { memoryMb: 512 })

/** Checks a draft in a thread; the signal stops it. */
export function judgeDraft({ texts, others, submitting }: DraftTask, signal: AbortSignal): Promise<JudgedDraft> {
  const { body, cases } = texts
  return threads.ask({ texts: { body, cases }, others, ...(submitting && { submitting }) }, signal)
}

interface Judging {
  readonly edition: number
  readonly stop: AbortController
}
const judging = new Map<string, Judging>()

/**
 * The same for an edition of a kept draft; what is still checked of an earlier edition is stopped (`heavy.overtaken`), since nobody
 * works on that text any more.
 */
export async function judgeNewest(
  draft: { readonly id: string; readonly edition: number },
  task: DraftTask,
  signal: AbortSignal,
) {
  const before = judging.get(draft.id)
  if (before && before.edition < draft.edition) before.stop.abort(heavyProblems.overtaken({}))
  const own: Judging = { edition: draft.edition, stop: new AbortController() }
  judging.set(draft.id, own)
  try {
    return await judgeDraft(task, AbortSignal.any([signal, own.stop.signal]))
  } finally {
    if (judging.get(draft.id) === own) judging.delete(draft.id)
  }
}

/** The pack of a draft that can be read; throws `documents.findings` with the first finding otherwise. */
export function packOf({ pack, findings }: JudgedDraft, mayHave: 'findings' | 'none' = 'none'): Pack {
  const [first] = findings
  if (!pack || (first && mayHave === 'none'))
    throw problems.findings({ count: findings.length, first: first?.text.zh ?? '', line: first?.line ?? null })
  return pack
}
