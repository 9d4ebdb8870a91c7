import Type, { type Static } from 'typebox'
import { Day, Id, Text } from '../../schema.ts'

/** What an impact assessment weighs, before records of a kind are handled (个人信息保护法 §56). */
export const Impact = Type.Object({ record: Text(40, 1), purpose: Text(600), effect: Text(600), measures: Text(600) })
export type Impact = Static<typeof Impact>

/** An impact assessment on record; it stays at least until that day. */
export const ImpactAssessment = Type.Object({
  id: Id,
  ...Impact.properties,
  assessed_on: Day,
  keep_until: Day,
  by: Type.String(),
})
export type ImpactAssessment = Static<typeof ImpactAssessment>

/** What an audit looked at, what it found, what was mended, and when the next one is due. */
export const AuditReport = Type.Object({ from_day: Day, to_day: Day, found: Text(2000), mended: Text(2000), next_on: Day })
export type AuditReport = Static<typeof AuditReport>

export const ComplianceAudit = Type.Object({ id: Id, ...AuditReport.properties, by: Type.String() })
export type ComplianceAudit = Static<typeof ComplianceAudit>
