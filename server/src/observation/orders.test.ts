import {
  assessHome,
  decideObservation,
  deliverNotice,
  endObservation,
  getObservation,
  listObservations,
  proposeObservation,
  recordReading,
} from '@wangdi/domain/observation/observation.api.ts'
import { recordArrival } from '@wangdi/domain/people/arrival/arrival.api.ts'
import type { Known, PersonKind } from '@wangdi/domain/observation/observation.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { givenDwelling, givenGrid, givenPerson } from '../../test/given/people.ts'
import { type Caller, type House, type Refused, startHouse } from '../../test/house.ts'
import { openResponseFor } from '../regimes/given.ts'

const county = '410105'
const tixiang = '410105001003'
const today = '2026-11-17'
let house: House
let health: Caller
let doctor: Caller
let worker: Caller
let dwelling: string
let person: string

beforeAll(async () => {
  house = await startHouse({ day: today })
  health = await house.as('county-health', county, '韩志远')
  doctor = await house.as('community-doctor', tixiang, '李文静')
  worker = await house.as('grid-worker', tixiang, '马晓燕')
  dwelling = await givenDwelling(house, tixiang, '3号楼', '2', '501')
  await givenGrid(house, tixiang, [dwelling], worker.account)
  person = await givenPerson(house, tixiang, '周桂兰', { born: '1954-03-01', dwelling })
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.set(`${today}T10:00:00+08:00`)
  await sql`truncate response_act, response, observation cascade`.execute(house.owner)
  await sql`truncate home_assessment, arrival cascade`.execute(house.owner)
})

const open = (rules?: string) =>
  openResponseFor(house, county, { from: '2026-11-10', until: '2026-12-10', ...(rules ? { rules } : {}) })
const notice = {
  finding: '与确诊病例同住',
  measure: '居家隔离医学观察 7 天',
  rights: '不服可以复议',
  contact: '李文静 19900000001',
}
const order = (more: object = {}) => ({
  id: newId(),
  person,
  kind: 'close-contact' as const,
  day_zero: '2026-11-15',
  known: {},
  number: `隔〔2026〕${newId().slice(-6)}`,
  issuer: '区疾控',
  basis: '流调认定为密切接触者',
  notice,
  ...more,
})
const propose = (kind: PersonKind, known: Known = {}, who = doctor) =>
  who.call(proposeObservation, { person, kind, day_zero: '2026-11-15', known })
const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: Refused) => error.code,
  )

describe('both sides of the closed function', () => {
  test('without a response nobody can propose, order or even list; with one they can [R-LAW-1]', async () => {
    expect(await refusal(propose('close-contact'))).toBe('regimes.closed')
    expect(await refusal(health.call(decideObservation, order()))).toBe('regimes.closed')
    expect(await refusal(doctor.call(listObservations, { place: tixiang }))).toBe('regimes.closed')
    const { close } = await open()
    const made = await health.call(decideObservation, order())
    expect((await doctor.call(listObservations, { place: tixiang })).total).toBe(1)
    await close()
    expect(await refusal(doctor.call(getObservation, { id: made.id }))).toBe('regimes.closed')
  })

  test('county health orders; a doctor, a director and a grid worker cannot [R-LAW-9]', async () => {
    await open()
    const director = await house.as('community-director', tixiang)
    for (const who of [doctor, director, worker]) {
      expect(await refusal(who.call(decideObservation, order()))).toBe('access.refused')
      expect(await refusal(who.call(endObservation, { id: newId(), observation: newId(), reason: 'other', note: '好了' }))).toBe(
        'access.refused',
      )
    }
  })
})

describe('the rule of the day proposes', () => {
  test('a close contact under the terms of July 2022: seven days central, three of monitoring, with source [R-2020P-8]', async () => {
    await open()
    const proposal = await propose('close-contact')
    expect(proposal.phases.map(({ where, from, until }) => `${where} ${from} ${until}`)).toEqual([
      'central 2026-11-15 2026-11-22',
      'monitoring 2026-11-23 2026-11-25',
    ])
    expect(proposal.term).toMatchObject({ certain: true, rules_of: '2022-07-15' })
    expect(proposal.term.source?.document).toBeTruthy()
    expect(proposal.rule).toMatchObject({ fever: 37.3, per_day: 2, second_reading: 15 })
    expect(proposal.rule.symptoms.map(({ zh }) => zh)).toContain('咽痛')
  })

  test('proof and point-to-point transport together mean none; either missing does not propose it [R-2020P-12]', async () => {
    await open('precision-2020@2020-05-01,terms@2020-05-01')
    const days = async (known: Known) => (await propose('returned-other', known)).term
    expect(await days({ holds_health_proof: true, came_point_to_point: true })).toMatchObject({ phases: [] })
    expect((await days({ holds_health_proof: true, came_point_to_point: true })).rule).not.toBeNull()
    const half = await days({ holds_health_proof: true })
    expect(half.rule === null || half.missing.includes('came-point-to-point')).toBe(true)
    expect((await days({ holds_health_proof: true, came_point_to_point: false })).rule).toBeNull()
  })

  test('where no national rule covers the day the answer is uncertain, and a local order must be named [R-2020A-15]', async () => {
    await open('precision-2020@2020-05-01,terms@2020-05-01')
    const { term, last_day } = await propose('secondary-contact')
    expect(term).toMatchObject({ rule: null, certain: false, phases: [] })
    expect(last_day).toBeNull()
    const phases = [{ where: 'home' as const, days: 7, test_days: [] }]
    expect(await refusal(health.call(decideObservation, order({ kind: 'secondary-contact', phases })))).toBe(
      'observation.reason-needed',
    )
    expect(
      await refusal(health.call(decideObservation, order({ kind: 'secondary-contact', phases, reason: '市 12 号令' }))),
    ).toBe('done')
  })

  test('those of the same door are listed, and whether they are observed already', async () => {
    await open()
    const son = await givenPerson(house, tixiang, '周强', { born: '1980-01-01', dwelling })
    const before = await propose('close-contact')
    expect(before.co_residents).toContainEqual({ person: son, name: '周强', relation: '', observed: false })
    await health.call(decideObservation, order({ person: son }))
    expect((await propose('close-contact')).co_residents).toContainEqual(expect.objectContaining({ person: son, observed: true }))
  })
})

describe('the order', () => {
  test('as proposed; its term, notice and rule are kept with it, and a named person stands behind it [R-2020A-15][R-LAW-9]', async () => {
    await open()
    const asked = order()
    await health.call(decideObservation, asked)
    expect(await doctor.call(getObservation, { id: asked.id })).toMatchObject({
      last_day: '2026-11-25',
      as_proposed: true,
      decided_by: '韩志远',
      notice,
      state: 'running',
      day: 2,
      days: 10,
    })
  })

  test('another choice needs a reason and never goes beyond the rule [R-2020A-15]', async () => {
    await open()
    const home = [
      { where: 'home' as const, days: 7, test_days: [] },
      { where: 'monitoring' as const, days: 3, test_days: [] },
    ]
    expect(await refusal(health.call(decideObservation, order({ phases: home })))).toBe('observation.reason-needed')
    const asked = order({ phases: home, reason: '独自照看婴儿，居家条件合格' })
    await health.call(decideObservation, asked)
    expect(await doctor.call(getObservation, { id: asked.id })).toMatchObject({ as_proposed: false, where: 'home' })
    const longer = [{ where: 'home' as const, days: 14, test_days: [] }]
    expect(await refusal(health.call(decideObservation, order({ phases: longer, reason: '再看看' })))).toBe(
      'observation.beyond-rule',
    )
  })

  test('two stays of one person stay apart, and the same number is not used twice', async () => {
    await open()
    const first = order()
    await health.call(decideObservation, first)
    await health.call(decideObservation, order({ day_zero: '2026-11-16' }))
    expect(await refusal(health.call(decideObservation, order({ number: first.number })))).toBe('observation.number-taken')
    const { rows } = await doctor.call(listObservations, { place: tixiang, person })
    expect(rows.map(({ last_day }) => last_day).sort()).toEqual(['2026-11-25', '2026-11-26'])
    expect((await propose('close-contact')).running).toHaveLength(2)
  })

  test('the same order sent twice is one order', async () => {
    await open()
    const asked = order()
    const id = newId()
    await health.call(decideObservation, asked, { id, at: house.clock.now().toISOString() })
    expect(
      await health
        .call(decideObservation, asked, { id, at: house.clock.now().toISOString() })
        .catch((error: Refused) => error.code),
    ).toEqual({ id: asked.id })
    expect((await doctor.call(listObservations, { place: tixiang })).total).toBe(1)
  })

  test('a term that is over already, or begins tomorrow, is not ordered', async () => {
    await open()
    expect(await refusal(health.call(decideObservation, order({ day_zero: '2026-11-01' })))).toBe('observation.term-over')
    expect(await refusal(health.call(decideObservation, order({ day_zero: '2026-11-18' })))).toBe('observation.day-ahead')
  })

  test('it ends by itself at the 24:00 of its last day, and earlier only by county health with a reason [R-2020A-15]', async () => {
    await open()
    const asked = order()
    await health.call(decideObservation, asked)
    const state = async () => (await doctor.call(getObservation, { id: asked.id })).state
    house.clock.set('2026-11-25T23:59:00+08:00')
    expect(await state()).toBe('running')
    house.clock.set('2026-11-26T00:01:00+08:00')
    expect(await state()).toBe('ended')
    house.clock.set('2026-11-20T10:00:00+08:00')
    await health.call(endObservation, { id: newId(), observation: asked.id, reason: 'shorter-rule', note: '期限缩短为 5 天' })
    expect(await doctor.call(getObservation, { id: asked.id })).toMatchObject({
      state: 'ended',
      ended: { reason: 'shorter-rule', by: '韩志远', note: '期限缩短为 5 天' },
    })
    const again = { id: newId(), observation: asked.id, reason: 'other' as const, note: '再结束' }
    expect(await refusal(health.call(endObservation, again))).toBe('observation.already-ended')
  })

  test('a shorter rule that comes later is shown beside the stay; a longer one changes nothing [R-2020A-15]', async () => {
    const { close } = await open()
    const asked = order()
    await health.call(decideObservation, asked)
    expect((await doctor.call(getObservation, { id: asked.id })).shorter).toBeNull()
    await close()
    await open('precision-2020@2020-05-01,terms@2022-11-15') // five days central, three at home
    expect(await doctor.call(getObservation, { id: asked.id })).toMatchObject({ last_day: '2026-11-25', shorter: '2026-11-23' })
    await sql`truncate response_act, response cascade`.execute(house.owner)
    await open('precision-2020@2020-05-01,terms@2021-06-01') // fourteen days and seven
    expect(await doctor.call(getObservation, { id: asked.id })).toMatchObject({ last_day: '2026-11-25', shorter: null })
  })
})

describe('where somebody stays who came to another door than their own', () => {
  test('order, co-residents, lists and readings go to the door declared, not to the registered home [R-2020P-7]', async () => {
    await open()
    const clerk = await house.as('community-worker', tixiang, '宋磊')
    const elsewhere = await givenDwelling(house, tixiang, '6号楼', '1', '101')
    const other = await house.as('grid-worker', tixiang, '邢卫东')
    await givenGrid(house, tixiang, [elsewhere], other.account, '第2网格')
    const host = await givenPerson(house, tixiang, '田春梅', { dwelling: elsewhere })
    const came = { id: newId(), community: tixiang, person, dwelling: elsewhere, origin: '青河市', arrived_on: today }
    await clerk.call(recordArrival, came)
    const asked = order({ arrival: came.id, phases: [{ where: 'home', days: 7, test_days: [] }], reason: '居家条件合格' })
    expect((await propose('close-contact')).co_residents.map((one) => one.person)).toEqual([host])
    await health.call(decideObservation, asked)
    expect(await doctor.call(getObservation, { id: asked.id })).toMatchObject({
      dwelling: elsewhere,
      door: '6号楼1单元101',
      co_residents: [{ person: host, observed: false }],
    })
    const seenBy = async (who: Caller, at?: string) =>
      (await who.call(listObservations, { place: tixiang, ...(at && { dwelling: at }) })).total
    expect([await seenBy(other), await seenBy(worker), await seenBy(doctor, elsewhere), await seenBy(doctor, dwelling)]).toEqual([
      1, 0, 1, 0,
    ])
    const measured = { temperature: 36.5, symptoms: [], measured_by: 'visit' as const, not_measured: null }
    const measure = (who: Caller) => refusal(who.call(recordReading, { id: newId(), observation: asked.id, ...measured }))
    expect([await measure(worker), await measure(other)]).toEqual(['access.not-found', 'done'])
    expect(await refusal(worker.call(getObservation, { id: asked.id }))).toBe('access.not-found')
    // Whoever is observed behind a door is among those who are there.
    const proposal = await doctor.call(proposeObservation, { person: host, kind: 'close-contact', day_zero: today, known: {} })
    expect(proposal.co_residents).toMatchObject([{ person, observed: true }])
  })
})

describe('notice, home and the six steps', () => {
  test('the hand-over of the written notice is recorded with way, receipt and person [R-LAW-2]', async () => {
    await open()
    const asked = order()
    await health.call(decideObservation, asked)
    const undelivered = async () => (await worker.call(listObservations, { place: tixiang, show: 'undelivered' })).total
    expect(await undelivered()).toBe(1)
    await worker.call(deliverNotice, { id: newId(), observation: asked.id, way: 'in-person', receipt: 'signed' })
    expect(await undelivered()).toBe(0)
    expect((await doctor.call(getObservation, { id: asked.id })).deliveries).toMatchObject([{ by: '马晓燕', receipt: 'signed' }])
  })

  test('a home is fit when all six conditions are yes, and unknown while one was not looked at', async () => {
    await open()
    const all = { own_room: true, own_toilet: true, handover_table: true, supplies: true, no_shared_air: true, waste: true }
    const look = (items: Parameters<typeof assess>[0]) => assess(items)
    const assess = (items: { [name in keyof typeof all]: boolean | null }) =>
      doctor.call(assessHome, { id: newId(), person, items, with: '宋磊' })
    const asked = order()
    await health.call(decideObservation, asked)
    const fit = async () => (await doctor.call(getObservation, { id: asked.id })).homes[0]?.fit
    await look({ ...all, waste: null })
    expect(await fit()).toBeNull()
    await look(all)
    expect(await fit()).toBe(true)
    await look({ ...all, own_toilet: false })
    expect(await fit()).toBe(false)
  })

  test('six steps carry time and person, and one that was passed over is shown as skipped [R-2020A-12]', async () => {
    await open()
    const asked = order({ phases: [{ where: 'home', days: 7, test_days: [] }], reason: '居家条件合格' })
    await health.call(decideObservation, asked)
    const steps = async () =>
      (await doctor.call(getObservation, { id: asked.id })).steps.map(({ step, state, by }) =>
        `${step} ${state} ${by ?? ''}`.trim(),
      )
    expect((await steps())[0]).toBe('traced open')
    // Whoever was ordered yesterday should have been found by now.
    house.clock.set('2026-11-18T11:00:00+08:00')
    expect(await steps()).toEqual([
      'traced skipped',
      'registered done 韩志远',
      'managed open',
      'visited open',
      'regular open',
      'treated not-needed',
    ])
  })
})

describe('who may see it', () => {
  test('the worker of the grid and the doctor do; another grid, another community, a volunteer do not [R-LAW-11][R-LAW-21]', async () => {
    await open()
    const asked = order()
    await health.call(decideObservation, asked)
    const foreign = await house.as('grid-worker', tixiang)
    const neighbour = await house.as('community-doctor', '410105001001')
    const volunteer = await house.as('volunteer', tixiang)
    expect((await worker.call(listObservations, { place: tixiang })).rows[0]?.name).toBe('周桂兰')
    expect((await foreign.call(listObservations, { place: tixiang })).total).toBe(0)
    expect(await refusal(foreign.call(getObservation, { id: asked.id }))).toBe('access.not-found')
    expect(await refusal(neighbour.call(getObservation, { id: asked.id }))).toBe('access.not-found')
    expect(await refusal(volunteer.call(listObservations, { place: tixiang }))).toBe('access.refused')
  })

  test('each look into a file leaves one line with ids only [R-LAW-11]', async () => {
    await open()
    const asked = order()
    await health.call(decideObservation, asked)
    await worker.call(getObservation, { id: asked.id })
    const { rows } = await sql<{ verb: string; targets: object }>`select verb, targets from audit_line
      where account = ${worker.account} and verb = 'observation.get' and targets ->> 'observation' = ${asked.id} order by at desc limit 1`.execute(
      house.owner,
    )
    expect(rows).toEqual([{ verb: 'observation.get', targets: { observation: asked.id, seen: expect.stringMatching(/^\d+$/) } }])
  })
})

test('an arrival of somebody else proves nothing about a person and is not kept with the order', async () => {
  await open()
  const other = await givenPerson(house, tixiang, '刘洋', { dwelling })
  const arrival = newId()
  await sql`insert into arrival (county, id, community, person, origin, arrived_on)
    values (${county}, ${arrival}, ${tixiang}, ${other}, '武汉', ${today})`.execute(house.owner)
  expect(await refusal(health.call(decideObservation, order({ arrival })))).toBe('access.not-found')
  expect(await refusal(health.call(decideObservation, order({ arrival, person: other })))).toBe('done')
})
