import { type RequestVerbs, requestVerbs } from '@wangdi/domain/kinds/request/request.api.ts'
import type { RequestKind } from '@wangdi/domain/kinds/request/request.ts'
import type { Served } from '../../platform/serve.ts'
import { acting } from './act.ts'
import { beginning } from './begin.ts'
import { seeing } from './see.ts'

const actsOf = (kind: RequestKind, verbs: RequestVerbs): Served[] =>
  Object.keys(verbs.acts).flatMap((act) => acting(kind, verbs, act) ?? [])

/** All verbs of a kind of request, as they follow from its declaration. */
export function serveRequest(kind: RequestKind): readonly Served[] {
  const verbs = requestVerbs(kind)
  return [...seeing(kind, verbs), beginning(kind, verbs), ...actsOf(kind, verbs)]
}
