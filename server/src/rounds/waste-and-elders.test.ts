// Medical waste from hand to hand, and sites of elder care, as their declarations have them.
import { registerVerbs } from '@wangdi/domain/kinds/register/register.api.ts'
import { requestVerbs } from '@wangdi/domain/kinds/request/request.api.ts'
import { roundVerbs } from '@wangdi/domain/kinds/round/round.api.ts'
import { elderCheck } from '@wangdi/domain/rounds/kinds/elder-check.kind.ts'
import { elderSite } from '@wangdi/domain/rounds/kinds/elder-site.kind.ts'
import { waste } from '@wangdi/domain/rounds/kinds/waste.kind.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { callKind as call } from '../../test/given/kinds.ts'
import { type Caller, type House, startHouse } from '../../test/house.ts'
import { dropEnded } from '../kinds/index.ts'

const here = '410105001003'
const street = '410105001'
const verbs = requestVerbs(waste)
let house: House
let doctor: Caller
let worker: Caller
let officer: Caller
beforeAll(async () => {
  house = await startHouse()
  doctor = await house.as('community-doctor', here, '李雪')
  worker = await house.as('community-worker', here)
  officer = await house.as('street-officer', street)
})
afterAll(() => house.close())
beforeEach(() => house.clock.set('2026-11-17T10:00:00+08:00'))

const lots = [
  { class: 'infectious', bags: 3, weight: { n: 5.2, unit: 'kg' } },
  { class: 'sharps', bags: 1, weight: { n: 0.4, unit: 'kg' } },
]
const plan = (fields: object = {}) =>
  call(doctor, verbs.begin, {
    ...{ id: newId(), v: 1, place: here, way: 'desk', urgency: 'soon', doer: doctor.account, other: here },
    fields: { source: 'clinic', carrier: '绿环收运，豫环许〔2025〕12号', plate: '豫A12345', ...fields },
  })
const act = (by: Caller, name: string, id: string, more: object = {}) => call(by, verbs.acts[name], { id, ...more })
const get = (id: string, by = doctor) => call(by, verbs.get, { id })
const leave = (id: string) => act(doctor, 'leave', id, { fields: { lots, signed: { by: '李雪' } } })
const taken = { lots, leak: false, signed: { by: '收运员牛强' } }

test('medical waste goes from hand to hand within two days: two persons count and sign, and it is kept three years [R-2020A-42]', async () => {
  const { id, due_at } = await plan()
  expect(due_at.slice(0, 16)).toBe('2026-11-19T02:00')
  await expect(act(doctor, 'leave', id, { fields: { lots } })).rejects.toThrow('kinds.missing')
  await leave(id)
  // Whoever handed it over does not take it.
  await expect(act(doctor, 'arrive', id, { fields: taken })).rejects.toThrow('kinds.another-person')
  await act(worker, 'arrive', id, { fields: taken })
  await act(doctor, 'end', id)
  const { row, acts } = await get(id)
  expect(row).toMatchObject({ state: 'over', due_at: null })
  expect(acts.map((one) => [one.act, (one.fields['signed'] as { by?: string } | undefined)?.by])).toEqual([
    ['plan', undefined],
    ['leave', '李雪'],
    ['arrive', '收运员牛强'],
    ['end', undefined],
  ])
  await dropEnded(house.db, new Date('2029-11-15T12:00:00+08:00'))
  expect((await get(id)).row.id).toBe(id)
  await dropEnded(house.db, new Date('2029-11-17T12:00:00+08:00'))
  await expect(get(id)).rejects.toThrow('not-found')
})

test('where the two do not come to the same the second says why, or it is not taken; what lies longer than two days is late', async () => {
  const { id } = await plan()
  await leave(id)
  const less = { ...taken, lots: [lots[0], { ...lots[1], bags: 0 }] }
  await expect(act(worker, 'arrive', id, { fields: less })).rejects.toThrow('kinds.not-balanced')
  const otherClass = { ...taken, lots: [{ ...lots[0], class: 'chemical' }, lots[1]] }
  await expect(act(worker, 'arrive', id, { fields: otherClass })).rejects.toThrow('kinds.not-balanced')
  expect((await get(id)).row.state).toBe('on-the-way')
  house.clock.set('2026-11-19T10:00:01+08:00')
  const late = await call(worker, verbs.see, { place: here, show: 'late', size: 50 })
  expect(late.rows.map((row) => row.id)).toContain(id)
  await act(worker, 'arrive', id, { fields: { ...less, difference: '利器盒留到下次' } })
  expect((await get(id)).acts.at(-1)?.fields).toMatchObject({ difference: '利器盒留到下次' })
})

test('a leak says what was done and who was told; rubbish of homes says by which rule it is medical waste', async () => {
  await expect(plan({ source: 'homes' })).rejects.toThrow('kinds.missing')
  const { id } = await plan({ source: 'homes', ground: '区防指〔2026〕3号' })
  await leave(id)
  await expect(act(worker, 'arrive', id, { fields: { ...taken, leak: true } })).rejects.toThrow('kinds.missing')
  await act(worker, 'arrive', id, { fields: { ...taken, leak: true, measures: '消毒、封闭', told: ['health', 'ecology'] } })
  expect((await get(id, officer)).row.state).toBe('arrived')
})

const site = {
  ...{
    name: '康乐养老院',
    where: '南街 8 号',
    beds: 60,
    lead: '李雪',
    call: '19900003311',
    guide: '第三版',
    since: '2026-11-01',
  },
  team: [{ who: '院长', does: '总调度' }],
}
const sites = registerVerbs(elderSite)
const looks = roundVerbs(elderCheck)

test('the file of an elder-care site holds when a second person approved it; each day it is looked at, and what is wrong is put right [R-2023-15]', async () => {
  const { id, state } = await call(doctor, sites.add, { id: newId(), place: here, v: 1, fields: site })
  expect(state).toBe('waiting')
  const due = async () => (await call(worker, looks.see, { place: here, show: 'all', size: 50 })).turn.due
  expect(await due()).toBe(0)
  const { last_at: seen } = await call(doctor, sites.get, { id })
  await expect(call(doctor, sites.acts.approve, { id, last_at: seen })).rejects.toThrow('kinds.second-person')
  await call(worker, sites.acts.approve, { id, last_at: seen })
  expect(await due()).toBe(1)
  const record = (fields: object) => call(worker, looks.record, { id: newId(), thing: id, v: 1, fields })
  const look = { done: 'checked', ill: 1, visitors: 4, items: { readings: 'yes', visitors: 'no' } }
  await expect(record(look)).rejects.toThrow('kinds.missing')
  const told = await record({ ...look, told: '送发热门诊' })
  expect([told.standing, (told as unknown as { findings: number }).findings]).toEqual(['done', 1])
  // A new version of the guide is approved anew.
  const { last_at } = await call(doctor, sites.get, { id })
  const change = { id, v: 1, last_at, fields: { ...site, guide: '第四版' } }
  expect((await call(doctor, sites.acts.change, change)).state).toBe('waiting')
})
