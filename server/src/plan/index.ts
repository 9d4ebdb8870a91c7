import type { Served } from '../platform/serve.ts'

/** The verbs of plan. */
export const plan: readonly Served[] = []
