// What two people do at one desk or at two at the same moment: numbered once, given once, ended once, confirmed once.
import { contingency } from '@wangdi/domain/documents/kinds/contingency.kind.ts'
import { documentVerbs } from '@wangdi/domain/kinds/document/document.api.ts'
import { endObservation } from '@wangdi/domain/observation/observation.api.ts'
import { saveGrid } from '@wangdi/domain/places/places.api.ts'
import { confirmReport, explainLine, readDailyReport, sayLine } from '@wangdi/domain/reports/reports.api.ts'
import { issueResidenceProof } from '@wangdi/domain/rights/certificates/certificates.api.ts'
import type { Role } from '@wangdi/domain/roles.ts'
import { saveAccount } from '@wangdi/domain/staff/accounts/account.api.ts'
import { assignGrid } from '@wangdi/domain/staff/grid-duty.api.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openResponseFor } from '../../src/regimes/given.ts'
import { callKind } from '../given/kinds.ts'
import { givenStay } from '../given/observation.ts'
import { givenDwelling, givenPerson } from '../given/people.ts'
import { givenPlaces } from '../given/places.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { atOnce } from './at-once.ts'

const county = '410105'
const community = '410105001003'
const today = '2026-11-17'
let house: House
let director: Caller
let worker: Caller

beforeAll(async () => {
  house = await startHouse({ day: today })
  await givenPlaces(house)
  await openResponseFor(house, county, { from: '2026-11-10', until: '2026-12-10' })
  director = await house.as('community-director', community, '周敏')
  worker = await house.as('community-worker', community, '孙悦')
})
afterAll(() => house.close())

const sorted = (codes: string[]) => codes.toSorted()

test('two of the posts that three persons must hold are not given to one person at two desks at once', async () => {
  const keepers = [await house.as('security-administrator', county), await house.as('security-administrator', county)] as const
  const give = (keeper: Caller, role: Role, login: string) => () =>
    keeper.call(saveAccount, {
      ...{ id: newId(), login, name: '沈芳', role, place: county, phone: '19900005555', password: 'abcd-efgh-2345' },
    })
  const codes = await atOnce(house, 'account', [
    give(keepers[0], 'auditor', 'shenfang-a'),
    give(keepers[1], 'system-administrator', 'shenfang-b'),
  ])
  expect(sorted(codes)).toEqual(['done', 'staff.same-person'])
})

test('one login given to two people at once is one account', async () => {
  const directors = [director, await house.as('community-director', community)] as const
  const give = (by: Caller, name: string) => () =>
    by.call(saveAccount, {
      ...{ id: newId(), login: 'xiaoma', name, role: 'grid-worker', place: community, phone: null, password: 'abcd-efgh-2345' },
    })
  const codes = await atOnce(house, 'account', [give(directors[0], '马晓燕'), give(directors[1], '马小艳')])
  expect(sorted(codes)).toEqual(['done', 'staff.login-taken'])
})

test('a grid given to two workers at once has one from that day on', async () => {
  const workers = [await house.as('grid-worker', community), await house.as('grid-worker', community)] as const
  const grid = newId()
  await director.call(saveGrid, { id: grid, community, name: '8网格', ordinal: 8, from: today, until: null })
  const give =
    ({ account }: Caller) =>
    () =>
      director.call(assignGrid, { community, grid, account, kind: 'worker', from: today, until: null })
  expect(await atOnce(house, 'grid_duty', workers.map(give))).toEqual(['done', 'done'])
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from grid_duty
    where grid = ${grid} and kind = 'worker' and (valid_to is null or valid_to > valid_from)`.execute(house.owner)
  expect(rows[0]?.n).toBe(1)
})

test('proofs of residence written at two desks at once have two numbers', async () => {
  const dwelling = await givenDwelling(house, community)
  const people = [
    await givenPerson(house, community, '陈志强', { dwelling }),
    await givenPerson(house, community, '何丽', { dwelling }),
  ]
  const codes = await atOnce(
    house,
    'residence_proof',
    people.map((person) => () => worker.call(issueResidenceProof, { id: newId(), person, asked_by: '用人单位' })),
  )
  expect(codes).toEqual(['done', 'done'])
  const { rows } = await sql<{ serial: number }>`select serial from residence_proof order by serial`.execute(house.owner)
  expect(rows.map(({ serial }) => serial)).toEqual([1, 2])
})

test('a plan is approved once, and a new version written at once is one of two', async () => {
  const { save, acts } = documentVerbs(contingency)
  const id = newId()
  const fields = {
    ...{ kind: 'response', title: '应急响应预案', content: '一小时内到岗。', triggers: [{ when: '区里启动应急响应' }] },
    ...{ responsible: '周敏', review_on: '2027-11-01' },
  }
  const said = { id, place: community, v: 1 }
  await callKind(worker, save, { ...said, version: 1, fields })
  const officer = await house.as('street-officer', community.slice(0, 9))
  const approve = (by: Caller) => () => callKind(by, acts.approve, { id, version: 1 })
  const codes = await atOnce(house, 'kind_document_act', [approve(director), approve(officer)])
  expect(sorted(codes)).toEqual(['done', 'kinds.not-now'])
  const changes = { ...fields, changed: '改到岗时间', content: '半小时内到岗。' }
  const next = (by: Caller) => () => callKind(by, save, { ...said, version: 2, fields: changes })
  expect(sorted(await atOnce(house, 'kind_document_act', [next(worker), next(director)]))).toEqual(['done', 'record.moved'])
})

test('of two who begin one plan at once one has begun it', async () => {
  const { save } = documentVerbs(contingency)
  const fields = {
    kind: 'epidemic',
    title: '疫情防控方案',
    content: '先查清人数。',
    responsible: '周敏',
    review_on: '2027-11-01',
  }
  const begin = (by: Caller) => () => callKind(by, save, { id: newId(), place: community, v: 1, version: 1, fields })
  expect(sorted(await atOnce(house, 'kind_document_act', [begin(worker), begin(director)]))).toEqual([
    'done',
    'kinds.title-taken',
  ])
})

test('an observation is ended early once', async () => {
  const person = await givenPerson(house, community, '周来返', { dwelling: await givenDwelling(house, community, '5号楼') })
  const observation = await givenStay(house, community, person, today)
  const doctors = [await house.as('county-health', county), await house.as('county-health', county)]
  const codes = await atOnce(
    house,
    'observation_end',
    doctors.map((by) => () => by.call(endObservation, { id: newId(), observation, reason: 'other', note: '已排除' })),
  )
  expect(sorted(codes)).toEqual(['done', 'observation.already-ended'])
})

test('the report of a day is confirmed once', async () => {
  const { points } = await director.call(readDailyReport, { community, day: today })
  for (const { line, why } of points)
    if (why === 'say-zero') await director.call(sayLine, { id: newId(), community, day: today, line, zero: 'not-reported' })
    else await director.call(explainLine, { id: newId(), community, day: today, line, explanation: '晚上补' })
  const other = await house.as('community-director', community)
  const confirm = (by: Caller) => () => by.call(confirmReport, { community, day: today })
  expect(sorted(await atOnce(house, 'daily_report', [confirm(director), confirm(other)]))).toEqual(['done', 'reports.frozen'])
  const { rows } = await sql`select from daily_report where place = ${community}`.execute(house.owner)
  expect(rows).toHaveLength(1)
})
