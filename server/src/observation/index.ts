import type { Served } from '../platform/serve.ts'
import { episodeVerbs } from './episodes.routes.ts'
import { orderVerbs } from './orders.routes.ts'
import { readingVerbs } from './readings.routes.ts'

export { answeredAt, isAbnormal, isUnanswered } from './abnormal.ts'
export { doorOfStay } from './who.queries.ts'

/** The verbs of observation. */
export const observation: readonly Served[] = [...orderVerbs, ...episodeVerbs, ...readingVerbs]
