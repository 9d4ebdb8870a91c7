import { reachOf } from '@wangdi/domain/access/access.ts'
import { getSpread } from '@wangdi/domain/kinds/inbox/inbox.api.ts'
import { problems as common } from '@wangdi/domain/problem.ts'
import { type Served, serve } from '../platform/serve.ts'
import { countByCommunity } from './count-kind.queries.ts'
import { requestOf } from './inbox/inbox.ts'

/** How far each community below a place is with a kind of request; only of kinds that the role may see, and nothing of health data. */
export const spread: Served = serve(getSpread, {
  run: async ({ db, actor, input, at }) => {
    const kind = requestOf(input.kind)
    if (!kind || kind.health || reachOf(`${kind.name}.see`, actor.role) !== 'area') throw common.notFound({})
    return { rows: await countByCommunity(db, kind.name, input.place, at) }
  },
})
