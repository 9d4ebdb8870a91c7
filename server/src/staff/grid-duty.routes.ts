import { problems, refuse } from '@wangdi/domain/problem.ts'
import { assignGrid, readGridDuties } from '@wangdi/domain/staff/grid-duty.api.ts'
import { whyNotAssign } from '@wangdi/domain/staff/grid-duty.rules.ts'
import { serve } from '../platform/serve.ts'
import { addDuty, endDuties, findGridToGive, getWorkerName, listDuties, listDutiesOf } from './grid-duty.queries.ts'

/** The verbs of duty: who answers for which grid, and who stands in. */
export const gridDutyRoutes = [
  serve(assignGrid, {
    run: async ({ db, input, today, note }) => {
      const { community, grid, account, kind, from, until } = input
      const given = await findGridToGive(db, community, grid)
      if (!given) throw problems.notFound({})
      // Nobody follows under the rules of a worker: only the day counts.
      refuse(whyNotAssign({ kind: account === null ? 'worker' : kind, from, until }, given, await listDutiesOf(db, grid), today))
      if (account !== null) await getWorkerName(db, community, account)
      // A stand-in comes beside the worker; a new worker, or nobody, comes after the one before.
      if (kind === 'worker' || account === null) await endDuties(db, grid, kind, from)
      if (account !== null) await addDuty(db, { community, grid, account, kind, from, until: until ?? given.until })
      note({ grid, ...(account === null ? {} : { account }) })
      return { duties: await listDutiesOf(db, grid) }
    },
  }),
  serve(readGridDuties, {
    run: async ({ db, input }) => ({ duties: await listDuties(db, input.community) }),
  }),
]
