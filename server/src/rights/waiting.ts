import { waiting } from '@wangdi/domain/rights/waiting.ts'
import { type Asking, joinWaiting, mostOfPart, type Waits } from '../kinds/index.ts'
import { listRunsLeft } from './destruction/left.queries.ts'

type Part = keyof typeof waiting

// A run is approved by another than who asked for it; once it is, whoever carries it out has it until it is done.
const runs =
  (what: Part) =>
  async ({ db, actor }: Asking): Promise<Waits[]> => {
    const left = await listRunsLeft(db, actor.place, mostOfPart)
    const mine = left.filter(({ approved, asked_by }) =>
      what === 'rights.destruction' ? !approved && asked_by !== actor.account : approved,
    )
    return mine.map(({ response, number, at }) => ({ id: response, about: actor.place, at, due_at: null, said: number }))
  }

const part = (what: Part, verb: string) => ({ what, ask: waiting[what].ask, verb, list: runs(what) })

joinWaiting(
  part('rights.destruction', 'rights.decide-destruction'),
  part('rights.destruction-left', 'rights.execute-destruction'),
)
