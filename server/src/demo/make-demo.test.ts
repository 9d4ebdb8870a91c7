import { readBuilding, readGrids, readHousehold, readObservedDoors, readVillage } from '@wangdi/domain/plan/building-view.api.ts'
import { readOverControl } from '@wangdi/domain/plan/over-control/over-control.api.ts'
import { flowOf } from '@wangdi/domain/kinds/request/flows.ts'
import { foldOf } from '@wangdi/domain/kinds/request/standing.rules.ts'
import { isPaperOverdue, type Paper, paperOf } from '@wangdi/domain/kinds/document/document.rules.ts'
import { registerVerbs } from '@wangdi/domain/kinds/register/register.api.ts'
import { roundVerbs, type TurnCoverage } from '@wangdi/domain/kinds/round/round.api.ts'
import { listProposedErrands } from '@wangdi/domain/requests/proposed/proposed.api.ts'
import type { Static } from 'typebox'
import { listRequests } from '@wangdi/domain/requests/requests.api.ts'
import { whyNotIdentityNumber } from '@wangdi/domain/people/identity-number.ts'
import { readCommunity, readHistory } from '@wangdi/domain/places/places.api.ts'
import { roles } from '@wangdi/domain/roles.ts'
import { listOrders } from '@wangdi/domain/regimes/orders/orders.api.ts'
import { listObservations } from '@wangdi/domain/observation/observation.api.ts'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, type House, startHouse } from '../../test/house.ts'
import { access } from '@wangdi/domain/access/access.ts'
import type { Kind } from '@wangdi/domain/kinds/declared/kind-faults.ts'
import { documentVerbs } from '@wangdi/domain/kinds/document/document.api.ts'
import { requestVerbs } from '@wangdi/domain/kinds/request/request.api.ts'
import { callKind } from '../../test/given/kinds.ts'
import { countKind } from '../kinds/index.ts'
import { inTransaction } from '../platform/db.ts'
import { photoLimits } from '@wangdi/domain/kinds/file/photo-limits.ts'
import { fetchPhoto } from '../../test/given/photos.ts'
import { plainImage } from '../kinds/file/image/plain-image.ts'
import { makeLog } from '../platform/log.ts'
import { loadPlaces } from '../places/index.ts'
import { openPlaceList } from '../platform/national/place-list.ts'
import { demoAccounts } from './accounts.ts'
import { declared } from '@wangdi/domain/declared.ts'
import { askedSamples, lookSamples, paperSamples, thingSamples } from './kinds/samples/all.ts'
import { type DemoMade, makeDemo } from './make-demo.ts'

const verbsOf = (kind: Kind) => {
  if (kind.mechanism === 'request') return requestVerbs(kind)
  if (kind.mechanism === 'register') return registerVerbs(kind)
  return kind.mechanism === 'round' ? roundVerbs(kind) : documentVerbs(kind)
}
const town = '410105001003'
const today = '2026-11-17'
type Turn = Static<typeof TurnCoverage>
const asked = askedSamples.map(({ kind }) => kind)
let house: House
let made: DemoMade
let director: Caller
beforeAll(async () => {
  house = await startHouse({ day: today })
  const owner = new pg.Client(house.ownerUrl)
  await owner.connect()
  await loadPlaces(owner, await openPlaceList(new URL('../../test/places-excerpt.br', import.meta.url)))
  await owner.end()
  made = await makeDemo({
    owner: house.owner,
    logins: house.signIn.logins,
    keys: house.keys,
    log: makeLog('silent'),
    now: house.clock.now(),
    inResponse: true,
  })
  director = await house.as('community-director', town)
}, 240_000)
afterAll(() => house.close())

test('the demo is two real counties with invented people, and making it again changes nothing', async () => {
  expect(made).toMatchObject({ made: true, communities: 7 })
  expect(made.dwellings).toBeGreaterThan(1_900)
  expect(made.people).toBeGreaterThan(4_000)
  expect(
    await makeDemo({
      owner: house.owner,
      logins: house.signIn.logins,
      keys: house.keys,
      log: makeLog('silent'),
      now: house.clock.now(),
      inResponse: true,
    }),
  ).toEqual({
    ...made,
    made: false,
  })
  expect((await director.call(readCommunity, { community: town })).demo).toBe(true)
})

test('every number of the demo is valid and belongs to nobody', async () => {
  const people = await house.owner.selectFrom('person').select(['document_cipher', 'phone_cipher', 'born']).execute()
  const numbers = people.map((person) => house.fields.open('document', person.document_cipher ?? ''))
  expect(new Set(numbers).size).toBe(people.length)
  expect(numbers.filter((number) => whyNotIdentityNumber(number, today) || !number.startsWith('410199'))).toEqual([])
  const phones = people.flatMap((person) => (person.phone_cipher ? [house.fields.open('phone', person.phone_cipher)] : []))
  expect(phones.filter((phone) => !/^1990000\d{4}$/.test(phone))).toEqual([])
})

test('one unit of the town is closed by an order in force', async () => {
  const { rows, counts } = await director.call(listOrders, { place: town })
  expect(rows).toMatchObject([{ label: '翠苑小区 3号楼4单元', state: 'in-force', beyond: null, published_by: '赵明' }])
  expect(counts).toEqual({ 'in-force': 1, coming: 0, ended: 0 })
})

test('the building of the guides stands as they show it', async () => {
  const { buildings, estates } = await director.call(readCommunity, { community: town })
  const estate = estates.find((one) => one.name === '翠苑小区')?.id
  const building = buildings.find((one) => one.estate === estate && one.name === '3号楼')
  const view = await director.call(readBuilding, { building: building?.id ?? '' })
  expect(view.cells).toHaveLength(96)
  expect(view.coverage).toMatchObject({ due: 89, done: 73, outside: 7, notReached: 11, exceptions: { 'nobody-home': 5 } })
  expect(view.cells.filter((cell) => cell.key)).toHaveLength(12)
  const shown = view.cells.find((cell) => cell.unit === '2单元' && cell.room === '402')
  const home = await director.call(readHousehold, { dwelling: shown?.dwelling ?? '' })
  expect(home.members.map((member) => member.name)).toEqual(['陈**', '陈**', '何**', '陈*'])
  expect(home.worker?.name).toBe('马晓燕')
})

test('the demo shows a vacant grid, a stand-in, and a village by groups', async () => {
  const { grids } = await director.call(readGrids, { community: town })
  expect(grids.map((grid) => grid.vacantSince)).toEqual([null, null, null, null, '2026-11-10'])
  expect(grids[3]).toMatchObject({ worker: { name: '赵鹏' }, standIn: { name: '马晓燕' } })
  const { changes } = await director.call(readHistory, { community: town })
  expect(changes).toEqual([{ day: '2026-10-08', kind: 'dwellings-moved', grid: '2网格', from: '1网格', dwellings: 48 }])
  const village = await (await house.as('community-director', '410122101205')).call(readVillage, { community: '410122101205' })
  expect(village.groups.map((group) => group.group)).toEqual(['1组', '2组', '3组', '4组', '5组'])
  expect(village.cells[0]?.door).toBe('荣庄东头 1组 1号')
})

test('the town county has an open order and people under observation, the village county has neither', async () => {
  const { doors } = await director.call(readObservedDoors, { community: town })
  expect(doors).toHaveLength(6)
  expect(doors).toContainEqual(expect.objectContaining({ people: 1, day: 4, of: 7 }))
  const list = await director.call(listObservations, { place: town, state: 'running' })
  expect(list.total).toBe(6)
  expect(list.rows.filter((row) => !row.notice_delivered)).toEqual([])
  const back = await house.owner.selectFrom('arrival').select('origin_kind').where('community', '=', town).execute()
  expect(back.length).toBeGreaterThan(8)
  const village = await house.as('community-director', '410122101205')
  await expect(village.call(readObservedDoors, { community: '410122101205' })).rejects.toMatchObject({ code: 'regimes.closed' })
})

test('the town has a restriction that was warned of and a complaint that waits for the street', async () => {
  const civil = await house.as('county-civil-affairs', '410105')
  const { rows } = await civil.call(readOverControl, { place: '410105', show: 'open' })
  expect(rows).toMatchObject([{ state: 'warned', late: false, label: '翠苑小区北门', place: town }])
  const street = await house.as('street-officer', '410105001')
  const complaints = await street.call(listRequests, { place: '410105001', show: 'open' })
  expect(complaints.rows).toMatchObject([{ kind: 'property-rights', against: town, state: 'open', late: false }])
})

test('every kind has records in the demo', () => {
  const told = new Set<string>([...askedSamples, ...thingSamples, ...lookSamples, ...paperSamples].map(({ kind }) => kind.name))
  const untold = declared.filter(({ name }) => !told.has(name))
  expect(untold.map(({ name }) => name)).toEqual([])
})

test('each kind of request of the town has something in every state, and something late; what is kept is what its acts say', async () => {
  for (const kind of asked) {
    const rows = await house.owner.selectFrom('kind_request').selectAll().where('kind', '=', kind.name).execute()
    const inTown = rows.filter(({ community }) => community === town)
    const states = [...new Set(inTown.map(({ state }) => state))].toSorted()
    expect([kind.name, states]).toEqual([kind.name, Object.keys(flowOf(kind.flow).states).toSorted()])
    expect([kind.name, inTown.some(({ due_at }) => due_at !== null && due_at < house.clock.now())]).toEqual([kind.name, true])
    for (const { id, standing } of rows) {
      const acts = await house.owner.selectFrom('kind_request_act').selectAll().where('request', '=', id).execute()
      const done = acts.map(({ at, by_account: by, result, due_at, fields: _, ...act }) => ({
        ...{ ...act, at: at.toISOString(), by, ...(result !== null && { result }) },
        ...(due_at !== null && { due_at: due_at.toISOString() }),
      }))
      expect(foldOf(flowOf(kind.flow), done as never)).toEqual(standing)
    }
  }
})

test('each register of the town holds things in each of its states, and each round is done, due and hindered somewhere', async () => {
  for (const { kind } of [...thingSamples, ...lookSamples]) {
    if (kind.mechanism === 'register') {
      const see = registerVerbs(kind).see
      const { rows } = (await director.call(see, { place: town, show: 'live', size: 200 } as never)) as {
        rows: { own: string | null }[]
      }
      const own = new Set(rows.map((row) => row.own))
      expect([kind.name, [...own].toSorted()]).toEqual([kind.name, (kind.states ? Object.keys(kind.states) : [null]).toSorted()])
    }
    if (kind.mechanism === 'round') {
      const { turn } = (await director.call(roundVerbs(kind).see, { place: town, show: 'all' } as never)) as { turn: Turn }
      expect([kind.name, turn.done > 0, turn.notReached > 0]).toEqual([kind.name, true, true])
    }
  }
})

test('each kind of document of the town waits to be approved and given out, holds, is overdue, was received and withdrawn', async () => {
  for (const { kind } of paperSamples) {
    const rows = await house.owner.selectFrom('kind_document').selectAll().where('kind', '=', kind.name).execute()
    const inTown = rows.filter(({ community }) => community === town)
    const papers = inTown.map(({ standing }) => standing as unknown as Paper)
    const states = new Set(papers.flatMap(({ versions }) => versions.map(({ state }) => state)))
    const given = kind.acts.includes('publish') ? (['ready'] as const) : []
    expect([kind.name, [...states].toSorted()]).toEqual([kind.name, ['in-force', 'waiting', 'withdrawn', ...given].toSorted()])
    expect([kind.name, papers.some((paper) => isPaperOverdue(paper, today))]).toEqual([kind.name, true])
    const isReceived = papers.some(({ versions }) => versions.some(({ received }) => received.length > 0))
    expect([kind.name, isReceived]).toEqual([kind.name, kind.acts.includes('receive')])
    for (const { id, standing } of rows) {
      const acts = await house.owner.selectFrom('kind_document_act').selectAll().where('document', '=', id).execute()
      const done = acts.map(({ at, by_account: by, issuer, number, code, ...act }) => ({
        ...Object.fromEntries(Object.entries(act).filter(([, value]) => value !== null)),
        ...{ at: at.toISOString(), by, ...(code !== null && { issued: { issuer, number, code } }) },
      }))
      expect(paperOf(kind, done as never)).toEqual(standing)
    }
  }
})

test('records of the demo lead on: tasks to their campaign, affairs to their guide, calls to their line, letters to what was found', async () => {
  const { rows: asks } = await sql<{ kind: string }>`select distinct s.kind from kind_request_said s
    join kind_thing t on t.id::text in (s.said ->> 'event', s.said ->> 'guide', s.said ->> 'line') and t.community = s.community
    order by s.kind`.execute(house.owner)
  expect(asks.map(({ kind }) => kind)).toEqual(['requests.affair', 'requests.call', 'rounds.cleanup'])
  const { rows: letters } = await sql<{ title: string }>`select distinct d.title from kind_document d
    join kind_request r on r.kind = 'rounds.mend' and r.id::text = d.standing -> 'versions' -> 0 -> 'values' ->> 'finding'
    order by d.title`.execute(house.owner)
  expect(letters.map(({ title }) => title)).toContain('鲜禽摊没有隔开')
})

test('of every kind the list shows exactly the rows that the plan counts as due, done and left', async () => {
  const scope = { county: '410105', area: '410105', place: town, health: true }
  let counted = 0
  for (const kind of declared) {
    const count = await inTransaction(house.owner, scope, (db) => countKind(db, kind, town, today))
    const parts = { due: count.due, done: count.done, left: count.due - count.done }
    for (const [part, n] of Object.entries(parts)) {
      const { see } = verbsOf(kind)
      const by = access[see.name]?.['community-director'] ? director : await house.as('community-doctor', town)
      const { rows, total } = await callKind(by, see, { place: town, show: 'all', counted: part, size: 200 })
      expect([kind.name, part, total, rows.length]).toEqual([kind.name, part, n, n])
      counted += n
    }
  }
  expect(counted).toBeGreaterThan(300)
})

test('photos of the demo are whole and open for who may see the record; records name persons and what came after them', async () => {
  const { rows: photos } = await sql<{ kind: string; n: number }>`select kind, count(*)::int as n from kind_file
    where community = ${town} group by kind order by kind`.execute(house.owner)
  expect(photos.map(({ kind }) => kind)).toEqual([
    'requests.errand',
    'rounds.cleanup',
    'rounds.disinfection',
    'rounds.mend',
    'rounds.patrol',
  ])
  const { rows: all } = await sql<{ id: string; kind: string; loose: boolean }>`select id, kind, community is null as loose
    from kind_file`.execute(house.owner)
  expect(all.filter(({ loose }) => loose)).toEqual([])
  for (const kind of photos.map((one) => one.kind)) {
    const { id = '' } = all.find((one) => one.kind === kind) ?? {}
    const photo = await fetchPhoto(house, director, kind, id)
    expect([kind, photo.status, photo.headers.get('content-type')]).toEqual([kind, 200, 'image/png'])
    expect((await plainImage(photo.bytes)).bytes.length).toBeLessThan(photoLimits.bytes / 20)
  }
  const { rows: named } = await sql<{ what: string }>`select 'errand' as what from kind_request_said s
      join person p on p.id::text = s.said ->> 'whose' and s.kind = 'requests.errand'
    union select 'stayer' from kind_thing t join person p on p.id::text = t.standing -> 'values' ->> 'resident' where t.kind = 'requests.stayer'
    order by what`.execute(house.owner)
  expect(named.map(({ what }) => what)).toEqual(['errand', 'stayer'])
  const { rows: later } = await sql<{ of: string }>`select distinct r.kind as of from kind_thing t
      join kind_request r on r.id::text in (t.standing -> 'values' ->> 'errand', t.standing -> 'values' ->> 'affair') and r.at > t.at
    union select 'letter' from kind_request_act a join kind_document d on d.id::text = a.fields ->> 'letter'
    order by of`.execute(house.owner)
  expect(later.map(({ of }) => of)).toEqual(['letter', 'requests.affair', 'requests.errand'])
})

test('of the errands that orders propose one is taken down, one is not needed, and the others wait to be decided', async () => {
  const worker = await house.as('community-worker', town)
  const { rows, open } = await worker.call(listProposedErrands, { place: town, show: 'all' })
  const decided = rows.flatMap(({ goods }) => goods.flatMap(({ decision }) => decision?.outcome ?? []))
  expect(decided.toSorted()).toEqual(['not-needed', 'taken'])
  expect(open).toBe(6)
})

test('each role has somebody who can sign in', async () => {
  expect([...new Set(demoAccounts.map(([, , role]) => role))].toSorted()).toEqual(Object.keys(roles).toSorted())
})

test('the same people come out in every run', { timeout: 240_000 }, async () => {
  const { rows } = await sql<{
    sum: string
  }>`select md5(string_agg(id::text || name || born, ',' order by id)) as sum from person`.execute(house.owner)
  await sql`truncate county, estate, building, dwelling, grid, person, person_gram, round, visit, request, over_control_act, told_control, response, stated_fact, confirmed_level, command, kind_request, kind_request_act, kind_request_said, kind_request_note, kind_thing, kind_thing_act, kind_check, inspection, kind_document, kind_document_act, kind_document_head, kind_document_series, errand_decision cascade`.execute(
    house.owner,
  )
  await makeDemo({
    owner: house.owner,
    logins: house.signIn.logins,
    keys: house.keys,
    log: makeLog('silent'),
    now: new Date('2026-11-18T02:00:00Z'),
  })
  const again = await sql<{
    sum: string
  }>`select md5(string_agg(id::text || name || born, ',' order by id)) as sum from person`.execute(house.owner)
  expect(again.rows).toEqual(rows)
  // Without being asked for, nobody is put into an emergency.
  expect(await house.owner.selectFrom('response').select('id').execute()).toEqual([])
})

test('a county of real people is never filled with invented ones', async () => {
  await house.owner.updateTable('county').set({ demo: false }).where('place', '=', '410122').execute()
  await expect(
    makeDemo({
      owner: house.owner,
      logins: house.signIn.logins,
      keys: house.keys,
      log: makeLog('silent'),
      now: house.clock.now(),
      inResponse: true,
    }),
  ).rejects.toThrow('real people')
})
