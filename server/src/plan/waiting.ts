import { waiting } from '@wangdi/domain/plan/waiting.ts'
import { countLedger } from '../health/index.ts'
import { type Asking, endOf, isFirstAbove, joinWaiting, mostOfPart, type Waits } from '../kinds/index.ts'
import { listOwnAsked } from './details/asked.queries.ts'
import { type Count, countReviewedMarks } from './evidence.queries.ts'
import { isOpen, listCases } from './over-control/cases.ts'
import { listCasesAsked } from './over-control/waiting.queries.ts'
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

// Cases in which somebody above asked: the place answers, then whoever asked decides. What only the machine found is on its board.
const controls =
  (what: 'plan.control-asked' | 'plan.control-answered') =>
  async ({ db, actor, today, at }: Asking): Promise<Waits[]> => {
    const side = what === 'plan.control-asked' ? 'asked' : 'answered'
    const keys = new Set((await listCasesAsked(db, actor.place, side, mostOfPart)).map(({ subject }) => subject))
    // Whether what a case is about is in force says its board; it is asked only where something waits.
    const cases = keys.size === 0 ? [] : await listCases(db, actor.place, { day: today, now: at.toISOString() })
    return cases
      .filter((one) => keys.has(one.key) && isOpen(one))
      .map(({ key, place, label, acts, due_on }) => ({
        ...{ id: key, about: place, at: new Date(acts.at(-1)?.at ?? at), due_at: due_on && endOf(due_on), said: label || null },
      }))
  }

// Nobody in a community judges what it asks for; what somebody wrote is told another.
async function ownMeasures({ db, actor }: Asking): Promise<Waits[]> {
  if (!isFirstAbove('plan.judge-measure', actor)) return []
  return (await listOwnAsked(db, actor.place, actor.account, mostOfPart)).map(({ id, place, text, at }) => ({
    ...{ id, about: place, at, due_at: null, said: text },
  }))
}

joinWaiting(
  {
    ...{ what: 'plan.control-asked', ask: waiting['plan.control-asked'].ask, verb: 'plan.answer-control' },
    list: controls('plan.control-asked'),
  },
  {
    ...{ what: 'plan.control-answered', ask: waiting['plan.control-answered'].ask, verb: 'plan.confirm-stopped' },
    list: controls('plan.control-answered'),
  },
  { what: 'plan.own-measure', ask: waiting['plan.own-measure'].ask, verb: 'plan.judge-measure', list: ownMeasures },
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
