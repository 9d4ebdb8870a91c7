import { createHash } from 'node:crypto'
import { recordVisit } from '@wangdi/domain/rounds/rounds.api.ts'
import { readChanges, readSnapshot } from '@wangdi/domain/sync/sync.api.ts'
import { heldAmong, markOf } from '@wangdi/domain/sync/gone.rules.ts'
import { applyRows, emptyHeld, type Held, keepScope } from '@wangdi/domain/sync/held.rules.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { givenDwelling, givenGrid, givenPerson } from '../../test/given/people.ts'
import { givenReading, givenStay } from '../../test/given/observation.ts'
import { givenTold, untilOver } from '../../test/given/told.ts'
import { type Caller, type House, startHouse } from '../../test/house.ts'
import { type Db, openDb } from '../platform/db.ts'
import { makeLog } from '../platform/log.ts'
import { tell } from '../platform/tenants/tell.ts'
import { trimChanges } from './feed-state.queries.ts'

// Each test has a community of its own: it finds nothing of the others, whichever ran before.
let tixiang: string
let communities = 10
let house: House
let worker: Caller
let director: Caller
let grid: string
let doors: string[]

beforeAll(async () => {
  house = await startHouse()
})
beforeEach(async () => {
  communities += 1
  tixiang = `4101050010${communities}`
  worker = await house.as('grid-worker', tixiang, '吴晓彤')
  director = await house.as('community-director', tixiang)
  doors = []
  for (const building of ['1号楼', '2号楼', '3号楼'])
    for (const room of ['101', '102']) doors.push(await givenDwelling(house, tixiang, building, '1', room))
  grid = await givenGrid(house, tixiang, doors.slice(0, 4), worker.account, '第3网格')
  await givenPerson(house, tixiang, '郑玉梅', {
    born: '1948-03-01',
    dwelling: doors[0] ?? '',
    phone: '19900000101',
    document: '410199194803010023',
  })
  await givenPerson(house, tixiang, '别的网格', { dwelling: doors[4] ?? '', phone: '19900000102' })
})
afterAll(() => house.close())

const digest = async (text: string) => createHash('sha256').update(text).digest()
const firstPage = (caller = worker) => caller.call(readSnapshot, {})
const changesSince = async (from: { cursor: string; scope: string }, caller = worker) =>
  caller.call(readChanges, { since: from.cursor, scope: from.scope, epoch: (await firstPage()).epoch })

const buildingOf = async (door: string) =>
  (await house.owner.selectFrom('dwelling').select('building').where('id', '=', door).executeTakeFirstOrThrow()).building

// Behind another door of the same community, as a correction of the record puts somebody.
async function move(person: string, dwelling: string | undefined): Promise<void> {
  await sql`update person set dwelling = ${dwelling} where id = ${person}`.execute(house.owner)
  await tell(house.owner, 'person', [{ id: person, community: tixiang }])
}

// A phone as the engine is: what it holds, and where it stands.
async function phone(caller = worker) {
  const page = await firstPage(caller)
  let held: Held = applyRows(emptyHeld(), page.rows)
  let at = { cursor: page.cursor, scope: page.scope }
  return {
    held: () => held,
    at: () => at,
    /** Pulls once everything committed so far counts as over: a transaction elsewhere on the server may hold that back. */
    async pull({ atOnce = false } = {}) {
      if (!atOnce) await untilOver(house, '410105')
      const news = await changesSince(at, caller)
      held = applyRows(held, news.rows, await heldAmong(held, news.gone, digest))
      if (news.blocks) {
        const kept = keepScope(held, news.blocks)
        held = kept.held
        for (const block of kept.missing) held = applyRows(held, (await caller.call(readSnapshot, { block })).rows)
      }
      at = { cursor: news.cursor, scope: news.scope }
      return news
    },
  }
}

test('a worker downloads the own grid: doors, people with phones, no identity numbers; the director the whole community', async () => {
  const page = await firstPage()
  expect(page.blocks.map(({ name, dwellings }) => [name, dwellings.length])).toEqual([
    ['1号楼', 2],
    ['2号楼', 2],
  ])
  expect(page.rows.person).toMatchObject([{ name: '郑玉梅', phone: '19900000101', born: '1948-03-01' }])
  expect(JSON.stringify(page)).not.toContain('410199194803010023')
  expect(page.next).toBeNull()
  expect(page.setting).toMatchObject({ community: tixiang, grids: [{ name: '第3网格' }] })
  expect((await firstPage(director)).rows.dwelling).toHaveLength(6)
})

test('a volunteer, and an officer of the street, download nothing', async () => {
  for (const role of ['volunteer', 'street-officer'] as const)
    await expect(firstPage(await house.as(role, role === 'volunteer' ? tixiang : tixiang.slice(0, 9)))).rejects.toMatchObject({
      code: 'access.refused',
    })
})

test('a visit recorded elsewhere arrives, a person who moves away leaves with all that hangs on them', async () => {
  const mine = await phone()
  await director.call(recordVisit, { id: newId(), dwelling: doors[0] ?? '', result: 'met' })
  await mine.pull()
  expect([...mine.held().visit.values()]).toMatchObject([{ dwelling: doors[0], result: 'met', by: director.account }])
  const person = await givenPerson(house, tixiang, '周桂兰', { dwelling: doors[1] ?? '' })
  await givenTold(house, 'person_mark', [
    { county: '410105', id: newId(), community: tixiang, person, kind: 'elder-alone', since: '2026-01-01' },
  ])
  await mine.pull()
  expect([mine.held().person.has(person), mine.held().mark.size]).toEqual([true, 1])
  await move(person, doors[5])
  const news = await mine.pull()
  expect(news.gone).toContainEqual({ kind: 'person', mark: await markOf('person', person, digest) })
  expect([mine.held().person.has(person), mine.held().mark.size]).toEqual([false, 0])
  await move(person, doors[1])
  await mine.pull()
  expect([mine.held().person.has(person), mine.held().mark.size]).toEqual([true, 1]) // the mark did not change, and is here again
})

test('of what happens behind other doors a phone learns nothing by which it could be named', async () => {
  const [mine, all] = [await phone(), await phone(director)]
  const outside = doors[5] ?? ''
  const person = await givenPerson(house, tixiang, '孙别处', { dwelling: outside, born: '1941-01-01' })
  const stay = await givenStay(house, tixiang, person, '2026-11-14')
  const end = { observation: stay, reason: 'shorter-rule', note: '', by_account: director.account, at: house.clock.now() }
  const mark = newId()
  await givenReading(house, tixiang, stay, '2026-11-17', 'morning', '36.5', director.account)
  await givenTold(house, 'observation_end', [{ county: '410105', id: newId(), community: tixiang, ...end }])
  await givenTold(house, 'person_mark', [
    { county: '410105', id: mark, community: tixiang, person, kind: 'elder-alone', since: '2026-01-01' },
  ])
  const fact = { person, stated_on: '2026-11-16', source: 'visit', disease: 'unstable', doses: 2 }
  await givenTold(house, 'health_fact', [{ county: '410105', id: newId(), community: tixiang, ...fact }])
  const visit = newId()
  await director.call(recordVisit, { id: visit, dwelling: outside, result: 'met' })
  const { rows: told } = await sql<{ id: string }>`select distinct id::text as id from change where county = '410105'`.execute(
    house.owner,
  )
  const news = await mine.pull()
  const own = new Set([...doors.slice(0, 4), ...Object.values(mine.held()).flatMap((kind) => [...kind.keys()])])
  const named = [...told.map(({ id }) => id), person, outside].filter((id) => !own.has(id) && JSON.stringify(news).includes(id))
  expect(named).toEqual([])
  // What stays behind its door was never here: not even a mark of it comes.
  expect(news.gone.map(({ kind }) => kind)).not.toContain('visit')
  await all.pull()
  const { person: people, mark: marks, episode, colour, visit: visits } = all.held()
  expect([people.has(person), marks.has(mark), episode.has(stay), colour.has(person), visits.has(visit)]).not.toContain(false)
})

test('a stay travels with its rule and readings, and the end of it too; the colour follows from what is told', async () => {
  const mine = await phone()
  const person = await givenPerson(house, tixiang, '陈志远', { born: '1950-01-01', dwelling: doors[2] ?? '' })
  const stay = await givenStay(house, tixiang, person, '2026-11-14')
  await givenReading(house, tixiang, stay, '2026-11-17', 'morning', '37.8', worker.account)
  const told = { stated_on: '2026-11-16', source: 'visit', disease: 'unstable', doses: 2 }
  await givenTold(house, 'health_fact', [{ county: '410105', id: newId(), community: tixiang, person, ...told }])
  await mine.pull()
  expect(mine.held().episode.get(stay)).toMatchObject({ person, last_day: '2026-11-20', ended_at: null, rule: { fever: 37.3 } })
  expect([...mine.held().reading.values()]).toMatchObject([{ observation: stay, temperature: 37.8, half: 'morning' }])
  expect(mine.held().colour.get(person)).toMatchObject({ colour: 'red' })
  expect((await firstPage()).rows.reading).toHaveLength(1)
  const doctor = await house.as('county-health', '410105')
  const end = { observation: stay, reason: 'shorter-rule', note: '', by_account: doctor.account, at: house.clock.now() }
  await givenTold(house, 'observation_end', [{ county: '410105', id: newId(), community: tixiang, ...end }])
  await mine.pull()
  expect(mine.held().episode.get(stay)?.ended_at).toMatch(/^2026-11-17T02:0/)
})

test('a stay travels to the phone of the door where somebody stays, with who it is; not to the phone of the home', async () => {
  const other = await house.as('grid-worker', tixiang, '邢卫东')
  const away = await givenDwelling(house, tixiang, '6号楼', '1', '101')
  await givenGrid(house, tixiang, [away], other.account, '第6网格')
  const [home, there] = [await phone(), await phone(other)]
  const person = await givenPerson(house, tixiang, '马俊', { dwelling: doors[0] ?? '', phone: '19900000103' })
  const stay = await givenStay(house, tixiang, person, '2026-11-15', { dwelling: away })
  await givenReading(house, tixiang, stay, '2026-11-17', 'morning', '36.6', other.account)
  for (const each of [home, there]) await each.pull()
  expect([home.held().person.has(person), home.held().episode.has(stay)]).toEqual([true, false])
  expect(there.held().episode.get(stay)).toMatchObject({ dwelling: away, who: { name: '马俊', phone: '19900000103' } })
  expect([there.held().person.has(person), there.held().reading.size]).toEqual([false, 1])
  const first = await phone(other)
  expect([first.held().episode.has(stay), first.held().reading.size]).toEqual([true, 1])
})

test('what the doctor decided about a reading comes to the phone of the door where it was taken, and to no other', async () => {
  const other = await house.as('grid-worker', tixiang, '邢卫国')
  const away = await givenDwelling(house, tixiang, '7号楼', '1', '101')
  await givenGrid(house, tixiang, [away], other.account, '第7网格')
  const [home, there] = [await phone(), await phone(other)]
  const person = await givenPerson(house, tixiang, '马小俊', { dwelling: doors[0] ?? '' })
  const stay = await givenStay(house, tixiang, person, '2026-11-15', { dwelling: away })
  await givenReading(house, tixiang, stay, '2026-11-17', 'morning', '38.1', other.account)
  await there.pull()
  const [reading = ''] = there.held().reading.keys()
  const doctor = await house.as('community-doctor', tixiang, '韩志远')
  const said = { reading, outcome: 'transfer', note: '去发热门诊', by_account: doctor.account, at: house.clock.now() }
  await givenTold(house, 'alert_answer', [{ county: '410105', id: newId(), community: tixiang, ...said }])
  for (const each of [home, there]) await each.pull()
  expect([...there.held().answer.values()]).toMatchObject([{ reading, outcome: 'transfer', note: '去发热门诊', by: '韩志远' }])
  expect(home.held().answer.size).toBe(0)
  expect((await phone(other)).held().answer.size).toBe(1)
  expect((await firstPage()).rows.answer ?? []).toEqual([])
})

test('a redrawn grid takes doors away and brings others, though nothing about them changed', async () => {
  const mine = await phone()
  await house.owner
    .deleteFrom('dwelling_grid')
    .where('dwelling', '=', doors[3] ?? '')
    .execute()
  await house.owner
    .insertInto('dwelling_grid')
    .values({ county: '410105', dwelling: doors[4] ?? '', community: tixiang, grid, valid_from: '2026-11-01' })
    .execute()
  await mine.pull()
  expect([...mine.held().dwelling.keys()].sort()).toEqual([doors[0], doors[1], doors[2], doors[4]].sort())
  expect([...mine.held().person.values()].map(({ name }) => name)).toContain('别的网格')
  expect((await mine.pull()).blocks).toBeNull()
})

test('a transaction that began earlier and commits later is never skipped', async () => {
  const mine = await phone()
  const slow = openDb(house.ownerUrl, makeLog('silent'), 1)
  const visit = async (db: Db, id: string) => {
    await sql`insert into visit (county, id, community, dwelling, at, day, by_account, result)
      values ('410105', ${id}, ${tixiang}, ${doors[0]}, now(), '2026-11-17', ${director.account}, 'refused')`.execute(db)
    await tell(db, 'visit', [{ id, community: tixiang }])
  }
  const [early, late] = [newId(), newId()]
  const shown = () => [mine.held().visit.has(early), mine.held().visit.has(late)]
  await slow.connection().execute(async (open) => {
    await sql`begin`.execute(open)
    await visit(open, early)
    await visit(house.owner, late) // began later, is committed at once
    await mine.pull({ atOnce: true })
    expect(shown()).toEqual([false, false]) // what came after the one still running waits for it
    await sql`commit`.execute(open)
  })
  await mine.pull()
  expect(shown()).toEqual([true, true])
  await slow.destroy()
})

test('a phone that knows more than the database, or another epoch, starts over', async () => {
  const { cursor, scope, epoch } = await firstPage()
  const ask = (since: string, of = epoch) => worker.call(readChanges, { since, scope, epoch: of })
  await expect(ask(String(BigInt(cursor) + 1_000_000n))).rejects.toMatchObject({ code: 'sync.start-over' })
  await expect(ask(cursor, 'another')).rejects.toMatchObject({ code: 'sync.start-over' })
})

test('changes older than thirty days are dropped, and a phone that was away longer downloads anew instead of missing some', async () => {
  const [away, near] = [await phone(), await phone()]
  await director.call(recordVisit, { id: newId(), dwelling: doors[0] ?? '', result: 'met' })
  await near.pull()
  await sql`update change set at = now() - interval '31 days'`.execute(house.owner)
  const last = newId()
  await director.call(recordVisit, { id: last, dwelling: doors[0] ?? '', result: 'refused' })
  expect(await trimChanges(house.db)).toBeGreaterThan(0)
  expect(await trimChanges(house.db)).toBe(0)
  await expect(away.pull()).rejects.toMatchObject({ code: 'sync.start-over' })
  await near.pull()
  expect(near.held().visit.has(last)).toBe(true)
  const again = await phone()
  expect([again.held().visit.size, (await again.pull()).blocks]).toEqual([near.held().visit.size, null])
})

test('a large grid comes in pages, and the last one says so', async () => {
  const more = ['10号楼', '11号楼', '12号楼', '13号楼', '14号楼', '15号楼'].map(async (building) => {
    const door = await givenDwelling(house, tixiang, building, '1', '100')
    const same = { county: '410105', community: tixiang, building: await buildingOf(door), unit: '1', use: 'own' }
    await givenTold(
      house,
      'dwelling',
      Array.from({ length: 60 }, (_, n) => ({ ...same, id: newId(), room: String(101 + n), ordinal: n })),
    )
  })
  await Promise.all(more)
  const doorsThere = await house.owner.selectFrom('dwelling').select('id').where('community', '=', tixiang).execute()
  const pages = []
  for (let after: string | null | undefined; after !== null; after = pages.at(-1)?.next ?? null)
    pages.push(await director.call(readSnapshot, after ? { after } : {}))
  expect(pages.length).toBeGreaterThan(1)
  expect(new Set(pages.flatMap(({ rows }) => rows.dwelling ?? []).map(({ id }) => id)).size).toBe(doorsThere.length)
  expect(new Set(pages.map(({ scope }) => scope)).size).toBe(1)
  expect(pages.map(({ setting }) => setting !== null)).toEqual([true, ...pages.slice(1).map(() => false)])
})

test('a download leaves its audit line', async () => {
  await firstPage()
  const lines = await house.owner.selectFrom('audit_line').select('targets').where('verb', '=', 'sync.snapshot').execute()
  expect(lines.length).toBeGreaterThan(0)
})
