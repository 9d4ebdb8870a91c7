import { waiting } from '@wangdi/domain/observation/waiting.ts'
import { type Asking, joinWaiting, type Waits } from '../../kinds/index.ts'
import { countWaitingOf } from './waiting.queries.ts'

type Sort = Parameters<typeof countWaitingOf>[1]

// What concerns somebody's health is one line with a number; nobody is named, and none is no line.
const part = (sort: Sort, verb: string) => {
  const what = `observation.${sort}` as const
  const list = async ({ db, actor, today }: Asking): Promise<Waits[]> => {
    const { n, at } = await countWaitingOf(db, sort, actor.place, today)
    return n === 0 ? [] : [{ id: what, about: actor.place, at, due_at: null, n }]
  }
  return { what, ask: waiting[what].ask, verb, needs: 'observation' as const, list }
}

joinWaiting(
  part('alerts', 'observation.answer-alert'),
  part('undecided', 'observation.decide-arrivals'),
  part('releases', 'observation.release'),
  part('calls', 'observation.record-call'),
  // Handed over by the community; the county sees it too and does not carry it.
  part('handovers', 'observation.record-call'),
  { ...part('unchecked', 'people.check-arrival'), needs: 'arrivals' },
)
