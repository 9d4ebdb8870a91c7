// Requests as offices above the county see them: the heads of all their counties at once, each opened in its county.
import {
  acceptAnswer,
  answerRequest,
  askPlace,
  askReview,
  getRequest,
  listRequests,
  recordStep,
  reviewRequest,
  takeRequest,
  tellSide,
} from '@wangdi/domain/requests/requests.api.ts'
import { groupOf, type RequestKindName, requestKinds } from '@wangdi/domain/requests/kinds.ts'
import { bearsOnStanding, stateOf } from '@wangdi/domain/requests/requests.rules.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { givenPerson } from '../../test/given/people.ts'
import { type Caller, type House, startHouse } from '../../test/house.ts'
import { inTransaction } from '../platform/db.ts'

// Two counties of one city, one of another province.
const here = '410105001003'
const beside = '410122101205'
const away = '330102001001'
let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())
beforeEach(() => house.clock.set('2026-11-17T10:00:00+08:00'))

const desk = (community: string) => house.as('community-worker', community)
const take = (by: Caller, against: string, more: object = {}) =>
  by.call(takeRequest, {
    id: newId(),
    kind: 'property-rights',
    against,
    way: 'desk',
    matter: '石桂芬家的东西被拿走',
    details: {},
    who: null,
    ...more,
  })
type Show = 'all' | 'open' | 'late'
const list = (by: Caller, place: string, show: Show = 'all') => by.call(listRequests, { place, show, size: 200 })
const idsOf = async (by: Caller, place: string, show?: Show) => new Set((await list(by, place, show)).rows.map(({ id }) => id))

test('an office above the county sees exactly the requests of its counties, each with its head and nothing of who asks', async () => {
  const who = { name: '石桂芬', phone: '19900001234', relation: 'self' as const, shown: '', person: null }
  const one = await take(await desk(here), here, { who })
  const two = await take(await desk(beside), beside, { who })
  const three = await take(await desk(away), away, { who })
  const among = async (by: Caller, place: string) => {
    const seen = await idsOf(by, place)
    return [one, two, three].map(({ id }) => seen.has(id))
  }
  const city = await house.as('city-officer', '4101')
  const other = await house.as('city-officer', '4102')
  const province = await house.as('province-officer', '33')
  const nation = await house.as('nation-officer', '')
  expect(await among(city, '4101')).toEqual([true, true, false])
  expect(await among(city, '410105')).toEqual([true, false, false])
  expect(await among(city, '410105001')).toEqual([true, false, false])
  expect(await among(other, '4102')).toEqual([false, false, false])
  expect(await among(province, '33')).toEqual([false, false, true])
  expect(await among(nation, '')).toEqual([true, true, true])
  expect(await among(nation, '4101')).toEqual([true, true, false])

  expect(await city.call(getRequest, { id: two.id })).toMatchObject({ request: { number: two.number }, who: null })
  await expect(city.call(getRequest, { id: three.id })).rejects.toThrow('requests.not-found')
  await expect(other.call(getRequest, { id: one.id })).rejects.toThrow('requests.not-found')
  for (const seen of [await list(nation, ''), await city.call(getRequest, { id: one.id })])
    expect(JSON.stringify(seen)).not.toMatch(/石桂芬|19900001234/)
})

test('counties and the office above them tell the same of a request after each act, until the level above has reviewed', async () => {
  const worker = await desk(here)
  const civil = await house.as('county-civil-affairs', '410105')
  const city = await house.as('city-officer', '4101')
  const details = { data: 'phone', whose: 'residents', people: '120', happened: '2026-11-16' }
  const incident = await take(worker, here, { kind: 'data-incident', details })
  const made = await take(worker, '410105001')
  const rowOf = async (by: Caller, id: string, show: Show) => (await list(by, '410105', show)).rows.find((row) => row.id === id)
  const told = async (id: string) => {
    for (const show of ['all', 'open', 'late'] as const) expect(await rowOf(city, id, show)).toEqual(await rowOf(civil, id, show))
    return rowOf(city, id, 'all')
  }
  expect(await told(made.id)).toMatchObject({ office: '410105', state: 'open', due_on: '2026-12-02', late: false })
  house.clock.set('2026-12-03T10:00:00+08:00')
  expect(await told(made.id)).toMatchObject({ state: 'open', late: true })
  expect(await idsOf(city, '4101', 'late')).toContain(made.id)
  await civil.call(askPlace, { id: made.id, words: '请说明' })
  await (await house.as('street-officer', '410105001')).call(tellSide, { id: made.id, words: '已归还' })
  await civil.call(answerRequest, { id: made.id, result: 'right', words: '属实' })
  expect(await told(made.id)).toMatchObject({ state: 'answered', result: 'right', due_on: null })
  // The desk that took it down hands on what the person says, to an office beside or above it.
  await worker.call(askReview, { id: made.id, words: '要求赔偿' })
  expect(await told(made.id)).toMatchObject({ state: 'in-review', due_on: '2027-01-02' })
  await city.call(reviewRequest, { id: made.id, result: 'kept', words: '维持' })
  expect(await told(made.id)).toMatchObject({ state: 'settled', result: 'kept', due_on: null })

  for (const step of ['measure', 'told-authority', 'told-people'] as const)
    await civil.call(recordStep, { id: incident.id, step, words: '已处置' })
  await civil.call(answerRequest, { id: incident.id, result: 'settled', words: '处置完毕' })
  expect(await told(incident.id)).toMatchObject({ state: 'settled' })
})

test('a complaint about a county is listed, answered and closed by the city from its own heads', async () => {
  const worker = await desk(beside)
  const city = await house.as('city-officer', '4101')
  const made = await take(worker, '410122')
  expect((await list(city, '410122', 'open')).rows.find(({ id }) => id === made.id)).toMatchObject({ office: '4101' })
  const { open, late } = await list(city, '4101')
  await city.call(answerRequest, { id: made.id, result: 'right', words: '已要求改正' })
  await worker.call(acceptAnswer, { id: made.id, words: '' })
  const after = await list(city, '4101')
  expect([after.open, after.late]).toEqual([open - 1, late])
  expect(after.rows.find(({ id }) => id === made.id)).toMatchObject({ state: 'settled', result: 'right' })
})

test('every kind of request is listed above with the term it has in its county', async () => {
  const worker = await desk(here)
  const civil = await house.as('county-civil-affairs', '410105')
  const city = await house.as('city-officer', '4101')
  const person = await givenPerson(house, here, '胡来喜', { born: '1961-02-03' })
  const filled: Partial<Record<RequestKindName, Record<string, string>>> = {
    'over-control': { control: 'go-out-ban', since: '2026-11-15' },
    'data-incident': { data: 'phone', whose: 'residents', people: '3', happened: '2026-11-16' },
  }
  const kinds = Object.keys(requestKinds) as RequestKindName[]
  const itself = { name: '胡来喜', phone: null, relation: 'self' as const, shown: '', person }
  for (const kind of kinds)
    await take(worker, here, { kind, details: filled[kind] ?? {}, who: groupOf(kind) === 'data' ? itself : null })
  for (const group of ['complaint', 'data', 'incident'] as const) {
    const listed = await city.call(listRequests, { place: '410105', show: 'all', group, size: 200 })
    expect(listed).toEqual(await civil.call(listRequests, { place: '410105', show: 'all', group, size: 200 }))
    expect(new Set(listed.rows.map(({ kind }) => kind))).toEqual(new Set(kinds.filter((kind) => groupOf(kind) === group)))
  }
  const { rows, total } = await city.call(listRequests, { place: '4101', show: 'all', page: 1, size: 2 })
  expect([rows.length, total > 4]).toEqual([2, true])
})

test('the head of each request says what its acts say', async () => {
  const worker = await desk(here)
  const officer = await house.as('street-officer', '410105001')
  const made = await take(worker, here)
  await officer.call(askPlace, { id: made.id, words: '请说明' })
  await officer.call(answerRequest, { id: made.id, result: 'partly', words: '部分属实' })
  await worker.call(acceptAnswer, { id: made.id, words: '' })
  const heads = await house.owner.selectFrom('request_head').selectAll().execute()
  const acts = await house.owner.selectFrom('request_act').select(['request', 'kind', 'result', 'day']).orderBy('seen').execute()
  const requests = await house.owner.selectFrom('request').selectAll().execute()
  const ofRequest = (id: string) =>
    acts
      .filter(({ request, kind }) => request === id && bearsOnStanding('property-rights', kind as 'taken'))
      .map(({ kind, result, day }) => ({ kind, result, day }))
  expect(new Map(heads.map((head) => [head.id, head.acts]))).toEqual(new Map(requests.map(({ id }) => [id, ofRequest(id)])))
  expect(heads.find(({ id }) => id === made.id)).toMatchObject({ state: 'settled', since: null })
  expect(heads.map(({ state, since }) => ({ state, since }))).toEqual(
    heads.map(({ kind, acts }) => stateOf(kind as RequestKindName, acts as never)),
  )
})

test('the head of a request of another county, or for an office elsewhere, is written by no desk', async () => {
  const writes = (held_in: string, place: string, against: string) =>
    inTransaction(house.db, { county: '410105', area: here, place: here, health: false }, (db) =>
      db
        .insertInto('request_head')
        .values({
          ...{ id: newId(), held_in, number: 'TS', kind: 'wrong-record', place, reviewer: '41', against, taken_at: here },
          ...{
            way: 'desk',
            details: '{}',
            day: '2026-11-17',
            at: new Date('2026-11-17T02:00:00Z'),
            acts: '[]',
            state: 'open',
            since: '2026-11-17',
          },
        })
        .execute(),
    )
  await expect(writes('410122', '4101', beside)).rejects.toThrow('row-level security')
  await expect(writes('410105', '3301', here)).rejects.toThrow('row-level security')
  await expect(writes('410105', '410122', here)).rejects.toThrow('row-level security')
})
