import { assessImpact, readAudits, recordAudit } from '@wangdi/domain/rights/audits/audits.api.ts'
import type { AuditReport, Impact } from '@wangdi/domain/rights/audits/audit.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, type House, type Refused, startHouse } from '../../../test/house.ts'
import { inTransaction } from '../../platform/db.ts'

const county = '410105'
let house: House
let auditor: Caller
let health: Caller
beforeAll(async () => {
  house = await startHouse()
  auditor = await house.as('auditor', county, '何审计')
  health = await house.as('county-health', county, '韩志远')
})
afterAll(() => house.close())

const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: Refused) => error.code,
  )
const impact: Impact = { record: 'reading', purpose: '早发现发热', effect: '只有医生看得到', measures: '按角色放行，留痕' }
const report: AuditReport = {
  from_day: '2026-01-01',
  to_day: '2026-11-16',
  found: '两个离岗账号没停',
  mended: '当天停了',
  next_on: '2027-05-01',
}
const assess = (changes: Partial<Impact> = {}, by = health) =>
  by.call(assessImpact, { id: newId(), place: county, impact: { ...impact, ...changes } })
const audit = (changes: Partial<AuditReport> = {}, by = auditor) =>
  by.call(recordAudit, { id: newId(), place: county, report: { ...report, ...changes } })
const read = (by = auditor) => by.call(readAudits, { place: county })

test('impact assessments are kept three years at least, audits come round, and nobody changes the trail, administrators included [R-LAW-12]', async () => {
  const before = await read()
  expect(before).toMatchObject({ next_on: null, overdue: true })
  expect(before.unassessed).toContain('reading')
  await assess()
  await audit()
  const after = await read()
  expect(after).toMatchObject({ next_on: '2027-05-01', overdue: false, audits: [{ found: '两个离岗账号没停', by: '何审计' }] })
  expect(after.unassessed).not.toContain('reading')
  expect(after.assessments).toMatchObject([{ record: 'reading', assessed_on: '2026-11-17', by: '韩志远' }])
  expect((after.assessments[0]?.keep_until ?? '') >= '2029-11-17').toBe(true)

  // The assessment outlives three years, and the audit that did not come is said.
  house.clock.set('2029-11-16T10:00:00+08:00')
  expect(await read()).toMatchObject({ overdue: true, assessments: [{ record: 'reading' }] })
  house.clock.set('2026-11-17T10:00:00+08:00')

  for (const role of ['system-administrator', 'security-administrator', 'county-leader'] as const) {
    const other = await house.as(role, county)
    expect(await refusal(audit({}, other)), role).toBe('access.refused')
  }
  const asServer = (run: (db: House['db']) => Promise<unknown>) =>
    inTransaction(house.db, { county, area: county, place: county, health: true }, run)
  const codeOf = (asked: Promise<unknown>) =>
    asked.then(
      () => 'done',
      (error: { code?: string }) => error.code,
    )
  for (const table of [
    'audit_line',
    'impact_assessment',
    'compliance_audit',
    'destruction',
    'destruction_act',
    'destruction_part',
  ]) {
    const change = sql`update ${sql.table(table)} set place = '110101'`
    const remove = sql`delete from ${sql.table(table)}`
    expect(await codeOf(asServer((db) => change.execute(db))), table).toBe('42501')
    expect(await codeOf(asServer((db) => remove.execute(db))), table).toBe('42501')
  }
  // Whoever owns the tables is stopped as well, by every row there is.
  for (const table of ['audit_line', 'impact_assessment', 'compliance_audit']) {
    expect(await codeOf(sql`update ${sql.table(table)} set place = '110101'`.execute(house.owner)), table).toBe('42501')
    expect(await codeOf(sql`delete from ${sql.table(table)}`.execute(house.owner)), table).toBe('42501')
  }
})

test('an assessment or audit that says nothing, a wrong period or a next audit too far ahead is refused', async () => {
  expect(await refusal(assess({ effect: ' ' }))).toBe('rights.impact-short')
  expect(await refusal(assess({ record: 'nothing-such' }))).toBe('rights.unknown-record')
  expect(await refusal(audit({ found: ' ' }))).toBe('rights.audit-short')
  expect(await refusal(audit({ to_day: '2026-11-18' }))).toBe('rights.audit-period')
  expect(await refusal(audit({ from_day: '2026-11-17', to_day: '2026-11-16' }))).toBe('rights.audit-period')
  expect(await refusal(audit({ next_on: '2028-01-01' }))).toBe('rights.audit-next-too-late')
  expect(await refusal(audit({ next_on: '2026-11-17' }))).toBe('rights.audit-next-too-late')
})
