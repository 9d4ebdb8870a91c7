import Type from 'typebox'
import { command, query } from '../../endpoint.ts'
import { Day, Id, Maybe, PlaceCode } from '../../schema.ts'
import { AuditReport, ComplianceAudit, Impact, ImpactAssessment } from './audit.ts'

const Made = Type.Object({ id: Id })

/** The audits and impact assessments of a county, when the next audit is due, and which sensitive records nobody has assessed. */
export const readAudits = query({
  name: 'rights.audits',
  at: 'GET /rights/audits',
  words: { zh: '看审计和影响评估', en: 'See audits and impact assessments' },
  input: Type.Object({ place: PlaceCode }),
  reply: Type.Object({
    next_on: Maybe(Day),
    overdue: Type.Boolean(),
    audits: Type.Array(ComplianceAudit),
    assessments: Type.Array(ImpactAssessment),
    unassessed: Type.Array(Type.String()),
  }),
})

/** Keeps an impact assessment, for three years at least. */
export const assessImpact = command({
  name: 'rights.assess-impact',
  at: 'POST /rights/impact-assessments',
  words: { zh: '做影响评估', en: 'Assess the impact on people' },
  input: Type.Object({ id: Id, place: PlaceCode, impact: Impact }),
  reply: Made,
})

/** Keeps the report of an audit; only an auditor audits. */
export const recordAudit = command({
  name: 'rights.record-audit',
  at: 'POST /rights/audits',
  words: { zh: '登记审计', en: 'Record an audit' },
  input: Type.Object({ id: Id, place: PlaceCode, report: AuditReport }),
  reply: Made,
})
