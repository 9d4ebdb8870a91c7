import type { Served } from '../platform/serve.ts'
import { certificateVerbs } from './certificates/certificates.routes.ts'

/** The verbs of rights. */
export const rights: readonly Served[] = [...certificateVerbs]
