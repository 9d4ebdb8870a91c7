import type { LineName, ReportLine } from '@wangdi/domain/reports/daily-report.ts'
import { reportLines } from '@wangdi/domain/reports/daily-report.ts'
import type { readDailyReport } from '@wangdi/domain/reports/reports.api.ts'
import type { Static } from 'typebox'

/** The answer that the page shows. */
export type ReportReply = Static<(typeof readDailyReport)['reply']>

/** Where the row of a line can be jumped to. */
export const rowId = (name: LineName) => `line-${name}`

/** The lines of one section, in the order of the form. */
export const linesOf = (lines: readonly ReportLine[], kind: 'people' | 'work') =>
  lines.filter((line) => reportLines[line.name].kind === kind)
