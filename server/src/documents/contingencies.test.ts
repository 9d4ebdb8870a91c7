import { contingency as plans } from '@wangdi/domain/documents/kinds/contingency.kind.ts'
import { belowVerbs, type PaperReceiver } from '@wangdi/domain/kinds/document/below/below.api.ts'
import { documentVerbs } from '@wangdi/domain/kinds/document/document.api.ts'
import {
  listFindings,
  listInspections,
  recordInspection,
  settleFinding,
} from '@wangdi/domain/rounds/inspections/inspection.api.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { withClient } from '../../test/database-url.ts'
import { callKind } from '../../test/given/kinds.ts'
import { type Caller, type House, Refused, startHouse } from '../../test/house.ts'
import { loadPlaces } from '../places/load-places.ts'
import { openPlaceList } from '../platform/national/place-list.ts'

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
  const list = await openPlaceList(new URL('../../test/places-excerpt.br', import.meta.url))
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

const { see, get, save, standing, acts } = documentVerbs(plans)
interface Receivers {
  readonly rows: readonly PaperReceiver[]
  readonly received: number
  readonly left: number
}
interface Written {
  readonly id: string
  readonly place: string
  readonly version: number
  readonly v: number
  readonly fields: Readonly<Record<string, unknown>>
}
const written = (more: Partial<Omit<Written, 'fields'>> = {}, fields: object = {}): Written => ({
  ...{ id: newId(), place: community, version: 1, v: 1 },
  fields: {
    ...{ kind: 'response', title: '应急响应预案', content: '接到通知后一小时内到岗，先查清人数，再按网格分工。' },
    ...{ triggers: [{ when: '区里启动应急响应' }], responsible: '周敏', review_on: '2027-11-01', ...fields },
  },
  ...more,
})
const saving = (by: Caller, said: Written) => callKind(by, save, said)
const approving = (by: Caller, id: string, version = 1) => callKind(by, acts.approve, { id, version })
const read = (by: Caller, id: string) => callKind(by, get, { id })
const standingAt = async (place: string, kind: string) => {
  const found = (await callKind(leader, standing, { place })).values.find(({ value }) => value === kind)
  if (!found) throw new Error(kind)
  return found
}

/** Writes a plan and has a second person approve it. */
async function plan(
  by: Caller,
  approver: Caller,
  more: Partial<Omit<Written, 'fields'>> = {},
  fields: object = {},
): Promise<string> {
  const { id } = await saving(by, written(more, fields))
  await approving(approver, id)
  return id
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
  const epidemic = written({ place }, { kind: 'epidemic', title: '疫情防控方案', review_on: '2026-12-01' })
  await saving(clerk, epidemic)
  expect((await read(clerk, epidemic.id)).row).toMatchObject({ state: 'waiting', in_force_from: null, review_on: null })
  await approving(head, epidemic.id)
  const response = await plan(clerk, head, { place })
  const second = written({ place, id: response, version: 2 }, { content: '半小时内到岗。', changed: '到岗时间改成半小时' })
  const bare = { ...second, fields: { ...second.fields, changed: ' ' } }
  expect(await refusal(saving(clerk, bare))).toBe('kinds.missing')
  for (const review_on of [today, '2029-11-20'])
    expect(await refusal(saving(clerk, { ...second, fields: { ...second.fields, review_on } }))).toBe('kinds.review-day')
  expect(await refusal(saving(clerk, { ...second, fields: { ...second.fields, title: '另一份' } }))).toBe('kinds.other-paper')
  expect(await saving(clerk, second)).toMatchObject({ version: 2, state: 'waiting' })
  // Whoever worked on the first version is told that there is a second.
  expect(await refusal(saving(head, second))).toBe('record.moved')
  const { row, versions, acts: done } = await read(head, response)
  expect(row).toMatchObject({
    version: 1,
    newer: true,
    review_on: '2027-11-01',
    overdue: false,
    details: { responsible: '周敏' },
  })
  expect(versions.map(({ version, by, state }) => [version, by, state])).toEqual([
    [2, '孙悦', 'waiting'],
    [1, '孙悦', 'in-force'],
  ])
  expect(versions[0]?.fields).toMatchObject({ changed: '到岗时间改成半小时', content: '半小时内到岗。' })
  expect(done.map(({ act, by }) => [act, by])).toEqual([
    ['save', '孙悦'],
    ['approve', '周敏'],
    ['save', '孙悦'],
  ])
  house.clock.set('2026-12-02T02:00:00Z')
  const { rows } = await callKind(head, see, { place, show: 'all' })
  expect(rows.map(({ details, overdue }) => [details['kind'], overdue])).toEqual([
    ['epidemic', true],
    ['response', false],
  ])
})

test('a place has one plan of a kind and name; it opens that one and changes it', async () => {
  const place = '410105001007'
  const clerk = await house.as('community-worker', place, '高岚')
  await saving(clerk, written({ place }))
  expect(await refusal(saving(clerk, written({ place })))).toBe('kinds.title-taken')
  await saving(clerk, written({ place }, { kind: 'epidemic' }))
  expect((await callKind(clerk, see, { place, show: 'all' })).total).toBe(2)
})

test('a service emergency plan says when it begins and which partners help [R-2021-58]', async () => {
  const bare = { kind: 'service', title: '社区服务应急响应预案' }
  expect(await refusal(saving(worker, written({}, { ...bare, triggers: [] })))).toBe('kinds.missing')
  expect(await refusal(saving(worker, written({}, bare)))).toBe('kinds.missing')
  const partners = [
    { name: '惠民超市', does: '两小时内把菜送到小区门口' },
    { name: '经八路卫生服务中心', does: '慢病用药送上门' },
  ]
  const triggers = [{ when: '超市关门一天' }, { when: '楼栋封闭' }]
  const service = await plan(worker, director, {}, { ...bare, triggers, partners })
  const { versions, acts: done } = await read(officer, service)
  expect(versions[0]).toMatchObject({ state: 'in-force', fields: { triggers, partners } })
  expect(done.at(-1)).toMatchObject({ act: 'approve', by: '周敏' })
})

test('county and street keep their plans in a register: version, approval by a second person, next review, last drill [R-2020A-58]', async () => {
  const own = written({ place: street }, { title: '街道社区防控实施方案', kind: 'epidemic', responsible: '李建国' })
  await saving(officer, own)
  expect(await refusal(approving(officer, own.id))).toBe('kinds.second-person')
  expect(await refusal(approving(director, own.id))).toBe('access.not-found')
  await approving(leader, own.id)
  expect(await refusal(approving(leader, own.id))).toBe('kinds.not-now')
  await officer.call(recordInspection, triedOn(own.id, { place: street, day: '2026-11-16' }))
  const civil = await house.as('county-civil-affairs', county, '韩梅')
  await plan(civil, leader, { place: county }, { title: '全区应急预案', responsible: '韩梅' })
  const { rows } = await callKind(leader, see, { place: county, show: 'all', size: 200 })
  expect(rows.find(({ id }) => id === own.id)).toMatchObject({
    ...{ community: street, version: 1, in_force_from: today, review_on: '2027-11-01', newer: false },
    tried: { last_drill: '2026-11-16', last_review: null, open: 0 },
  })
  expect(rows.some(({ community: place, details }) => place === county && details['kind'] === 'response')).toBe(true)
  expect(await refusal(saving(province, written({ place: '41' })))).toBe('access.refused')
})

test('above the county a plan is read with what it says and when it was tried, and no name of staff', async () => {
  const own = await plan(officer, leader, { place: street }, { title: '街道应急预案', responsible: '李建国' })
  await officer.call(recordInspection, triedOn(own, { place: street, day: '2026-11-16' }))
  for (const above of [province, await house.as('city-officer', '4101', '宋城'), await house.as('nation-officer', '', '元国')]) {
    const whole = await read(above, own)
    expect(whole.row).toMatchObject({ state: 'in-force', in_force_from: today, tried: { last_drill: '2026-11-16' } })
    expect(whole.versions[0]?.fields).toMatchObject({ content: expect.any(String), review_on: '2027-11-01' })
    expect(JSON.stringify(whole)).not.toMatch(/李建国|赵明/)
    expect(whole.may).toEqual([])
  }
  const { rows, total } = await callKind(province, see, { place: county, show: 'in-force', size: 200 })
  expect(rows.map(({ id }) => id)).toContain(own)
  expect(total).toBe((await callKind(leader, see, { place: county, show: 'in-force', size: 200 })).total)
  expect(JSON.stringify(rows)).not.toMatch(/李建国|赵明|周敏/)
  // What is withdrawn holds no more, above as well.
  await callKind(leader, acts.withdraw, { id: own, version: 1, ground: '并入全区预案' })
  expect((await read(province, own)).row).toMatchObject({ state: 'withdrawn' })
  const elsewhere = await house.as('province-officer', '42', '楚天')
  expect(await refusal(read(elsewhere, own))).toBe('access.not-found')
})

test('plans, drills, reviews and what they mend are kept per community, and the county sees who has none or never tried it [R-2020B-47]', async () => {
  const other = '410105001006'
  const there = await house.as('community-director', other, '马晓燕')
  const before = await standingAt(county, 'response')
  expect(before.communities).toBeGreaterThan(10)
  const tried = await plan(there, officer, { place: other }, { responsible: '马晓燕' })
  const between = await standingAt(county, 'response')
  expect(between).toMatchObject({ have: before.have + 1, untried: before.untried + 1 })
  // Each of these figures opens exactly the communities it counts.
  const opened = async (part: 'have' | 'without' | 'untried') =>
    callKind(leader, standing, { place: county, value: 'response', part, size: 200 })
  const [have, without, untried] = [await opened('have'), await opened('without'), await opened('untried')]
  expect([have.total, without.total, untried.total]).toEqual([
    ...[between.have, between.communities - between.have, between.untried],
  ])
  // Whoever opens one has the figures before them: they are not counted anew with each page of it.
  expect(have.values).toEqual([])
  expect(have.rows.map(({ community }) => community)).toContain(other)
  expect(without.rows.map(({ community }) => community)).not.toContain(other)
  const finding = wrong('goods-found')
  const drill = triedOn(tried, { place: other, answers: { 'goods-found': 'no' }, findings: [finding] })
  expect(
    await refusal(there.call(recordInspection, { ...drill, id: newId(), kind: 'self-check', checklist: 'four-times' })),
  ).toBe('rounds.which-plan')
  expect(await refusal(there.call(recordInspection, { ...drill, id: newId(), contingency: newId() }))).toBe('access.not-found')
  await there.call(recordInspection, drill)
  expect((await standingAt(county, 'response')).untried).toBe(before.untried)
  expect((await read(there, tried)).row.tried).toMatchObject({ last_drill: today, open: 1 })
  for (const kind of ['put-right', 'checked'] as const)
    await there.call(settleFinding, { id: newId(), finding: finding.id, kind, note: '配了三把钥匙', due_on: null })
  await saving(there, written({ id: tried, place: other, version: 2 }, { responsible: '马晓燕', changed: '物资钥匙三人各一把' }))
  await approving(officer, tried, 2)
  expect((await read(there, tried)).row).toMatchObject({ version: 2, state: 'in-force', newer: false, tried: { open: 0 } })
  const { rows } = await there.call(listInspections, { place: other, contingency: tried })
  expect(rows).toMatchObject([{ kind: 'drill', contingency: tried, open: 0 }])
  // Of those that have one, late is who did not look at it in time.
  house.clock.set('2027-11-02T02:00:00Z')
  expect((await standingAt(street, 'response')).overdue).toBeGreaterThan(0)
})

test('a review after an event leaves findings that become tasks with a person and a day, until they are checked [R-2020P-67]', async () => {
  const reviewed = await plan(worker, director, {}, { title: '复盘用预案' })
  const finding = { ...wrong('people-enough'), words: '夜里只有两个人值守' }
  const review = { kind: 'review', checklist: 'review', answers: { 'people-enough': 'no' }, findings: [] }
  expect(await refusal(worker.call(recordInspection, triedOn(reviewed, review)))).toBe('rounds.finding-missing')
  await worker.call(recordInspection, triedOn(reviewed, { ...review, findings: [finding] }))
  const tasks = await director.call(listFindings, { place: community, contingency: reviewed })
  expect(tasks.rows).toMatchObject([{ id: finding.id, owner: '孙悦', due_on: '2026-11-20', state: 'open', kind: 'review' }])
  expect((await read(director, reviewed)).row.tried).toMatchObject({ last_review: today, open: 1 })
  for (const kind of ['put-right', 'checked'] as const)
    await director.call(settleFinding, { id: newId(), finding: finding.id, kind, note: '夜班加到四人', due_on: null })
  expect((await director.call(listFindings, { place: community, contingency: reviewed })).total).toBe(0)
})

test('what a street gives out is read in its communities, each says that it received it, and the street sees who did not', async () => {
  const below = belowVerbs(plans)
  const read = async (by: Caller, place: string) => (await callKind(by, below?.fromAbove, { place })).rows
  const who = async (id: string) => (await officer.call(below?.receivers as never, { id } as never)) as unknown as Receivers
  const draft = written({ place: street }, { kind: 'service', title: '街道服务保障预案', responsible: '李建国' })
  const fields = { ...draft.fields, partners: [{ name: '惠民超市', does: '送菜' }] }
  await saving(officer, { ...draft, fields })
  const { id } = draft
  const here = async (by = director, place = community) => (await read(by, place)).find((row) => row.id === id)
  // What waits is not given out yet.
  expect(await here()).toBe(undefined)
  await approving(leader, id)
  expect(await here()).toMatchObject({ title: '街道服务保障预案', version: 1, received_on: null, fields: { kind: 'service' } })
  const [elsewhere, far] = [
    await house.as('community-director', '410105002001'),
    await house.as('community-director', '410122101205'),
  ]
  expect([await here(elsewhere, '410105002001'), await here(far, '410122101205')]).toEqual([undefined, undefined])
  expect(await refusal(callKind(director, get, { id }))).toBe('access.not-found')
  const before = await who(id)
  expect([before.received, before.left]).toEqual([0, before.rows.length])
  expect(before.rows.map(({ place }) => place)).toContain(community)
  const said = { id, place: community, version: 1 }
  expect(await refusal(callKind(elsewhere, below?.acknowledge, { ...said, place: '410105002001' }))).toBe('access.not-found')
  expect(await refusal(callKind(director, below?.acknowledge, { ...said, version: 2 }))).toBe('kinds.not-newest')
  for (const by of [director, worker]) await callKind(by, below?.acknowledge, said)
  expect(await here()).toMatchObject({ received_on: today })
  const after = await who(id)
  expect([after.received, after.left]).toEqual([1, before.left - 1])
  expect(after.rows.find(({ place }) => place === community)).toMatchObject({ received_on: today, by: '周敏' })
  expect(await refusal(callKind(director, below?.receivers, { id }))).toBe('access.refused')
  // The next version is received anew; what is withdrawn is read no more.
  await saving(officer, { ...draft, version: 2, fields: { ...fields, changed: '加一家超市' } })
  expect(await here()).toMatchObject({ version: 1, received_on: today })
  await approving(leader, id, 2)
  expect(await here()).toMatchObject({ version: 2, received_on: null })
  await callKind(leader, acts.withdraw, { id, version: 2, ground: '并入应急响应预案' })
  expect(await here()).toBe(undefined)
})
