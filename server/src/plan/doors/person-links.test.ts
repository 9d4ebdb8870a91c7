import { correctPerson, getPerson } from '@wangdi/domain/people/people.api.ts'
import { listArrivals, recordArrival } from '@wangdi/domain/people/arrival/arrival.api.ts'
import { readPersonLinks } from '@wangdi/domain/plan/person-links.api.ts'
import { takeRequest } from '@wangdi/domain/requests/requests.api.ts'
import { recordVisit } from '@wangdi/domain/rounds/rounds.api.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenStay } from '../../../test/given/observation.ts'
import { givenDwelling, givenGrid, givenPerson } from '../../../test/given/people.ts'
import { type Caller, type House, startHouse } from '../../../test/house.ts'
import { openResponseFor } from '../../regimes/given.ts'

const community = '410105001003'
let house: House
let director: Caller
let doctor: Caller
let worker: Caller
let home: string
let away: string
let person: string
let mother: string
let stay: string

beforeAll(async () => {
  house = await startHouse({ day: '2026-11-17' })
  await openResponseFor(house, '410105', { from: '2026-11-10', until: '2026-12-10' })
  director = await house.as('community-director', community, '周敏')
  doctor = await house.as('community-doctor', community, '韩志远')
  worker = await house.as('grid-worker', community, '马晓燕')
  home = await givenDwelling(house, community, '3号楼', '1', '302')
  away = await givenDwelling(house, community, '5号楼', '2', '601')
  await givenGrid(house, community, [home], worker.account, '1网格')
  person = await givenPerson(house, community, '周建国', { born: '1980-03-01', dwelling: home, phone: '19900004402' })
  mother = await givenPerson(house, community, '孙玉兰', { born: '1955-03-01', dwelling: home })
  stay = await givenStay(house, community, person, '2026-11-16', { dwelling: away })
})
afterAll(() => house.close())

test('from a person everything that hangs on them is reached: household, visits, arrivals, stays with their door, requests', async () => {
  const [visit, arrival, request] = [newId(), newId(), newId()]
  await director.call(recordVisit, { id: visit, dwelling: home, result: 'met', met: [person] })
  await director.call(recordArrival, { id: arrival, community, person, origin: '青河市东湖区', arrived_on: '2026-11-15' })
  const who = { name: '周建国', phone: null, relation: 'self' as const, shown: '身份证', person }
  const asked = { kind: 'data-see' as const, against: community, way: 'desk' as const, matter: '看自己的信息', details: {} }
  await director.call(takeRequest, { id: request, ...asked, who })
  const links = await director.call(readPersonLinks, { person })
  expect(links).toMatchObject({
    ...{ name: '周建国', dwelling: home, door: '3号楼1单元302', visits_total: 1 },
    household: [{ id: mother, name: '孙玉兰' }],
    visits: [{ id: visit, by: '周敏', result: 'met', met: true }],
    arrivals: [{ id: arrival, origin: '青河市东湖区', state: 'arrived' }],
    stays: [{ id: stay, state: 'running', from: '2026-11-16', day: 2, days: 7, elsewhere: '5号楼2单元601' }],
    requests: [{ id: request, kind: 'data-see' }],
  })
  expect((await director.call(readPersonLinks, { person: mother })).visits[0]).toMatchObject({ id: visit, met: false })
  expect((await director.call(listArrivals, { place: community, person })).rows.map(({ id }) => id)).toEqual([arrival])
  expect((await director.call(listArrivals, { place: community, person: mother })).rows).toEqual([])
})

test('each sees the parts that they may open, and a grid worker nobody behind another’s door', async () => {
  const parts = async (who: Caller) => {
    const { stays, arrivals, requests } = await who.call(readPersonLinks, { person: mother })
    return [stays, arrivals, requests].map((part) => part !== null)
  }
  const street = await house.as('street-officer', '410105001')
  expect([await parts(director), await parts(doctor), await parts(worker), await parts(street)]).toEqual([
    [true, true, true],
    [true, true, false],
    [true, true, false],
    [false, false, true],
  ])
  const stranger = await house.as('grid-worker', community)
  await expect(stranger.call(readPersonLinks, { person })).rejects.toMatchObject({ code: 'access.not-found' })
  const elsewhere = await house.as('community-director', '410105001001')
  await expect(elsewhere.call(readPersonLinks, { person })).rejects.toMatchObject({ code: 'access.not-found' })
})

test('what a response opens hangs on nobody where none is open', async () => {
  const beside = '410122101205'
  const there = await house.as('community-director', beside)
  const somebody = await givenPerson(house, beside, '韩一', { born: '1980-03-01' })
  expect(await there.call(readPersonLinks, { person: somebody })).toMatchObject({ arrivals: null, stays: null, requests: [] })
})

test('the door of a person is changed, and every door before stays known with who changed it, when and why', async () => {
  const moving = await givenPerson(house, community, '周一鸣', { born: '2007-03-01', dwelling: home })
  const moves = async () => (await director.call(getPerson, { id: moving })).moves
  expect(await moves()).toEqual([])
  const say = async (more: object) => {
    const { version } = await director.call(getPerson, { id: moving })
    return director.call(correctPerson, { id: moving, version, name: '周一鸣', ...more })
  }
  await say({ dwelling: away, moved_on: '2026-11-10' })
  expect((await director.call(getPerson, { id: moving })).door).toBe('5号楼2单元601')
  expect((await director.call(readPersonLinks, { person: moving })).dwelling).toBe(away)
  await say({ relation: '孙子' })
  await say({ dwelling: away })
  house.clock.set('2026-11-17T11:00:00+08:00')
  await say({ dwelling: home })
  expect(await moves()).toMatchObject([
    { from: '5号楼2单元601', to: '3号楼1单元302', moved_on: null, why: 'corrected', by: '周敏' },
    { from: '3号楼1单元302', to: '5号楼2单元601', moved_on: '2026-11-10', why: 'moved', by: '周敏' },
  ])
  await expect(say({ dwelling: away, moved_on: '2026-12-01' })).rejects.toMatchObject({ code: 'people.moved-ahead' })
  await expect(say({ dwelling: newId() })).rejects.toMatchObject({ code: 'people.dwelling-not-found' })
  expect(await moves()).toHaveLength(2)
})

test('visits that met a person stay theirs when their door changes, and those to the new door before they came are not theirs', async () => {
  house.clock.set('2026-11-17T12:00:00+08:00')
  const there = await givenDwelling(house, community, '6号楼', '1', '101')
  const moving = await givenPerson(house, community, '周小宇', { born: '2005-03-01', dwelling: home })
  const [met, before, after] = [newId(), newId(), newId()]
  await director.call(recordVisit, { id: met, dwelling: home, result: 'met', met: [moving] })
  house.clock.set('2026-11-18T09:00:00+08:00')
  await director.call(recordVisit, { id: before, dwelling: there, result: 'nobody-home' })
  house.clock.set('2026-11-19T09:00:00+08:00')
  const { version } = await director.call(getPerson, { id: moving })
  await director.call(correctPerson, { id: moving, version, name: '周小宇', dwelling: there })
  await director.call(recordVisit, { id: after, dwelling: there, result: 'nobody-home' })
  const { visits, visits_total } = await director.call(readPersonLinks, { person: moving })
  expect([visits.map(({ id }) => id), visits_total]).toEqual([[after, met], 2])
})
