import type { Served } from '../platform/serve.ts'
import { gridDutyRoutes } from './grid-duty.routes.ts'

export { isInGridOf } from './duty.queries.ts'
export type { SignIn } from './sign-in.ts'

/** The verbs of staff. */
export const staff: readonly Served[] = [...gridDutyRoutes]
