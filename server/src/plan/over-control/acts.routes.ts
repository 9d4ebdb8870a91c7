import {
  allowControl,
  answerControl,
  confirmStopped,
  stopControl,
  warnControl,
} from '@wangdi/domain/plan/over-control/over-control.api.ts'
import { problems } from '@wangdi/domain/plan/over-control/over-control.problems.ts'
import { whyNotAct } from '@wangdi/domain/plan/over-control/over-control.rules.ts'
import type { ActKind } from '@wangdi/domain/plan/over-control/over-control.ts'
import { refuse } from '@wangdi/domain/problem.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import { v7 as newId } from 'uuid'
import { type Request, type Served, serve } from '../../platform/serve.ts'
import { listCases } from './cases.ts'
import { insertAct, lockCase } from './told.queries.ts'

interface Said {
  readonly kind: ActKind
  readonly words: string
  readonly period_from?: Day
  readonly period_until?: Day
  readonly due_on?: Day
  readonly stopped_on?: Day | null
  readonly authority?: string
  readonly number?: string
}

/** One act about a case: the case as it stands today, whether this office may do it, then one row more. */
async function act(request: Request<{ key: string; place: PlaceCode }>, said: Said): Promise<{ id: string }> {
  const { db, actor, input, at, today, clock, command, note } = request
  await lockCase(db, input.key)
  const cases = await listCases(db, input.place, { day: today, now: clock.now().toISOString() })
  const one = cases.find(({ key, place }) => key === input.key && place === input.place)
  if (!one) throw problems.notFound({})
  refuse(whyNotAct(said.kind, one, actor.place))
  const id = command ?? newId()
  await insertAct(db, {
    id,
    place: one.place,
    subject: one.key,
    office: actor.place,
    findings: one.findings.map(({ kind }) => kind),
    restriction: one.control?.kind ?? null,
    known_at: new Date(one.known_at),
    period_from: null,
    period_until: null,
    due_on: null,
    authority: '',
    number: '',
    by_account: actor.account,
    at,
    ...said,
    stopped_on: said.stopped_on ?? null,
  })
  note({ act: id })
  return { id }
}

/** Warning, answer, stop order, confirmation, approval: what people do about what the machine found. */
export const actVerbs: readonly Served[] = [
  serve(warnControl, {
    run: (request) => {
      const { correction, period_from, period_until, due_on } = request.input
      if (period_until < period_from) throw problems.periodTurned({})
      return act(request, { kind: 'warned', words: correction, period_from, period_until, due_on })
    },
  }),
  serve(answerControl, {
    run: (request) => {
      const { words, stopped_on, authority, number } = request.input
      return act(request, { kind: 'answered', words, stopped_on, authority, number })
    },
  }),
  serve(stopControl, {
    run: (request) => act(request, { kind: 'stop-ordered', words: request.input.words, due_on: request.input.due_on }),
  }),
  serve(confirmStopped, {
    run: (request) => act(request, { kind: 'confirmed', words: request.input.words, stopped_on: request.input.stopped_on }),
  }),
  serve(allowControl, {
    run: (request) => {
      const { words, authority, number } = request.input
      return act(request, { kind: 'allowed', words, authority, number })
    },
  }),
]
