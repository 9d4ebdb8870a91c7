import type { Served } from '../platform/serve.ts'
import { episodeVerbs } from './episodes.routes.ts'
import { orderVerbs } from './orders.routes.ts'
import { endingVerbs } from './ending/ending.routes.ts'
import { officeVerbs } from './notice/office.routes.ts'
import { sheetVerbs } from './notice/sheet.routes.ts'
import { decideVerbs } from './queue/decide.routes.ts'
import { queueVerbs } from './queue/queue.routes.ts'
import { readingVerbs } from './readings.routes.ts'
import { afterVerbs } from './release/after.routes.ts'
import { releaseVerbs } from './release/release.routes.ts'
import './waiting/waiting.ts'

export { answeredAt, isAbnormal, isUnanswered } from './abnormal.queries.ts'
export { findEpisode, type KeptEpisode, listEpisodes } from './episode.queries.ts'
export { addNoticeCheck } from './notice/check.routes.ts'
export { doorOfStay } from './who.queries.ts'

/** The verbs of observation. */
export const observation: readonly Served[] = [
  ...orderVerbs,
  ...episodeVerbs,
  ...readingVerbs,
  ...queueVerbs,
  ...decideVerbs,
  ...officeVerbs,
  ...sheetVerbs,
  ...releaseVerbs,
  ...afterVerbs,
  ...endingVerbs,
]
