import { declared } from '@wangdi/domain/documents/declared.ts'
import { serveKind } from '../kinds/index.ts'
import type { Served } from '../platform/serve.ts'
import { draftVerbs } from './drafts.routes.ts'
import { libraryVerbs } from './library/library.routes.ts'
import { packVerbs } from './packs.routes.ts'
import './waiting.ts'

export { listBeyond } from './beyond.queries.ts'
export { answerNow, replay } from './answers.ts'
export { libraryWith, publishedVersions } from './drafts.ts'
export { addDocumentFiles } from './library/files.ts'

/** The verbs of documents. */
export const documents: readonly Served[] = [...packVerbs, ...draftVerbs, ...libraryVerbs, ...declared.flatMap(serveKind)]
