import { addDays } from '@wangdi/domain/day.ts'
import { problems } from '@wangdi/domain/reports/reports.problems.ts'
import { readFourTimes } from '@wangdi/domain/reports/four-times.ts'
import { type Served, serve } from '../platform/serve.ts'
import { countEarlySteps } from './four-times.queries.ts'

const mostDays = 92

/** The figures of the four early steps. */
export const fourTimesVerbs: readonly Served[] = [
  serve(readFourTimes, {
    run: async ({ db, today, input: { place, from, to } }) => {
      if (to < from || to > addDays(from, mostDays)) throw problems.spanTooLong({ days: mostDays })
      return { figures: await countEarlySteps(db, place, from, to, today) }
    },
  }),
]
