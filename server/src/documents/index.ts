import type { Served } from '../platform/serve.ts'
import { draftVerbs } from './drafts.routes.ts'
import { packVerbs } from './packs.routes.ts'

export { answerNow } from './answers.ts'
export { libraryWith } from './drafts.ts'

/** The verbs of documents. */
export const documents: readonly Served[] = [...packVerbs, ...draftVerbs]
