import { problems as common } from '@wangdi/domain/problem.ts'
import { errand } from '@wangdi/domain/requests/kinds/errand.kind.ts'
import { decideErrand, listProposedErrands } from '@wangdi/domain/requests/proposed/proposed.api.ts'
import { dueOfProposal } from '@wangdi/domain/requests/proposed/proposed.rules.ts'
import { problems } from '@wangdi/domain/requests/requests.problems.ts'
import type { Day, Id } from '@wangdi/domain/schema.ts'
import type { Static } from 'typebox'
import { beginRequest } from '../../kinds/index.ts'
import { findEpisode, type KeptEpisode } from '../../observation/index.ts'
import type { Db } from '../../platform/db.ts'
import { type Request, serve } from '../../platform/serve.ts'
import { proposedIn } from './proposed-in.ts'
import { findStay, saveDecision } from './proposed.queries.ts'

const listing = serve(listProposedErrands, {
  run: async ({ db, input, at, today, saw }) => {
    const { place, show, page = 0, size = 50 } = input
    const all = await proposedIn(db, place, today, at.toISOString())
    const open = all.filter(({ goods }) => goods.some(({ decision }) => decision === null))
    const shown = show === 'open' ? open : all
    const rows = shown.slice(page * size, (page + 1) * size)
    saw(rows.map(({ person }) => person))
    return { rows, total: shown.length, open: open.length }
  },
})

async function getStay(db: Db, id: Id, today: Day): Promise<KeptEpisode> {
  const stay = await findEpisode(db, id, today)
  if (!stay) throw common.notFound({})
  return stay
}

type Deciding = Request<Static<typeof decideErrand.input>>

/** Takes the errand down under the order; who brings the goods reads nothing of it, and neither does its list. */
function takeDown(request: Deciding, { episode }: KeptEpisode) {
  const { way = 'phone', urgency = 'today', fields = {}, what, observation } = request.input
  if (episode.dwelling === null) throw problems.noDoor({})
  return beginRequest(errand, request as unknown as Request<never>, {
    ...{ place: episode.community, dwelling: episode.dwelling, person: null, v: errand.version, way, urgency },
    ...{ fields: { ...fields, what }, house: { cause: observation } },
  })
}

const deciding = serve(decideErrand, {
  about: async (db, { observation }) => {
    const stay = await findStay(db, observation)
    if (!stay) throw common.notFound({})
    return { place: stay.community, dwelling: stay.dwelling }
  },
  run: async (request) => {
    const { db, actor, input, at, today, note } = request
    const { id, observation, what, outcome } = input
    const stay = await getStay(db, observation, today)
    if (dueOfProposal(stay.episode, at.toISOString()) === undefined) throw problems.notProposed({})
    const taken = outcome === 'taken' ? await takeDown(request, stay) : null
    const kept = await saveDecision(db, {
      ...{ id, community: stay.episode.community, observation, what, outcome, errand: taken?.id ?? null },
      ...{ note: input.note ?? '', by_account: actor.account, at },
    })
    if (!kept) throw problems.errandDecided({})
    note({ observation, ...(taken && { request: taken.id }) })
    return { id, number: taken?.number ?? null }
  },
})

/** The errands that orders propose, and what somebody decides about each. */
export const proposedVerbs = [listing, deciding]
