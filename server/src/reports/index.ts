import type { Served } from '../platform/serve.ts'
import { dailyVerbs } from './daily.routes.ts'
import { rollUpVerbs } from './roll-up.routes.ts'

/** The verbs of reports. */
export const reports: readonly Served[] = [...dailyVerbs, ...rollUpVerbs]
