import { type CommunityStanding, readSupervision } from '@wangdi/domain/plan/supervision/supervision.ts'
import type { Evidence } from '@wangdi/domain/plan/plan.ts'
import { type Served, serve } from '../../platform/serve.ts'
import { progressOf } from './progress.ts'
import { listSupervised } from './supervision.queries.ts'

const shareOf = (evidence: Evidence | undefined) => ({ done: evidence?.done ?? 0, due: evidence?.due ?? 0 })

/** What a street and a county see of the communities they guide. */
export const supervisionVerbs: readonly Served[] = [
  serve(readSupervision, {
    run: async ({ db, input, today, clock }) => {
      const { place, page = 0, size = 20 } = input
      const { rows, total } = await listSupervised(db, { place, day: today, class: input.class, page, size })
      const standing: CommunityStanding[] = []
      for (const row of rows) {
        const { measures, evidence } = await progressOf(db, row.community, today, clock.now())
        const [duties, effect] = [shareOf(evidence.get('staff.duties')), shareOf(evidence.get('visits.elders'))]
        standing.push({ ...row, duties, effect, measures: { ...measures } })
      }
      return { rows: standing, total }
    },
  }),
]
