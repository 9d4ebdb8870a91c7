// Phones are told by the command that writes: watched here, and by every other test of the server (`watch-told.ts`).
import { randomUUID } from 'node:crypto'
import { readChanges, readSnapshot } from '@wangdi/domain/sync/sync.api.ts'
import { recordVisit } from '@wangdi/domain/rounds/rounds.api.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { givenDwelling, givenPerson } from '../../test/given/people.ts'
import { type Caller, type House, startHouse } from '../../test/house.ts'
import { type Db, inTransaction } from '../platform/db.ts'
import { tell, toldTables } from '../platform/tenants/tell.ts'
import { feeds } from './feeds.ts'
import { listChanged, readFeedState, trimChanges } from './feed-state.queries.ts'

const [tixiang, village] = ['410105001003', '410122105211']
// On a cluster nobody watches.
const watched = inject('workerUrls').length === 0
let house: House
let director: Caller
let door: string

beforeAll(async () => {
  house = await startHouse()
  director = await house.as('community-director', tixiang)
  door = await givenDwelling(house, tixiang)
})
afterAll(() => house.close())

const within = <T>(place: string, run: (db: Db) => Promise<T>) =>
  inTransaction(house.db, { county: place.slice(0, 6), area: place, place, health: true }, run)
const linesOf = (table: string, id: string) =>
  sql<{ community: string }>`select community from change where subject = ${table} and id = ${id} order by 1`
    .execute(house.owner)
    .then(({ rows }) => rows.map(({ community }) => community))
const isHeldBack = (county: string) =>
  sql<{ left: number }>`select count(*)::int as left from change where county = ${county} and at < now() - interval '30 days'`
    .execute(house.owner)
    .then(({ rows: [row] }) => row?.left !== 0)

test.runIf(watched)(
  'what the application writes without telling phones is refused at its commit, in any test of this house',
  async () => {
    const silent = (id: string) => (db: Db) =>
      sql`insert into visit (county, id, community, dwelling, at, day, by_account, result)
      values ('410105', ${id}, ${tixiang}, ${door}, now(), '2026-11-17', ${director.account}, 'met')`.execute(db)
    const [told, untold] = [newId(), newId()]
    await expect(within(tixiang, silent(untold))).rejects.toThrow(`no phone is told of this row of visit: INSERT ${untold}`)
    await within(tixiang, async (db) => {
      await silent(told)(db)
      await tell(db, 'visit', [{ id: told, community: tixiang }])
    })
    expect(await linesOf('visit', told)).toEqual([tixiang])
  },
)

test.runIf(watched)('a row that moves is news in the community that it leaves, too', async () => {
  const person = await givenPerson(house, tixiang, '钱桂枝', {})
  const elsewhere = '410105001002'
  const move = (communities: readonly string[]) =>
    within('410105', async (db) => {
      await sql`update person set community = ${elsewhere} where county = '410105' and id = ${person}`.execute(db)
      await tell(
        db,
        'person',
        communities.map((community) => ({ id: person, community })),
      )
    })
  await expect(move([elsewhere])).rejects.toThrow(/no phone is told/)
  await move([tixiang, elsewhere])
  expect((await linesOf('person', person)).sort()).toEqual([elsewhere, tixiang, tixiang])
})

test.runIf(watched)('every table that a phone holds rows of is a told one, and each is watched', async () => {
  expect(feeds.flatMap(({ subjects }) => subjects).filter((one) => !(toldTables as readonly string[]).includes(one))).toEqual([])
  const { rows } = await sql<{ name: string }>`select tgrelid::regclass::text as name from pg_trigger
    where tgname = 'watched' order by 1`.execute(house.owner)
  expect(rows.map(({ name }) => name)).toEqual([...toldTables].sort())
})

test('a county that nobody entered is told of nothing in silence', async () => {
  await expect(within('630102', (db) => tell(db, 'visit', [{ id: newId(), community: '630102001001' }]))).rejects.toThrow(
    'no tenant 630102',
  )
  await house.as('county-health', '630102')
  await within('630102', (db) => tell(db, 'visit', [{ id: newId(), community: '630102001001' }]))
})

test('what is dropped in one county starts no phone of another over', async () => {
  const far = await house.as('community-director', village)
  const behind = await givenDwelling(house, village, '1号楼', '1', '101')
  const held = await far.call(readSnapshot, {})
  const near = await director.call(readSnapshot, {})
  await director.call(recordVisit, { id: newId(), dwelling: door, result: 'met' })
  const visit = newId()
  await far.call(recordVisit, { id: visit, dwelling: behind, result: 'met' })
  await sql`update change set at = now() - interval '31 days' where county = '410105'`.execute(house.owner)
  // A transaction elsewhere on this database server may hold back what is over for a moment, all of it or the newest.
  while (await isHeldBack('410105')) await trimChanges(house.db)
  const { rows } = await far.call(readChanges, { since: held.cursor, epoch: held.epoch, scope: held.scope })
  expect(rows.visit?.map(({ id }) => id)).toContain(visit)
  await expect(director.call(readChanges, { since: near.cursor, epoch: near.epoch, scope: near.scope })).rejects.toMatchObject({
    code: 'sync.start-over',
  })
})

test('the application drops nothing that is younger than thirty days, and nothing of another county', async () => {
  await director.call(recordVisit, { id: newId(), dwelling: door, result: 'met' })
  const drop = (db: Db) => sql`delete from change where county = '410105'`.execute(db)
  expect((await within(tixiang, drop)).numAffectedRows).toBe(0n)
  await sql`update change set at = now() - interval '31 days' where county = '410105'`.execute(house.owner)
  expect((await within(village, drop)).numAffectedRows).toBe(0n)
  expect((await within('410105', drop)).numAffectedRows).toBeGreaterThan(0n)
})

test('a phone of another server of the database starts over, and a mark that was set there says nothing', async () => {
  const page = await director.call(readSnapshot, {})
  const ask = (epoch: string) => director.call(readChanges, { since: page.cursor, epoch, scope: page.scope })
  await ask(page.epoch)
  await sql`update tenant set node = 'another', changes_from = 9000000000000000 where county = '410105'`.execute(house.owner)
  await ask(page.epoch)
  const state = await readFeedState(house.owner, '410105')
  expect(await listChanged(house.owner, tixiang, page.cursor, { ...state, node: 'another' })).toBeUndefined()
  await sql`update tenant set epoch = ${randomUUID()} where county = '410105'`.execute(house.owner)
  await expect(ask(page.epoch)).rejects.toMatchObject({ code: 'sync.start-over' })
})
