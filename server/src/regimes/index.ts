import type { Served } from '../platform/serve.ts'
import { levelVerbs } from './levels.routes.ts'
import { responseVerbs } from './responses.routes.ts'
import { stateVerbs } from './state.routes.ts'

export { controlsInForce } from './orders/controls.ts'
export { factsOf, listOpenScopes, openFunctions, recordedFor, whyClosed } from './facts.ts'
export { factsOfMany } from './many-facts.ts'

/** The verbs of regimes. */
export const regimes: readonly Served[] = [...responseVerbs, ...levelVerbs, ...stateVerbs]
