import { accountRoutes } from './account.routes.ts'
import { answeringRoutes } from './answering/answering.routes.ts'
import type { Served } from '../platform/serve.ts'
import { gridDutyRoutes } from './grid-duty.routes.ts'
import { sessionRoutes } from './session.routes.ts'
import { teamRoutes } from './team/team.routes.ts'

export { countRolesFor } from './account.queries.ts'
export { openDutyPhone, sealDutyPhone } from './duty-phone.ts'
export { isInGridOf } from './duty.queries.ts'
export { type NewAccount, saveAccount } from './save-account.ts'
export { makeSignIn, type SignIn } from './sign-in.ts'
export { findActiveByLogin } from './sign-in/accounts.queries.ts'
export { demoPassword, listDemoLogins } from './sign-in/demo-logins.ts'
export { makeAuthLogin } from './sign-in/tables.ts'

/** The verbs of staff. */
export const staff: readonly Served[] = [...sessionRoutes, ...accountRoutes, ...teamRoutes, ...gridDutyRoutes, ...answeringRoutes]
