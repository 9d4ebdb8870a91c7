import type { Served } from '../platform/serve.ts'
import { pictureRoutes } from './building-view.routes.ts'
import { gridLoadRoutes } from './grid-load.routes.ts'
import { householdRoutes } from './household.routes.ts'
import { observedDoorRoutes } from './observed-doors.routes.ts'
import { planVerbs } from './plan.routes.ts'

/** The verbs of plan. */
export const plan: readonly Served[] = [
  ...planVerbs,
  ...pictureRoutes,
  ...householdRoutes,
  ...observedDoorRoutes,
  ...gridLoadRoutes,
]
