import type { Served } from '../platform/serve.ts'
import { auditVerbs } from './audits/audits.routes.ts'
import { certificateVerbs } from './certificates/certificates.routes.ts'
import { destructionVerbs } from './destruction/destruction.routes.ts'
import { endListVerbs } from './destruction/end-list.routes.ts'
import { traceVerbs } from './traces/traces.routes.ts'
import './waiting.ts'

/** The verbs of rights. */
export const rights: readonly Served[] = [...certificateVerbs, ...auditVerbs, ...traceVerbs, ...destructionVerbs, ...endListVerbs]
