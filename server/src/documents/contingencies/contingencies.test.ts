import {
  approveContingency,
  countContingencies,
  getContingency,
  listContingencies,
  saveContingency,
} from '@wangdi/domain/documents/contingencies/contingency.api.ts'
import {
  listFindings,
  listInspections,
  recordInspection,
  settleFinding,
} from '@wangdi/domain/rounds/inspections/inspection.api.ts'
import type { Static } from 'typebox'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { withClient } from '../../../test/database-url.ts'
import { type Caller, type House, Refused, startHouse } from '../../../test/house.ts'
import { loadPlaces } from '../../places/load-places.ts'
import { openPlaceList } from '../../places/place-list.ts'

const community = '410105001003'
const street = '410105001'
const county = '410105'
const today = '2026-11-17'
let house: House
let worker: Caller
let director: Caller
let officer: Caller
let leader: Caller
let province: Caller

beforeAll(async () => {
  house = await startHouse({ day: today })
  const list = await openPlaceList(new URL('../../../test/places-excerpt.br', import.meta.url))
  await withClient(house.ownerUrl, (owner) => loadPlaces(owner, list))
  worker = await house.as('community-worker', community, '孙悦')
  director = await house.as('community-director', community, '周敏')
  officer = await house.as('street-officer', street, '李建国')
  leader = await house.as('county-leader', county, '赵明')
  province = await house.as('province-officer', '41', '秦岭')
})
afterAll(() => house?.close())
beforeEach(() => house.clock.set(`${today}T10:00:00+08:00`))

async function refusal(asked: Promise<unknown>): Promise<string> {
  try {
    await asked
    return 'none'
  } catch (error) {
    if (error instanceof Refused) return error.code
    throw error
  }
}

type Said = Partial<Static<typeof saveContingency.input>>
const written = (more: Said = {}): Static<typeof saveContingency.input> => ({
  ...{ id: newId(), contingency: newId(), place: community, kind: 'response' as const, title: '应急响应预案', after: null },
  ...{ content: '接到通知后一小时内到岗，先查清人数，再按网格分工。', triggers: ['区里启动应急响应'], partners: [] },
  ...{ responsible: '周敏', review_on: '2027-11-01', changed: '' },
  ...more,
})

/** Writes a plan and has a second person approve it. */
async function plan(by: Caller, approver: Caller, more: Said = {}): Promise<string> {
  const said = written(more)
  const { version } = await by.call(saveContingency, said)
  await approver.call(approveContingency, { contingency: said.contingency, version })
  return said.contingency
}

const triedOn = (contingency: string, more: Record<string, unknown> = {}) => ({
  ...{ id: newId(), place: community, kind: 'drill' as const, unit: null, contingency, day: today, checklist: 'drill' as const },
  ...{ answers: { 'called-in-time': 'yes' as const }, note: '演了半小时', next_on: null },
  findings: [] as { id: string; item: string | null; words: string; owner: string; due_on: string }[],
  ...more,
})
const wrong = (item: string) => ({ id: newId(), item, words: '口罩锁在柜里，钥匙没找到', owner: '孙悦', due_on: '2026-11-20' })

test('a community keeps its epidemic plan and its response plan by version, each with the day it is looked at again [R-2021-6]', async () => {
  const place = '410105001005'
  const [clerk, head] = [await house.as('community-worker', place, '孙悦'), await house.as('community-director', place, '周敏')]
  const epidemic = written({ place, kind: 'epidemic', title: '疫情防控方案', review_on: '2026-12-01' })
  await clerk.call(saveContingency, epidemic)
  const waiting = await clerk.call(getContingency, { contingency: epidemic.contingency })
  expect(waiting.line).toMatchObject({ in_force: null, waiting: true, review_on: null })
  await head.call(approveContingency, { contingency: epidemic.contingency, version: 1 })
  const response = await plan(clerk, head, { place })
  const second = written({
    ...{ place, contingency: response, after: 1, content: '半小时内到岗。' },
    changed: '到岗时间改成半小时',
  })
  expect(await refusal(clerk.call(saveContingency, { ...second, changed: '' }))).toBe('documents.contingency-changed')
  expect(await refusal(clerk.call(saveContingency, { ...second, review_on: today }))).toBe('documents.contingency-review')
  expect(await clerk.call(saveContingency, second)).toMatchObject({ version: 2 })
  // Whoever worked on the first version is told that there is a second.
  expect(await refusal(clerk.call(saveContingency, { ...second, id: newId() }))).toBe('record.moved')
  const { line, versions } = await head.call(getContingency, { contingency: response })
  expect(line).toMatchObject({ in_force: 1, waiting: true, responsible: '周敏', review_on: '2027-11-01', overdue: false })
  expect(versions.map(({ version, by, approved }) => [version, by, approved?.by ?? null])).toEqual([
    [2, '孙悦', null],
    [1, '孙悦', '周敏'],
  ])
  house.clock.set('2026-12-02T02:00:00Z')
  const { rows } = await head.call(listContingencies, { place })
  expect(rows.map(({ kind, overdue }) => [kind, overdue])).toEqual([
    ['epidemic', true],
    ['response', false],
  ])
})

test('a service emergency plan says when it begins and which partners help [R-2021-58]', async () => {
  const bare = { kind: 'service' as const, title: '社区服务应急响应预案' }
  expect(await refusal(worker.call(saveContingency, written(bare)))).toBe('documents.contingency-service')
  const partners = [
    { name: '惠民超市', does: '两小时内把菜送到小区门口' },
    { name: '经八路卫生服务中心', does: '慢病用药送上门' },
  ]
  const service = await plan(worker, director, { ...bare, triggers: ['超市关门一天', '楼栋封闭'], partners })
  const [version] = (await officer.call(getContingency, { contingency: service })).versions
  expect(version).toMatchObject({ triggers: ['超市关门一天', '楼栋封闭'], partners, approved: { by: '周敏' } })
})

test('county and street keep their plans in a register: version, approval by a second person, next review, last drill [R-2020A-58]', async () => {
  const own = written({ place: street, title: '街道社区防控实施方案', kind: 'epidemic', responsible: '李建国' })
  await officer.call(saveContingency, own)
  expect(await refusal(officer.call(approveContingency, { contingency: own.contingency, version: 1 }))).toBe(
    'documents.contingency-second-person',
  )
  expect(await refusal(director.call(approveContingency, { contingency: own.contingency, version: 1 }))).toBe('access.not-found')
  await leader.call(approveContingency, { contingency: own.contingency, version: 1 })
  expect(await refusal(leader.call(approveContingency, { contingency: own.contingency, version: 1 }))).toBe(
    'documents.contingency-not-newest',
  )
  await officer.call(recordInspection, triedOn(own.contingency, { place: street, day: '2026-11-16' }))
  const civil = await house.as('county-civil-affairs', county, '韩梅')
  await plan(civil, leader, { place: county, title: '全区应急预案', responsible: '韩梅' })
  const { rows } = await leader.call(listContingencies, { place: county })
  expect(rows.find(({ id }) => id === own.contingency)).toMatchObject({
    ...{ place: street, in_force: 1, approved_on: today, review_on: '2027-11-01', last_drill: '2026-11-16', waiting: false },
  })
  expect(rows.some(({ place, kind }) => place === county && kind === 'response')).toBe(true)
  expect(await refusal(province.call(saveContingency, written({ place: '41' })))).toBe('access.refused')
  // Above the county no name of staff.
  const above = await province.call(getContingency, { contingency: own.contingency })
  expect([above.line.responsible, above.versions[0]?.by, above.versions[0]?.approved?.by]).toEqual([null, null, null])
})

test('plans, drills, reviews and what they mend are kept per community, and the county sees who has none or never tried it [R-2020B-47]', async () => {
  const other = '410105001006'
  const there = await house.as('community-director', other, '马晓燕')
  const before = await leader.call(countContingencies, { place: county })
  const kindOf = ({ kinds }: typeof before, name: string) => {
    const found = kinds.find(({ kind }) => kind === name)
    if (!found) throw new Error(name)
    return found
  }
  expect(kindOf(before, 'response').communities).toBeGreaterThan(10)
  const tried = await plan(there, officer, { place: other, responsible: '马晓燕' })
  const between = kindOf(await leader.call(countContingencies, { place: county }), 'response')
  expect(between).toMatchObject({
    have: kindOf(before, 'response').have + 1,
    never_tried: kindOf(before, 'response').never_tried + 1,
  })
  const finding = wrong('goods-found')
  const drill = triedOn(tried, { place: other, answers: { 'goods-found': 'no' }, findings: [finding] })
  expect(
    await refusal(there.call(recordInspection, { ...drill, id: newId(), kind: 'self-check', checklist: 'four-times' })),
  ).toBe('rounds.which-plan')
  expect(await refusal(there.call(recordInspection, { ...drill, id: newId(), contingency: newId() }))).toBe('access.not-found')
  await there.call(recordInspection, drill)
  const after = kindOf(await leader.call(countContingencies, { place: county }), 'response')
  expect(after.never_tried).toBe(kindOf(before, 'response').never_tried)
  expect((await there.call(getContingency, { contingency: tried })).line).toMatchObject({ last_drill: today, open: 1 })
  for (const kind of ['put-right', 'checked'] as const)
    await there.call(settleFinding, { id: newId(), finding: finding.id, kind, note: '配了三把钥匙', due_on: null })
  const next = written({ ...{ contingency: tried, place: other, after: 1 }, changed: '物资钥匙三人各一把' })
  await there.call(saveContingency, next)
  await officer.call(approveContingency, { contingency: tried, version: 2 })
  expect((await there.call(getContingency, { contingency: tried })).line).toMatchObject({ open: 0, in_force: 2 })
  const { rows } = await there.call(listInspections, { place: other, contingency: tried })
  expect(rows).toMatchObject([{ kind: 'drill', contingency: tried, open: 0 }])
})

test('a review after an event leaves findings that become tasks with a person and a day, until they are checked [R-2020P-67]', async () => {
  const reviewed = await plan(worker, director, { title: '复盘用预案' })
  const finding = { ...wrong('people-enough'), words: '夜里只有两个人值守' }
  const review = { kind: 'review', checklist: 'review', answers: { 'people-enough': 'no' }, findings: [] }
  expect(await refusal(worker.call(recordInspection, triedOn(reviewed, review)))).toBe('rounds.finding-missing')
  await worker.call(recordInspection, triedOn(reviewed, { ...review, findings: [finding] }))
  const tasks = await director.call(listFindings, { place: community, contingency: reviewed })
  expect(tasks.rows).toMatchObject([{ id: finding.id, owner: '孙悦', due_on: '2026-11-20', state: 'open', kind: 'review' }])
  const { line } = await director.call(getContingency, { contingency: reviewed })
  expect(line).toMatchObject({ last_review: today, open: 1 })
  for (const kind of ['put-right', 'checked'] as const)
    await director.call(settleFinding, { id: newId(), finding: finding.id, kind, note: '夜班加到四人', due_on: null })
  expect((await director.call(listFindings, { place: community, contingency: reviewed })).total).toBe(0)
})
