// Rounds over things as they follow from their declaration: a denominator for each turn, exceptions by reason, a "no" becomes a
// finding that is put right and checked by somebody else.
import { registerVerbs } from '@wangdi/domain/kinds/register/register.api.ts'
import { requestVerbs } from '@wangdi/domain/kinds/request/request.api.ts'
import { roundVerbs } from '@wangdi/domain/kinds/round/round.api.ts'
import { disinfection } from '@wangdi/domain/rounds/kinds/disinfection.kind.ts'
import { facility } from '@wangdi/domain/rounds/kinds/facility.kind.ts'
import { mend } from '@wangdi/domain/rounds/kinds/mend.kind.ts'
import { patrol } from '@wangdi/domain/rounds/kinds/patrol.kind.ts'
import { weakPoint } from '@wangdi/domain/rounds/kinds/weak-point.kind.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { callKind as call } from '../../test/given/kinds.ts'
import { type Caller, type House, startHouse } from '../../test/house.ts'

const here = '410105001003'
const verbs = roundVerbs(disinfection)
let house: House
let desk: Caller
let director: Caller
let library: string
let hall: string
let clinic: string
beforeAll(async () => {
  house = await startHouse()
  desk = await house.as('community-worker', here)
  director = await house.as('community-director', here)
  library = await given('图书室')
  hall = await given('活动室')
  clinic = await given('卫生服务站')
})
afterAll(() => house.close())
beforeEach(() => house.clock.set('2026-11-17T10:00:00+08:00'))

const done = { done: 'done', agent: 'chlorine', strength: { n: 500, unit: 'mgl' }, items: { air: 'yes', floor: 'yes' } }
const record = (thing: string, fields: object, by = desk) => call(by, verbs.record, { id: newId(), thing, v: 1, fields })
const see = (place = here, show = 'all', by = desk) => call(by, verbs.see, { place, show, size: 200 })
async function given(name: string): Promise<string> {
  const id = newId()
  await call(desk, registerVerbs(facility).add, { id, place: here, v: 1, fields: { name, kind: 'culture' } })
  return id
}

test('each day anew every open place is due; done, exceptions and not reached add up, and each figure opens its rows [R-2020A-39] [R-2020A-40] [R-2020P-19]', async () => {
  await record(library, done)
  await record(hall, { done: 'no-agent' })
  const { turn, rows } = await see()
  expect(turn).toMatchObject({
    from: '2026-11-17',
    to: '2026-11-17',
    due: 3,
    done: 1,
    notReached: 1,
    exceptions: { 'no-agent': 1 },
  })
  expect(rows).toHaveLength(3)
  for (const [show, count] of [
    ['done', turn.done],
    ['not-reached', turn.notReached],
    ['no-agent', 1],
  ] as const)
    expect([show, (await see(here, show)).rows.length]).toEqual([show, count])
  house.clock.set('2026-11-18T09:00:00+08:00')
  expect((await see()).turn).toMatchObject({ due: 3, done: 0, notReached: 3 })
})

test('the clinic says each day that it was cleaned; the days it did not are seen [R-2020A-41]', async () => {
  const doctor = await house.as('community-doctor', here)
  await record(clinic, { done: 'done', agent: 'alcohol', items: { tables: 'yes' } }, doctor)
  const seen = (await see(here, 'done')).rows.find((row) => row.id === clinic)
  expect(seen).toMatchObject({ title: '卫生服务站', last_on: '2026-11-17' })
  house.clock.set('2026-11-20T09:00:00+08:00')
  expect((await see(here, 'not-reached')).rows.find((row) => row.id === clinic)?.last_on).toBe('2026-11-17')
})

test('what is needed is asked: an agent with its strength; a correction takes the place of what it corrects, once', async () => {
  await expect(record(library, { done: 'done', agent: 'chlorine', items: { air: 'yes' } })).rejects.toThrow('kinds.missing')
  const wrong = await record(library, done)
  const correct = () => call(desk, verbs.replace, { id: newId(), replaces: wrong.id, v: 1, fields: { done: 'closed' } })
  expect((await correct()).standing).toBe('closed')
  await expect(correct()).rejects.toThrow()
  const { checks } = await call(desk, verbs.get, { id: library })
  expect(checks.find((check) => check.id === wrong.id)?.replaced).toBe(true)
})

test('a place that is shut is outside the round, and nothing is recorded of it', async () => {
  await call(director, registerVerbs(facility).acts['set-state'], {
    ...{ id: hall, state: 'suspended', basis: '通告', day: '2026-11-17' },
  })
  expect((await see()).turn.due).toBe(2)
  await expect(record(hall, done)).rejects.toThrow('kinds.outside-round')
  const away = await house.as('community-worker', '410105001004')
  await expect(record(library, done, away)).rejects.toThrow('not-found')
  expect((await see('410105001004', 'all', away)).turn.due).toBe(0)
})

test('a "no" on patrol becomes a finding, which is put right and checked by another person [R-2020A-46] [R-2021-41]', async () => {
  const point = newId()
  const fields = { name: '东街菜场', kind: 'market', where: '东街', answers: '菜场管理处' }
  await call(desk, registerVerbs(weakPoint).add, { id: point, place: here, v: 1, fields })
  const checked = { done: 'seen', items: { rubbish: 'no', water: 'yes', crowd: 'no' } }
  const made = await call(desk, roundVerbs(patrol).record, { id: newId(), thing: point, v: 1, fields: checked })
  expect(made).toMatchObject({ standing: 'done', findings: 2 })
  const findings = requestVerbs(mend)
  const { rows } = await call(desk, findings.see, { place: here, show: 'open', size: 200 })
  const found = await Promise.all(rows.map((row) => call(desk, findings.get, { id: row.id })))
  expect(found.map(({ fields: said }) => said)).toEqual(
    expect.arrayContaining([
      { where: '东街菜场', what: '不合要求：没有乱堆垃圾' },
      { where: '东街菜场', what: '不合要求：没有聚集' },
    ]),
  )
  const one = rows[0]?.id ?? ''
  await call(desk, findings.acts['put-right'], { id: one, fields: { done: '清走了' } })
  await expect(call(desk, findings.acts['checked'], { id: one })).rejects.toThrow('kinds.another-person')
  await call(director, findings.acts['still-wrong'], { id: one, ground: '背面还有' })
  await call(desk, findings.acts['put-right'], { id: one, fields: { done: '背面也清了' } })
  expect((await call(director, findings.acts['checked'], { id: one })).state).toBe('checked')
})

test('a weekly patrol begins on Monday, and what was done on Sunday counts for the week before', async () => {
  const point = newId()
  const fields = { name: '后巷', kind: 'lane', where: '后巷', answers: '物业' }
  await call(desk, registerVerbs(weakPoint).add, { id: point, place: here, v: 1, fields })
  house.clock.set('2026-11-22T10:00:00+08:00')
  await call(desk, roundVerbs(patrol).record, {
    id: newId(),
    thing: point,
    v: 1,
    fields: { done: 'seen', items: { water: 'yes' } },
  })
  const standing = async () =>
    (await call(desk, roundVerbs(patrol).see, { place: here, show: 'all', size: 200 })).rows.find((row) => row.id === point)
  expect((await standing())?.standing).toBe('done')
  house.clock.set('2026-11-23T10:00:00+08:00')
  expect((await standing())?.standing).toBe('not-reached')
})
