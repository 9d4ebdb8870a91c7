import { problems as people } from '@wangdi/domain/people/people.problems.ts'
import { standing } from '@wangdi/domain/people/undo/stands.ts'
import { undoImport, type UndoingWeighed, weighUndoing } from '@wangdi/domain/people/undo/undo.api.ts'
import { problems } from '@wangdi/domain/problem.ts'
import type { Id } from '@wangdi/domain/schema.ts'
import type { Db } from '../../../platform/db.ts'
import { type Served, serve } from '../../../platform/serve.ts'
import { findRunPlace } from '../runs.queries.ts'
import { takeBack, type Weighed, weighImport } from './undo.queries.ts'

const ofRun = async (db: Db, { id }: { id: Id }) => {
  const place = await findRunPlace(db, id)
  if (place === undefined) throw problems.notFound({})
  return { place }
}

const refusals = { undone: people.importUndone, untraced: people.importUntraced, beyond: people.importBeyond } as const

const whyNever = ({ undone, traced, beyond }: Weighed): UndoingWeighed['never'] =>
  undone ? 'undone' : !traced ? 'untraced' : beyond ? 'beyond' : null

/** The verbs of taking an import back. */
export const undoVerbs: readonly Served[] = [
  serve(weighUndoing, {
    about: ofRun,
    run: async ({ db, input, today }) => {
      const weighed = await weighImport(db, input.id, today)
      return { goes: weighed.goes, stands: weighed.stands, never: whyNever(weighed) }
    },
  }),
  serve(undoImport, {
    about: ofRun,
    run: async ({ db, input, today, actor, note }) => {
      const weighed = await takeBack(db, input.id, today, actor.account, input.reason)
      const never = whyNever(weighed)
      if (never !== null) throw refusals[never]({})
      const on = standing(weighed.stands)
      if (on.total > 0) throw people.importStoodOn(on)
      note({ run: input.id })
      return { id: input.id, goes: weighed.goes }
    },
  }),
]
