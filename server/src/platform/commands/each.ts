import type { ItemAnswer } from '@wangdi/domain/endpoint.ts'
import type { Problem } from '@wangdi/domain/problem.ts'
import type { Id } from '@wangdi/domain/schema.ts'
import { wireOf } from '../http/reply.ts'

/** What became of each of many things done in one command, in their order: done, or refused alone. */
export const answersOf = (ids: readonly Id[], refused: ReadonlyMap<Id, Problem>): ItemAnswer[] =>
  ids.map((id) => {
    const why = refused.get(id)
    return { id, problem: why ? wireOf(why) : null }
  })
