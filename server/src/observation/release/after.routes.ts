import type { EndReason } from '@wangdi/domain/observation/observation.ts'
import { type Released, whyNotCall, whyNotDeliver, whyNotWithdraw } from '@wangdi/domain/observation/release/after.rules.ts'
import type { CallDay, CallOutcome } from '@wangdi/domain/observation/release/after.ts'
import { deliverRelease, recordCall, withdrawRelease } from '@wangdi/domain/observation/release/release.api.ts'
import type { Release } from '@wangdi/domain/observation/release/release.ts'
import { shanghaiDay } from '@wangdi/domain/day.ts'
import { problems as common, refuse } from '@wangdi/domain/problem.ts'
import type { CommunityCode, Day, Id } from '@wangdi/domain/schema.ts'
import type { Static } from 'typebox'
import type { Db } from '../../platform/db.ts'
import { serve } from '../../platform/serve.ts'
import { holdClosing } from '../../regimes/index.ts'
import { findEpisode, findOrder } from '../episode.queries.ts'
import { aboutStay } from '../orders.routes.ts'
import { findPaper, saveCall, saveHandover, saveWithdrawal } from './after.queries.ts'
import { listReleases, lockStays, voidRelease } from './release.queries.ts'

interface After extends Released {
  readonly community: CommunityCode
  readonly release: Release | null
}

// A stay with the release that stands and its early end.
async function findAfter(db: Db, observation: Id, today: Day): Promise<After> {
  const kept = await findEpisode(db, observation, today)
  const order = await findOrder(db, observation)
  if (!kept || !order) throw common.notFound({})
  const { end } = order
  return {
    community: kept.episode.community,
    release: (await listReleases(db, [observation])).get(observation) ?? null,
    ended: end && { reason: end.reason as Static<typeof EndReason>, on: shanghaiDay(Date.parse(end.at)) },
  }
}

/** What follows a release: it is taken back on its day, its notice is handed over, the person is called on the days after. */
export const afterVerbs = [
  serve(withdrawRelease, {
    about: aboutStay,
    run: async ({ db, actor, input, at, today, note, whyClosed }) => {
      const { id, observation, why } = input
      // Whoever waits for a release again is counted by the response that ends at this moment, or it has ended.
      await holdClosing(db, 'ordering')
      refuse(await whyClosed('observation'))
      // Whoever ends, releases or takes back the same stay at this moment waits for the other.
      await lockStays(db, [observation])
      const stay = await findAfter(db, observation, today)
      refuse(whyNotWithdraw(stay, today))
      await voidRelease(db, observation, at)
      if (stay.release) await saveWithdrawal(db, stay.release.id, { by: actor.account, at, why })
      note({ observation })
      return { id }
    },
  }),

  serve(deliverRelease, {
    about: aboutStay,
    run: async ({ db, actor, input, at, today, clock, note }) => {
      const { id, observation, number, way, receipt } = input
      // A paper that is taken back at this moment is not handed over as well.
      await lockStays(db, [observation])
      const { community, ended } = await findAfter(db, observation, today)
      const paper = await findPaper(db, observation, number)
      refuse(whyNotDeliver(paper, number, ended))
      if (!paper) throw common.notFound({})
      const act = { id, community, by_account: actor.account, at, recorded_at: clock.now(), note: input.note?.trim() ?? '' }
      if (!(await saveHandover(db, { ...act, release: paper.id, way, receipt }))) throw common.commandReused({})
      note({ observation })
      return { id }
    },
  }),

  serve(recordCall, {
    about: aboutStay,
    run: async ({ db, actor, input, at, today, note: mark }) => {
      const { id, observation } = input
      const call = { nth: input.nth as CallDay, outcome: input.outcome as CallOutcome, note: input.note?.trim() ?? '' }
      const stay = await findAfter(db, observation, today)
      refuse(whyNotCall(stay, call, today))
      const act = { id, community: stay.community, by_account: actor.account, at }
      if (!(await saveCall(db, { ...act, observation, ...call }))) throw common.commandReused({})
      mark({ observation })
      return { id }
    },
  }),
]
