import type { getObservation } from '@wangdi/domain/observation/observation.api.ts'
import type { Static } from 'typebox'

/** A stay as the server tells it: its days, readings, order, steps and what may be done. */
export type EpisodeReply = Static<typeof getObservation.reply>
