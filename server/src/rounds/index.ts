import type { Served } from '../platform/serve.ts'
import { inspectionRoutes } from './inspections/inspection.routes.ts'
import { roundRoutes } from './rounds.routes.ts'

export { linesOf } from './coverage.ts'
export { listDueDwellings } from './due.ts'
export { listRounds } from './round.queries.ts'

/** The verbs of rounds. */
export const rounds: readonly Served[] = [...roundRoutes, ...inspectionRoutes]
