import type { AuditReport, ComplianceAudit, Impact, ImpactAssessment } from '@wangdi/domain/rights/audits/audit.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

interface Made {
  readonly id: Id
  readonly place: PlaceCode
  readonly by_account: Id
  readonly at: Date
}

/** The audits of a county, newest first. */
export async function listAudits(db: Db, county: PlaceCode): Promise<ComplianceAudit[]> {
  const { rows } =
    await sql<ComplianceAudit>`select c.id, c.from_day, c.to_day, c.found, c.mended, c.next_on, coalesce(b.name, '') as by
    from compliance_audit c left join account b on b.id = c.by_account where c.place = ${county}
    order by c.to_day desc, c.at desc limit 200`.execute(db)
  return rows
}

/** The newest impact assessment of every kind of records in a county. */
export async function listAssessments(db: Db, county: PlaceCode): Promise<ImpactAssessment[]> {
  const { rows } = await sql<ImpactAssessment>`select distinct on (i.record) i.id, i.record, i.purpose, i.effect, i.measures,
      i.assessed_on, i.keep_until, coalesce(b.name, '') as by
    from impact_assessment i left join account b on b.id = i.by_account where i.place = ${county}
    order by i.record, i.at desc`.execute(db)
  return rows
}

/** Keeps an assessment. */
export const saveAssessment = (db: Db, row: Made & Impact & { assessed_on: Day; keep_until: Day }) =>
  db.insertInto('impact_assessment').values(row).execute()

/** Keeps an audit. */
export const saveAudit = (db: Db, row: Made & AuditReport) => db.insertInto('compliance_audit').values(row).execute()
