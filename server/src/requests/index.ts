import type { Served } from '../platform/serve.ts'
import { actVerbs } from './acts.routes.ts'
import { requestVerbs } from './requests.routes.ts'

export { countRequests, listOverControlComplaints } from './list.queries.ts'

/** The verbs of requests. */
export const requests: readonly Served[] = [...requestVerbs, ...actVerbs]
