import { onEldersImported } from '../people/index.ts'
import type { Served } from '../platform/serve.ts'
import { saveSurvey } from './health.queries.ts'
import { dueVerbs } from './due.routes.ts'
import { healthVerbs } from './health.routes.ts'

export { doorsOfDay } from './due.ts'
export { listKnown, listLedger, saveHealthFacts } from './health.queries.ts'
export { countLedger, gradesBy, tierRowsBy, withContact } from './tiers.ts'

onEldersImported(saveSurvey)

/** The verbs of health. */
export const health: readonly Served[] = [...healthVerbs, ...dueVerbs]
