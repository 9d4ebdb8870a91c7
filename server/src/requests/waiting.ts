import { reachOf } from '@wangdi/domain/access/access.ts'
import { requestKinds } from '@wangdi/domain/requests/kinds.ts'
import { officeInTurn } from '@wangdi/domain/requests/requests.rules.ts'
import { waiting } from '@wangdi/domain/requests/waiting.ts'
import { type Asking, endOf, joinWaiting, mostOfPart, type Waits } from '../kinds/index.ts'
import { type ListedRequest, requestRow } from './request.queries.ts'
import { listRequests } from './list.queries.ts'
import { countProposed } from './proposed/proposed-in.ts'

type Part = keyof typeof waiting

// Whose turn it is: the office that handles it or the level above, and beside it the place whose side was asked.
function partFor(request: ListedRequest, { place }: Asking['actor']): Part | undefined {
  const { acts, office, against } = request
  const turn = officeInTurn(request)
  if (turn === place) return turn === office ? 'requests.open' : 'requests.review'
  const asks = acts.findLast((act) => act.kind === 'asked-place' || act.kind === 'side-told')
  return turn === office && against === place && asks?.kind === 'asked-place' ? 'requests.side' : undefined
}

const verbs: Partial<Record<Part, string>> = {
  ...{ 'requests.open': 'requests.answer', 'requests.side': 'requests.tell-side', 'requests.review': 'requests.review' },
}

async function mine({ db, actor, today }: Asking): Promise<Waits[]> {
  const view = { at: actor.place, place: actor.place, today }
  const among = { show: 'open' as const, kinds: Object.keys(requestKinds), page: 0, size: mostOfPart }
  const { rows } = await listRequests(db, view, among)
  return rows.flatMap((request) => {
    const part = partFor(request, actor)
    if (!part || !reachOf(verbs[part] ?? '', actor.role)) return []
    const { id, number, against, day, due_on } = requestRow(request, today)
    const at = new Date(`${day}T00:00:00+08:00`)
    return [{ id, what: part, ask: waiting[part].ask, about: against, at, due_at: due_on && endOf(due_on), said: number }]
  })
}

async function proposed({ db, actor, today, at }: Asking): Promise<Waits[]> {
  const { n, due_at, since } = await countProposed(db, actor.place, today, at.toISOString())
  return n === 0 ? [] : [{ id: 'requests.proposed', about: actor.place, at: since, due_at, n }]
}

joinWaiting(
  { what: 'requests.open', ask: waiting['requests.open'].ask, verb: 'requests.list', list: mine },
  {
    ...{ what: 'requests.proposed', ask: waiting['requests.proposed'].ask, verb: 'requests.decide-errand', list: proposed },
    needs: 'observation',
  },
)
