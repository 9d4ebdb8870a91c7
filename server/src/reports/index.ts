import type { Served } from '../platform/serve.ts'

/** The verbs of reports. */
export const reports: readonly Served[] = []
