// Who stays for the festival and what is done for them: a register as its declaration has it, and what the plan counts of it.
import { importVerbs, type KindImported, type KindPreview } from '@wangdi/domain/kinds/intake/import.api.ts'
import { chooseOf } from '@wangdi/domain/kinds/pointing/choose.api.ts'
import { registerVerbs } from '@wangdi/domain/kinds/register/register.api.ts'
import { requestVerbs } from '@wangdi/domain/kinds/request/request.api.ts'
import { readPlan, stateMeasure } from '@wangdi/domain/plan/plan.api.ts'
import { affair } from '@wangdi/domain/requests/kinds/affair.kind.ts'
import { errand } from '@wangdi/domain/requests/kinds/errand.kind.ts'
import { stayer } from '@wangdi/domain/requests/kinds/lists/stayer.kind.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { withClient } from '../../test/database-url.ts'
import { callKind as call } from '../../test/given/kinds.ts'
import { givenDwelling, givenPerson } from '../../test/given/people.ts'
import { type Caller, type House, startHouse } from '../../test/house.ts'
import { loadPlaces } from '../places/index.ts'
import { openPlaceList } from '../platform/national/place-list.ts'
import { writeSheet } from '../platform/sheet/write-sheet.ts'

const [here, beside, street] = ['410105001003', '410105001004', '410105001']
// Within the days that the notice of 2021 is about, a week before the New Year.
const day = '2021-02-05'
const verbs = registerVerbs(stayer)
let house: House
let desk: Caller
let officer: Caller
let door: string
let resident: string
beforeAll(async () => {
  house = await startHouse({ day })
  const list = await openPlaceList(new URL('../../test/places-excerpt.br', import.meta.url))
  await withClient(house.ownerUrl, (client) => loadPlaces(client, list))
  desk = await house.as('community-worker', here, '孙丽')
  officer = await house.as('street-officer', street)
  door = await givenDwelling(house, here, '3号楼', '2', '402')
  resident = await givenPerson(house, here, '郑阿婆', { dwelling: door })
})
afterAll(() => house.close())
beforeEach(() => house.clock.set(`${day}T10:00:00+08:00`))

const add = (fields: object, by = desk, place = here) => call(by, verbs.add, { id: newId(), place, v: 1, fields })
const family = () => ({ name: '郑家', door, resident, people: 2, needs: ['goods', 'affairs'], helper: desk.account })
const live = async (by = desk, place = here) => (await call(by, verbs.see, { place, show: 'live' })).rows
const measure = async (id: string) => {
  const { items } = await desk.call(readPlan, { place: here })
  return items.find((item) => item.id.endsWith(id))
}

test('whoever stays for the festival stands on a list with door, heads, needs and who keeps in touch, and the list leads to what is done for them [R-2021-35]', async () => {
  const taken = await call(desk, requestVerbs(errand).begin, {
    ...{ id: newId(), v: errand.version, dwelling: door, way: 'desk', urgency: 'soon' },
    fields: { what: 'food', items: [{ item: '面粉' }], put: 'door' },
  })
  const [offered] = (await desk.call(chooseOf, { place: here, kind: errand.name })).rows
  expect(offered?.id).toBe(taken.id)
  const { id } = await add({ ...family(), errand: taken.id })
  const seen = await call(desk, verbs.get, { id })
  expect(seen.fields).toMatchObject({ people: 2, needs: ['goods', 'affairs'] })
  expect(Object.values(seen.names)).toEqual(expect.arrayContaining(['郑阿婆', '孙丽', expect.stringContaining('3号楼')]))
  expect(JSON.stringify(seen.names)).toContain(taken.number)
  // Whoever reads the list sees a door, and leaves a line that names it.
  expect((await live()).map(({ details }) => details['door'])).toEqual([door])
  const { rows: traced } = await sql<{ subject: string }>`select s.subject::text as subject from audit_line l
    join audit_seen s on s.scope = l.scope and s.line = l.id where l.account = ${desk.account} and l.verb = ${verbs.see.name}`.execute(
    house.owner,
  )
  expect(traced.map(({ subject }) => subject)).toContain(door)
  // The street reads along, a community beside it does not; a door of another community is nobody's to name here.
  expect((await live(officer, street)).map(({ title }) => title)).toEqual(['郑家'])
  const other = await house.as('community-worker', beside)
  await expect(call(other, verbs.get, { id })).rejects.toThrow('not-found')
  await expect(add({ ...family(), name: '赵家' }, other, beside)).rejects.toThrow('kinds.no-such-one')
  await call(desk, verbs.acts.end, { id, basis: '买到票，回家了' })
  expect(await live()).toEqual([])
})

test('those who stay are served: what they need is asked anew within the week, public business is done for them by a request that the list opens, and the plan counts both [R-2021-56]', async () => {
  expect(await measure('stayers-served')).toMatchObject({ state: 'not' })
  const asked = await call(desk, requestVerbs(affair).begin, {
    ...{ id: newId(), v: affair.version, place: here, way: 'desk', urgency: 'soon' },
    fields: { item: 'old', matter: '高龄津贴' },
  })
  const { id } = await add({ ...family(), affair: asked.id })
  await add({ name: '工地过年的三家', where: '经八路工地宿舍', people: 8, needs: ['work'], call: '19900000061' })
  const countedOf = async (which: string) => {
    const { due, done } = (await measure(which))?.evidence.find(({ name }) => name === 'people.stayers') ?? {}
    return [due, done]
  }
  expect([await countedOf('stayers-known'), await countedOf('stayers-served')]).toEqual([
    [2, 2],
    [2, 2],
  ])
  house.clock.set('2021-02-13T10:00:00+08:00')
  expect(await countedOf('stayers-served')).toEqual([2, 0])
  const { last_at } = await call(desk, verbs.get, { id })
  await call(desk, verbs.acts['still-right'], { id, last_at })
  expect(await countedOf('stayers-served')).toEqual([2, 1])
  await call(desk, requestVerbs(affair).acts['give'], { id: asked.id, doer: desk.account })
  await call(desk, requestVerbs(affair).acts['done'], { id: asked.id, fields: { note: '报上去了' } })
  await call(desk, requestVerbs(affair).acts['confirm'], { id: asked.id })
  expect((await call(desk, requestVerbs(affair).get, { id: asked.id })).row.state).toBe('confirmed')
  for (const one of await live()) await call(desk, verbs.acts.end, { id: one.id, basis: '节后都走了' })
})

test('a sheet of doors and residents is brought in whole, each found on the roster; a name that it does not hold goes back with its row', async () => {
  const sheet = await writeSheet('就地过年', [
    ['怎么称呼', '门牌', '找谁', '留下几口人', '要什么', '联系电话'],
    ['郑家', '3号楼2单元402', '郑阿婆', 2, '政务代办', '19900000062'],
    ['没有的人家', '3号楼2单元402', '查无此人', 1, '', ''],
    ['没有的门', '9号楼9单元909', '', 1, '', ''],
  ])
  const reply = await fetch(`${house.url}/api/k/files`, {
    method: 'POST',
    headers: { ...desk.headers, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(sheet),
  })
  const { file } = (await reply.json()) as { file: string }
  const { preview, bring } = importVerbs(stayer) ?? {}
  const seen = (await desk.call(preview as never, { place: here, file, language: 'zh' } as never)) as unknown as KindPreview
  expect([seen.rows, seen.accepted, seen.rejected]).toEqual([3, 1, 2])
  const made = (await desk.call(bring as never, { id: newId(), place: here, file } as never)) as unknown as KindImported
  expect([made.accepted, made.rejected]).toEqual([1, 2])
  const [row] = await live()
  expect((await call(desk, verbs.get, { id: row?.id ?? '' })).fields).toMatchObject({ name: '郑家', door, resident, people: 2 })
})

test('where nobody stays a named person says so, as of a day: until then it is lacking, a week later it is asked anew, and a record speaks before the word', async () => {
  const there = await house.as('community-director', beside, '刘洋')
  const own = async () => {
    const { items } = await there.call(readPlan, { place: beside })
    const [known, served] = ['stayers-known', 'stayers-served'].map((id) => items.find((item) => item.id.endsWith(id)))
    return { id: known?.id ?? '', known, served }
  }
  const { id, known } = await own()
  expect(known).toMatchObject({ state: 'not', statement: null, evidence: [{ due: 1, done: 0, none_days: 7 }] })
  const word = (state: 'done' | 'none', measure = id) =>
    there.call(stateMeasure, { id: newId(), place: beside, measure, state, note: '' })
  await expect(word('done')).rejects.toThrow('plan.proved-by-records')
  await word('none')
  expect((await own()).known).toMatchObject({ state: 'nothing', evidence: [], statement: { state: 'none', by: '刘洋', day } })
  // It is said of the register: every measure that rests on it hears it.
  expect((await own()).served).toMatchObject({ state: 'nothing', statement: { state: 'none' } })
  const parties = (await there.call(readPlan, { place: beside })).items.find(({ proof }) => proof.includes('staff.committees'))
  await expect(word('none', parties?.id)).rejects.toThrow('plan.not-none')
  house.clock.set('2021-02-12T10:00:00+08:00')
  expect((await own()).known).toMatchObject({ state: 'not', statement: null })
  await word('none')
  await add({ name: '工地上的', where: '工棚', people: 1 }, there, beside)
  expect((await own()).known).toMatchObject({ state: 'done', statement: null, evidence: [{ due: 1, done: 1 }] })
  await expect(word('none')).rejects.toThrow('plan.not-none')
})
