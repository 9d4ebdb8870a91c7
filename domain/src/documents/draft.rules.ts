import type { Finding } from '@wangdi/policy/engine/answer.ts'
import { type CheckedDraft, checkDraft, draftFiles, type DraftTexts } from '@wangdi/policy/engine/library/draft.ts'
import type { LookUpPlaces } from '@wangdi/policy/engine/own/places.ts'
import type { Pack } from '@wangdi/policy/engine/pack/schema.ts'
import type { PlaceCode } from '../schema.ts'
import { whyNotNext, whyNotPlace } from './packs.rules.ts'

/** The key of a pack that a refusal speaks of. */
const keyOf: Readonly<Record<string, string>> = {
  'documents.other-place': 'place',
  'documents.keeps-place': 'id',
  'documents.version-number': 'version',
}

/**
 * A draft checked as submitting it will: by itself and beside the other packs, for the place it is meant for and the one who
 * handles it, and as the next version of what is published under its id.
 */
export function checkToSubmit(
  texts: DraftTexts,
  others: readonly Pack[],
  { draft, editor }: { draft: PlaceCode; editor: PlaceCode },
  lookUp?: LookUpPlaces,
): CheckedDraft {
  const checked = checkDraft(texts, others, lookUp)
  const { pack, lineOf } = checked
  if (!pack) return checked
  const last = others.find(({ id }) => id === pack.id)
  const refusals = [whyNotPlace(pack, draft, editor), whyNotNext(pack, last)].flatMap((why): Finding[] => {
    if (!why) return []
    const line = lineOf?.([keyOf[why.code] ?? 'id'])
    return [{ file: draftFiles.body, code: why.code, text: why.words, ...(line !== undefined && { line }) }]
  })
  return { ...checked, findings: [...refusals, ...checked.findings] }
}
