import type { Served } from '../platform/serve.ts'

/** The verbs of rounds. */
export const rounds: readonly Served[] = []
