import { waiting } from '@wangdi/domain/plan/waiting.ts'
import { countLedger } from '../health/index.ts'
import { type Asking, joinWaiting, type Waits } from '../kinds/index.ts'
import { type Count, countReviewedMarks } from './evidence.queries.ts'
import { countNotices } from './registers/registers.queries.ts'

type Part = keyof typeof waiting

// What the plan counts of a community; above it each is looked at there.
const left =
  (what: Part, count: (asking: Asking) => Promise<Count>) =>
  async (asking: Asking): Promise<Waits[]> => {
    if (asking.actor.place.length !== 12) return []
    const { due, done } = await count(asking)
    return due === done ? [] : [{ id: what, about: asking.actor.place, at: null, due_at: null, n: due - done }]
  }

const part = (what: Part, verb: string, count: (asking: Asking) => Promise<Count>) => ({
  ...{ what, ask: waiting[what].ask, verb, list: left(what, count) },
})

joinWaiting(
  part('plan.marks', 'people.review-mark', ({ db, actor, today }) => countReviewedMarks(db, actor.place, today)),
  part('plan.colours', 'health.confirm-colour', async ({ db, actor, today }) => {
    const { people, confirmed } = await countLedger(db, actor.place, today)
    return { due: people, done: confirmed }
  }),
  {
    ...part('plan.notices', 'observation.notices', ({ db, actor, today }) => countNotices(db, actor.place, today)),
    needs: 'observation',
  },
)
