import { addDays } from '../../day.ts'
import type { Problem } from '../../problem.ts'
import { records } from '../../reports/demands/records.ts'
import { sensitivities } from '../../reports/demands/sensitivity.ts'
import type { Day } from '../../schema.ts'
import type { AuditReport, ComplianceAudit, Impact } from './audit.ts'
import { problems } from './audits.problems.ts'

/** Days from one audit to the next at most: a year (个人信息保护法 §54 says regularly; a setting of ours [D]). */
export const longestBetweenAudits = 366

/** The day until which an assessment made on a day is kept: three years (个人信息保护法 §56). */
export const keptUntil = (day: Day): Day => addDays(day, 3 * 366)

/** Kinds of records that touch sensitive data and so need an impact assessment (个人信息保护法 §28, §55), in the order of the list. */
export const sensitiveRecords: readonly string[] = Object.entries(records)
  .filter(([, { sensitivity }]) => sensitivity.some((kind) => sensitivities[kind].sensitive))
  .map(([name]) => name)

/** Why an assessment is not taken; nothing when it is whole. */
export function whyNotImpact({ record, purpose, effect, measures }: Impact): Problem | undefined {
  if (!Object.hasOwn(records, record)) return problems.unknownRecord({})
  return [purpose, effect, measures].some((text) => text.trim() === '') ? problems.impactShort({}) : undefined
}

/** Why an audit is not taken; nothing when its days, its words and the next date are in order. */
export function whyNotAudit({ from_day, to_day, found, next_on }: AuditReport, today: Day): Problem | undefined {
  if (found.trim() === '') return problems.auditShort({})
  if (from_day > to_day || to_day > today) return problems.auditPeriod({})
  const latest = addDays(today, longestBetweenAudits)
  return next_on <= today || next_on > latest ? problems.nextTooLate({ latest }) : undefined
}

/** By when the next audit is due; null where none was made: it is due now. */
export const nextAudit = (audits: readonly Pick<ComplianceAudit, 'to_day' | 'next_on'>[]): Day | null =>
  [...audits].sort((a, b) => (a.to_day < b.to_day ? 1 : -1))[0]?.next_on ?? null
