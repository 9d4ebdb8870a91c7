import type { Served } from '../platform/serve.ts'
import { markVerbs } from './marks.routes.ts'
import { personVerbs } from './people.routes.ts'

/** The verbs of people. */
export const people: readonly Served[] = [...personVerbs, ...markVerbs]
