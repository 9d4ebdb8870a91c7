import type { Served } from '../platform/serve.ts'

/** The verbs of health. */
export const health: readonly Served[] = []
