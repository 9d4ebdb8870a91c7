import type { Served } from '../platform/serve.ts'

/** The verbs of people. */
export const people: readonly Served[] = []
