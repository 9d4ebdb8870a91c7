import type { RequestKind } from '@wangdi/domain/kinds/request/request.ts'
import type { Served } from '../platform/serve.ts'
import { inbox, joinInbox } from './inbox.ts'
import { serveRequest } from './request/serve-request.ts'

export { dropEnded } from './drop-ended.ts'

/** The verbs that speak of all kinds at once. */
export const kinds: readonly Served[] = [inbox]

/** All verbs of a kind, as they follow from its declaration; what waits in it stands in the inbox of those who may see it. */
export function serveKind(kind: RequestKind): readonly Served[] {
  joinInbox(kind)
  return serveRequest(kind)
}
