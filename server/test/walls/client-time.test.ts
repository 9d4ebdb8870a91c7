// What a client says of time is believed where nobody else can know, within bounds, and nowhere else.
import type { CommandAnswer } from '@wangdi/domain/endpoint.ts'
import { confirmColour, getHealth } from '@wangdi/domain/health/health.api.ts'
import { recordArrival } from '@wangdi/domain/people/arrival/arrival.api.ts'
import { confirmLevel } from '@wangdi/domain/regimes/regimes.api.ts'
import { readVisits, recordVisit } from '@wangdi/domain/rounds/rounds.api.ts'
import { sql } from 'kysely'
import { v4, v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readConfig } from '../../src/platform/config.ts'
import { momentOf } from '../../src/platform/commands/moment.ts'
import { givenDwelling, givenGrid, givenPerson } from '../given/people.ts'
import { givenPlaces } from '../given/places.ts'
import { givenResponse } from '../given/regimes.ts'
import { type Caller, type House, startHouse } from '../house.ts'

const community = '410105001003'
const day = 86_400_000
let house: House
let worker: Caller
let doctor: Caller
let door: string
beforeAll(async () => {
  house = await startHouse()
  await givenPlaces(house)
  worker = await house.as('grid-worker', community)
  doctor = await house.as('community-doctor', community)
  door = await givenDwelling(house, community)
  await givenGrid(house, community, [door], worker.account)
})
afterAll(() => house.close())
beforeEach(() => house.clock.set('2026-11-17T10:00:00+08:00'))

const now = () => house.clock.now().getTime()
const iso = (ms: number) => new Date(ms).toISOString()
const near = (at: string | undefined, ms: number) => expect(Math.abs(Date.parse(at ?? '') - ms)).toBeLessThan(60_000)

interface Sent {
  readonly at: string
  /** The record's id, and the command's. */
  readonly id?: string
  readonly said?: string
  readonly clock?: string
  readonly device?: string
}

/** Says a visit through the outbox; its id, and the answer. */
async function send({ at, clock, device, id = newId(), said = newId() }: Sent): Promise<CommandAnswer & { record: string }> {
  const command = { id: said, verb: 'rounds.record-visit', at, input: { id, dwelling: door, result: 'met' } }
  const reply = await fetch(`${house.url}/api/commands`, {
    method: 'POST',
    headers: { ...worker.headers, 'content-type': 'application/json', ...(device ? { 'device-id': device } : {}) },
    body: JSON.stringify({ commands: [command], ...(clock ? { clock } : {}) }),
  })
  const { answers } = (await reply.json()) as { answers: CommandAnswer[] }
  return { ...(answers[0] as CommandAnswer), record: id }
}
const kept = async (id: string) => {
  const visit = await house.owner.selectFrom('visit').select(['at', 'day']).where('id', '=', id).executeTakeFirstOrThrow()
  return { at: new Date(visit.at).toISOString(), day: visit.day }
}
const told = (answer: CommandAnswer) =>
  answer.state === 'done' ? [answer.at, answer.warning?.code] : [answer.state, answer.problem.code]

test('what is done online happens when it arrives: a colour of 2099 does not beat the one confirmed after it', async () => {
  const person = await givenPerson(house, community, '周桂兰', { born: '1954-03-01', dwelling: door })
  const confirm = (colour: 'red' | 'green', at: string) =>
    doctor.call(confirmColour, { id: newId(), person, colour, reason: '见面看过' }, { at })
  await confirm('red', '2099-01-01T00:00:00Z')
  house.clock.set('2026-11-17T10:30:00+08:00')
  await confirm('green', iso(now()))
  house.clock.set('2026-11-17T11:00:00+08:00')
  await confirm('red', '2001-01-01T00:00:00Z')
  expect(await doctor.call(getHealth, { person })).toMatchObject({ colour: 'red' })
  house.clock.set('2026-11-17T11:30:00+08:00')
  await confirm('green', 'no moment at all')
  expect(await doctor.call(getHealth, { person })).toMatchObject({ colour: 'green' })
})

test('nothing that is done online carries the moment that a client said', async () => {
  const leader = await house.as('county-leader', '410105')
  const level = { fact: 'county.risk' as const, place: '410105', from: '2026-11-17', reason: '', source: '通告' }
  await leader.call(confirmLevel, { id: newId(), value: 'low', ...level }, { at: '2099-01-01T00:00:00Z' }).catch(() => {})
  await doctor.call(
    confirmColour,
    { id: newId(), person: await givenPerson(house, community, '周桂兰', { dwelling: door }), colour: 'red', reason: '看过' },
    { at: '2099-01-01T00:00:00Z' },
  )
  const { rows } = await sql<{ table: string; column: string }>`select table_name as table, column_name as column
    from information_schema.columns where table_schema = 'public' and data_type = 'timestamp with time zone'`.execute(house.owner)
  const ahead: string[] = []
  for (const { table, column } of rows) {
    const found = await sql<{
      n: number
    }>`select count(*)::int as n from ${sql.table(table)} where ${sql.ref(column)} > '2090-01-01' and ${sql.ref(column)} < 'infinity'`.execute(
      house.owner,
    )
    if (found.rows[0]?.n) ahead.push(`${table}.${column}`)
  }
  expect(rows.length).toBeGreaterThan(40)
  expect(ahead).toEqual([])
})

test('what is recorded offline keeps its moment, and beside it when it came', async () => {
  const at = iso(now() - 2 * day)
  const answer = await send({ at })
  expect(told(answer)).toEqual([at, undefined])
  expect(await kept(answer.record)).toEqual({ at, day: '2026-11-15' })
  const { rows } = await sql<{ said: Date; done: Date }>`select c.said_at as said, c.done_at as done from command c
    where c.id = ${answer.id}`.execute(house.owner)
  expect(rows[0]?.said.toISOString()).toBe(at)
  expect(rows[0]?.done.getTime()).not.toBe(rows[0]?.said.getTime())
})

test('a phone whose clock jumped back is told, and its record stands where it belongs: the server sees how wrong the clock is', async () => {
  const jump = 7 * 365 * day
  const answer = await send({ at: iso(now() - jump - 3_600_000), clock: iso(now() - jump) })
  expect(told(answer)[1]).toBe('sync.clock-wrong')
  near(told(answer)[0], now() - 3_600_000)
  expect((await kept(answer.record)).at).toBe(told(answer)[0])
  const { rows } = await worker.call(readVisits, { dwelling: door })
  expect(rows.find(({ id }) => id === answer.record)?.at.slice(0, 10)).toBe('2026-11-17')
})

test('a repeat is told what the first answer told: the moment, and that the clock was wrong, also where it is right by then', async () => {
  const wrong = { at: iso(now() - 7 * 365 * day), clock: iso(now() - 7 * 365 * day), id: newId(), said: newId() }
  const right = { at: iso(now() - day), id: newId(), said: newId() }
  const first = [await send(wrong), await send(right)]
  expect(first.flatMap(told)).toEqual([expect.anything(), 'sync.clock-wrong', right.at, undefined])
  house.clock.set('2026-11-18T11:00:00+08:00')
  expect([await send({ ...wrong, clock: iso(now()) }), await send(right)]).toEqual(first)
})

test.each([
  ['years back, whose clock is right again', '2019-03-01T00:00:00Z'],
  ['far ahead', '2099-01-01T00:00:00Z'],
  ['of no calendar', '0000-00-00T99:00:00Z'],
  ['of no clock', 'yesterday'],
])('a record %s is kept under the moment of its arrival and says so: never lost, never out of sight', async (_, at) => {
  const answer = await send({ at, clock: iso(now()) })
  expect(told(answer)[1]).toBe('sync.clock-wrong')
  near((await kept(answer.record)).at, now())
})

test('a clock some minutes fast is forgiven without a word, and nothing lies ahead of now', async () => {
  const answer = await send({ at: iso(now() + 4 * 60_000) })
  expect(told(answer)[1]).toBeUndefined()
  expect(Date.parse((await kept(answer.record)).at)).toBeLessThanOrEqual(now())
})

test('the offline age: seven days before the last contact a phone is believed, older ones count from their arrival', async () => {
  const [mine, other] = [v4(), v4()]
  await send({ at: iso(now()), device: mine })
  house.clock.set('2026-12-07T10:00:00+08:00') // twenty days without network
  const at = iso(Date.parse('2026-11-12T02:00:00Z')) // five days before the last contact
  expect(told(await send({ at, device: other }))[1]).toBe('sync.clock-wrong') // another phone spoke today only
  expect(told(await send({ at }))[1]).toBe('sync.clock-wrong')
  expect(told(await send({ at, device: mine }))).toEqual([at, undefined])
  // That was a contact, too: from now on the older moment is nobody's word any more.
  expect(told(await send({ at, device: mine }))[1]).toBe('sync.clock-wrong')
})

test('the offline age is judged to the edge, and is a setting', async () => {
  const edge = iso(now() - 7 * day + 60_000)
  const over = iso(now() - 7 * day - 60_000)
  expect(told(await send({ at: edge }))).toEqual([edge, undefined])
  expect(told(await send({ at: over }))[1]).toBe('sync.clock-wrong')
  const actor = { account: worker.account, name: '', role: 'grid-worker' as const, place: community, session: undefined }
  const at = iso(now() - 2 * day)
  expect((await momentOf(house.db, actor, { at }, house.clock.now(), 1)).warning?.code).toBe('sync.clock-wrong')
  expect((await momentOf(house.db, actor, { at }, house.clock.now(), 3)).warning).toBeUndefined()
  expect(readConfig({}).offlineDays).toBe(7)
  expect(readConfig({ WANGDI_OFFLINE_DAYS: '3' }).offlineDays).toBe(3)
  for (const days of ['0', '91', 'x']) expect(() => readConfig({ WANGDI_OFFLINE_DAYS: days })).toThrow(RangeError)
})

test('the same bounds hold where such a verb is sent directly; the answer says under which moment it is kept', async () => {
  const post = async (at: string, { id, said } = { id: newId(), said: newId() }) => {
    const reply = await fetch(`${house.url}/api/visits`, {
      method: 'POST',
      headers: { ...worker.headers, 'content-type': 'application/json', 'command-id': said, 'command-at': at },
      body: JSON.stringify({ id, dwelling: door, result: 'met' }),
    })
    const { status, headers } = reply
    return { id, said, status, warning: headers.get('command-warning'), at: headers.get('command-kept-at') }
  }
  const wrong = await post('2019-03-01T00:00:00Z')
  expect([wrong.status, wrong.warning]).toEqual([200, 'sync.clock-wrong'])
  expect(await post('2019-03-01T00:00:00Z', wrong)).toEqual(wrong)
  expect((await kept(wrong.id)).at).toBe(wrong.at)
  near(wrong.at ?? '', now())
  const right = iso(now() - day)
  const good = await post(right)
  expect([good.warning, (await kept(good.id)).at]).toEqual([null, right])
})

test('a wrong clock opens no door: neither a grid that is no longer the worker’s nor a function that is closed', async () => {
  const former = await house.as('grid-worker', community)
  const grid = await givenGrid(house, community, [await givenDwelling(house, community, '9号楼')], former.account, '9网格')
  await sql`update grid_duty set valid_to = '2026-11-01' where grid = ${grid}`.execute(house.owner)
  const there = await givenDwelling(house, community, '9号楼')
  const visit = (at: string) => former.call(recordVisit, { id: newId(), dwelling: there, result: 'met' }, { at })
  await expect(visit('2026-10-30T02:00:00Z')).rejects.toMatchObject({ code: 'access.not-found' })
  await expect(visit(iso(now()))).rejects.toMatchObject({ code: 'access.not-found' })
})

test('what was recorded while a response was open is kept after it, until its data are destroyed; then the phone is told what becomes of it', async () => {
  const director = await house.as('community-director', community)
  const response = await givenResponse(house, '410105', { from: '2026-11-10', until: '2026-11-15' })
  const arrive = (at: string) => {
    const entered = { id: newId(), name: '周来返' }
    const said = { id: newId(), community, entered, dwelling: door, origin: '武汉', arrived_on: '2026-11-14' }
    return director.call(recordArrival, said, { at })
  }
  const during = '2026-11-14T02:00:00Z'
  await arrive(during)
  await expect(arrive(iso(now()))).rejects.toMatchObject({ code: 'regimes.closed' })
  const run = newId()
  const { account } = director
  await sql`insert into destruction (id, place, response, from_day, to_day, areas, held, functions, assessment, asked_by, asked_at, asked_on)
    values (${run}, '410105', ${response}, '2026-11-10', '2026-11-15', array['410105'], '{}', array['arrivals'], '{"kept": {}}', ${account},
      ${house.clock.now()}, '2026-11-17')`.execute(house.owner)
  await arrive(during) // asked for, not yet done
  await sql`insert into destruction_act (id, place, destruction, kind, by_account, at)
    values (${newId()}, '410105', ${run}, 'done', ${account}, ${house.clock.now()})`.execute(house.owner)
  await expect(arrive(during)).rejects.toMatchObject({ code: 'regimes.data-destroyed' })
  const why = await arrive(during).catch((error: { problem: { words: { zh: string; en: string } } }) => error.problem.words)
  expect(why).toMatchObject({ zh: expect.stringContaining('手机上这一条'), en: expect.stringContaining('The phone deletes it') })
  // Another response that was open then and holds its data still takes it.
  await givenResponse(house, '410105', { from: '2026-11-12', until: '2026-11-15' })
  await arrive(during)
})
