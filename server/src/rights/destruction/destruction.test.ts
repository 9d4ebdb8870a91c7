import { createHash } from 'node:crypto'
import { deliverNotice } from '@wangdi/domain/observation/observation.api.ts'
import { readPlan } from '@wangdi/domain/plan/plan.api.ts'
import { readDailyReport, readRollUp } from '@wangdi/domain/reports/reports.api.ts'
import {
  assessDestruction,
  decideDestruction,
  executeDestruction,
  listEnded,
  readDestruction,
  readEndList,
  setEndTerms,
} from '@wangdi/domain/rights/destruction/destruction.api.ts'
import type { Assessment } from '@wangdi/domain/rights/destruction/destruction.ts'
import { destructionKinds } from '@wangdi/domain/rights/destruction/kinds.ts'
import { markOf } from '@wangdi/domain/sync/gone.rules.ts'
import { readChanges, readSnapshot } from '@wangdi/domain/sync/sync.api.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { givenReading, givenStay } from '../../../test/given/observation.ts'
import { givenDwelling, givenPerson } from '../../../test/given/people.ts'
import { untilOver } from '../../../test/given/told.ts'
import { type Caller, type House, type Refused, startHouse } from '../../../test/house.ts'
import { inTransaction } from '../../platform/db.ts'
import { openResponseFor } from '../../regimes/given.ts'

const county = '410105'
const tixiang = '410105001003'
const elsewhere = '410106001001'
let house: House
let health: Caller
let leader: Caller
let doctor: Caller
beforeAll(async () => {
  house = await startHouse()
  health = await house.as('county-health', county, '韩志远')
  leader = await house.as('county-leader', county, '赵明')
  doctor = await house.as('community-doctor', tixiang, '李雪')
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.set('2026-11-17T10:00:00+08:00')
  await sql`truncate destruction_part, destruction_act, destruction, response_act, response, person, observation, arrival, reading, alert_answer,
    observation_end, notice_delivery, home_assessment, daily_report, report_sum, change cascade`.execute(house.owner)
})

const assessment: Assessment = {
  legality: '响应已终止，按突发公共卫生事件应对法第八条删除',
  necessity: '没有诉讼、复议，不需要留证',
  safety: '两人核对，只留数字',
  kept: [],
}
const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: Refused) => error.code,
  )

async function arrive(community: string, name: string, { local = false } = {}): Promise<string> {
  const dwelling = await givenDwelling(house, community)
  const person = await givenPerson(house, community, name, { dwelling })
  if (!local) await sql`update person set source = 'arrival', residence = 'elsewhere' where id = ${person}`.execute(house.owner)
  await sql`insert into arrival (county, id, community, person, dwelling, origin, arrived_on)
    values (${community.slice(0, 6)}, ${newId()}, ${community}, ${person}, ${dwelling}, '外地', '2026-11-16')`.execute(
    house.owner,
  )
  return person
}

/** A response over a county with people, stays, readings and reports, as its days would leave them. */
async function emergency(from = '2026-11-14', until = '2026-11-28') {
  const opened = await openResponseFor(house, county, { from, until })
  const guest = await arrive(tixiang, '周来返')
  const resident = await arrive(tixiang, '王本地', { local: true })
  const stay = await givenStay(house, tixiang, guest, '2026-11-16')
  const reading = await givenReading(house, tixiang, stay, '2026-11-17', 'morning', '37.9', doctor.account)
  await givenReading(house, tixiang, stay, '2026-11-16', 'evening', '36.5', doctor.account)
  await sql`insert into alert_answer (county, id, community, reading, outcome, by_account, at)
    values (${county}, ${newId()}, ${tixiang}, ${reading}, 'nothing-found', ${doctor.account}, now())`.execute(house.owner)
  await sql`insert into arrival_decision (county, id, community, arrival, outcome, observation, proposal, decided_by, decided_at)
    select county, ${newId()}, community, id, 'ordered', ${stay}, '{}', ${doctor.account}, '2026-11-16T09:00:00+08:00'
    from arrival where person = ${guest}`.execute(house.owner)
  await sql`insert into home_assessment (county, id, community, person, day, items, by_account, at)
    values (${county}, ${newId()}, ${tixiang}, ${resident}, '2026-11-17', '[]', ${doctor.account}, now())`.execute(house.owner)
  return { ...opened, guest, resident, stay }
}
const ask = (response: string, changes: Partial<Assessment> = {}, by = health) => {
  const id = newId()
  return by.call(assessDestruction, { id, place: county, response, assessment: { ...assessment, ...changes } })
}
const approve = (id: string, by = leader) => by.call(decideDestruction, { id, place: county, decision: 'approved', reason: '' })
const step = (id: string, most?: number) => health.call(executeDestruction, { id, place: county, ...(most ? { most } : {}) })
const countOf = async (table: string, where = 'true') =>
  (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} where ${sql.raw(where)}`.execute(house.owner))
    .rows[0]?.n
const dueOf = async (id: string) => (await health.call(readDestruction, { id, place: county })).due

describe('the run after a response', () => {
  test('is assessed, approved by a second person, done and proved; figures and service records stay [R-LAW-6]', async () => {
    const { id: response, close, resident } = await emergency()
    expect(await refusal(ask(response))).toBe('rights.response-open')
    await close()
    const frozen = JSON.stringify([{ name: 'home-isolation', figures: [1, 1, 1, 0], state: 'counted' }])
    await sql`insert into daily_report (place, day, version, form, lines, by_account, confirmed_at, late_minutes)
      values (${tixiang}, '2026-11-16', 1, 1, ${frozen}, ${doctor.account}, now(), 0)`.execute(house.owner)
    await sql`insert into report_sum (place, day, form, received, late, figures, left_out)
      values ('410105001', '2026-11-16', 1, 1, 0, '{1,1,1,0}', '{0}')`.execute(house.owner)
    const audited = await countOf('audit_line')
    const figures = async () =>
      JSON.stringify(await leader.call(readRollUp, { place: county, day: '2026-11-16' })).replace(/"at":"[^"]*"/, '')
    const before = await figures()

    expect(await refusal(ask(response, { necessity: ' ' }))).toBe('rights.assessment-short')
    const { id, due } = await ask(response)
    expect(due).toEqual({
      ...Object.fromEntries(Object.keys(destructionKinds).flatMap((kind) => (destructionKinds[kind]?.quiet ? [[kind, 0]] : []))),
      'errand-cause': 0,
      errand_decision: 0,
      alert_answer: 1,
      reading: 2,
      notice_delivery: 0,
      observation_end: 0,
      observation_handover: 1,
      observation_release: 0,
      release_delivery: 0,
      release_call: 0,
      arrival_decision: 1,
      home_assessment: 1,
      'arrival-doubt': 0,
      'arrival-reject': 0,
      'arrival-trace': 0,
      observation: 1,
      arrival: 2,
      'arrival-person': 1,
    })
    expect(await countOf('reading')).toBe(2) // the dry run destroys nothing
    expect(await refusal(step(id))).toBe('rights.not-approved')
    expect(await refusal(approve(id, health))).toBe('rights.own-run')
    await approve(id)
    expect(await step(id)).toEqual({ destroyed: 10, left: 0, done: true })

    for (const table of ['reading', 'alert_answer', 'arrival_decision', 'observation', 'arrival', 'home_assessment'])
      expect(await countOf(table), table).toBe(0)
    expect(await countOf('person')).toBe(1)
    expect(await countOf('person', `id = '${resident}'`)).toBe(1)
    expect(await figures()).toBe(before)
    expect(await countOf('audit_line')).toBeGreaterThan(audited ?? 0)
    const { run, certificate } = await leader.call(readDestruction, { id, place: county })
    // What was destroyed is what the dry run said.
    expect(Object.fromEntries(run.destroyed.map(({ kind, rows }) => [kind, rows]))).toEqual(
      Object.fromEntries(Object.entries(due).filter(([, n]) => n > 0)),
    )
    expect(run).toMatchObject({ state: 'done', asked_by: '韩志远', decided_by: '赵明', done_by: '韩志远' })
    expect(run.destroyed.every(({ hash }) => /^[0-9a-f]{64}$/.test(hash))).toBe(true)
    // Numbered, hashed, with the last day on which a backup holds a copy.
    expect(certificate?.number).toBe('销证〔2026〕1号')
    expect(run.copies_until).toBe('2026-12-17')
    expect(certificate?.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(JSON.stringify(run)).not.toMatch(/周来返|王本地/)
  })

  test('broken off in the middle it goes on where it stood, and once done it destroys nothing more', async () => {
    const { id: response, close } = await emergency()
    await close()
    const { id } = await ask(response)
    await approve(id)
    expect(await step(id, 2)).toEqual({ destroyed: 2, left: 8, done: false })
    // The server is killed in the middle of a step: its transaction is gone with it, nothing half is left.
    await expect(
      inTransaction(house.db, { county, area: '', place: county, health: false }, async (db) => {
        await sql`select destroy_due(${id}::uuid, 'reading', 100)`.execute(db)
        throw new Error('killed')
      }),
    ).rejects.toThrow('killed')
    const { run } = await health.call(readDestruction, { id, place: county })
    expect(run.state).toBe('running')
    expect(Object.values((await dueOf(id)) ?? {}).reduce((sum, n) => sum + n, 0)).toBe(8)
    expect(await step(id)).toEqual({ destroyed: 8, left: 0, done: true })
    expect(await refusal(step(id))).toBe('rights.run-done')
    expect(await refusal(ask(response))).toBe('rights.nothing-due')
    const { run: done } = await health.call(readDestruction, { id, place: county })
    expect(done.destroyed.reduce((sum, { rows }) => sum + rows, 0)).toBe(10)
  })

  test('another county, another response and what came after the end stay untouched', async () => {
    const first = await emergency()
    await first.close()
    const neighbour = await arrive(elsewhere, '邻县人')
    const later = await openResponseFor(house, county, { from: '2026-11-17', until: '2026-12-17', scope: ['410105002'] })
    await arrive('410105002001', '另一处')
    const { id, due } = await ask(first.id)
    expect(due['arrival']).toBe(2)
    await approve(id)
    await step(id)
    expect(await countOf('arrival', `person = '${neighbour}'`)).toBe(1)
    expect(await countOf('arrival', "community = '410105002001'")).toBe(1)
    await later.close()
    const other = await house.as('county-health', '410106', '邻县卫健')
    expect(await refusal(other.call(readDestruction, { id, place: '410106' }))).toBe('access.not-found')
    expect(await refusal(other.call(executeDestruction, { id, place: county }))).toBe('access.not-found')
    expect(await refusal(ask(first.id, {}, other))).toBe('access.not-found')
  })

  test('what is kept for evidence stays with all that it names, for a time that is written down', async () => {
    const { id: response, close } = await emergency()
    await close()
    const keep = (kind: string, until = '2027-11-17') => ({
      kind,
      ground: 'evidence' as const,
      reason: '有人申请行政复议',
      until,
    })
    expect(await refusal(ask(response, { kept: [keep('observation')] }))).toBe('rights.kept-alone')
    expect(await refusal(ask(response, { kept: [keep('arrival-person', '2040-01-01')] }))).toBe('rights.kept-too-long')
    const { id } = await ask(response, { kept: [keep('observation'), keep('arrival'), keep('arrival-person')] })
    await approve(id)
    expect(await step(id)).toMatchObject({ destroyed: 6, done: true })
    expect([await countOf('observation'), await countOf('arrival'), await countOf('reading')]).toEqual([1, 2, 0])
    // When the time is over the county is told, and the rest follows by a run of its own.
    house.clock.set('2027-11-18T10:00:00+08:00')
    expect((await health.call(listEnded, { place: county })).responses[0]).toMatchObject({ overdue: true })
    const rest = await ask(response)
    await approve(rest.id)
    expect(await step(rest.id)).toMatchObject({ destroyed: 4, done: true })
  })

  test('a resident whom a service knows stays; a guest whom nobody else needs goes', async () => {
    const { id: response, close, guest } = await emergency()
    await sql`insert into person_mark (county, id, community, person, kind, since)
      values (${county}, ${newId()}, ${tixiang}, ${guest}, 'elder-alone', '2026-11-16')`.execute(house.owner)
    await close()
    const { due } = await ask(response)
    expect(due['arrival-person']).toBe(0)
  })
})

describe('the wall of the database', () => {
  test('the application cannot delete a reading, nor destroy without an approved run of its own county', async () => {
    const { id: response, close } = await emergency()
    await close()
    const { id } = await ask(response)
    const as = (place: string, run: (db: House['db']) => Promise<unknown>) =>
      inTransaction(house.db, { county: place.slice(0, 6), area: place, place, health: true }, run).then(
        () => 'done',
        (error: { code?: string }) => error.code,
      )
    expect(await as(county, (db) => sql`delete from reading`.execute(db))).toBe('42501')
    expect(
      await as(county, (db) =>
        sql`insert into destruction_part (place, destruction, kind, rows, hash)
      values (${county}, ${id}, 'reading', 1, 'x')`.execute(db),
      ),
    ).toBe('42501')
    const destroy = (db: House['db']) => sql`select destroy_due(${id}::uuid, 'reading', 10)`.execute(db)
    expect(await as(county, destroy)).toBe('42501')
    // An approval by the one who asked is none.
    await sql`insert into destruction_act (id, place, destruction, kind, by_account, at)
      select gen_random_uuid(), place, id, 'approved', asked_by, now() from destruction where id = ${id}`.execute(house.owner)
    expect(await as(county, destroy)).toBe('42501')
    // Nobody makes it another's afterwards, not even whoever owns the tables.
    const mend = sql`update destruction_act set by_account = ${leader.account} where destruction = ${id}`.execute(house.owner)
    expect(await mend.catch((error: { code?: string }) => error.code)).toBe('42501')
    await sql`truncate destruction_act`.execute(house.owner)
    await approve(id)
    expect(await as('410106', destroy)).toBe('42501')
    expect(await as(tixiang, destroy)).toBe('42501')
    expect(await countOf('reading')).toBe(2)
    // Even then no reading goes before the answer that names it.
    expect(await as(county, destroy)).toBe('23503')
    expect(await countOf('reading')).toBe(2)
    expect(await as(county, (db) => sql`select destroy_due(${id}::uuid, 'alert_answer', 10)`.execute(db))).toBe('done')
    expect(await as(county, destroy)).toBe('done')
    expect(await countOf('reading')).toBe(0)
  })
})

test('phones are told what is gone', async () => {
  const { id: response, close, guest, resident, stay } = await emergency()
  const notice = newId()
  await doctor.call(deliverNotice, { id: notice, observation: stay, way: 'in-person', receipt: 'signed' })
  const { rows: came } = await sql<{ id: string }>`select id from arrival where person = ${guest}`.execute(house.owner)
  const held = await doctor.call(readSnapshot, {})
  await close()
  const { id } = await ask(response)
  await approve(id)
  await step(id)
  await untilOver(house, county)
  const { gone, destroyed } = await doctor.call(readChanges, { epoch: held.epoch, since: held.cursor, scope: held.scope })
  const digest = async (text: string) => createHash('sha256').update(text).digest()
  const left = [await markOf('person', guest, digest), await markOf('episode', stay, digest)]
  expect(gone.map(({ mark }) => mark)).toEqual(expect.arrayContaining(left))
  // Whoever sent something about them is told as well, of what no phone holds, too; of the resident who stays nothing.
  const sent = [stay, guest, notice, came[0]?.id ?? '']
  for (const id of sent) expect(destroyed).toContain(await markOf('sent', id, digest))
  expect(destroyed).not.toContain(await markOf('sent', resident, digest))
  const found = await sql`select from person_gram where ${guest}::uuid = any(people)`.execute(house.owner)
  expect(found.rows).toEqual([]) // the search rows of the name went along
})

test('a report of a day whose records are gone keeps its frozen figures and is not compared with nothing', async () => {
  const { id: response, close } = await emergency()
  await close()
  const lines = JSON.stringify([
    {
      name: 'home-isolation',
      figures: [1, 1, 1, 0],
      state: 'counted',
      change: null,
      explanation: '',
      said_by: '',
      said_at: null,
    },
  ])
  await sql`insert into daily_report (place, day, version, form, lines, by_account, confirmed_at, late_minutes)
    values (${tixiang}, '2026-11-16', 1, 1, ${lines}, ${doctor.account}, now(), 0)`.execute(house.owner)
  const { id } = await ask(response)
  await approve(id)
  await step(id)
  const read = (day: string) => doctor.call(readDailyReport, { community: tixiang, day })
  expect(await read('2026-11-16')).toMatchObject({ open: false, differences: [], frozen: [{ version: 1 }] })
  expect((await read('2026-11-17')).day_before).toMatchObject({ version: 1, differences: [] })
})

test('the county is told when data of an ended response waits too long', async () => {
  const { close } = await emergency()
  await close()
  const ended = async (day: string) => {
    house.clock.set(`${day}T10:00:00+08:00`)
    return (await health.call(listEnded, { place: county })).responses[0]
  }
  expect(await ended('2026-12-17')).toMatchObject({ ended_on: '2026-11-17', days: 30, overdue: false, run: null })
  expect(await ended('2026-12-18')).toMatchObject({ days: 31, overdue: true })
  const warned = async () =>
    (await health.call(readPlan, { place: county })).warnings.filter(({ kind }) => kind === 'destruction-due')
  expect(await warned()).toMatchObject([{ text: { zh: expect.stringContaining('已结束 31 天') } }])
  // The county may want it sooner or later.
  const set = (destruction_days: number) => leader.call(setEndTerms, { place: county, destruction_days, backup_days: 14 })
  await sql`insert into county (place) values (${county}) on conflict do nothing`.execute(house.owner)
  await set(60)
  expect(await warned()).toEqual([])
  expect(await ended('2026-11-24')).toMatchObject({ days: 7, overdue: false })
  await set(5)
  expect(await ended('2026-11-24')).toMatchObject({ days: 7, overdue: true })
  expect(await health.call(listEnded, { place: county })).toMatchObject({ destruction_days: 5, backup_days: 14 })
  await sql`update county set settings = '{}' where place = ${county}`.execute(house.owner)
})

test('a response that is closed on its first day keeps the list of what stops with it, with the orders of that day', async () => {
  const first = await openResponseFor(house, county, { from: '2026-11-17', until: '2026-12-10' })
  const before = await health.call(readEndList, { id: first.id, place: tixiang })
  expect(before.stopped.length).toBeGreaterThan(5)
  await first.close()
  for (const moment of ['2026-11-17T23:00:00+08:00', '2026-11-18T10:00:00+08:00']) {
    house.clock.set(moment)
    const after = await health.call(readEndList, { id: first.id, place: tixiang })
    expect(after.ended_on).toBe('2026-11-17')
    expect(after.stopped.map(({ id }) => id)).toEqual(before.stopped.map(({ id }) => id))
  }
})

test('closing a response ends its functions, its orders and its measures, and starts the list of what is to be destroyed [R-2020P-66]', async () => {
  const { id: response, close } = await emergency()
  const before = await health.call(readEndList, { id: response, place: tixiang })
  expect(before.ended_on).toBeNull()
  expect(before.functions.every(({ closed }) => !closed)).toBe(true)
  expect(before.stopped.length).toBeGreaterThan(5)
  await close()
  house.clock.set('2026-11-18T10:00:00+08:00')
  const after = await health.call(readEndList, { id: response, place: tixiang })
  expect(after.ended_on).toBe('2026-11-17')
  expect(after.functions.map(({ name, closed }) => `${name} ${closed}`)).toEqual(
    expect.arrayContaining(['arrivals true', 'observation true', 'daily-report true']),
  )
  expect(after.stopped.map(({ id }) => id)).toEqual(before.stopped.map(({ id }) => id))
  expect(after.run).toBeNull()
  expect((await health.call(listEnded, { place: county })).responses).toMatchObject([
    { id: response, ended_on: '2026-11-17', run: null },
  ])
  const { id, due } = await ask(response)
  expect(due['reading']).toBe(2)
  expect((await health.call(readEndList, { id: response, place: tixiang })).run).toMatchObject({ id, state: 'waiting' })
})
