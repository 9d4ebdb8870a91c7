import { problems } from '@wangdi/domain/problem.ts'
import { listAnswering, showDutyPhone } from '@wangdi/domain/staff/answers-for.ts'
import { type Served, serve } from '../../platform/serve.ts'
import { findDutyPhone, listAnsweringFor } from './answering.queries.ts'

/** Whom street and county call about a community below them; each number shown leaves a line in the audit. */
export const answeringRoutes: readonly Served[] = [
  serve(listAnswering, { run: async ({ db, input, today }) => ({ rows: await listAnsweringFor(db, input.place, today) }) }),
  serve(showDutyPhone, {
    run: async ({ db, input, today, fields, note }) => {
      const cipher = await findDutyPhone(db, input, today)
      if (!cipher) throw problems.notFound({})
      note({ [input.by === 'post' ? 'member' : 'account']: input.id })
      return { phone: fields.open('phone', cipher) }
    },
  }),
]
