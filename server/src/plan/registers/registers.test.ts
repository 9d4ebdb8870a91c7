import { contingency } from '@wangdi/domain/documents/kinds/contingency.kind.ts'
import { partyDuty } from '@wangdi/domain/documents/kinds/party-duty.kind.ts'
import { documentVerbs } from '@wangdi/domain/kinds/document/document.api.ts'
import { registerVerbs } from '@wangdi/domain/kinds/register/register.api.ts'
import { recordInspection } from '@wangdi/domain/rounds/inspections/inspection.api.ts'
import { committee } from '@wangdi/domain/rounds/kinds/cleaning/committee.kind.ts'
import { unit as units } from '@wangdi/domain/rounds/kinds/units/unit.kind.ts'
import { setMark } from '@wangdi/domain/people/people.api.ts'
import { readPlan } from '@wangdi/domain/plan/plan.api.ts'
import type { EvidenceName } from '@wangdi/policy/vocabulary.ts'
import { evidences } from '@wangdi/policy/vocabulary.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withClient } from '../../../test/database-url.ts'
import { callKind } from '../../../test/given/kinds.ts'
import { givenStay } from '../../../test/given/observation.ts'
import { givenDwelling, givenPerson } from '../../../test/given/people.ts'
import { givenResponse } from '../../../test/given/regimes.ts'
import { type Caller, type House, startHouse } from '../../../test/house.ts'
import { loadPlaces } from '../../places/index.ts'
import { openPlaceList } from '../../platform/national/place-list.ts'
import { getPacks } from '../../platform/packs.ts'
import { inTransaction } from '../../platform/db.ts'
import { recordsOf } from '../evidence.ts'
import { isKept } from './registers.ts'

const community = '410105001003'
const day = '2026-11-17'
let house: House
let director: Caller
let at: Date

beforeAll(async () => {
  house = await startHouse({ day })
  const list = await openPlaceList(new URL('../../../test/places-excerpt.br', import.meta.url))
  await withClient(house.ownerUrl, (client) => loadPlaces(client, list))
  director = await house.as('community-director', community, '周敏')
  await givenResponse(house, '410105')
  at = house.clock.now()
})
afterAll(() => house.close())

/** What the records of the community say of one kind: due, done and left, whether a measure of the day names it or not. */
async function counted(name: EvidenceName, place = community) {
  const scope = { county: place.slice(0, 6), area: place, place, health: true }
  const open = new Set(['observation', 'arrivals', 'daily-report'])
  const { evidence } = await inTransaction(house.db, scope, (db) => recordsOf(db, place, day, at, open, new Set([name])))
  const one = evidence.get(name)
  return one && [one.due, one.done, one.left]
}
const insert = (table: string, row: object) =>
  house.owner
    .insertInto(table as 'inspection')
    .values(row as never)
    .execute()
const own = { place: community, valid_from: '2026-11-01' }

test('a measure whose register this house does not keep says so; one that has a register never does', async () => {
  const { items } = await director.call(readPlan, { place: community })
  const without = items.filter(({ state }) => state === 'no-register')
  expect(without.length).toBeGreaterThan(0)
  expect(without.every(({ proof }) => !proof.some(isKept))).toBe(true)
  const silent = items.filter(({ state, proof }) => state === 'unknown' && !proof.some(isKept))
  expect(silent).toEqual([])
})

test('every kind of record that a pack names is one of the vocabulary, and so many of them have a register', () => {
  const named = new Set(
    [...getPacks().byId.values()].flatMap(({ pack }) => (pack.measures ?? []).flatMap(({ evidence }) => evidence)),
  )
  expect([...named].filter((name) => !(name in evidences))).toEqual([])
  const kept = [...named].filter((name) => isKept(name))
  expect([kept.length, named.size]).toEqual([46, 81])
})

test('what has to be on record and is not is lacking, never done nor nothing asked', async () => {
  const empty = '410105001001'
  for (const name of ['documents.plans', 'staff.teams', 'staff.parties', 'places.units'] as const)
    expect([name, await counted(name, empty)]).toEqual([name, [1, 0, 1]])
  expect(await counted('staff.lines', empty)).toEqual([5, 0, 5])
  expect(await counted('requests.complaints', empty)).toEqual([0, 0, 0])
})

test('teams, duties of the parties, reporters and lines of work are counted from their registers', async () => {
  const member = { ...own, post: 'member' }
  await insert('team_member', { ...member, id: newId(), name: '周敏', duty: '总负责' })
  await insert('team_member', { ...member, id: newId(), name: '李文静', duty: '' })
  await insert('team_member', { ...member, id: newId(), name: '前任', duty: '', valid_to: day })
  expect(await counted('staff.teams')).toEqual([2, 1, 1])
  const { add, get, acts } = registerVerbs(partyDuty)
  const fields = { party: 'unit', holder: '鑫源超市', duty: '进门测温' }
  const signed = newId()
  for (const id of [signed, newId()]) await callKind(director, add, { id, place: community, v: 1, fields })
  const { last_at } = await callKind(director, get, { id: signed })
  await callKind(director, acts.sign, { id: signed, last_at, signer: '鑫源超市', day: '2026-11-05' })
  expect(await counted('staff.parties')).toEqual([2, 1, 1])
  expect(await counted('staff.reporters')).toEqual([1, 0, 1])
  await house.as('information-reporter', community, '吴敏')
  expect(await counted('staff.reporters')).toEqual([1, 1, 0])
  const owner = { place: community, name: '周敏', by_account: director.account, at }
  for (const line of ['help', 'help', 'publicity']) await insert('line_owner', { ...owner, id: newId(), line })
  expect(await counted('staff.lines')).toEqual([5, 2, 3])
})

test('a committee for public health is what the notices ask for: others on the register prove none, a member in charge does', async () => {
  const { add, acts } = registerVerbs(committee)
  const members = [{ who: '周敏', sees_to: '全面' }]
  const enter = async (kind: string) =>
    (await callKind(director, add, { id: newId(), place: community, v: 4, fields: { name: kind, kind, members } })).id
  await enter('owners')
  expect(await counted('staff.committees')).toEqual([1, 0, 1])
  const health = await enter('health')
  expect(await counted('staff.committees')).toEqual([1, 1, 0])
  await callKind(director, acts.end, { id: health, basis: '换届' })
  expect(await counted('staff.committees')).toEqual([1, 0, 1])
  await enter('member')
  expect(await counted('staff.committees')).toEqual([1, 1, 0])
})

test('a release counts as delivered once its notice was handed over; one that was taken back counts as nothing', async () => {
  expect(await counted('observation.releases')).toEqual([0, 0, 0])
  const row = { county: community.slice(0, 6), community }
  const released = async (more: object = {}) => {
    const observation = await givenStay(house, community, await givenPerson(house, community, '周建国', {}), '2026-11-10')
    const release = { ...row, id: newId(), observation, number: newId(), issuer: '区卫健委', code: newId().slice(0, 12) }
    const decided = { released_on: '2026-11-16', checks: '{}', decided_by: director.account, decided_at: at }
    await insert('observation_release', { ...release, ...decided, ...more })
    return release.id
  }
  const delivered = await released()
  await released()
  await released({ withdrawn_at: at, withdrawn_by: director.account, withdrawn_why: '报错了人' })
  expect(await counted('observation.releases')).toEqual([2, 0, 2])
  const handover = { way: 'in-person', receipt: 'signed', by_account: director.account, at }
  await insert('release_delivery', { ...row, id: newId(), release: delivered, ...handover })
  expect(await counted('observation.releases')).toEqual([2, 1, 1])
})

test('a plan counts while its approved version is not to be looked at again', async () => {
  const { save, acts } = documentVerbs(contingency)
  const other = await house.as('community-director', community, '刘洋')
  const plan = async (title: string, review_on: string, isApproved: boolean) => {
    const fields = { kind: 'epidemic', title, content: '各就各位', responsible: '周敏', review_on }
    const id = newId()
    await callKind(director, save, { id, place: community, version: 1, v: 1, fields })
    if (isApproved) await callKind(other, acts.approve, { id, version: 1 })
  }
  house.clock.set('2026-10-01T10:00:00+08:00')
  await plan('在期内', '2027-11-01', true)
  await plan('该看了', '2026-11-01', true)
  await plan('没批准', '2027-11-01', false)
  house.clock.set(at.toISOString())
  expect(await counted('documents.plans')).toEqual([3, 1, 2])
})

test('units are one figure: visited within the month and not due again; elder-care sites are looked at each day', async () => {
  const { add } = registerVerbs(units)
  const enter = async (fields: object) => (await callKind(director, add, { id: newId(), place: community, v: 1, fields })).id
  const shop = await enter({ kind: 'shop', name: '鑫源超市', contact: '马老板' })
  const school = await enter({ kind: 'school', name: '二小' })
  const site = await enter({ kind: 'elder-care', name: '夕阳红', contact: '田院长', phone: '19900004002' })
  expect(await counted('places.units')).toEqual([3, 1, 2])
  const visit = (unit: string, on: string, next_on: string | null) =>
    director.call(recordInspection, {
      ...{ id: newId(), place: community, kind: 'unit', unit, contingency: null, day: on, checklist: 'unit-duties' },
      ...{ answers: { responsible: 'yes' }, note: '', next_on, findings: [] },
    })
  await visit(shop, '2026-11-10', '2026-11-20')
  await visit(school, '2026-11-10', '2026-11-15')
  await visit(site, '2026-11-16', null)
  expect(await counted('visits.firms')).toEqual([2, 1, 1])
  expect(await counted('visits.elder-care')).toEqual([1, 0, 1])
  expect(await counted('visits.inspections')).toEqual([1, 0, 1])
  const guided = { place: community, kind: 'guidance', checklist: 'firm', answers: '{}', by_place: community, at }
  await insert('inspection', {
    ...{ ...guided, id: newId(), by_account: director.account, unit: null, day: '2026-11-16', next_on: '2026-11-30' },
  })
  expect(await counted('visits.inspections')).toEqual([1, 1, 0])
})

test('a look back counts for the response that ended; destruction is a record of its own', async () => {
  await givenResponse(house, community, { from: '2026-10-01', until: '2026-10-31' })
  expect([await counted('report.review'), await counted('rights.destruction')]).toEqual([
    [1, 0, 1],
    [1, 0, 1],
  ])
  const look = {
    place: community,
    kind: 'review',
    checklist: 'plan',
    answers: '{}',
    by_place: community,
    by_account: director.account,
    at,
  }
  await insert('inspection', { ...look, id: newId(), day: '2026-10-20' })
  expect(await counted('report.review')).toEqual([1, 0, 1])
  await insert('inspection', { ...look, id: newId(), day: '2026-11-05' })
  expect([await counted('report.review'), await counted('rights.destruction')]).toEqual([
    [1, 1, 0],
    [1, 0, 1],
  ])
})

test('a demand on the community waits until somebody decides', async () => {
  const demand = {
    place: '410105',
    origin: 'asker',
    kind: 'form',
    asker: '街道',
    document: '',
    purpose: '',
    ground: '',
    items: ['people'],
    new_items: '[]',
  }
  const dated = {
    scope: [community],
    valid_from: day,
    until: '2026-12-01',
    rhythm: 'once',
    minutes: 30,
    filed_by: director.account,
    filed_at: at,
  }
  const [one, other] = [newId(), newId()]
  for (const id of [one, other]) await insert('demand', { ...demand, ...dated, id, title: '台账' })
  await insert('demand_act', { id: newId(), demand: one, place: '410105', kind: 'refused', by_account: director.account, at })
  expect(await counted('requests.demands')).toEqual([2, 1, 1])
})

test('care visits and door-knocking are rounds of their own: neither the survey nor the contact of key persons speaks for them', async () => {
  const door = await givenDwelling(house, community, '7号楼', '1', '101')
  const person = await givenPerson(house, community, '周桂兰', { born: '1950-01-01', dwelling: door })
  await director.call(setMark, { id: newId(), person, kind: 'elder-alone', source: 'entered' })
  expect([await counted('visits.care'), await counted('visits.door-knock')]).toEqual([undefined, undefined])
  const round = {
    county: community.slice(0, 6),
    community,
    groups: '["elder-alone"]',
    valid_from: '2026-11-10',
    opened_by: director.account,
  }
  await insert('round', { ...round, id: newId(), kind: 'visit', name: '关爱走访', denominator: 'key-persons' })
  expect([await counted('visits.care'), await counted('visits.door-knock')]).toEqual([[1, 0, 1], undefined])
})
