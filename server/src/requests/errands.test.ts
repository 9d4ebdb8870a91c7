// Errands for those who cannot go out, as they follow from their declaration: taken, given, done, confirmed; whoever brings the goods
// sees door, hour and goods, and nothing else there is.
import { getInbox } from '@wangdi/domain/kinds/inbox/inbox.api.ts'
import { flows } from '@wangdi/domain/kinds/request/flows.ts'
import { requestVerbs } from '@wangdi/domain/kinds/request/request.api.ts'
import { foldOf } from '@wangdi/domain/kinds/request/standing.rules.ts'
import { errand } from '@wangdi/domain/requests/kinds/errand.kind.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { givenDwelling, givenGrid, givenPerson } from '../../test/given/people.ts'
import { callKind as call } from '../../test/given/kinds.ts'
import { type Caller, type House, startHouse } from '../../test/house.ts'
import { dropEnded } from '../kinds/index.ts'
import { inTransaction } from '../platform/db.ts'

const here = '410105001003'
const beside = '410105001004'
const verbs = requestVerbs(errand)
let house: House
let desk: Caller
let helper: Caller
let door: string
beforeAll(async () => {
  house = await startHouse()
  house.clock.set('2026-11-17T10:00:00+08:00')
  desk = await house.as('community-worker', here)
  helper = await house.as('volunteer', here, '宋晓')
  door = await givenDwelling(house, here, '3号楼', '2', '402')
})
afterAll(() => house.close())
beforeEach(() => house.clock.set('2026-11-17T10:00:00+08:00'))

const food = { what: 'food', items: [{ item: '白菜', much: { n: 2, unit: 'kg' } }], put: 'door', call: '19900004321' }
const take = (more: object = {}, by = desk) =>
  call(by, verbs.begin, { id: newId(), v: 1, dwelling: door, way: 'phone', urgency: 'today', fields: food, ...more })
const act = (by: Caller, name: string, id: string, more: object = {}) => call(by, verbs.acts[name], { id, ...more })
const see = (by: Caller, place: string, show = 'open', more: object = {}) =>
  call(by, verbs.see, { place, show, size: 200, ...more })
const minuteOf = (moment: string) => moment.slice(0, 16)
const given = async () => {
  const { id } = await take()
  await act(desk, 'give', id, { doer: helper.account })
  return id as string
}

test('an errand is taken down with its term and how that was counted, given to a helper, done, and confirmed', async () => {
  const { id, number, office, due_at, due } = await take()
  expect([number.slice(0, 10), office, minuteOf(due_at), due.zh]).toEqual([
    'SX20261117',
    here,
    '2026-11-17T12:00',
    '从 10:00 起 10 小时，到 20:00',
  ])
  const before = await call(desk, verbs.get, { id })
  expect([before.row.state, before.may, before.row.door]).toEqual(['taken', ['give', 'hand-on'], '3号楼2单元402'])
  expect(before.fields).toEqual(food)
  expect(before.doers).toContainEqual({ id: helper.account, name: '宋晓', role: 'volunteer' })
  await act(desk, 'give', id, { doer: helper.account })
  house.clock.set('2026-11-17T11:00:00+08:00')
  await act(helper, 'done', id, { fields: { cost: { n: 12.5, unit: 'yuan' } } })
  expect((await call(desk, verbs.get, { id })).row).toMatchObject({ state: 'done', due_at: null, doer: '宋晓', late: false })
  await act(desk, 'confirm', id)
  const after = await call(desk, verbs.get, { id })
  expect([after.row.state, after.may]).toEqual(['confirmed', []])
  expect(after.acts.map((one) => [one.act, one.by === '宋晓', one.fields])).toEqual([
    ['take', false, {}],
    ['give', false, {}],
    ['done', true, { cost: { n: 12.5, unit: 'yuan' } }],
    ['confirm', false, {}],
  ])
})

test('a helper sees door, hour, goods and phone of what was given, nothing of why, and no other row there is [R-LAW-21]', async () => {
  const other = await take({ fields: { what: 'medicine', items: [{ item: '降压药' }], put: 'gate' } })
  const id = await given()
  await sql`insert into kind_request_said (county, id, request, community, kind, audience, said)
    values ('410105', ${newId()}, ${id}, ${here}, 'requests.errand', 'health', '{"cause":"居家隔离"}')`.execute(house.owner)
  const { rows } = await call(helper, verbs.mine, {})
  expect(rows.map((row) => row.id)).toContain(id)
  expect(rows.map((row) => row.id)).not.toContain(other.id)
  const mine = rows.find((row) => row.id === id)
  expect(mine).toMatchObject({ door: '3号楼2单元402', fields: food, may: ['done', 'not-done'] })
  expect(JSON.stringify(rows)).not.toContain('居家隔离')
  await expect(see(helper, here)).rejects.toThrow('access.refused')
  await expect(call(helper, verbs.get, { id })).rejects.toThrow('access.refused')
  await expect(act(helper, 'confirm', id)).rejects.toThrow('access.refused')
  await expect(act(helper, 'done', other.id)).rejects.toThrow('not-found')
})

test('behind the second wall a helper’s transaction reads the heads given to it and what helpers read, also with the health flag', async () => {
  const id = await given()
  const scope = { county: '410105', area: '', place: '', health: true, given: helper.account }
  const seen = await inTransaction(house.db, scope, async (db) => {
    const heads = await db.selectFrom('kind_request').select(['id', 'given_to']).where('county', '=', '410105').execute()
    const said = await db.selectFrom('kind_request_said').select(['request', 'audience']).where('county', '=', '410105').execute()
    const acts = await db.selectFrom('kind_request_act').select('id').where('county', '=', '410105').execute()
    const people = await db.selectFrom('person').select('id').where('county', '=', '410105').execute()
    const names = await db.selectFrom('account').select('id').execute()
    return { heads, said, acts, people, names }
  })
  expect(seen.heads.length).toBeGreaterThan(0)
  expect(seen.heads.filter(({ given_to }) => given_to !== helper.account)).toEqual([])
  expect(seen.said.find(({ request }) => request === id)).toEqual({ request: id, audience: 'helper' })
  expect(seen.said.filter(({ audience }) => audience !== 'helper')).toEqual([])
  expect([seen.acts, seen.people, seen.names]).toEqual([[], [], []])
})

test('what a helper could not do goes back with a ground and the clock goes on; whoever took it over sees it, the first no more', async () => {
  const id = await given()
  await expect(act(helper, 'not-done', id)).rejects.toThrow()
  await act(helper, 'not-done', id, { ground: '敲门没人应' })
  const back = await call(desk, verbs.get, { id })
  expect([back.row.state, minuteOf(back.row.due_at), back.row.doer, back.may]).toEqual([
    'back',
    '2026-11-17T12:00',
    null,
    ['give', 'hand-on'],
  ])
  const second = await house.as('volunteer', here)
  await act(desk, 'give', id, { doer: second.account })
  const idsOf = async (by: Caller) => (await call(by, verbs.mine, {})).rows.map((row) => row.id)
  expect([(await idsOf(helper)).includes(id), (await idsOf(second)).includes(id)]).toEqual([false, true])
  await expect(act(helper, 'done', id)).rejects.toThrow('not-found')
})

test('it is given only to somebody who works here and may do it; nothing is done outside the flow', async () => {
  const { id } = await take()
  const far = await house.as('volunteer', beside)
  await expect(act(desk, 'give', id, { doer: far.account })).rejects.toThrow('kinds.no-such-doer')
  await expect(act(desk, 'give', id, { doer: desk.account })).resolves.toMatchObject({ state: 'given' })
  await expect(act(desk, 'confirm', id)).rejects.toThrow('kinds.not-now')
  await expect(act(desk, 'give', id, { doer: helper.account })).rejects.toThrow('kinds.not-now')
})

test('what is needed is asked, what is hidden is not kept, and a phone that was not said is that of the door', async () => {
  await expect(take({ fields: { what: 'food', put: 'door' } })).rejects.toThrow('kinds.missing')
  const lone = await givenDwelling(house, here, '5号楼', '1', '101')
  await givenPerson(house, here, '郑阿婆', { dwelling: lone, phone: '19900007788' })
  const { id } = await take({ dwelling: lone, fields: { what: 'rubbish', items: [{ item: '旧书' }], put: 'gate' } })
  expect((await call(desk, verbs.get, { id })).fields).toEqual({ what: 'rubbish', put: 'gate', call: '19900007788' })
  const kept = await sql<{ said: object }>`select said from kind_request_said where request = ${id}`.execute(house.owner)
  expect(JSON.stringify(kept.rows)).not.toContain('19900007788')
})

test('a community sees its own errands, the street those of all its communities, a grid worker those of the own doors', async () => {
  const { id } = await take()
  const away = await house.as('community-worker', beside)
  const street = await house.as('street-officer', '410105001')
  const worker = await house.as('grid-worker', here)
  const inGrid = await givenDwelling(house, here, '7号楼', '1', '201')
  await givenGrid(house, here, [inGrid], worker.account, '七号楼网格')
  const own = await take({ dwelling: inGrid }, worker)
  const ids = async (by: Caller, place: string) => (await see(by, place)).rows.map((row) => row.id)
  expect(await ids(away, beside)).not.toContain(id)
  expect(await ids(street, '410105001')).toEqual(expect.arrayContaining([id, own.id]))
  expect(await ids(worker, here)).toEqual([own.id])
  await expect(call(worker, verbs.get, { id })).rejects.toThrow('not-found')
  await expect(call(away, verbs.get, { id })).rejects.toThrow('not-found')
  await expect(take({ dwelling: door }, worker)).rejects.toThrow('not-found')
})

test('late is what still waits when its term is over; a figure counts exactly the rows that it opens', async () => {
  const { id } = await take({ urgency: 'now' })
  const lateNow = async () => (await see(desk, here, 'late')).rows.map((row) => row.id)
  expect(await lateNow()).not.toContain(id)
  house.clock.set('2026-11-17T12:00:01+08:00')
  expect(await lateNow()).toContain(id)
  for (const show of ['open', 'late'] as const) {
    const list = await see(desk, here, show)
    expect([show, list.total, list[show]]).toEqual([show, list.rows.length, list.rows.length])
  }
  const parcels = await see(desk, here, 'all', { what: 'parcel' })
  expect(parcels.rows).toEqual([])
})

test('what is handed on is seen by the other office with all that was done before, and still where it lies', async () => {
  const { id } = await take()
  const away = await house.as('community-worker', beside)
  await act(desk, 'hand-on', id, { office: beside })
  const seen = await call(away, verbs.get, { id })
  expect([seen.row.turn, seen.fields.what, seen.acts.map((one) => one.act), seen.may]).toEqual([
    beside,
    'food',
    ['take', 'hand-on'],
    ['give', 'hand-on'],
  ])
  expect((await see(away, beside)).rows.map((row) => row.id)).toContain(id)
  expect((await call(desk, verbs.get, { id })).may).toEqual([])
  await expect(act(away, 'hand-on', id, { office: '410122101205' })).rejects.toThrow('kinds.other-county')
})

test('what waits for an office stands in its inbox, whatever the kind, and is gone from it when another is waited for', async () => {
  const { id } = await take()
  const waits = async () => (await desk.call(getInbox, {})).rows.map((row) => row.id)
  expect(await waits()).toContain(id)
  await act(desk, 'hand-on', id, { office: beside })
  expect(await waits()).not.toContain(id)
  expect((await (await house.as('community-worker', beside)).call(getInbox, {})).rows.map((row) => row.id)).toContain(id)
})

test('whoever saw the plate of a door in a list, in the inbox or among those given to them leaves a line that names the door', async () => {
  const id = await given()
  await see(desk, here)
  await desk.call(getInbox, {})
  await call(helper, verbs.mine, {})
  await call(desk, verbs.get, { id })
  const lines = async ({ account }: Caller, verb: string) => {
    const { rows } = await sql<{ seen: string }>`select s.subject::text as seen from audit_line l
      join audit_seen s on s.scope = l.scope and s.line = l.id
      where l.account = ${account} and l.verb = ${verb}`.execute(house.owner)
    return rows.map(({ seen }) => seen)
  }
  expect(await lines(desk, 'requests.errand.see')).toContain(door)
  expect(await lines(desk, 'kinds.inbox')).toContain(door)
  expect(await lines(desk, 'requests.errand.get')).toContain(door)
  expect(await lines(helper, 'requests.errand.mine')).toContain(door)
})

test('where each stands is what its acts say', async () => {
  const heads = await house.owner.selectFrom('kind_request').select(['id', 'standing', 'state', 'ended_on']).execute()
  const acts = await sql<
    Record<string, unknown>
  >`select id, request, act, at, by_account as by, place, whom, result, ground, due_at
    from kind_request_act a`.execute(house.owner)
  expect(heads.length).toBeGreaterThan(5)
  for (const head of heads) {
    const own = acts.rows.filter(({ request }) => request === head.id)
    const stored = head.standing as Record<string, unknown>
    const due = own.map((one) => ({
      ...one,
      at: (one['at'] as Date).toISOString(),
      due_at: (one['due_at'] as Date | null)?.toISOString(),
    }))
    expect({ ...foldOf(flows.task, due as never), result: stored['result'] }).toEqual(stored)
    expect([head.state, head.ended_on !== null]).toEqual([stored['state'], stored['ended']])
  }
})

test('what ended is dropped with all that was said and done when its time is over, and not before', async () => {
  const id = await given()
  await act(helper, 'done', id)
  await act(desk, 'confirm', id)
  const left = async () => {
    const { rows } = await sql<{ n: number }>`select (select count(*) from kind_request where id = ${id}) +
      (select count(*) from kind_request_act where request = ${id}) + (select count(*) from kind_request_said where request = ${id})
      as n`.execute(house.owner)
    return rows[0]?.n
  }
  await dropEnded(house.db, new Date('2027-05-16T12:00:00+08:00'))
  expect(await left()).toBe(6)
  await dropEnded(house.db, new Date('2027-05-17T12:00:00+08:00'))
  expect(await left()).toBe(0)
})
