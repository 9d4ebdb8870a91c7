// The engine of two phones against the real server over HTTP and a real database: whatever the order of writes, pulls,
// losses, repeats and late commits, both end where a phone ends that downloads everything anew.
import 'fake-indexeddb/auto'
import { recordVisit } from '@wangdi/domain/rounds/rounds.api.ts'
import fc from 'fast-check'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Db, openDb } from '../../server/src/platform/db.ts'
import { makeLog } from '../../server/src/platform/log.ts'
import { tell } from '../../server/src/platform/tenants/tell.ts'
import { trimChanges } from '../../server/src/sync/feed-state.queries.ts'
import { givenDwelling, givenGrid, givenPerson } from '../../server/test/given/people.ts'
import { type Caller, type House, startHouse } from '../../server/test/house.ts'
import { realPhone, shown, type Weather } from './real-phone.ts'

const community = '410105001003'
const title = { building: '1号楼', room: '101', text: '走访' }
let house: House
let worker: Caller
let director: Caller
let colleague: Caller
let grid: string
let slow: Db
const doors: string[] = []

beforeAll(async () => {
  house = await startHouse()
  slow = openDb(house.ownerUrl, makeLog('silent'), 2)
  worker = await house.as('grid-worker', community, '吴晓彤')
  director = await house.as('community-director', community)
  colleague = await house.as('community-worker', community)
  for (const building of ['1号楼', '2号楼'])
    for (const room of ['101', '102', '103']) doors.push(await givenDwelling(house, community, building, '1', room))
  grid = await givenGrid(house, community, doors, worker.account, '第3网格')
})
afterAll(async () => {
  await slow.destroy()
  await house.close()
})

async function phone(caller: Caller) {
  const own = await realPhone(house, caller, community)
  const visit = (dwelling: string) => own.engine().record('rounds.record-visit', { id: newId(), dwelling, result: 'met' }, title)
  return { ...own, visit }
}

// The cursor of a phone may be held back by a transaction elsewhere on this database server.
async function upToDate(own: Awaited<ReturnType<typeof phone>>): Promise<void> {
  const { rows } = await sql<{
    xid: string
  }>`select coalesce(max(xid), 0)::text as xid from change where county = '410105'`.execute(house.owner)
  do expect(await own.sync()).toBe('done')
  while (BigInt(own.engine().position()?.cursor ?? 0) <= BigInt(rows[0]?.xid ?? 0))
}

/** A visit whose transaction stays open until it is let go; others write and commit meanwhile. */
async function lateVisit(door: string): Promise<() => Promise<void>> {
  let letGo = () => {}
  const waits = new Promise<void>((resolve) => (letGo = resolve))
  let written = () => {}
  const wrote = new Promise<void>((resolve) => (written = resolve))
  const done = slow.transaction().execute(async (db) => {
    const id = newId()
    await sql`insert into visit (county, id, community, dwelling, at, day, by_account, result)
      values ('410105', ${id}, ${community}, ${door}, '2026-11-17T01:00:00Z', '2026-11-17', ${colleague.account}, 'refused')`.execute(
      db,
    )
    await tell(db, 'visit', [{ id, community }])
    written()
    await waits
  })
  await wrote
  return async () => {
    letGo()
    await done
  }
}

const setPerson = (id: string, set: { dwelling?: string; left_on?: string }) =>
  house.owner.transaction().execute(async (db) => {
    await db.updateTable('person').set(set).where('county', '=', '410105').where('id', '=', id).execute()
    await tell(db, 'person', [{ id, community }])
  })
const addMark = (person: string) =>
  house.owner.transaction().execute(async (db) => {
    const mark = { county: '410105', id: newId(), community, person, kind: 'elder-alone', since: '2026-01-01' }
    const made = await db
      .insertInto('person_mark')
      .values(mark)
      .onConflict((on) => on.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (made) await tell(db, 'person_mark', [{ id: made.id, community }])
  })
async function drawGrid(door: string, inside: boolean): Promise<void> {
  await house.owner.deleteFrom('dwelling_grid').where('dwelling', '=', door).execute()
  if (inside)
    await house.owner
      .insertInto('dwelling_grid')
      .values({ county: '410105', dwelling: door, community, grid, valid_from: '2026-01-01' })
      .execute()
}

const nth = (n: number) => doors[n % doors.length] ?? ''
const step = fc.oneof(
  fc.record({ do: fc.constant('record' as const), who: fc.nat(1), door: fc.nat(5) }),
  fc.record({
    do: fc.constant('sync' as const),
    who: fc.nat(1),
    weather: fc.constantFrom<Weather>('fine', 'fine', 'no-network', 'answer-lost', 'breaks-off'),
  }),
  fc.record({ do: fc.constantFrom('other' as const, 'late' as const, 'let-go' as const), door: fc.nat(5) }),
  fc.record({ do: fc.constantFrom('enter' as const, 'move' as const, 'leave' as const, 'mark' as const), door: fc.nat(5) }),
  fc.record({ do: fc.constantFrom('restart' as const, 'redraw' as const, 'restore' as const, 'trim' as const), who: fc.nat(1) }),
)

test('two phones end where a new download ends, whatever came between and in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 22 }), async (steps) => {
      const phones = [await phone(worker), await phone(director)] as const
      const late: (() => Promise<void>)[] = []
      const people: string[] = []
      const recorded: string[] = []
      let inside = true
      try {
        for (const one of steps) {
          const own = phones['who' in one ? one.who : 0] ?? phones[0]
          const somebody = people.at(-1)
          if (one.do === 'record') recorded.push(String((await own.visit(nth(one.door))).input.id))
          else if (one.do === 'sync') await own.sync(one.weather)
          else if (one.do === 'other') await colleague.call(recordVisit, { id: newId(), dwelling: nth(one.door), result: 'met' })
          else if (one.do === 'late' && late.length < 2) late.push(await lateVisit(nth(one.door)))
          else if (one.do === 'let-go') await late.shift()?.()
          else if (one.do === 'enter')
            people.push(await givenPerson(house, community, '周桂兰', { born: '1950-01-01', dwelling: nth(one.door) }))
          else if (one.do === 'move' && somebody) await setPerson(somebody, { dwelling: nth(one.door) })
          else if (one.do === 'leave' && somebody) await setPerson(somebody, { left_on: '2026-11-16' })
          else if (one.do === 'mark' && somebody) await addMark(somebody)
          else if (one.do === 'restart') await own.restart()
          else if (one.do === 'redraw') await drawGrid(nth(5), (inside = !inside))
          else if (one.do === 'restore')
            await sql`update tenant set epoch = ${newId()}::uuid where county = '410105'`.execute(house.owner)
          else if (one.do === 'trim') {
            await sql`update change set at = now() - interval '31 days' where county = '410105'`.execute(house.owner)
            await trimChanges(house.db)
          }
        }
      } finally {
        for (const letGo of late) await letGo()
        await drawGrid(nth(5), true)
      }
      for (const own of phones) {
        expect(await own.sync()).toBe('done')
        for (const { id, state } of own.engine().entries()) if (state === 'refused') await own.engine().settle(id, 'mine')
      }
      for (const own of phones) await upToDate(own)
      for (const [at, own] of phones.entries()) {
        expect(
          own
            .engine()
            .entries()
            .filter(({ state }) => state !== 'done'),
        ).toEqual([])
        const anew = await phone([worker, director][at] ?? worker)
        await upToDate(anew)
        expect(shown(own.engine().view())).toEqual(shown(anew.engine().view()))
        await own.restart()
        expect(shown(own.engine().view())).toEqual(shown(anew.engine().view()))
        // None lost, and each once: the id is the record's.
        expect(recorded.filter((id) => !anew.engine().view().visit.has(id))).toEqual([])
      }
    }),
    { numRuns: 60 },
  )
}, 400_000)
