import { listTiers, recordHealth } from '@wangdi/domain/health/health.api.ts'
import { setMark } from '@wangdi/domain/people/people.api.ts'
import { readGoal } from '@wangdi/domain/plan/goal/goal.ts'
import { readPlan } from '@wangdi/domain/plan/plan.api.ts'
import { readSupervision } from '@wangdi/domain/plan/supervision/supervision.ts'
import { listArrivals } from '@wangdi/domain/people/arrival/arrival.api.ts'
import { readFourTimes } from '@wangdi/domain/reports/four-times.ts'
import { askPlace, listRequests, takeRequest } from '@wangdi/domain/requests/requests.api.ts'
import { listBehind, readDailyReport } from '@wangdi/domain/reports/reports.api.ts'
import { readDue, recordVisit } from '@wangdi/domain/rounds/rounds.api.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withClient } from '../../test/database-url.ts'
import { givenStay } from '../../test/given/observation.ts'
import { givenDwelling, givenGrid, givenPerson } from '../../test/given/people.ts'
import { givenTold } from '../../test/given/told.ts'
import { givenResponse } from '../../test/given/regimes.ts'
import { type Caller, type House, startHouse } from '../../test/house.ts'
import { loadPlaces } from '../places/index.ts'
import { openPlaceList } from '../platform/national/place-list.ts'

const community = '410105001003'
const day = '2026-11-17'
let house: House
let worker: Caller
let doctor: Caller
let director: Caller
let street: Caller
const doors: string[] = []

beforeAll(async () => {
  house = await startHouse({ day })
  const list = await openPlaceList(new URL('../../test/places-excerpt.br', import.meta.url))
  await withClient(house.ownerUrl, (client) => loadPlaces(client, list))
  worker = await house.as('grid-worker', community, '马晓燕')
  doctor = await house.as('community-doctor', community, '李文静')
  director = await house.as('community-director', community, '周敏')
  street = await house.as('street-officer', '410105001', '王芳')
  await givenResponse(house, '410105', { rules: 'community-work-2020@2020-03-04,terms@2022-07-15' })
  for (const room of ['101', '102', '103', '104', '105']) doors.push(await givenDwelling(house, community, '3号楼', '2', room))
  await givenGrid(house, community, doors, worker.account)
})
afterAll(() => house.close())

/** A visit made at a moment. */
async function visit(dwelling: string | undefined, at: string, result: 'met' | 'not-convenient', met: string[] = []) {
  house.clock.set(`${at}+08:00`)
  await worker.call(recordVisit, { id: newId(), dwelling: dwelling ?? '', result, met })
}

/** What every page says of the contacts of today. */
async function contacts() {
  const { items } = await director.call(readPlan, { place: community })
  const { lines } = await director.call(readDailyReport, { community, day })
  const due = await director.call(readDue, { community })
  const { counts } = await doctor.call(listTiers, { community })
  const { rows } = await doctor.call(readGoal, { place: community })
  const sum = (of: 'overdue' | 'no_answer' | 'in_rhythm') => rows[0]?.goal.reduce((all, row) => all + row[of], 0)
  const evidence = items.flatMap((item) => item.evidence).find(({ name }) => name === 'visits.elders')
  const supervised = (await street.call(readSupervision, { place: '410105001', size: 1 })).rows[0]
  const left = await director.call(listBehind, { community, day, line: 'key-persons', figure: 2 })
  return {
    plan: evidence && [evidence.due, evidence.done, evidence.tried, evidence.left],
    report: lines.find(({ name }) => name === 'key-persons')?.figures,
    above: supervised && [supervised.community, supervised.effect.due, supervised.effect.done],
    behindLeft: left.total,
    doorsToGoTo: due.total,
    doorsNotMet: (await director.call(readDue, { community, tried: true })).total,
    peopleToSee: due.people,
    tiers: [counts.contact_due, counts.no_answer, counts.contact_done],
    goal: [sum('overdue'), sum('no_answer'), sum('in_rhythm')],
  }
}

test('who is to be contacted is one number by door and one by person, on plan, list, ledger, board and report', async () => {
  const born = '1948-03-01'
  const people = []
  for (const [nth, name] of ['周桂兰', '陈福', '何丽', '吴娟敏'].entries())
    people.push(await givenPerson(house, community, name, { born, dwelling: doors[nth] as string }))
  // A second one behind the first door; and somebody young, whom only the colour makes due.
  await givenPerson(house, community, '周大明', { born, dwelling: doors[0] as string })
  const young = await givenPerson(house, community, '沈洋诗', { born: '1994-03-01', dwelling: doors[4] as string })
  const told = { source: 'visit' as const, stated_on: '2026-11-10' }
  await doctor.call(recordHealth, { id: newId(), person: young, disease: 'unstable', doses: 0, ...told })
  // The second door is due by its mark, not yet by the age alone.
  await director.call(setMark, { id: newId(), person: people[1] ?? '', kind: 'elder-alone', source: 'entered' })
  await visit(doors[1], '2026-11-09T10:00:00', 'met')
  await visit(doors[2], '2026-11-09T10:00:00', 'met') // in rhythm: every 14 days

  house.clock.set(`${day}T07:00:00+08:00`)
  expect(await contacts()).toEqual({
    plan: [4, 0, 0, 4],
    report: [4, 0, 4, null],
    above: [community, 4, 0],
    behindLeft: 4,
    doorsToGoTo: 4,
    doorsNotMet: 4,
    peopleToSee: 5,
    tiers: [5, 0, 1],
    goal: [5, 0, 1],
  })

  await visit(doors[1], `${day}T08:00:00`, 'met')
  await visit(doors[2], `${day}T08:30:00`, 'met') // was not due today: not done of today
  await visit(doors[3], `${day}T09:00:00`, 'not-convenient')
  expect(await contacts()).toEqual({
    plan: [4, 1, 1, 2],
    report: [4, 1, 3, null],
    above: [community, 4, 1],
    behindLeft: 3,
    doorsToGoTo: 2,
    doorsNotMet: 3,
    peopleToSee: 3,
    tiers: [3, 1, 2],
    goal: [3, 1, 2],
  })
})

test('a street sees the measures of a community by state as its own plan shows them', async () => {
  house.clock.set(`${day}T07:00:00+08:00`)
  const { rows } = await street.call(readSupervision, { place: '410105001', size: 20 })
  const { items } = await director.call(readPlan, { place: community })
  const count = (...states: string[]) => items.filter(({ state }) => states.includes(state)).length
  expect(rows.find((row) => row.community === community)?.measures).toEqual({
    ...{ done: count('done'), part: count('part'), not: count('not') },
    ...{ unknown: count('unknown', 'no-register'), nothing: count('nothing') },
  })
})

test('a complaint about a community is one number on plan, list and board: none until it is put to it, whoever looks', async () => {
  house.clock.set(`${day}T07:00:00+08:00`)
  const here = '410122101205'
  await givenResponse(house, '410122')
  const own = await house.as('community-director', here, '荣建设')
  const above = await house.as('street-officer', '410122101', '郭永强')
  const health = await house.as('county-health', '410122', '田甜')
  const said = async (caller: Caller) => {
    const { items } = await caller.call(readPlan, { place: here })
    const evidence = items.flatMap((item) => item.evidence).find(({ name }) => name === 'requests.complaints')
    const listed = { place: here, group: 'complaint' as const, own: true }
    const [open, all] = await Promise.all(
      (['open', 'all'] as const).map(async (show) => (await caller.call(listRequests, { ...listed, show })).total),
    )
    return {
      states: items.map(({ id, state }) => `${id} ${state}`),
      plan: [evidence?.due ?? 0, evidence?.left ?? 0],
      list: [all, open],
    }
  }
  const id = newId()
  await above.call(takeRequest, {
    ...{ id, kind: 'person-rights', against: here, way: 'phone', matter: '拦着不让进小区', details: {}, who: null },
  })
  for (const caller of [own, above, health]) expect(await said(caller)).toMatchObject({ plan: [0, 0], list: [0, 0] })
  await above.call(askPlace, { id, words: '门口为什么拦人？' })
  const told = await said(own)
  expect(told).toMatchObject({ plan: [1, 1], list: [1, 1] })
  for (const caller of [above, health]) expect(await said(caller)).toEqual(told)
})

test('who came and waits for a decision is one number on plan and list, and nobody who waits too long was isolated early', async () => {
  house.clock.set(`${day}T07:00:00+08:00`)
  const here = '410105001005'
  const own = await house.as('community-director', here, '周敏')
  const arrived = async (name: string, origin_kind: string, arrived_on: string) => {
    const person = await givenPerson(house, here, name, { born: '1980-01-01' })
    const id = newId()
    const of = {
      county: '410105',
      id,
      community: here,
      person,
      origin: '青河市东湖区',
      origin_kind,
      arrived_on,
      state: 'arrived',
    }
    await givenTold(house, 'arrival', [{ ...of, recorded_at: new Date(`${arrived_on}T10:00:00+08:00`) }])
    return { person, id }
  }
  const observed = await arrived('周建国', 'medium', '2026-11-14')
  await givenStay(house, here, observed.person, '2026-11-15', {
    arrival: observed.id,
    kind: 'returned-medium-risk',
    decided: '2026-11-15',
  })
  await arrived('李国强', 'high', '2026-11-14')
  await arrived('陈福', 'abroad', '2026-11-16') // its day to decide is today
  await arrived('何丽', 'low', '2026-11-14') // nothing is to be decided
  const { items } = await own.call(readPlan, { place: here })
  const evidence = items.flatMap((item) => item.evidence).find(({ name }) => name === 'observation.orders')
  expect(evidence && [evidence.due, evidence.done, evidence.left]).toEqual([3, 1, 2])
  expect((await own.call(listArrivals, { place: here, undecided: true })).total).toBe(2)
  const { figures } = await own.call(readFourTimes, { place: here, from: '2026-11-10', to: day })
  expect(figures.find(({ step }) => step === 'isolated')).toMatchObject({ of: 2, in_time: 1 })
})
