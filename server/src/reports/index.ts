import type { Served } from '../platform/serve.ts'
import { dailyVerbs } from './daily.routes.ts'
import { burdenVerbs } from './demands/burden.routes.ts'
import { demandVerbs } from './demands/demands.routes.ts'
import { fourTimesVerbs } from './four-times.routes.ts'
import { rollUpVerbs } from './roll-up.routes.ts'
import './waiting.ts'

export { deadlinesOf } from './daily.ts'
export { countDemands } from './demands/demand.queries.ts'
export { formsInForce } from './demands/burden.routes.ts'
export { listExtraForms } from './demands/extra-forms.ts'
export { tasksOf } from './figures/figures.ts'
export { listFrozen, listSaid } from './reports.queries.ts'
export { findLeastCount } from './small-figures.queries.ts'

/** The verbs of reports. */
export const reports: readonly Served[] = [...dailyVerbs, ...rollUpVerbs, ...fourTimesVerbs, ...demandVerbs, ...burdenVerbs]
