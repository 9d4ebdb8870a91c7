import type { Served } from '../platform/serve.ts'
import { roundRoutes } from './rounds.routes.ts'

/** The verbs of rounds. */
export const rounds: readonly Served[] = roundRoutes
