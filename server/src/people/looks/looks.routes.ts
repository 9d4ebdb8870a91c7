import { reachOf } from '@wangdi/domain/access/access.ts'
import { addDays } from '@wangdi/domain/day.ts'
import { listLooks } from '@wangdi/domain/people/looks/looks.api.ts'
import { isWayTold, someLook } from '@wangdi/domain/people/looks/looks.rules.ts'
import { problems } from '@wangdi/domain/problem.ts'
import { contractOf, serve } from '../../platform/serve.ts'
import { findWhereabouts } from '../people.queries.ts'
import { listKeptSince, listLooksAt, listNames } from './looks.queries.ts'

/** Days that are shown when none are asked for. */
const shownDays = 180

/** Who looked at somebody. That it was asked leaves a line as well. */
export const lookVerbs = [
  serve(listLooks, {
    about: async (db, { id }) => {
      const about = await findWhereabouts(db, id)
      if (!about) throw problems.notFound({})
      return about
    },
    run: async ({ db, actor, input, today, note }) => {
      const { id, from = addDays(today, -shownDays), to = today, page = 0, size = 50 } = input
      const { rows, total } = await listLooksAt(db, await listNames(db, id), { from, to }, { page, size })
      const kept = await listKeptSince(db, id)
      note({ person: id })
      return {
        rows: rows.map(({ verb, at: moment, ...row }) => {
          const at = moment.toISOString()
          const contract = contractOf(verb)
          // A verb that is served no more is told to nobody by its name.
          const told = contract && isWayTold(contract, at, reachOf(verb, actor.role) !== undefined, kept)
          return { ...row, at, verb: told ? verb : '', words: told ? contract.words : someLook }
        }),
        total,
      }
    },
  }),
]
