import { checkArrival, listArrivals, readReceipt, recordArrival } from '@wangdi/domain/people/arrival/arrival.api.ts'
import { listPile } from '@wangdi/domain/people/pile/pile.api.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { givenDwelling, givenGrid, givenPerson } from '../../test/given/people.ts'
import { givenResponse } from '../../test/given/regimes.ts'
import { type Caller, type House, type Refused, startHouse } from '../../test/house.ts'

const tixiang = '410105001003'
const today = '2026-11-17'
const documentNumber = '410199199108104616'
let house: House
let clerk: Caller
let worker: Caller
let mine: string

beforeAll(async () => {
  house = await startHouse({ day: today })
  clerk = await house.as('community-worker', tixiang, '宋磊')
  worker = await house.as('grid-worker', tixiang, '马晓燕')
  mine = await givenDwelling(house, tixiang, '3号楼', '2', '402')
  await givenGrid(house, tixiang, [mine], worker.account)
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.set(`${today}T10:00:00+08:00`)
  await sql`truncate response_act, response, observation, arrival, person cascade`.execute(house.owner)
})

const arrival = (more: object = {}) => ({
  id: newId(),
  community: tixiang,
  origin: '湖北武汉',
  arrived_on: today,
  dwelling: mine,
  ...more,
})
const newcomer = (more: object = {}) => ({ id: newId(), name: '陈小川', document: documentNumber, phone: '19900001234', ...more })
const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: Refused) => error.code,
  )
const list = (more: object = {}, who = clerk) => who.call(listArrivals, { place: tixiang, ...more })

test('without a response nobody is registered, with one they are; both sides [R-LAW-1][R-2020A-13]', async () => {
  expect(await refusal(clerk.call(recordArrival, arrival({ entered: newcomer() })))).toBe('regimes.closed')
  expect(await refusal(list())).toBe('regimes.closed')
  await givenResponse(house, tixiang)
  await clerk.call(recordArrival, arrival({ entered: newcomer(), origin_kind: 'high', transport: '高铁 G1005', companions: 2 }))
  expect((await list()).rows[0]).toMatchObject({
    name: '陈小川',
    phone: '199****1234',
    door: '3号楼2单元402',
    origin: '湖北武汉',
    transport: '高铁 G1005',
    companions: 2,
    match: 'new',
  })
})

test('somebody on file is found by the document and not made twice; somebody chosen is taken as chosen', async () => {
  await givenResponse(house, tixiang)
  const known = await givenPerson(house, tixiang, '陈小川', { document: documentNumber, dwelling: mine })
  const made = await clerk.call(recordArrival, arrival({ entered: newcomer() }))
  expect(made.person).toBe(known)
  const other = await givenPerson(house, tixiang, '刘洋')
  await clerk.call(recordArrival, arrival({ person: other, reported_by: 'hotel' }))
  expect((await list()).rows.map(({ match, reported_by }) => `${match} ${reported_by}`).sort()).toEqual([
    'chosen hotel',
    'document community',
  ])
  const people = await house.owner.selectFrom('person').select('id').execute()
  expect(people).toHaveLength(2)
  expect(await refusal(clerk.call(recordArrival, arrival({ person: known })))).toBe('people.arrival-held')
})

test('the door is the one declared, else the registered home as it is known now; a check may say another [R-2020P-7]', async () => {
  await givenResponse(house, tixiang)
  const home = await givenDwelling(house, tixiang, '6号楼', '1', '101')
  const person = await givenPerson(house, tixiang, '刘洋')
  const undeclared = arrival({ person, dwelling: null })
  await clerk.call(recordArrival, undeclared)
  const doorNow = async () => (await list()).rows[0]?.door
  expect(await doorNow()).toBe('')
  await sql`update person set dwelling = ${home} where id = ${person}`.execute(house.owner)
  expect(await doorNow()).toBe('6号楼1单元101')
  expect((await list({}, worker)).total).toBe(0)
  const check = { id: undeclared.id, version: 1, state: 'arrived' as const, arrived_on: today, origin_kind: 'low' as const }
  expect(await refusal(clerk.call(checkArrival, { ...check, dwelling: newId() }))).toBe('people.dwelling-not-found')
  await clerk.call(checkArrival, { ...check, dwelling: mine })
  expect(await doorNow()).toBe('3号楼2单元402')
  expect((await list({}, worker)).total).toBe(1)
})

test('somebody of another community is entered there, or here as somebody new: nobody here would see the record', async () => {
  await givenResponse(house, '410105')
  const health = await house.as('county-health', '410105', '韩志远')
  const there = await givenPerson(house, '410105001001', '陈小川', { document: documentNumber })
  expect(await refusal(health.call(recordArrival, arrival({ person: there })))).toBe('people.arrival-elsewhere')
  const made = await health.call(recordArrival, arrival({ entered: newcomer() }))
  expect(made.person).not.toBe(there)
  expect((await list()).rows).toMatchObject([{ person: made.person, match: 'new' }])
})

test('the level of the origin is told first and confirmed by a person after; unknown confirms nothing [R-2020A-13]', async () => {
  await givenResponse(house, tixiang)
  const asked = arrival({ entered: newcomer(), origin_kind: 'high' })
  await clerk.call(recordArrival, asked)
  expect((await list()).rows[0]).toMatchObject({ origin_kind: 'high', origin_confirmed_by: null })
  expect((await list({ unchecked: true })).total).toBe(1)
  const check = { id: asked.id, state: 'arrived' as const, arrived_on: today }
  await clerk.call(checkArrival, { ...check, version: 1, origin_kind: 'unknown' })
  expect((await list()).counts).toEqual({ expected: 0, arrived: 1, checked: 0 })
  await clerk.call(checkArrival, { ...check, version: 2, origin_kind: 'medium', left_origin_on: '2026-11-16' })
  expect((await list()).rows[0]).toMatchObject({ origin_kind: 'medium', origin_confirmed_by: '宋磊', version: 3 })
  await expect(clerk.call(checkArrival, { ...check, version: 2, origin_kind: 'low' })).rejects.toMatchObject({
    problem: { code: 'record.moved', facts: { by: '宋磊', at: '10:00', version: 3 } },
  })
})

test('the receipt says when it was received, how the person was found and what came of it', async () => {
  await givenResponse(house, tixiang)
  const asked = arrival({ entered: newcomer(), reported_by: 'pushed', state: 'expected', arrived_on: '2026-11-18' })
  await clerk.call(recordArrival, asked)
  expect(await clerk.call(readReceipt, { id: asked.id })).toMatchObject({
    number: `来返-20261117-${asked.id.slice(-6)}`,
    received_by: '宋磊',
    match: 'new',
    state: 'expected',
    checked: false,
  })
})

test('a grid worker registers at the own doors only, also without network, and sees those [R-2020P-7]', async () => {
  await givenResponse(house, tixiang)
  const other = await givenDwelling(house, tixiang, '6号楼', '1', '101')
  expect(await refusal(worker.call(recordArrival, arrival({ entered: newcomer(), dwelling: other })))).toBe('access.not-found')
  expect(await refusal(worker.call(recordArrival, arrival({ entered: newcomer(), dwelling: null })))).toBe('people.arrival-door')
  await worker.call(recordArrival, arrival({ entered: newcomer(), reported_by: 'family', origin_kind: 'abroad' }))
  await clerk.call(recordArrival, arrival({ entered: newcomer({ document: null }), dwelling: other }))
  const own = await list({}, worker)
  expect(own.rows).toMatchObject([{ reported_by: 'family', grid: '第1网格', responsible: '马晓燕' }])
  expect((await list()).total).toBe(2)
})

test('a grid worker who tells the number of somebody behind another door learns nothing; the community settles who it is', async () => {
  await givenResponse(house, tixiang)
  const far = await givenDwelling(house, tixiang, '6号楼', '1', '101')
  const held = await givenPerson(house, tixiang, '陈大川', { document: documentNumber, phone: '19900005678', dwelling: far })
  const entered = newcomer()
  const made = await worker.call(recordArrival, arrival({ entered }))
  expect(made).toEqual({ id: made.id, version: 1, person: entered.id })
  const own = await list({}, worker)
  expect(own.rows).toMatchObject([{ person: entered.id, name: '陈小川', phone: '199****1234', match: 'new' }])
  expect(JSON.stringify(own)).not.toContain(held)
  const { rows } = await clerk.call(listPile, { place: tixiang })
  expect(rows).toMatchObject([{ kind: 'look-alike', person: { id: entered.id }, other: { id: held }, run: null, row: null }])
  expect(await refusal(worker.call(recordArrival, arrival({ person: held })))).toBe('people.not-found')
  expect(await refusal(worker.call(recordArrival, arrival({ entered: newcomer({ id: held }) })))).toBe('people.not-found')
})

test('who it is must be said once, and days must fit', async () => {
  await givenResponse(house, tixiang)
  const enter = (more: object) => refusal(clerk.call(recordArrival, arrival(more)))
  expect(await enter({})).toBe('people.arrival-who')
  expect(await enter({ entered: newcomer(), person: newId() })).toBe('people.arrival-who')
  expect(await enter({ person: newId() })).toBe('people.not-found')
  expect(await enter({ entered: newcomer(), arrived_on: '2026-11-18' })).toBe('people.arrived-ahead')
  expect(await enter({ entered: newcomer(), left_origin_on: '2026-11-18' })).toBe('people.left-after-arrival')
  expect(await enter({ entered: newcomer({ document: '410199199108104619' }) })).toBe('people.document-wrong')
  expect((await list()).total).toBe(0)
})
