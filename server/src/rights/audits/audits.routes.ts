import { refuse } from '@wangdi/domain/problem.ts'
import { assessImpact, readAudits, recordAudit } from '@wangdi/domain/rights/audits/audits.api.ts'
import { keptUntil, nextAudit, sensitiveRecords, whyNotAudit, whyNotImpact } from '@wangdi/domain/rights/audits/audits.rules.ts'
import { type Served, serve } from '../../platform/serve.ts'
import { listAssessments, listAudits, saveAssessment, saveAudit } from './audits.queries.ts'

const reading = serve(readAudits, {
  run: async ({ db, input, today }) => {
    const county = input.place.slice(0, 6)
    const audits = await listAudits(db, county)
    const assessments = await listAssessments(db, county)
    const next_on = nextAudit(audits)
    const assessed = new Set(assessments.map(({ record }) => record))
    return {
      next_on,
      overdue: next_on === null || next_on < today,
      audits,
      assessments,
      unassessed: sensitiveRecords.filter((record) => !assessed.has(record)),
    }
  },
})

const assessing = serve(assessImpact, {
  run: async ({ db, input: { id, place, impact }, actor, at, today, note }) => {
    refuse(whyNotImpact(impact))
    const days = { assessed_on: today, keep_until: keptUntil(today) }
    await saveAssessment(db, { id, place, ...impact, ...days, by_account: actor.account, at })
    note({ assessment: id, record: impact.record })
    return { id }
  },
})

const auditing = serve(recordAudit, {
  run: async ({ db, input: { id, place, report }, actor, at, today, note }) => {
    refuse(whyNotAudit(report, today))
    await saveAudit(db, { id, place, ...report, by_account: actor.account, at })
    note({ audit: id })
    return { id }
  },
})

/** Audits of how personal data is handled, and the impact assessments before it. */
export const auditVerbs: readonly Served[] = [reading, assessing, auditing]
