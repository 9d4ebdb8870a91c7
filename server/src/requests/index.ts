import { declared } from '@wangdi/domain/requests/declared.ts'
import { serveKind } from '../kinds/index.ts'
import type { Served } from '../platform/serve.ts'
import { actVerbs } from './acts.routes.ts'
import { proposedVerbs } from './proposed/proposed.routes.ts'
import { requestVerbs } from './requests.routes.ts'
import './waiting.ts'

export { countRequests, listOverControlComplaints } from './list.queries.ts'

/** The verbs of requests. */
export const requests: readonly Served[] = [...requestVerbs, ...actVerbs, ...proposedVerbs, ...declared.flatMap(serveKind)]
