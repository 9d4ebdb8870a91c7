import { shanghaiDay } from '@wangdi/domain/day.ts'
import type { Endpoint } from '@wangdi/domain/endpoint.ts'
import { refuse } from '@wangdi/domain/problem.ts'
import {
  acceptAnswer,
  answerRequest,
  askPlace,
  askReview,
  recordStep,
  reviewRequest,
  tellSide,
} from '@wangdi/domain/requests/requests.api.ts'
import { readersOf, whyNotAct } from '@wangdi/domain/requests/requests.rules.ts'
import type { ActKind } from '@wangdi/domain/requests/requests.ts'
import type { Id } from '@wangdi/domain/schema.ts'
import Type, { type Static, type TObject } from 'typebox'
import { v7 as newId } from 'uuid'
import { type Served, serve } from '../platform/serve.ts'
import { insertAct, lockRequest } from './request.queries.ts'
import { getSeen } from './requests.routes.ts'

interface Done {
  readonly kind: Exclude<ActKind, 'taken'>
  readonly words: string
  readonly result?: string
}

const Made = Type.Object({ id: Type.String() })

/** Every act goes the same way: the request as the office sees it, whether this office may do it now, then one row more. */
const acting = <I extends TObject, R extends typeof Made>(endpoint: Endpoint<I, R>, done: (input: Static<I>) => Done): Served =>
  serve(endpoint as unknown as Endpoint<TObject<{ id: typeof Type.String }>, typeof Made>, {
    about: () => ({}),
    run: async ({ db, actor, input, at, command, note }) => {
      const { id } = input as unknown as { id: Id }
      await lockRequest(db, id)
      const request = await getSeen(db, id)
      const { kind, words, result } = done(input as Static<I>)
      refuse(whyNotAct(kind, request, actor.place, at.toISOString(), result))
      const by = { place: actor.place, by_account: actor.account, day: shanghaiDay(at.getTime()), at }
      const act = { id: command ?? newId(), kind, result: result ?? null, ...by }
      await insertAct(db, request, act, words, readersOf(kind, request))
      note({ request: id })
      return { id }
    },
  })

/** What is done with a request from the question to the place up to the review by the level above. */
export const actVerbs: readonly Served[] = [
  acting(askPlace, ({ words }) => ({ kind: 'asked-place', words })),
  acting(tellSide, ({ words }) => ({ kind: 'side-told', words })),
  acting(recordStep, ({ step, words }) => ({ kind: step, words })),
  acting(answerRequest, ({ result, words }) => ({ kind: 'answered', result, words })),
  acting(acceptAnswer, ({ words }) => ({ kind: 'accepted', words })),
  acting(askReview, ({ words }) => ({ kind: 'review-asked', words })),
  acting(reviewRequest, ({ result, words }) => ({ kind: 'reviewed', result, words })),
]
