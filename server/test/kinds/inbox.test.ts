// What waits for an office: of every subject, for those alone who may do something about it, until it is done.
import { partyDuty } from '@wangdi/domain/documents/kinds/party-duty.kind.ts'
import { confirmReceipt, enterDocument, stateTask } from '@wangdi/domain/documents/documents.api.ts'
import { documentVerbs } from '@wangdi/domain/kinds/document/document.api.ts'
import { getInbox } from '@wangdi/domain/kinds/inbox/inbox.api.ts'
import { registerVerbs } from '@wangdi/domain/kinds/register/register.api.ts'
import {
  acceptAnswer,
  answerRequest,
  askPlace,
  askReview,
  reviewRequest,
  takeRequest,
  tellSide,
} from '@wangdi/domain/requests/requests.api.ts'
import { recordInspection, settleFinding } from '@wangdi/domain/rounds/inspections/inspection.api.ts'
import { departmentLetter } from '@wangdi/domain/rounds/kinds/papers/department-letter.kind.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { givenQueue } from '../given/arrivals.ts'
import { callKind as call } from '../given/kinds.ts'
import { givenStay } from '../given/observation.ts'
import { givenOrder } from '../given/orders.ts'
import { givenPerson } from '../given/people.ts'
import { type Caller, type House, startHouse } from '../house.ts'

const here = '410105001003'
const street = '410105001'
const county = '410105'
let house: House
let desk: Caller
let director: Caller
let doctor: Caller
let officer: Caller
let civil: Caller
let leader: Caller
let city: Caller
let given: Awaited<ReturnType<typeof givenQueue>>
beforeAll(async () => {
  house = await startHouse({ day: '2026-11-17' })
  given = await givenQueue(house)
  desk = await house.as('community-worker', here, '孙丽')
  director = await house.as('community-director', here, '周敏')
  doctor = await house.as('community-doctor', here, '马晓燕')
  officer = await house.as('street-officer', street, '陈建国')
  civil = await house.as('county-civil-affairs', county, '李文静')
  leader = await house.as('county-leader', county, '赵明')
  city = await house.as('city-officer', '4101', '高远')
})
afterAll(() => house.close())
beforeEach(() => house.clock.set('2026-11-17T10:00:00+08:00'))

const inbox = (by: Caller, input: object = {}) => by.call(getInbox, { size: 200, ...input })
/** What of a sort waits for somebody: what is to be done, and what it says or how many it stands for. */
const waits = async (by: Caller, what: string) =>
  (await inbox(by, { what })).rows.map((row) => [row.ask, row.said?.zh ?? row.n ?? row.id])
const dueOf = async (by: Caller, what: string) => (await inbox(by, { what })).rows.map((row) => row.due_at)

test('a register entry waits to be signed, and when its day has come to be looked at again', async () => {
  const verbs = registerVerbs(partyDuty)
  const fields = { party: 'unit', holder: '晨光印务', duty: '员工健康每天问一遍' }
  const { id } = await call(director, verbs.add, { id: newId(), place: here, v: 1, fields })
  expect(await waits(director, partyDuty.name)).toEqual([['sign', '晨光印务']])
  // Who may not sign is not told; the street may, and the community is nearer.
  expect([await waits(desk, partyDuty.name), await waits(officer, partyDuty.name)]).toEqual([[], []])
  const { last_at } = await call(director, verbs.get, { id })
  await call(director, verbs.acts.sign, { id, last_at, signer: '郭工', day: '2026-11-17' })
  expect(await waits(director, partyDuty.name)).toEqual([])
})

test('a paper waits for another person to approve it, then to be given out', async () => {
  const verbs = documentVerbs(departmentLetter)
  const fields = {
    ...{ matter: '花园路早市占道、污水', to: 'market', where: '花园路东口', found: '巡查三次都有，劝过没用' },
    ...{ asks: '请依法查处', until: '2026-12-01' },
  }
  const { id } = await call(director, verbs.save, { id: newId(), place: here, version: 1, v: 1, fields })
  expect(await waits(director, departmentLetter.name)).toEqual([])
  const other = await house.as('community-director', here, '副主任')
  expect(await waits(other, departmentLetter.name)).toEqual([['approve', '花园路早市占道、污水']])
  await call(other, verbs.acts.approve, { id, version: 1 })
  expect(await waits(director, departmentLetter.name)).toEqual([['publish', '花园路早市占道、污水']])
})

test('a complaint waits for who answers, for the side that was asked and for the review, each in its turn', async () => {
  const { id, number } = await desk.call(takeRequest, {
    ...{ id: newId(), kind: 'property-rights', against: here, way: 'desk', matter: '电动车没还', details: {} },
    who: null,
  })
  expect(await waits(officer, 'requests.open')).toEqual([['answer', number]])
  expect(await dueOf(officer, 'requests.open')).toEqual(['2026-12-02T16:00:00.000Z'])
  expect([await waits(desk, 'requests.open'), await waits(civil, 'requests.open')]).toEqual([[], []])
  await officer.call(askPlace, { id, words: '仓库里有没有电动车' })
  expect([await waits(director, 'requests.side'), await waits(desk, 'requests.side')]).toEqual([[['answer', number]], []])
  await director.call(tellSide, { id, words: '有，钥匙在物业' })
  expect(await waits(director, 'requests.side')).toEqual([])
  await officer.call(answerRequest, { id, result: 'right', words: '今天退还' })
  expect(await waits(officer, 'requests.open')).toEqual([])
  await desk.call(askReview, { id, words: '还没退' })
  expect(await waits(civil, 'requests.review')).toEqual([['check', number]])
  await civil.call(reviewRequest, { id, result: 'changed', words: '已退' })
  expect(await waits(civil, 'requests.review')).toEqual([])
})

test('an office above the county has what it answers there, by its receipt and without a name', async () => {
  const { id, number } = await civil.call(takeRequest, {
    ...{ id: newId(), kind: 'person-rights', against: county, way: 'desk', matter: '不让出小区', details: {}, who: null },
  })
  expect(await waits(city, 'requests.open')).toEqual([['answer', number]])
  await city.call(answerRequest, { id, result: 'wrong', words: '查过，没有这回事' })
  expect(await waits(city, 'requests.open')).toEqual([])
  await civil.call(acceptAnswer, { id, words: '' })
})

test('a document from above waits to be received, and its task until it is done', async () => {
  const [id, task] = [newId(), newId()]
  await civil.call(enterDocument, {
    ...{ id, place: county, title: '冬季取暖安全', issuer: '区民政局', number: '12号', issued_on: '2026-11-16' },
    ...{ valid_from: null, valid_until: null, summary: '查一遍取暖', follows: [] },
    tasks: [{ id: task, text: '查独居老人的炉子', due_on: '2026-11-16' }],
  })
  expect([await waits(desk, 'documents.unread'), await waits(desk, 'documents.task')]).toEqual([
    [['receive', '冬季取暖安全']],
    [['do', '查独居老人的炉子']],
  ])
  // Its day is over: it is late, and stands before what is not.
  const late = await inbox(desk, { late: true })
  expect([late.rows.map(({ what }) => what), late.total, late.whole.late]).toEqual([['documents.task'], 1, 1])
  expect((await inbox(desk)).rows[0]).toMatchObject({ what: 'documents.task', late: true })
  await desk.call(confirmReceipt, { document: id })
  await desk.call(stateTask, { id: newId(), community: here, task, state: 'done', note: '' })
  expect([await waits(desk, 'documents.unread'), await waits(desk, 'documents.task')]).toEqual([[], []])
})

test('a finding waits to be put right where it is, then to be checked by whoever found it', async () => {
  const finding = newId()
  await officer.call(recordInspection, {
    ...{ id: newId(), place: here, kind: 'guidance', unit: null, contingency: null, day: '2026-11-17', note: '', next_on: null },
    ...{ checklist: 'duties-in-place', answers: { 'duty-named': 'no' } },
    findings: [{ id: finding, item: 'duty-named', words: '台账对不上', owner: '周敏', due_on: '2026-11-20' }],
  })
  expect([await waits(director, 'rounds.finding'), await dueOf(director, 'rounds.finding')]).toEqual([
    [['do', '台账对不上']],
    ['2026-11-20T16:00:00.000Z'],
  ])
  await director.call(settleFinding, { id: newId(), finding, kind: 'put-right', note: '补上了', due_on: null })
  expect([await waits(director, 'rounds.finding'), await waits(officer, 'rounds.finding-right')]).toEqual([
    [],
    [['check', '台账对不上']],
  ])
})

test('a control order that ends in three days waits for the authority that gave it, and for nobody else', async () => {
  await givenOrder(house, here, { from: '2026-11-15', until: '2026-11-19' })
  await givenOrder(house, here, { from: '2026-11-15', until: '2026-11-29' })
  await given.begin()
  house.clock.set('2026-11-17T10:00:00+08:00')
  expect([await dueOf(leader, 'regimes.order-ending'), await waits(city, 'regimes.order-ending')]).toEqual([
    ['2026-11-19T16:00:00.000Z'],
    [],
  ])
})

test('what concerns the health of people is a number for those who decide about it, and no line while the function is closed', async () => {
  await given.begin()
  house.clock.set('2026-11-17T10:00:00+08:00')
  const { id } = await given.came()
  await given.came({ name: '孙玉兰' })
  expect(await waits(desk, 'observation.unchecked')).toEqual([['confirm', 2]])
  await given.check([id])
  expect([await waits(given.health, 'observation.undecided'), await waits(desk, 'observation.unchecked')]).toEqual([
    [['decide', 2]],
    [['confirm', 1]],
  ])
  const person = await givenPerson(house, here, '何俊', {})
  await givenStay(house, here, person, '2026-11-10', { days: 8 })
  expect(await waits(given.health, 'observation.releases')).toEqual([['decide', 1]])
  const told = JSON.stringify(await inbox(given.health))
  expect(told).not.toMatch(/何俊|周建国|孙玉兰/)
  for (const by of [desk, officer, civil, leader]) expect(await waits(by, 'observation.releases')).toEqual([])
  expect(await waits(doctor, 'observation.undecided')).toEqual([])
})

test('the daily report waits until somebody confirms it, for those who may', async () => {
  await given.begin()
  house.clock.set('2026-11-17T10:00:00+08:00')
  expect(await waits(director, 'reports.daily')).toEqual([['confirm', '2026-11-17']])
  expect(await waits(desk, 'reports.daily')).toEqual([])
})

test('the counts are those of the list, page by page, and of each sort', async () => {
  for (const holder of ['第二小学', '体育场', '东门市场'])
    await call(director, registerVerbs(partyDuty).add, {
      ...{ id: newId(), place: here, v: 1 },
      fields: { party: 'unit', holder, duty: '每天问一遍' },
    })
  const all = await inbox(director)
  expect([all.total, all.whole.total]).toEqual([all.rows.length, all.rows.length])
  expect(all.rows.length).toBeGreaterThan(3)
  for (const { what, n } of all.whats) expect([what, (await inbox(director, { what })).total]).toEqual([what, n])
  const pages = [await inbox(director, { size: 2 }), await inbox(director, { size: 2, page: 1 })]
  expect(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(all.rows.slice(0, 4).map(({ id }) => id))
  // A line that stands for many counts what its list has.
  for (const { n } of all.rows) expect(n).not.toBe(0)
  const keys = all.rows.map(({ due_at }) => due_at ?? '9')
  expect(keys).toEqual([...keys].sort())
})
