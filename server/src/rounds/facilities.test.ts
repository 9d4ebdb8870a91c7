// Registers as they follow from their declaration: public facilities with their state and its basis, test points, weak points.
import { registerVerbs } from '@wangdi/domain/kinds/register/register.api.ts'
import { thingOf } from '@wangdi/domain/kinds/register/register.rules.ts'
import { guide } from '@wangdi/domain/requests/kinds/guide.kind.ts'
import { facility } from '@wangdi/domain/rounds/kinds/facility.kind.ts'
import { testPoint } from '@wangdi/domain/rounds/kinds/test-point.kind.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { callKind as call } from '../../test/given/kinds.ts'
import { type Caller, type House, startHouse } from '../../test/house.ts'
import { dropEnded } from '../kinds/index.ts'

const here = '410105001003'
const beside = '410105001004'
const verbs = registerVerbs(facility)
let house: House
let desk: Caller
let director: Caller
beforeAll(async () => {
  house = await startHouse()
  desk = await house.as('community-worker', here)
  director = await house.as('community-director', here)
})
afterAll(() => house.close())
beforeEach(() => house.clock.set('2026-11-17T10:00:00+08:00'))

const library = { name: '社区图书室', kind: 'library', capacity: 40, hours: [{ days: [1, 2, 3], from: '08:30', until: '17:30' }] }
const add = (more: object = {}, by = desk, place = here) =>
  call(by, verbs.add, { id: newId(), place, v: 1, fields: { ...library, ...more } })
const get = (id: string, by = desk) => call(by, verbs.get, { id })
const see = (by: Caller, place: string, more: object = {}) => call(by, verbs.see, { place, show: 'live', size: 200, ...more })
const titles = async (by: Caller, place: string, more: object = {}) => (await see(by, place, more)).rows.map((row) => row.title)

test('a facility is on the register with what is said of it, open from the start [R-2020P-17] [R-2023-20]', async () => {
  const { id } = await add()
  const { row, fields, may } = await get(id)
  expect(row).toMatchObject({ title: '社区图书室', state: 'live', own: 'open', review_on: '2027-02-15', overdue: false })
  expect([fields, may]).toEqual([library, ['change', 'still-right']])
  expect((await get(id, director)).may).toEqual(['change', 'set-state', 'still-right', 'end'])
})

test('it is shut by director or street, with a basis and from a day, and opened again; the list says so by state [R-2020A-43] [R-2021-65]', async () => {
  const { id } = await add({ name: '文体活动室', kind: 'culture' })
  const shut = { id, state: 'suspended', basis: '区防指〔2026〕3号', day: '2026-11-18' }
  await expect(call(desk, verbs.acts['set-state'], shut)).rejects.toThrow('access.refused')
  await call(director, verbs.acts['set-state'], shut)
  expect((await get(id)).row).toMatchObject({ own: 'suspended', own_since: '2026-11-18', basis: '区防指〔2026〕3号' })
  expect(await titles(desk, here, { own: 'suspended' })).toEqual(['文体活动室'])
  const street = await house.as('street-officer', '410105001')
  await call(street, verbs.acts['set-state'], { ...shut, state: 'open', basis: '解除通知', day: '2026-11-20' })
  const after = await get(id)
  expect(after.row.own).toBe('open')
  expect(after.acts.map((one) => [one.act, one.state, one.basis])).toEqual([
    ['add', null, ''],
    ['set-state', 'suspended', '区防指〔2026〕3号'],
    ['set-state', 'open', '解除通知'],
  ])
})

test('whoever changes it says on which words; of two who change at once the second looks again', async () => {
  const { id } = await add({ name: '议事室', kind: 'meeting' })
  const { last_at } = await get(id)
  const change = (fields: object) => call(desk, verbs.acts['change'], { id, v: 1, last_at, fields })
  await change({ name: '议事室', kind: 'meeting', capacity: 20 })
  await expect(change({ name: '议事室', kind: 'meeting', capacity: 30 })).rejects.toThrow('kinds.changed-meanwhile')
  // What the kind of place hides is not kept: a square has no number of seats.
  const again = (await get(id)).last_at
  await call(desk, verbs.acts['change'], { id, v: 1, last_at: again, fields: { name: '小广场', kind: 'square', capacity: 9 } })
  expect((await get(id)).fields).toEqual({ name: '小广场', kind: 'square' })
})

test('a community sees its own, street and county all below; another community finds none', async () => {
  const { id } = await add({ name: '便民菜店', kind: 'shop' })
  const away = await house.as('community-worker', beside)
  const county = await house.as('county-civil-affairs', '410105')
  expect(await titles(county, '410105')).toContain('便民菜店')
  expect(await titles(county, here, { kind: 'shop' })).toEqual(['便民菜店'])
  expect(await titles(away, beside)).toEqual([])
  await expect(get(id, away)).rejects.toThrow('not-found')
  await expect(add({ name: '别处的' }, desk, beside)).rejects.toThrow('not-found')
})

test('what nobody looked at in time is overdue; a figure counts exactly the rows that it opens', async () => {
  await add({ name: '卫生服务站', kind: 'clinic' })
  house.clock.set('2027-02-16T10:00:00+08:00')
  const list = await see(desk, here, { show: 'overdue' })
  expect(list.rows.map((row) => row.title)).toContain('卫生服务站')
  expect([list.total, list.overdue]).toEqual([list.rows.length, list.rows.length])
  expect(list.rows.every((row) => row.overdue)).toBe(true)
})

test('what is needed is asked, and a test point says where, when, by whom and with what [R-2023-21]', async () => {
  await expect(add({ name: undefined })).rejects.toThrow('kinds.missing')
  const points = registerVerbs(testPoint)
  const fields = {
    name: '东门检测点',
    where: '东门外',
    hours: library.hours,
    provider: '卫生服务站',
    conditions: ['shelter', 'waste'],
  }
  const { id } = await call(desk, points.add, { id: newId(), place: here, v: 1, fields })
  const { row } = await call(desk, points.get, { id })
  expect([row.own, row.details.where, row.details.provider]).toEqual(['open', '东门外', '卫生服务站'])
})

test('a page of the guide holds when another person approved it [R-2021-57]', async () => {
  const guides = registerVerbs(guide)
  const fields = { name: '高龄津贴', decides: 'street', papers: '身份证、户口簿', days: 5 }
  const { id, state } = await call(director, guides.add, { id: newId(), place: here, v: 1, fields })
  expect(state).toBe('waiting')
  const { last_at } = await call(director, guides.get, { id })
  await expect(call(director, guides.acts.approve, { id, last_at })).rejects.toThrow('kinds.second-person')
  const second = await house.as('community-director', here)
  expect((await call(second, guides.acts.approve, { id, last_at })).state).toBe('live')
})

test('what each is now is what its acts say; what ended goes when its time is over', async () => {
  const { id } = await add({ name: '旧报刊亭', kind: 'shop' })
  await call(director, verbs.acts.end, { id, basis: '拆了' })
  const kept = await sql<Record<string, unknown>>`select id, standing from kind_thing where kind = 'rounds.facility'`.execute(
    house.owner,
  )
  const acts = await sql<
    Record<string, unknown>
  >`select id, thing, act, at, by_account as by, values, state, basis, day, until_day as until
    from kind_thing_act where kind = 'rounds.facility'`.execute(house.owner)
  expect(kept.rows.length).toBeGreaterThan(4)
  for (const thing of kept.rows) {
    const own = acts.rows.filter((one) => one['thing'] === thing['id'])
    const told = own.map((one) =>
      Object.fromEntries(Object.entries({ ...one, at: (one['at'] as Date).toISOString() }).filter(([, value]) => value !== null)),
    )
    expect(thingOf(facility, told as never)).toEqual(thing['standing'])
  }
  await dropEnded(house.db, new Date('2028-11-16T12:00:00+08:00'))
  expect((await sql`select id from kind_thing where id = ${id}`.execute(house.owner)).rows).toHaveLength(1)
  await dropEnded(house.db, new Date('2028-11-17T12:00:00+08:00'))
  expect((await sql`select id from kind_thing_act where thing = ${id}`.execute(house.owner)).rows).toHaveLength(0)
})
