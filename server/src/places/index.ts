import type { Served } from '../platform/serve.ts'

/** The verbs of places. */
export const places: readonly Served[] = []
