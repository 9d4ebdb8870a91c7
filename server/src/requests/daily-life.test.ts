// Shops, psychological services, talks in a building, and how far communities are: as their declarations have them.
import { getSpread } from '@wangdi/domain/kinds/inbox/inbox.api.ts'
import { registerVerbs } from '@wangdi/domain/kinds/register/register.api.ts'
import { requestVerbs } from '@wangdi/domain/kinds/request/request.api.ts'
import type { RequestKind } from '@wangdi/domain/kinds/request/request.ts'
import { affair } from '@wangdi/domain/requests/kinds/affair.kind.ts'
import { counsellor } from '@wangdi/domain/requests/kinds/lists/counsellor.kind.ts'
import { psych } from '@wangdi/domain/requests/kinds/psych.kind.ts'
import { shop } from '@wangdi/domain/requests/kinds/lists/shop.kind.ts'
import { talk } from '@wangdi/domain/requests/kinds/talk.kind.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { givenDwelling } from '../../test/given/people.ts'
import { givenPlaces } from '../../test/given/places.ts'
import { callKind as call } from '../../test/given/kinds.ts'
import { type Caller, type House, startHouse } from '../../test/house.ts'

const [here, beside, street] = ['410105001003', '410105001004', '410105001']
let house: House
let desk: Caller
let officer: Caller
beforeAll(async () => {
  house = await startHouse()
  desk = await house.as('community-worker', here)
  officer = await house.as('street-officer', street)
})
afterAll(() => house.close())
beforeEach(() => house.clock.set('2026-11-17T10:00:00+08:00'))

const begin = (kind: RequestKind, by: Caller, fields: object, more: object = {}) =>
  call(by, requestVerbs(kind).begin, { id: newId(), v: kind.version, place: here, way: 'desk', urgency: 'soon', fields, ...more })
const act = (kind: RequestKind, by: Caller, name: string, id: string, more: object = {}) =>
  call(by, requestVerbs(kind).acts[name], { id, ...more })

test('a shop stands on the list with its kind, its opening day, how it protects people and whom to call, and opens when it is ready [R-2020P-20]', async () => {
  const verbs = registerVerbs(shop)
  const fields = {
    ...{ name: '便民粮油店', kind: 'greens', where: '东门外', opens: '2026-11-20', call: '13800000000' },
    protection: { masks: 'yes', clean: 'yes', limit: 'no' },
  }
  const { id } = await call(desk, verbs.add, { id: newId(), place: here, v: 1, fields })
  await call(desk, verbs.acts['set-state'], { id, state: 'preparing', basis: '店主报的', day: '2026-11-17' })
  const list = (own: string) => call(officer, verbs.see, { place: street, show: 'live', own, kind: 'greens' })
  expect((await list('preparing')).rows.map(({ title }) => title)).toEqual(['便民粮油店'])
  expect((await list('open')).rows).toEqual([])
  house.clock.set('2026-11-20T10:00:00+08:00')
  await call(desk, verbs.acts['set-state'], { id, state: 'open', basis: '已开门', day: '2026-11-20' })
  expect((await list('open')).rows.map(({ title }) => title)).toEqual(['便民粮油店'])
  expect((await call(desk, verbs.get, { id })).fields).toEqual(fields)
})

test('whoever is low is referred to a service on the list, and the case says which and ends as referred [R-2020P-48]', async () => {
  const doctor = await house.as('community-doctor', here)
  const verbs = registerVerbs(counsellor)
  const fields = { name: '安心咨询中心', kind: 'centre', takes: ['two'], number: '0371-0000000' }
  await call(doctor, verbs.add, { id: newId(), place: here, v: 1, fields })
  const [listed] = (await call(desk, verbs.see, { place: here, show: 'live' })).rows
  expect(listed?.title).toBe('安心咨询中心')
  const dwelling = await givenDwelling(house, here, '9号楼', '1', '101')
  const { id } = await call(desk, requestVerbs(psych).begin, {
    ...{ id: newId(), v: 2, dwelling, way: 'desk', urgency: 'soon', fields: { asker: 'self', level: 'two', group: 'other' } },
  })
  await expect(act(psych, doctor, 'entry', id, { fields: { contact: 'on' } })).rejects.toThrow('kinds.missing')
  await act(psych, doctor, 'entry', id, { fields: { contact: 'on', service: listed?.title } })
  await act(psych, doctor, 'close', id, { result: 'referred' })
  const { row, acts } = await call(doctor, requestVerbs(psych).get, { id })
  expect([row.result, acts.find((one) => one.act === 'entry')?.fields]).toEqual([
    'referred',
    { contact: 'on', service: '安心咨询中心' },
  ])
})

test('where the level is raised, those under observation, the bereaved and families of patients are called, and who of them is still to be called is a list [R-2020P-55]', async () => {
  const doctor = await house.as('community-doctor', here)
  const opened: string[] = []
  for (const [at, group] of (['isolated', 'bereaved', 'family'] as const).entries()) {
    const dwelling = await givenDwelling(house, here, '8号楼', '1', `20${at}`)
    const fields = { asker: 'community', level: 'one', group }
    const asked = { id: newId(), v: 2, dwelling, way: 'desk', urgency: 'today', fields }
    opened.push((await call(desk, requestVerbs(psych).begin, asked)).id)
  }
  const left = async (group: string) =>
    (await call(doctor, requestVerbs(psych).see, { place: here, show: 'open', group })).rows.map(({ id }) => id)
  expect([await left('isolated'), await left('bereaved'), await left('family')]).toEqual(opened.map((id) => [id]))
  await act(psych, doctor, 'entry', opened[1] ?? '', { fields: { contact: 'call', note: '聊了二十分钟' } })
  await act(psych, doctor, 'close', opened[1] ?? '', { result: 'better' })
  expect([await left('bereaved'), await left('family')]).toEqual([[], [opened[2]]])
})

test('a building is talked to in ready words that can name nobody; the worker says how many doors heard them [R-2020P-83]', async () => {
  const says = { where: '5号楼1单元', says: 'living' }
  await expect(begin(talk, desk, { ...says, says: '3楼老李家有病人' })).rejects.toThrow('request.invalid')
  const { id } = await begin(talk, desk, says)
  await act(talk, desk, 'give', id, { doer: desk.account })
  await expect(act(talk, desk, 'done', id)).rejects.toThrow('kinds.missing')
  await act(talk, desk, 'done', id, { fields: { doors: 11, asked: '问要不要做核酸' } })
  await act(talk, desk, 'confirm', id)
  const county = await house.as('county-civil-affairs', '410105')
  expect((await call(officer, requestVerbs(talk).get, { id })).row.state).toBe('confirmed')
  await expect(call(county, requestVerbs(talk).get, { id })).rejects.toThrow('access.refused')
})

test('what people ask for in daily life is counted open, done and late community by community, and each figure is the list it opens [R-2020A-57]', async () => {
  const away = await house.as('community-worker', beside)
  const fields = { item: 'old', matter: '高龄津贴' }
  const done = await begin(affair, desk, fields)
  await act(affair, desk, 'give', done.id, { doer: desk.account })
  await act(affair, desk, 'done', done.id, { fields: { note: '报上去了' } })
  await act(affair, desk, 'confirm', done.id)
  await begin(affair, desk, fields)
  await begin(affair, away, fields, { place: beside, urgency: 'today' })
  house.clock.set('2026-11-19T10:00:00+08:00')
  const rows = (await officer.call(getSpread, { place: street, kind: affair.name })).rows
  expect(rows).toEqual([
    { community: beside, open: 1, late: 1, done: 0 },
    { community: here, open: 1, late: 0, done: 1 },
  ])
  for (const { community, ...of } of rows)
    for (const show of ['open', 'late', 'done'] as const) {
      const list = await call(officer, requestVerbs(affair).see, { place: community, show })
      expect([list.total, list.rows.length]).toEqual([of[show], of[show]])
    }
  // What only doctors see is counted for nobody, and a community looks at no other.
  await expect(officer.call(getSpread, { place: street, kind: psych.name })).rejects.toThrow('not-found')
  await expect(officer.call(getSpread, { place: '410105002', kind: affair.name })).rejects.toThrow('not-found')
  await expect(desk.call(getSpread, { place: here, kind: affair.name })).rejects.toThrow('access.refused')
})

test('a case of psychological help is handed to a community beside, whose doctor takes it over, and to no place where it would lie', async () => {
  await givenPlaces(house)
  const next = '410105001006'
  const doctor = await house.as('community-doctor', here)
  const taker = await house.as('community-doctor', next)
  const dwelling = await givenDwelling(house, here, '7号楼', '1', '301')
  const { id } = await call(desk, requestVerbs(psych).begin, {
    ...{ id: newId(), v: psych.version, dwelling, way: 'desk', urgency: 'soon', fields: { asker: 'self', level: 'two' } },
  })
  const { takers } = await call(doctor, requestVerbs(psych).get, { id })
  expect(takers.map(({ code }) => code)).toContain(next)
  expect(takers.every(({ code }) => code.length === 12 && code !== here)).toBe(true)
  // The street reads nothing of it, and the last is on no list of places.
  for (const nowhere of [street, '410105001001'])
    await expect(act(psych, doctor, 'refer', id, { other: nowhere })).rejects.toThrow('kinds.nobody-takes')
  await act(psych, doctor, 'refer', id, { other: next })
  await act(psych, taker, 'pass-on', id, { office: next })
  expect((await call(taker, requestVerbs(psych).get, { id })).row.turn).toBe(next)
})
