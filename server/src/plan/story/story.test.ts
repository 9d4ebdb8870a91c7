import { decideObservation, recordReading } from '@wangdi/domain/observation/observation.api.ts'
import { recordArrival } from '@wangdi/domain/people/arrival/arrival.api.ts'
import { correctPerson, getPerson } from '@wangdi/domain/people/people.api.ts'
import { readHousehold } from '@wangdi/domain/plan/building-view.api.ts'
import { readHouseholdStory, readPersonStory } from '@wangdi/domain/plan/story/story.api.ts'
import { takeRequest } from '@wangdi/domain/requests/requests.api.ts'
import { recordVisit } from '@wangdi/domain/rounds/rounds.api.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenDwelling, givenGrid, givenPerson } from '../../../test/given/people.ts'
import { type Caller, type House, startHouse } from '../../../test/house.ts'
import { openResponseFor } from '../../regimes/given.ts'

const community = '410105001003'
let house: House
let director: Caller
let worker: Caller
let home: string
let away: string
let person: string
let mother: string
let stay: string

const at = (time: string) => house.clock.set(`${time}:00+08:00`)

beforeAll(async () => {
  house = await startHouse({ day: '2026-11-15' })
  await openResponseFor(house, '410105', { from: '2026-11-10', until: '2026-12-10' })
  director = await house.as('community-director', community, '周敏')
  worker = await house.as('grid-worker', community, '马晓燕')
  home = await givenDwelling(house, community, '3号楼', '1', '302')
  away = await givenDwelling(house, community, '5号楼', '2', '601')
  await givenGrid(house, community, [home], worker.account, '1网格')
  person = await givenPerson(house, community, '周建国', { born: '1980-03-01', dwelling: away })
  mother = await givenPerson(house, community, '孙玉兰', { born: '1955-03-01', dwelling: home })

  at('2026-11-15T09:00')
  await director.call(recordVisit, { id: newId(), dwelling: home, result: 'nobody-home' })
  at('2026-11-16T09:00')
  const { version } = await director.call(getPerson, { id: person })
  await director.call(correctPerson, { id: person, version, name: '周建国', dwelling: home, moved_on: '2026-11-16' })
  at('2026-11-16T10:00')
  await director.call(recordArrival, { id: newId(), community, person, origin: '青河市东湖区', arrived_on: '2026-11-16' })
  at('2026-11-16T11:00')
  const health = await house.as('county-health', '410105', '王海涛')
  stay = newId()
  const notice = { finding: '次密接', measure: '居家隔离医学观察', rights: '可以申请复议', contact: '19900000001' }
  const order = { day_zero: '2026-11-15', known: {}, number: '观〔2026〕1号', issuer: '区疾控', basis: '流调认定', notice }
  await health.call(decideObservation, { id: stay, person, kind: 'secondary-contact', ...order })
  at('2026-11-17T08:12')
  const taken = { temperature: 36.6, symptoms: [], measured_by: 'self' as const, not_measured: null }
  await worker.call(recordReading, { id: newId(), observation: stay, ...taken })
  at('2026-11-17T09:00')
  await director.call(recordVisit, { id: newId(), dwelling: home, result: 'met', met: [mother] })
  at('2026-11-17T10:00')
  const who = { name: '孙玉兰', phone: null, relation: 'self' as const, shown: '身份证', person: mother }
  const asked = { kind: 'data-see' as const, against: community, way: 'desk' as const, matter: '看自己的信息', details: {} }
  await director.call(takeRequest, { id: newId(), ...asked, who })
})
afterAll(() => house.close())

test('visits, moves, arrivals, stays and requests of a household stand in one order, newest first, names masked', async () => {
  const { rows, total, hidden } = await director.call(readHouseholdStory, { dwelling: home })
  expect(rows.map(({ kind }) => kind)).toEqual(['request', 'visit', 'reading', 'order', 'arrival', 'move', 'visit'])
  expect([total, hidden]).toEqual([7, []])
  expect(rows).toMatchObject([
    { request: 'data-see', people: [{ id: mother, name: '孙**' }], by: '周敏' },
    { result: 'met', people: [{ id: mother }], at: expect.stringContaining('2026-11-17T01:00:0') },
    { temperature: 36.6, symptoms: 0, not_measured: null, stay, by: '马晓燕', people: [{ name: '周**' }] },
    { number: '观〔2026〕1号', stay, by: '王海涛' },
    { origin: '青河市东湖区', state: 'arrived', day: '2026-11-16', at: null },
    { from: '5号楼2单元601', to: '3号楼1单元302', why: 'moved', day: '2026-11-16' },
    { result: 'nobody-home', people: [] },
  ])
})

test('the story of a person goes with the person, and begins behind a door when they moved in', async () => {
  const { rows } = await director.call(readPersonStory, { person })
  expect(rows.map(({ kind }) => kind)).toEqual(['visit', 'reading', 'order', 'arrival', 'move'])
  expect(rows[0]).toMatchObject({ kind: 'visit', result: 'met', people: [] })
  expect((await director.call(readPersonStory, { person: mother })).rows.map(({ kind }) => kind)).toEqual([
    'request',
    'visit',
    'visit',
  ])
  expect((await director.call(readHouseholdStory, { dwelling: away })).rows.map(({ kind }) => kind)).toEqual(['move'])
})

test('a story comes page by page with the number of all its lines', async () => {
  const page = async (number: number) => director.call(readHouseholdStory, { dwelling: home, page: number, size: 3 })
  const pages = [await page(0), await page(1), await page(2)]
  expect(pages.map(({ rows }) => rows.length)).toEqual([3, 3, 1])
  expect(pages.map(({ total }) => total)).toEqual([7, 7, 7])
  expect(new Set(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).size).toBe(7)
})

test('of one part alone a story has as many lines as the count of that part says, and the counts stay those of all', async () => {
  const { counts } = await director.call(readHouseholdStory, { dwelling: home })
  expect(counts.map(({ part, lines }) => [part, lines])).toEqual([
    ['visits', 2],
    ['moves', 1],
    ['arrivals', 1],
    ['stays', 2],
    ['requests', 1],
  ])
  for (const { part, lines } of counts) {
    const own = await director.call(readHouseholdStory, { dwelling: home, part, page: 0, size: 50 })
    expect([part, own.total, own.rows.length, own.counts]).toEqual([part, lines, lines, counts])
    const after = await director.call(readHouseholdStory, { dwelling: home, part, page: 9, size: 50 })
    expect([after.rows, after.total]).toEqual([[], lines])
  }
  const street = await house.as('street-officer', '410105001')
  expect((await street.call(readHouseholdStory, { dwelling: home, part: 'stays' })).rows).toEqual([])
})

test('each is shown the parts that they may open, and told which are missing', async () => {
  const street = await house.as('street-officer', '410105001')
  const doctor = await house.as('community-doctor', community, '韩志远')
  const parts = async (who: Caller) => {
    const { rows, hidden } = await who.call(readHouseholdStory, { dwelling: home })
    return [new Set(rows.map(({ kind }) => kind)), hidden]
  }
  expect(await parts(street)).toEqual([new Set(['request', 'visit', 'move']), ['arrivals', 'stays']])
  expect(await parts(doctor)).toEqual([new Set(['visit', 'reading', 'order', 'arrival', 'move']), ['requests']])
  await expect(worker.call(readHouseholdStory, { dwelling: away })).rejects.toMatchObject({ code: 'access.not-found' })
})

test('a release that was taken back stands as both: when it was decided and when it was taken back, by whom and why', async () => {
  const health = await house.as('county-health', '410105', '李卫')
  const id = newId()
  const place = { county: '410105', community, observation: stay }
  const paper = { issuer: '区疾控', code: 'K7M2Q9XR', number: '金卫解〔2026〕1号', checks: '{}', released_on: '2026-11-17' }
  const taken = { withdrawn_at: '2026-11-17T07:00:00Z', withdrawn_by: health.account, withdrawn_why: '核对有误' }
  const release = { ...place, ...paper, ...taken, id, decided_by: health.account, decided_at: '2026-11-17T06:00:00Z' }
  await house.owner.insertInto('observation_release').values(release).execute()
  const { rows } = await director.call(readPersonStory, { person })
  await house.owner.deleteFrom('observation_release').where('id', '=', id).execute()
  expect(rows.filter((line) => line.id === id)).toMatchObject([
    { kind: 'withdrawal', number: '金卫解〔2026〕1号', why: '核对有误', by: '李卫', at: '2026-11-17T07:00:00.000Z', stay },
    { kind: 'release', number: '金卫解〔2026〕1号', by: '李卫', at: '2026-11-17T06:00:00.000Z' },
  ])
})

test('the notice of a release is handed over and somebody calls on the days after: each stands on the line with who did it', async () => {
  const health = await house.as('county-health', '410105', '李卫')
  const place = { county: '410105', community }
  const [release, handover, first, third] = [newId(), newId(), newId(), newId()]
  const paper = { issuer: '区疾控', code: 'K7M2Q9XS', number: '金卫解〔2026〕2号', checks: '{}', released_on: '2026-11-17' }
  const decided = { decided_by: health.account, decided_at: '2026-11-17T06:00:00Z' }
  await house.owner
    .insertInto('observation_release')
    .values({ ...place, ...paper, ...decided, id: release, observation: stay })
    .execute()
  const handed = { way: 'family' as const, receipt: 'signed-by-family' as const, by_account: worker.account }
  await house.owner
    .insertInto('release_delivery')
    .values({ ...place, ...handed, id: handover, release, at: '2026-11-17T08:00:00Z' })
    .execute()
  const call = { ...place, observation: stay, by_account: director.account }
  await house.owner
    .insertInto('release_call')
    .values([
      { ...call, id: first, nth: 1, outcome: 'no-answer', at: '2026-11-18T02:00:00Z' },
      { ...call, id: third, nth: 3, outcome: 'unwell', note: '咳嗽，去了卫生站', at: '2026-11-20T02:00:00Z' },
    ])
    .execute()
  const { rows } = await director.call(readHouseholdStory, { dwelling: home })
  await house.owner.deleteFrom('release_call').where('observation', '=', stay).execute()
  await house.owner.deleteFrom('release_delivery').where('id', '=', handover).execute()
  await house.owner.deleteFrom('observation_release').where('id', '=', release).execute()
  expect(rows.slice(0, 4)).toMatchObject([
    {
      id: third,
      kind: 'call',
      nth: 3,
      outcome: 'unwell',
      by: '周敏',
      at: '2026-11-20T02:00:00.000Z',
      people: [{ name: '周**' }],
    },
    { id: first, kind: 'call', nth: 1, outcome: 'no-answer', stay },
    { id: handover, kind: 'handover', number: '金卫解〔2026〕2号', way: 'family', receipt: 'signed-by-family', by: '马晓燕' },
    { id: release, kind: 'release', number: '金卫解〔2026〕2号' },
  ])
})

test('what a response opens stands in no story where none is open', async () => {
  const beside = '410122101205'
  const there = await house.as('community-director', beside)
  const door = await givenDwelling(house, beside, '1号楼', '1', '101')
  const counts = ['visits', 'moves', 'requests'].map((part) => ({ part, lines: 0 }))
  const none = { rows: [], total: 0, counts, hidden: ['arrivals', 'stays'] }
  expect(await there.call(readHouseholdStory, { dwelling: door })).toEqual(none)
  expect(await there.call(readHouseholdStory, { dwelling: door, part: 'stays' })).toEqual(none)
})

test('from a door one goes to the doors beside it, floor by floor and unit by unit, a grid worker within the own grid', async () => {
  const doors = []
  for (const [unit, room] of [
    ['9', '101'],
    ['10', '101'],
    ['9', '201'],
    ['9', '102'],
  ] as const)
    doors.push(await givenDwelling(house, community, '8号楼', unit, room))
  const [first, last, upper, second] = doors as [string, string, string, string]
  await givenGrid(house, community, [first, upper], worker.account, '8网格')
  const beside = async (who: Caller, dwelling: string) => {
    const { before, after } = await who.call(readHousehold, { dwelling })
    return [before?.short ?? null, after?.short ?? null]
  }
  expect(await beside(director, first)).toEqual([null, '102'])
  expect(await beside(director, second)).toEqual(['101', '201'])
  expect(await beside(director, upper)).toEqual(['102', '8号楼10-101'])
  expect(await beside(director, last)).toEqual(['8号楼9-201', null])
  expect(await beside(worker, first)).toEqual([null, '201'])
  expect(await beside(worker, upper)).toEqual(['101', null])
})
