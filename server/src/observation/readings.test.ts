import {
  answerAlert,
  decideObservation,
  endObservation,
  getObservation,
  listAlerts,
  listObservations,
  recordReading,
} from '@wangdi/domain/observation/observation.api.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { givenDwelling, givenGrid, givenPerson } from '../../test/given/people.ts'
import { type Caller, type House, type Refused, startHouse } from '../../test/house.ts'
import { inTransaction } from '../platform/db.ts'
import { openResponseFor } from '../regimes/given.ts'

const county = '410105'
const tixiang = '410105001003'
let house: House
let health: Caller
let doctor: Caller
let worker: Caller
let stay: string
let close: () => Promise<unknown>

beforeAll(async () => {
  house = await startHouse()
  health = await house.as('county-health', county, '韩志远')
  doctor = await house.as('community-doctor', tixiang, '李文静')
  worker = await house.as('grid-worker', tixiang, '马晓燕')
})
afterAll(() => house.close())
beforeEach(async () => {
  await sql`truncate response_act, response, observation, dwelling, person cascade`.execute(house.owner)
  const dwelling = await givenDwelling(house, tixiang, '3号楼', '2', '501')
  await givenGrid(house, tixiang, [dwelling], worker.account)
  const person = await givenPerson(house, tixiang, '周桂兰', { born: '1954-03-01', dwelling })
  house.clock.set('2026-11-15T20:00:00+08:00')
  ;({ close } = await openResponseFor(house, county, { from: '2026-11-10', until: '2026-12-10' }))
  stay = newId()
  await health.call(decideObservation, {
    id: stay,
    person,
    kind: 'close-contact',
    day_zero: '2026-11-15',
    known: {},
    number: '隔〔2026〕1 号',
    issuer: '区疾控',
    basis: '密切接触者',
    phases: [{ where: 'home', days: 7, test_days: [1, 4, 7] }],
    reason: '居家条件合格',
    notice: { finding: '密接', measure: '居家 7 天', rights: '可以申诉', contact: '19900000001' },
  })
  house.clock.set('2026-11-17T10:00:00+08:00')
})

const read = (temperature: number | null, more: object = {}) => ({
  id: newId(),
  observation: stay,
  temperature,
  symptoms: [] as string[] | null,
  measured_by: 'visit' as const,
  not_measured: null,
  ...more,
})
const record = (temperature: number | null, more: object = {}, who = worker) => who.call(recordReading, read(temperature, more))
const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: Refused) => error.code,
  )
const file = () => doctor.call(getObservation, { id: stay })
const alerts = (answered = false) => doctor.call(listAlerts, { place: tixiang, answered })

describe('readings', () => {
  test('a reading at the door fills the slot of its Shanghai half day [R-2020A-14]', async () => {
    expect((await file()).today).toMatchObject([{ half: 'morning', state: 'due', temperature: null }])
    await record(36.5)
    expect((await file()).today).toMatchObject([{ half: 'morning', state: 'done', temperature: 36.5 }])
    house.clock.set('2026-11-17T18:00:00+08:00')
    await record(36.7)
    expect((await file()).readings.map(({ half, by }) => `${half} ${by}`)).toEqual(['morning 马晓燕', 'evening 马晓燕'])
  })

  test('a slot without a reading is missing after its hour, and stays missing: absence is never a normal value [R-2020A-14]', async () => {
    house.clock.set('2026-11-17T12:30:00+08:00')
    const { slots, missing } = await file()
    expect(slots.map(({ day, half, state }) => `${day} ${half} ${state}`)).toEqual([
      '2026-11-16 morning missing',
      '2026-11-16 evening missing',
      '2026-11-17 morning missing',
    ])
    expect(missing).toBe(3)
    const { counts, rows } = await worker.call(listObservations, { place: tixiang, show: 'missing' })
    expect(counts).toMatchObject({ running: 1, missing: 1, due: 1 })
    expect(rows).toHaveLength(1)
  })

  test('nobody home is written down with its reason and is not a reading', async () => {
    await record(null, { symptoms: null, not_measured: 'not-home' })
    expect((await file()).today).toMatchObject([{ state: 'not-measured', temperature: null }])
    expect(await refusal(record(null))).toBe('observation.nothing-told')
    expect(await refusal(record(36.5, { not_measured: 'refused' }))).toBe('observation.both-told')
    expect(await refusal(record(36.55))).toBe('observation.too-fine')
    expect(await refusal(record(60))).toBe('request.invalid')
  })

  test('a paper record entered later keeps the time it was taken, and who entered it when', async () => {
    house.clock.set('2026-11-17T16:00:00+08:00')
    await record(36.6, { taken_at: '2026-11-16T00:40:00.000Z', measured_by: 'self' }, doctor)
    const { readings, slots } = await file()
    expect(readings[0]).toMatchObject({ day: '2026-11-16', half: 'morning', by: '李文静', measured_by: 'self' })
    expect(slots[0]).toMatchObject({ day: '2026-11-16', state: 'done' })
  })

  test('nobody under observation, a stay that is over, a time outside it: all refused', async () => {
    expect(await refusal(record(36.5, { observation: newId() }))).toBe('access.not-found')
    expect(await refusal(record(36.5, { taken_at: '2026-11-14T08:00:00.000Z' }))).toBe('observation.outside-time')
    expect(await refusal(record(36.5, { taken_at: '2026-11-17T05:00:00.000Z' }))).toBe('observation.in-future')
    await health.call(endObservation, { id: newId(), observation: stay, reason: 'transferred', note: '转到定点医院' })
    house.clock.set('2026-11-18T08:00:00+08:00')
    expect(await refusal(record(36.5))).toBe('observation.not-running')
  })

  test('another grid, a volunteer, county health: none of them records a reading', async () => {
    const foreign = await house.as('grid-worker', tixiang)
    const volunteer = await house.as('volunteer', tixiang)
    expect(await refusal(record(36.5, {}, foreign))).toBe('access.not-found')
    expect(await refusal(record(36.5, {}, volunteer))).toBe('access.refused')
    expect(await refusal(record(36.5, {}, health))).toBe('access.refused')
  })
})

describe('abnormal readings', () => {
  test('37.2 is not an alert, 37.3 is at once, and a symptom without fever is too [R-2021-23]', async () => {
    await record(37.2)
    expect((await alerts()).total).toBe(0)
    await record(37.3)
    await record(36.5, { symptoms: ['咽痛'] })
    const { rows, total } = await alerts()
    expect(total).toBe(2)
    expect((await health.call(listAlerts, { place: county })).total).toBe(2) // the county's CDC sees them at once too
    expect(rows.map(({ fever, name, door }) => [fever, name, door])).toEqual([
      [true, '周桂兰', '3号楼2单元501'],
      [false, '周桂兰', '3号楼2单元501'],
    ])
    expect((await worker.call(listObservations, { place: tixiang, show: 'alerts' })).rows[0]).toMatchObject({ alerts: 2 })
  })

  test('the list shows how long each waits; the doctor answers with an outcome, and every answer stays [R-2021-23]', async () => {
    await record(37.8)
    house.clock.set('2026-11-17T10:25:30+08:00')
    const [line] = (await alerts()).rows
    expect(line).toMatchObject({ waited: 25, answers: [] })
    const reading = line?.reading.id ?? ''
    await doctor.call(answerAlert, { id: newId(), reading, outcome: 'retest' })
    await doctor.call(answerAlert, { id: newId(), reading, outcome: 'transfer', note: '120 已接走' })
    expect((await alerts()).total).toBe(0)
    const [answered] = (await alerts(true)).rows
    expect(answered?.answers.map(({ outcome, by }) => `${outcome} ${by}`)).toEqual(['retest 李文静', 'transfer 李文静'])
    expect(answered?.waited).toBe(25)
    expect((await file()).steps.find(({ step }) => step === 'treated')).toMatchObject({ state: 'done', by: '李文静' })
  })

  test('a good second reading stands beside the high first, which keeps its alert [R-2020A-14]', async () => {
    await record(37.8)
    house.clock.set('2026-11-17T10:20:00+08:00')
    await record(36.6)
    expect((await alerts()).total).toBe(1)
    expect((await file()).today).toMatchObject([{ state: 'abnormal', temperature: 37.8 }])
    expect((await file()).readings).toHaveLength(2)
  })

  test('a normal reading cannot be answered, nor can a grid worker answer', async () => {
    const normal = read(36.5)
    await worker.call(recordReading, normal)
    const answer = { id: newId(), reading: normal.id, outcome: 'nothing-found' as const }
    expect(await refusal(doctor.call(answerAlert, answer))).toBe('observation.not-abnormal')
    expect(await refusal(worker.call(answerAlert, answer))).toBe('access.refused')
  })
})

describe('recorded without network', () => {
  const send = async (commands: { at: string; input: object; id?: string }[]) => {
    const response = await fetch(`${house.url}/api/commands`, {
      method: 'POST',
      headers: { ...worker.headers, 'content-type': 'application/json' },
      body: JSON.stringify({ commands: commands.map((each) => ({ id: newId(), verb: 'observation.record-reading', ...each })) }),
    })
    const { answers } = (await response.json()) as { answers: { state: string; problem?: { code: string } }[] }
    return answers.map(({ state, problem }) => problem?.code ?? state)
  }

  test('a reading of yesterday arrives today with its own time, and twice makes one', async () => {
    const command = { id: newId(), at: '2026-11-16T00:30:00.000Z', input: read(36.4) }
    expect(await send([command, command])).toEqual(['done', 'done'])
    const { readings } = await file()
    expect(readings).toHaveLength(1)
    expect(readings[0]).toMatchObject({ day: '2026-11-16', half: 'morning', taken_at: '2026-11-16T00:30:00.000Z' })
  })

  test('what was measured before the response closed is taken, what came after is refused [R-LAW-1]', async () => {
    await close() // at 10:00
    house.clock.set('2026-11-17T15:00:00+08:00')
    expect(
      await send([
        { at: '2026-11-17T01:40:00.000Z', input: read(36.4) }, // 09:40
        { at: '2026-11-17T02:30:00.000Z', input: read(36.5) }, // 10:30
      ]),
    ).toEqual(['done', 'regimes.closed'])
  })

  test('a refused one does not hold the next', async () => {
    const at = '2026-11-17T01:40:00.000Z'
    expect(
      await send([
        { at, input: read(36.4, { observation: newId() }) },
        { at, input: read(36.4) },
      ]),
    ).toEqual(['access.not-found', 'done'])
  })
})

test('a transaction without the health flag sees no order, no reading, no answer, even by mistake [R-LAW-11][R-LAW-21]', async () => {
  await record(37.8)
  const [line] = (await alerts()).rows
  await doctor.call(answerAlert, { id: newId(), reading: line?.reading.id ?? '', outcome: 'told-cdc' })
  const seen = (health: boolean) =>
    inTransaction(house.db, { county, area: tixiang, place: tixiang, health }, async (db) => {
      const counts = await sql<{ n: number }>`select (select count(*) from observation) + (select count(*) from reading)
        + (select count(*) from alert_answer) + (select count(*) from notice_delivery) + (select count(*) from home_assessment)
        + (select count(*) from observation_end) as n`.execute(db)
      return counts.rows[0]?.n
    })
  expect([await seen(true), await seen(false)]).toEqual([3, 0])
})

test('readings are only ever added: the application can neither change nor delete one', async () => {
  await record(37.8)
  const attempt = (statement: string) =>
    inTransaction(house.db, { county, area: tixiang, place: tixiang, health: true }, (db) => sql.raw(statement).execute(db)).then(
      () => 'done',
      (error: { code: string }) => error.code,
    )
  expect(await attempt('update reading set temperature = 36.5')).toBe('42501')
  expect(await attempt('delete from reading')).toBe('42501')
  expect(await attempt('update observation set last_day = last_day + 7')).toBe('42501')
})
