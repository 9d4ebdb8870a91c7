import { declared } from '@wangdi/domain/rounds/declared.ts'
import { serveKind } from '../kinds/index.ts'
import type { Served } from '../platform/serve.ts'
import { facilityRoutes } from './facilities/facilities.routes.ts'
import { inspectionRoutes } from './inspections/inspection.routes.ts'
import { roundRoutes } from './rounds.routes.ts'
import './waiting.ts'

export { isPastAgreed } from './inspections/inspection.queries.ts'
export { linesOf } from './coverage.ts'
export { compareAll } from './facilities/compare.ts'
export { listRoundPeople, listRounds, readSettings, type RoundPerson } from './round.queries.ts'
export { gridsFor, listDoors, listVisitsAt } from './visit.queries.ts'

/** The verbs of rounds. */
export const rounds: readonly Served[] = [...roundRoutes, ...inspectionRoutes, ...facilityRoutes, ...declared.flatMap(serveKind)]
