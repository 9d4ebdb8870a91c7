import { daysBetween } from '@wangdi/domain/day.ts'
import { problems } from '@wangdi/domain/problem.ts'
import { earlierVerbs } from '@wangdi/domain/rights/traces/earlier-verbs.ts'
import { wordsOfRefusal } from '@wangdi/domain/rights/traces/refusals.ts'
import { readTraces } from '@wangdi/domain/rights/traces/traces.api.ts'
import { traces } from '@wangdi/domain/staff/session-traces.ts'
import type { Words } from '@wangdi/domain/problem.ts'
import { type Served, contractOf, serve } from '../../platform/serve.ts'
import { listTraces, sumTraces } from './traces.queries.ts'

const longestDays = 31

// Verbs, also those of versions before, and what sign-in leaves.
const called = (verb: string): Words =>
  contractOf(verb)?.words ?? { ...earlierVerbs, ...(traces as Readonly<Record<string, Words>>) }[verb] ?? { zh: verb, en: verb }

/** The audit by account, for those who watch over it and have no business with people. */
export const traceVerbs: readonly Served[] = [
  serve(readTraces, {
    run: async ({ db, input, today, note }) => {
      const { account, from = today, to = today, refused = false, accounts_page = 0, page = 0, size = 50 } = input
      if (from > to || daysBetween(from, to) >= longestDays) throw problems.invalid({ field: 'from', why: `≤ ${longestDays}` })
      const days = { from, to }
      const lines = account ? await listTraces(db, account, days, { page, size }) : { rows: [], total: 0 }
      note(account ? { account } : { from, to })
      return {
        accounts: await sumTraces(db, days, { refused, page: accounts_page, size }),
        lines: {
          rows: lines.rows.map((row) => ({
            ...row,
            at: row.at.toISOString(),
            words: called(row.verb),
            why: row.refused === null ? null : wordsOfRefusal(row.refused),
          })),
          total: lines.total,
        },
      }
    },
  }),
]
