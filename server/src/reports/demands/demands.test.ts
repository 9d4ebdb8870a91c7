import {
  decideDemand,
  endDemand,
  fileDemand,
  listDemands,
  readBurden,
  readDemand,
  renewDemand,
  tellDemand,
  weighDemand,
} from '@wangdi/domain/reports/demands/demands.api.ts'
import type { Wanted } from '@wangdi/domain/reports/demands/demand.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { givenDwelling, givenPerson } from '../../../test/given/people.ts'
import { type Caller, type House, type Refused, startHouse } from '../../../test/house.ts'
import { inTransaction } from '../../platform/db.ts'
import { formsInForce } from '../index.ts'

const county = '410105'
const street = '410105001'
const tixiang = '410105001003'
let house: House
let affairs: Caller
let health: Caller
let officer: Caller
let province: Caller
let worker: Caller
beforeAll(async () => {
  house = await startHouse()
  affairs = await house.as('county-civil-affairs', county, '孙静')
  health = await house.as('county-health', county, '韩志远')
  officer = await house.as('street-officer', street, '陈刚')
  province = await house.as('province-officer', '41')
  worker = await house.as('community-worker', tixiang, '马晓燕')
  for (const [code, level] of [
    ['41', 'province'],
    ['4101', 'city'],
    [county, 'county'],
    [street, 'street'],
    [tixiang, 'community'],
    ['410105001005', 'community'],
  ] as const)
    await sql`insert into place (code, name, level, valid_from) values (${code}, ${`地方${code}`}, ${level}, '2023-06-30')
      on conflict do nothing`.execute(house.owner)
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.set('2026-11-17T10:00:00+08:00')
  await sql`truncate demand_act, demand`.execute(house.owner)
})

const wanted = (changes: Partial<Wanted> = {}): Wanted => ({
  kind: 'form',
  title: '楼道充电桩情况表',
  asker: '区商务局',
  document: '金商〔2026〕12号',
  purpose: '安排充电设施',
  ground: '电动自行车安全条例 第十条',
  items: [],
  new_items: [{ name: '充电桩数量', purpose: '安排充电设施', ground: '电动自行车安全条例', keep: '一年' }],
  scope: [county],
  from: '2026-11-02',
  until: '2026-12-31',
  rhythm: 'weekly',
  minutes: 40,
  money: null,
  money_from: '',
  ...changes,
})
const file = async (changes: Partial<Wanted> = {}, by: Caller = health, place: string = county) => {
  const id = newId()
  return by.call(fileDemand, { id, place, wanted: wanted(changes) })
}
const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: Refused) => error.code,
  )
const state = async (id: string, by: Caller = worker, place: string = tixiang) =>
  (await by.call(readDemand, { id, place })).demand.state
const forms = (day = '2026-11-17') =>
  inTransaction(house.db, { county, area: '', place: tixiang, health: false }, (db) => formsInForce(db, tixiang, day))

test('a new form is nothing until county civil affairs approves it, and only they do [R-2020B-29]', async () => {
  const { id, outcome } = await file()
  expect(outcome).toBe('waiting')
  expect(await forms()).toEqual([])
  expect(await refusal(health.call(decideDemand, { id, place: county, decision: 'accepted', reason: '' }))).toBe('access.refused')
  await affairs.call(decideDemand, { id, place: county, decision: 'accepted', reason: '' })
  expect(await state(id)).toBe('accepted')
  expect(await forms()).toMatchObject([{ id, title: '楼道充电桩情况表', asker: '区商务局', accepted: true }])
  expect(await refusal(affairs.call(decideDemand, { id, place: county, decision: 'refused', reason: '晚了' }))).toBe(
    'reports.demand-decided',
  )
  // An item without purpose, ground or keeping time cannot be collected at all.
  const bare = await file({ new_items: [{ name: '宠物数量', purpose: '', ground: '', keep: '' }] })
  expect(bare.outcome).toBe('refused')
  expect((await worker.call(readDemand, { id: bare.id, place: tixiang })).demand.acts[0]?.grounds).toEqual(['item-baseless'])
})

test('what the house holds is answered from the registers at the level of the asker, in figures, and nobody is asked [R-LAW-16]', async () => {
  const dwelling = await givenDwelling(house, tixiang)
  await givenPerson(house, tixiang, '王秀兰', { dwelling, born: '1950-01-01' })
  await givenPerson(house, tixiang, '王小宝', { dwelling, born: '2020-01-01' })
  const asked = {
    kind: 'figures' as const,
    items: ['count.residents', 'count.elders', 'line.home-isolation', 'field.phone'],
    new_items: [],
  }
  const { id, outcome } = await file({ ...asked, scope: ['41'] }, province, '41')
  expect(outcome).toBe('answered')
  const above = await province.call(readDemand, { id, place: '41' })
  // Two of them are of this test; whom others brought is counted as well.
  const residents = (await countFrom(county, county))['count.residents'] ?? 0
  expect(residents).toBeGreaterThanOrEqual(2)
  expect(above.figures).toEqual([
    { item: 'count.residents', figure: residents, day: '2026-11-17', why: 'figure', counted_at: expect.any(String) },
    { item: 'count.elders', figure: 1, day: '2026-11-17', why: 'figure', counted_at: expect.any(String) },
    { item: 'line.home-isolation', figure: null, day: null, why: 'not-reported', counted_at: null },
    { item: 'field.phone', figure: null, day: null, why: 'names-stay', counted_at: null },
  ])
  expect(JSON.stringify(above)).not.toContain('王秀兰')
  expect(await forms()).toEqual([])
  expect((await worker.call(readDemand, { id, place: tixiang })).demand.state).toBe('answered')
  expect(await refusal(province.call(readDemand, { id, place: '42' }))).toBe('access.not-found')
})

const countFrom = (own: string, place: string, day = '2026-11-17') =>
  inTransaction(house.db, { county: own.length < 6 ? '' : own.slice(0, 6), area: '', place: own, health: false }, (db) =>
    sql<{ item: string; figure: number }>`select * from count_registers(${place}, ${day}::date)`.execute(db),
  ).then(({ rows }) => Object.fromEntries(rows.map((row) => [row.item, Number(row.figure)])))

test('above the county the registers are counted once a day, county by county; the county itself counts them as they stand', async () => {
  const residents = async (own: string, day: string) => (await countFrom(own, own, day))['count.residents'] ?? 0
  const before = await residents('41', '2026-11-15')
  expect(before).toBe(await residents(county, '2026-11-15'))
  await givenPerson(house, tixiang, '钱多多', { born: '1988-08-08' })
  expect(await residents(county, '2026-11-15')).toBe(before + 1)
  expect(await residents('41', '2026-11-15')).toBe(before)
  expect(await residents('41', '2026-11-16')).toBe(before + 1)
  const rows = await house.owner.selectFrom('register_count').select('place').distinct().where('day', '=', '2026-11-15').execute()
  expect(rows).toEqual([{ place: county }])
  await house.owner.deleteFrom('person').where('name', '=', '钱多多').execute()
  await house.owner.deleteFrom('register_count').execute()
})

test('counts leave the registers only for a place within the own one', async () => {
  const own = '420106001001'
  await givenPerson(house, own, '钱多多', { born: '1988-08-08' })
  const count = (place: string) => countFrom(own, place)
  expect((await count(own))['count.residents']).toBe(1)
  expect((await count(county))['count.residents']).toBe(0)
  expect((await count(''))['count.residents']).toBe(0)
})

test('a demand that is over, has no basis, or hands work over without money goes back with its grounds, for all to see [R-LAW-17]', async () => {
  const none = await file({ document: '', ground: ' ', purpose: '' })
  expect(none.outcome).toBe('refused')
  const over = await file({ until: '2026-11-16' })
  const task = await file({ kind: 'task', title: '清点楼道杂物', new_items: [], money: null })
  const paid = await file({ kind: 'task', title: '清点楼道杂物', new_items: [], money: 5000, money_from: '区财政 以奖代补' })
  const grounds = async (id: string) =>
    (await worker.call(listDemands, { place: tixiang })).rows.find((row) => row.id === id)?.acts[0]?.grounds
  expect(await grounds(none.id)).toEqual(['no-document', 'no-purpose', 'no-ground'])
  expect(await grounds(over.id)).toEqual(['expired'])
  expect(await grounds(task.id)).toEqual(['no-money'])
  expect(paid.outcome).toBe('waiting')
  expect((await worker.call(listDemands, { place: tixiang, state: 'refused' })).total).toBe(3)
})

test('who else asks the same is named, the second is merged, and both stay to be seen [R-2023-47]', async () => {
  const first = await file({}, officer, street).catch((error: Refused) => error.code)
  expect(first).toBe('reports.demand-outside')
  const one = await file({ scope: [street] }, officer, street)
  await affairs.call(decideDemand, { id: one.id, place: county, decision: 'accepted', reason: '' })
  const same = wanted({
    asker: '区城管局',
    title: '充电桩摸底',
    new_items: [{ name: '充电桩 数量', purpose: '巡查', ground: '条例', keep: '一年' }],
  })
  const seen = await affairs.call(weighDemand, { place: county, wanted: same })
  expect(seen.overlaps).toMatchObject([
    { demand: one.id, asker: '区商务局', state: 'accepted', shared: [{ zh: '充电桩 数量' }], whole: false },
  ])
  const other = await file(same)
  expect(await refusal(affairs.call(decideDemand, { id: other.id, place: county, decision: 'merged', reason: '同一张表' }))).toBe(
    'reports.demand-merges-nowhere',
  )
  await affairs.call(decideDemand, { id: other.id, place: county, decision: 'merged', into: one.id, reason: '同一张表' })
  const { rows, counts } = await worker.call(listDemands, { place: tixiang })
  expect(rows.map(({ asker, state: now }) => `${asker} ${now}`)).toEqual(['区城管局 merged', '区商务局 accepted'])
  expect(rows[0]?.acts[0]).toMatchObject({ kind: 'merged', other: one.id, by: '孙静', reason: '同一张表' })
  expect(counts).toEqual({ merged: 1, accepted: 1 })
  expect(await forms()).toHaveLength(1)
})

test('a form lapses at its last day unless somebody renews it with a reason [R-2020B-30]', async () => {
  const { id } = await file({ until: '2026-11-20' })
  await affairs.call(decideDemand, { id, place: county, decision: 'accepted', reason: '' })
  house.clock.set('2026-11-21T09:00:00+08:00')
  expect(await state(id)).toBe('expired')
  expect(await forms('2026-11-21')).toEqual([])
  // The inventory keeps it, with what it cost while it ran.
  expect((await worker.call(listDemands, { place: tixiang })).rows[0]).toMatchObject({ id, state: 'expired', minutes: 40 })
  expect(await refusal(affairs.call(renewDemand, { id, place: county, until: '2026-11-20', reason: '再用' }))).toBe(
    'reports.demand-not-longer',
  )
  await affairs.call(renewDemand, { id, place: county, until: '2026-12-20', reason: '还有两个小区没装完' })
  expect(await state(id)).toBe('accepted')
  expect(await forms('2026-11-21')).toHaveLength(1)
  // The finder names whoever asks the same again.
  const again = await affairs.call(weighDemand, { place: county, wanted: wanted({ asker: '区住建局' }) })
  expect(again.overlaps).toMatchObject([{ demand: id, whole: true }])
})

test('tasks, forms and minutes of a community by week and month, summed upward, beside what the registers saved [R-2023-48]', async () => {
  const form = await file()
  const task = await file({
    kind: 'task',
    title: '清点楼道杂物',
    new_items: [],
    rhythm: 'monthly',
    minutes: 300,
    money: 5000,
    money_from: '区财政',
  })
  for (const { id } of [form, task]) await affairs.call(decideDemand, { id, place: county, decision: 'accepted', reason: '' })
  await file({ kind: 'figures', items: ['count.elders'], new_items: [], rhythm: 'daily', minutes: 10 })
  const board = await worker.call(readBurden, { place: tixiang })
  expect(board.week).toEqual({ from: '2026-11-16', to: '2026-11-22' })
  // The form falls due on Mondays 2, 9, 16, 23, 30 November; the task on the 2nd; figures would have been due on each of 29 days.
  expect(board.sum).toEqual({ tasks: 1, forms: 1, untimed: 0, week: 40, month: 500, saved_week: 70, saved_month: 290 })
  expect(board.demands.map(({ title, month }) => `${title} ${month}`)).toEqual([
    '清点楼道杂物 300',
    '楼道充电桩情况表 200',
    '楼道充电桩情况表 0',
  ])
  const whole = await province.call(readBurden, { place: '41' })
  expect(whole.communities).toBe(2)
  expect(whole.sum).toMatchObject({ tasks: 2, forms: 2, month: 1000, saved_month: 580 })
  expect(whole.below).toMatchObject([{ place: '4101', communities: 2, month: 1000 }])
})

test('the burden of a community and who asks twice stand on one board [R-2020P-72]', async () => {
  const { id } = await file()
  await affairs.call(decideDemand, { id, place: county, decision: 'accepted', reason: '' })
  const twice = await file({ asker: '区城管局' })
  const board = await worker.call(readBurden, { place: tixiang })
  expect(board.sum).toMatchObject({ forms: 1, month: 200 })
  const { judgement } = await worker.call(readDemand, { id: twice.id, place: tixiang })
  expect(judgement.overlaps).toMatchObject([{ demand: id, asker: '区商务局', whole: true }])
})

test('a form asked for past the desk is told of by the community, counts as unordered, and is settled by the county', async () => {
  const told = {
    id: newId(),
    place: tixiang,
    kind: 'form' as const,
    title: '养犬情况表',
    asker: '区畜牧站',
    minutes: 60,
    rhythm: 'weekly' as const,
  }
  await worker.call(tellDemand, told)
  expect(await forms()).toMatchObject([{ id: told.id, accepted: false }])
  expect((await worker.call(readBurden, { place: tixiang })).sum).toMatchObject({ forms: 1, week: 60 })
  await affairs.call(decideDemand, { id: told.id, place: county, decision: 'refused', reason: '已通知停要' })
  expect(await forms()).toEqual([])
  expect(await state(told.id)).toBe('refused')
})

test('told without term, rhythm or time, a form keeps none: it is counted, its hours are not known, and it still lapses', async () => {
  const told = { id: newId(), place: tixiang, kind: 'form' as const, title: '养犬情况表', asker: '区畜牧站' }
  await worker.call(tellDemand, { ...told, minutes: null, rhythm: null })
  const { demand } = await worker.call(readDemand, { id: told.id, place: tixiang })
  expect(demand).toMatchObject({ state: 'told', until: null, rhythm: null, minutes: null })
  const board = await worker.call(readBurden, { place: tixiang })
  expect(board.sum).toMatchObject({ forms: 1, untimed: 1, week: 0, month: 0 })
  expect(board.demands).toMatchObject([{ id: told.id, week: null, month: null, saved_month: null, until: null }])
  expect(await forms()).toMatchObject([{ id: told.id, until: null, accepted: false }])
  expect((await province.call(readBurden, { place: '41' })).below).toMatchObject([{ place: '4101', forms: 1, untimed: 1 }])
  house.clock.set('2027-11-19T09:00:00+08:00')
  expect(await state(told.id)).toBe('expired')
  const past = { ...told, id: newId(), minutes: 30, rhythm: 'once' as const, until: '2027-11-18' }
  expect(await refusal(worker.call(tellDemand, past))).toBe('reports.demand-ends-first')
})

test('the asker withdraws a demand, nobody else does', async () => {
  const { id } = await file()
  expect(await refusal(province.call(endDemand, { id, place: '41', reason: '不要了' }))).toBe('reports.demand-other-asker')
  await health.call(endDemand, { id, place: county, reason: '不要了' })
  expect(await state(id)).toBe('ended')
})
