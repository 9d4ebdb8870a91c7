import { onEldersImported } from '../people/index.ts'
import type { Served } from '../platform/serve.ts'
import { saveSurvey } from './health.queries.ts'
import { healthVerbs } from './health.routes.ts'

export { listKnown, listLedger, saveHealthFacts } from './health.queries.ts'
export { gradesBy, tierRowsBy, withContact } from './tiers.ts'

onEldersImported(saveSurvey)

/** The verbs of health. */
export const health: readonly Served[] = healthVerbs
