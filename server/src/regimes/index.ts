import type { Served } from '../platform/serve.ts'
import { actVerbs } from './orders/acts.routes.ts'
import { draftVerbs } from './orders/drafts.routes.ts'
import { objectionVerbs } from './orders/objections.routes.ts'
import { orderVerbs } from './orders/orders.routes.ts'
import { levelVerbs } from './levels.routes.ts'
import { responseVerbs } from './responses.routes.ts'
import { stateVerbs } from './state.routes.ts'
import './waiting.ts'

export { controlsInForce, listOrdersBetween, listOrdersInForce } from './orders/controls.ts'
export { listBegun } from './orders/order.queries.ts'
export { findEndTerms, holdDestruction, listDestroyed, listOverdue, saveEndTerms } from './overdue.queries.ts'
export { findResponse, holdClosing, type KeptResponse, listConcerning } from './response.queries.ts'
export {
  factsIn,
  factsOf,
  listOpenScopes,
  listScopesInForce,
  openFunctions,
  placesAsked,
  placesFor,
  recordedFor,
  whyClosed,
  whyDestroyed,
} from './facts.ts'
export { listLevels, listLevelsOn, saveFacts } from './level.queries.ts'
export { factsOfMany } from './many-facts.ts'

/** The verbs of regimes. */
export const regimes: readonly Served[] = [
  ...responseVerbs,
  ...levelVerbs,
  ...stateVerbs,
  ...draftVerbs,
  ...orderVerbs,
  ...actVerbs,
  ...objectionVerbs,
]
