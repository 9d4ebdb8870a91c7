import { addDays } from '@wangdi/domain/day.ts'
import { listLooks } from '@wangdi/domain/people/looks/looks.api.ts'
import { problems } from '@wangdi/domain/problem.ts'
import { serve, wordsOf } from '../../platform/serve.ts'
import { findWhereabouts } from '../people.queries.ts'
import { listLooksAt, listNames } from './looks.queries.ts'

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
    run: async ({ db, input, today, note }) => {
      const { id, from = addDays(today, -shownDays), to = today, page = 0, size = 50 } = input
      const { rows, total } = await listLooksAt(db, await listNames(db, id), { from, to }, { page, size })
      note({ person: id })
      return {
        rows: rows.map((row) => ({
          ...row,
          at: row.at.toISOString(),
          words: wordsOf(row.verb) ?? { zh: row.verb, en: row.verb },
        })),
        total,
      }
    },
  }),
]
