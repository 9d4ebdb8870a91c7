import { waiting } from '@wangdi/domain/reports/waiting.ts'
import { type Asking, joinWaiting, type Waits } from '../kinds/index.ts'
import { deadlinesOf } from './daily.ts'
import { countDemands } from './demands/demand.queries.ts'
import { listFrozen } from './reports.queries.ts'

// Until somebody confirms it, the report of today waits.
async function daily({ db, actor, today }: Asking): Promise<Waits[]> {
  if ((await listFrozen(db, actor.place, today)).length > 0) return []
  const [first] = await deadlinesOf(db, actor.place, today)
  const at = new Date(`${today}T00:00:00+08:00`)
  return [{ id: today, about: actor.place, at, due_at: first?.at ?? null, said: today }]
}

async function demands({ db, actor, today }: Asking): Promise<Waits[]> {
  const { due, done } = await countDemands(db, actor.place, today)
  return due === done ? [] : [{ id: 'reports.demands', about: actor.place, at: null, due_at: null, n: due - done }]
}

joinWaiting(
  {
    ...{ what: 'reports.daily', ask: waiting['reports.daily'].ask, verb: 'reports.confirm', list: daily },
    needs: 'daily-report',
  },
  { what: 'reports.demands', ask: waiting['reports.demands'].ask, verb: 'reports.decide-demand', list: demands },
)
