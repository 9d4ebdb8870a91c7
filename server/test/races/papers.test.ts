// Two desks at one thing at the same moment: numbers are drawn once, plans, grids and duties have one author, a case one end.
import { contingency } from '@wangdi/domain/documents/kinds/contingency.kind.ts'
import { documentVerbs } from '@wangdi/domain/kinds/document/document.api.ts'
import { assignDwellings, saveGrid } from '@wangdi/domain/places/places.api.ts'
import { allowControl, tellControl } from '@wangdi/domain/plan/over-control/over-control.api.ts'
import { confirmReport, correctReport, explainLine, readDailyReport, sayLine } from '@wangdi/domain/reports/reports.api.ts'
import { acceptAnswer, answerRequest, askReview, takeRequest } from '@wangdi/domain/requests/requests.api.ts'
import { issueResidenceProof } from '@wangdi/domain/rights/certificates/certificates.api.ts'
import { assignGrid } from '@wangdi/domain/staff/grid-duty.api.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callKind } from '../given/kinds.ts'
import { givenReading, givenStay } from '../given/observation.ts'
import { givenDwelling, givenPerson } from '../given/people.ts'
import { givenPlaces } from '../given/places.ts'
import { givenResponse } from '../given/regimes.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { atOnce } from './at-once.ts'

const county = '410105'
const community = '410105001003'
const today = '2026-11-17'
let house: House
let one: Caller
let other: Caller

beforeAll(async () => {
  house = await startHouse({ day: today })
  await givenPlaces(house)
  await givenResponse(house, county)
  one = await house.as('community-director', community, '周敏')
  other = await house.as('community-director', community, '刘洋')
})
afterAll(() => house.close())

const sorted = (codes: string[]) => codes.toSorted()
const gridOf = (name: string) => ({ id: newId(), community, name, ordinal: 1, from: today, until: null })

test('two proofs of residence at once bear two numbers', async () => {
  const person = await givenPerson(house, community, '陈志强', { dwelling: await givenDwelling(house, community) })
  const issue = (by: Caller) => () => by.call(issueResidenceProof, { id: newId(), person, asked_by: '用人单位' })
  expect(await atOnce(house, 'residence_proof', [issue(one), issue(other)])).toEqual(['done', 'done'])
  const { rows } = await sql<{ serial: number }>`select serial from residence_proof order by serial`.execute(house.owner)
  expect(rows.map(({ serial }) => serial)).toEqual([1, 2])
})

/** Says zero of every line without a record and explains what is left, so that the report can be confirmed; the points there were. */
async function settle(by: Caller, report: { community: string; day: string }) {
  const { points } = await by.call(readDailyReport, report)
  for (const { line, why } of points) {
    if (why === 'say-zero') await by.call(sayLine, { ...report, id: newId(), line, zero: 'zero' })
    else await by.call(explainLine, { ...report, id: newId(), line, explanation: '晚上补' })
  }
  return points
}

test('what is said of a line while the day’s report is confirmed stands in the report, or is refused', async () => {
  const report = { community, day: today }
  const points = await settle(one, report)
  const { line } = points[0] ?? { line: 'from-abroad' as const }
  const codes = await atOnce(house, 'daily_report, report_statement', [
    () => one.call(confirmReport, report),
    () => other.call(explainLine, { ...report, id: newId(), line, explanation: '已补录' }),
  ])
  expect(codes[0]).toBe('done')
  const { frozen } = await one.call(readDailyReport, report)
  expect(frozen[0]?.lines.find(({ name }) => name === line)?.explanation === '已补录').toBe(codes[1] === 'done')
  expect(['done', 'reports.frozen']).toContain(codes[1])
})

test('a day’s report is corrected once', async () => {
  const place = '410105001005'
  const desks = [
    await house.as('community-director', place, '周敏'),
    await house.as('community-director', place, '刘洋'),
  ] as const
  const report = { community: place, day: today }
  await settle(desks[0], report)
  await desks[0].call(confirmReport, report)
  const person = await givenPerson(house, place, '何丽')
  const stay = await givenStay(house, place, person, today)
  await givenReading(house, place, stay, today, 'morning', '36.6', desks[0].account)
  const correct = (by: Caller) => () => by.call(correctReport, { ...report, reason: '晚上补录' })
  const codes = await atOnce(house, 'daily_report', [correct(desks[0]), correct(desks[1])])
  expect(sorted(codes)).toEqual(['done', 'reports.nothing-new'])
  const { rows } = await sql<{
    version: number
  }>`select version from daily_report where place = ${place} order by version`.execute(house.owner)
  expect(rows.map(({ version }) => version)).toEqual([1, 2])
})

test('of two who rewrite one contingency plan at once the second is told whose words stand', async () => {
  const { save } = documentVerbs(contingency)
  const fields = {
    ...{ kind: 'response', title: '应急响应预案', triggers: [{ when: '启动响应' }], content: '一小时内到岗。' },
    ...{ responsible: '周敏', review_on: '2027-11-01' },
  }
  const said = { id: newId(), place: community, v: 1 }
  await callKind(one, save, { ...said, version: 1, fields })
  const rewrite = (by: Caller) => () => callKind(by, save, { ...said, version: 2, fields: { ...fields, changed: '改了时间' } })
  expect(sorted(await atOnce(house, 'kind_document_act', [rewrite(one), rewrite(other)]))).toEqual(['done', 'record.moved'])
})

test('of two grids opened under one name at once one stands', async () => {
  const codes = await atOnce(house, 'grid', [
    () => one.call(saveGrid, gridOf('东网格')),
    () => other.call(saveGrid, gridOf('东网格')),
  ])
  expect(sorted(codes)).toEqual(['done', 'places.name-taken'])
})

test('a door drawn into two grids at once lies in one of them on each day', async () => {
  const dwelling = await givenDwelling(house, community, '8号楼')
  const grids = [await one.call(saveGrid, gridOf('南网格')), await one.call(saveGrid, gridOf('北网格'))]
  const draw = (by: Caller, to: number) => () =>
    by.call(assignDwellings, { community, grid: grids[to]?.id ?? '', from: today, dwellings: [dwelling] })
  expect(await atOnce(house, 'dwelling_grid', [draw(one, 0), draw(other, 1)])).toEqual(['done', 'done'])
  const { rows } = await sql`select from dwelling_grid where dwelling = ${dwelling} and valid_to is null`.execute(house.owner)
  expect(rows).toHaveLength(1)
})

test('a grid given to two workers at once is one worker’s', async () => {
  const { id } = await one.call(saveGrid, gridOf('西网格'))
  const workers = [await house.as('grid-worker', community, '马晓燕'), await house.as('grid-worker', community, '邢卫东')]
  const give = (by: Caller, to: number) => () =>
    by.call(assignGrid, {
      ...{ community, grid: id, account: workers[to]?.account ?? '', kind: 'worker', from: today, until: null },
    })
  expect(await atOnce(house, 'grid_duty', [give(one, 0), give(other, 1)])).toEqual(['done', 'done'])
  const { rows } = await sql`select from grid_duty where grid = ${id} and kind = 'worker'
    and (valid_to is null or valid_to > valid_from)`.execute(house.owner)
  expect(rows).toHaveLength(1)
})

test('a measure beyond the tier is allowed once', async () => {
  const [first, second] = [
    await house.as('county-civil-affairs', county, '李文静'),
    await house.as('county-civil-affairs', county, '高远'),
  ]
  const { id } = await one.call(tellControl, {
    ...{ id: newId(), place: community, told_as: 'own', since: '2026-11-20', until: '2026-11-25', spot: '棋牌室' },
    control: { kind: 'facility-closure', person: null, certificate: null, scope: 'community' },
    ...{ order_number: '', exceptions: null, services: null, reason: '棋牌室聚集', authority: '社区' },
  })
  const about = { key: `control:${id}`, place: community, words: '仅限棋牌室', authority: '金水区指挥部' }
  const allow = (by: Caller, number: string) => () => by.call(allowControl, { ...about, number })
  const codes = await atOnce(house, 'over_control_act', [allow(first, '1号'), allow(second, '2号')])
  expect(sorted(codes)).toEqual(['done', 'over-control.settled'])
})

test('an answer accepted and sent to review at once is one of both', async () => {
  const id = newId()
  const said = { kind: 'property-rights' as const, against: community, way: 'desk' as const, matter: '电动车被锁', details: {} }
  const who = { name: '石桂芬', phone: null, relation: 'self' as const, shown: '', person: null }
  await one.call(takeRequest, { id, ...said, who })
  const officer = await house.as('street-officer', '410105001')
  await officer.call(answerRequest, { id, result: 'right', words: '已归还' })
  const codes = await atOnce(house, 'request_act', [
    () => one.call(acceptAnswer, { id, words: '' }),
    () => other.call(askReview, { id, words: '不认可' }),
  ])
  expect(sorted(codes)).toEqual(['done', 'kinds.not-now'])
})
