import { waiting } from '@wangdi/domain/rounds/waiting.ts'
import { type Asking, endOf, joinWaiting, mostOfPart, type Waits } from '../kinds/index.ts'
import { listWaitingFindings } from './inspections/inspection.queries.ts'
import { listRounds } from './round.queries.ts'

const findings =
  (side: 'owner' | 'finder') =>
  async ({ db, actor }: Asking): Promise<Waits[]> =>
    (await listWaitingFindings(db, actor.place, side, mostOfPart)).map(({ inspection, place, words, found_on, due_on }) => ({
      ...{ id: inspection, about: place, at: new Date(endOf(found_on)), said: words },
      due_at: side === 'owner' ? endOf(due_on) : null,
    }))

// A round is open until somebody closes it, past its last day too.
async function open({ db, actor, today }: Asking): Promise<Waits[]> {
  if (actor.place.length !== 12) return []
  return (await listRounds(db, actor.place, today)).slice(0, mostOfPart).map(({ id, name, from, until }) => ({
    ...{ id, about: actor.place, at: new Date(`${from}T00:00:00+08:00`), due_at: until && endOf(until), said: name },
  }))
}

joinWaiting(
  { what: 'rounds.open', ask: waiting['rounds.open'].ask, verb: 'rounds.close-round', list: open },
  { what: 'rounds.finding', ask: waiting['rounds.finding'].ask, verb: 'rounds.settle-finding', list: findings('owner') },
  {
    what: 'rounds.finding-right',
    ask: waiting['rounds.finding-right'].ask,
    verb: 'rounds.settle-finding',
    list: findings('finder'),
  },
)
