import { type AnyLine, figuresAre, type OwnLine, type ReportLine, wordsOfLine } from '@wangdi/domain/reports/daily-report.ts'
import type { readDailyReport } from '@wangdi/domain/reports/reports.api.ts'
import type { Static } from 'typebox'

/** The answer that the page shows. */
export type ReportReply = Static<(typeof readDailyReport)['reply']>

/** Where the row of a line can be jumped to. */
export const rowId = (name: AnyLine) => `line-${name.replace('/', '-')}`

/** What a line of a report is called; one that it does not hold any more stands for itself. */
export const wordsIn = (report: Pick<ReportReply, 'lines' | 'frozen'>, name: AnyLine) =>
  wordsOfLine([...report.lines, ...(report.frozen[0]?.lines ?? [])].find((line) => line.name === name) ?? { name })

/** The lines of one section, in the order of the form. */
export const linesOf = (lines: readonly ReportLine[], kind: OwnLine['of']) => lines.filter((line) => figuresAre(line) === kind)
