import type { Served } from '../platform/serve.ts'

/** The verbs of observation. */
export const observation: readonly Served[] = []
