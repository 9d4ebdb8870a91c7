// What a phone brings late, while that to which it belongs is just being closed: it is counted, or refused, and never lost between.
import { recordArrival } from '@wangdi/domain/people/arrival/arrival.api.ts'
import { assessDestruction, decideDestruction, executeDestruction } from '@wangdi/domain/rights/destruction/destruction.api.ts'
import { openRound, readCoverage, recordVisit } from '@wangdi/domain/rounds/rounds.api.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openResponseFor } from '../../src/regimes/given.ts'
import { givenQueue } from '../given/arrivals.ts'
import { givenDwelling, givenPerson } from '../given/people.ts'
import { givenPlaces } from '../given/places.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { atOnce, oneWithinOther } from './at-once.ts'

const county = '410105'
const community = '410105001003'
const today = '2026-11-17'
let house: House
let director: Caller
beforeAll(async () => {
  house = await startHouse({ day: today })
  await givenPlaces(house)
  director = await house.as('community-director', community, '周敏')
})
beforeEach(() => house.clock.set(`${today}T10:00:00+08:00`))
afterAll(() => house.close())

test('a visit of a round’s last day that comes while the round is frozen is counted by it', async () => {
  const dwelling = await givenDwelling(house, community, '6号楼')
  const id = newId()
  const round = { community, kind: 'survey' as const, name: '摸排', of: 'dwellings' as const, groups: [], everyDays: null }
  await director.call(openRound, { ...round, id, from: '2026-11-10', until: '2026-11-16' })
  const done = async () => (await director.call(readCoverage, { id, standing: 'done' })).lines.rows.map((row) => row.dwelling)
  const visit = { id: newId(), dwelling, result: 'met' as const }
  // The visit comes first to the lock of the rounds: a reading that came before it would freeze, and end, without waiting.
  const codes = await oneWithinOther(
    house,
    'visit',
    () => director.call(recordVisit, visit, { at: '2026-11-16T08:00:00Z' }),
    () => director.call(readCoverage, { id }),
  )
  expect(codes).toEqual(['done', 'done'])
  expect(await done()).toContain(dwelling)
})

test('an arrival of a response’s days that comes while its data are destroyed is destroyed as well, or refused', async () => {
  const health = await house.as('county-health', county, '韩志远')
  const leader = await house.as('county-leader', county, '赵明')
  const { id: response, close } = await openResponseFor(house, county, { from: '2026-11-10', until: '2026-11-30' })
  const person = await givenPerson(house, community, '周来返', { dwelling: await givenDwelling(house, community, '5号楼') })
  const entered = { id: newId(), name: '钱来返' }
  const arrival = { community, origin: '外地', arrived_on: today }
  const during = house.clock.now().toISOString()
  await director.call(recordArrival, { ...arrival, id: newId(), person })
  await close()
  house.clock.set('2026-11-20T10:00:00+08:00')
  const id = newId()
  const assessment = { legality: '响应已终止', necessity: '不需要留证', safety: '两人核对', kept: [] }
  await health.call(assessDestruction, { id, place: county, response, assessment })
  await leader.call(decideDestruction, { id, place: county, decision: 'approved', reason: '' })
  // The destruction comes when the arrival was judged, and is not yet saved.
  const codes = await oneWithinOther(
    house,
    'audit_line',
    () => director.call(recordArrival, { ...arrival, id: newId(), entered }, { at: during }),
    () => health.call(executeDestruction, { id, place: county }),
  )
  expect(codes).toEqual(['done', 'done'])
  const { rows: left } = await sql`select id from arrival where county = ${county}`.execute(house.owner)
  expect(left).toEqual([])
})

test('nobody is ordered under a response that is just closed, unseen by whoever closes it', async () => {
  const queue = await givenQueue(house)
  await queue.begin()
  await sql`update response set valid_from = '2026-11-09'`.execute(house.owner)
  const { closeAtOnce } = await openResponseFor(house, county, { from: '2026-11-10', until: '2026-12-10' })
  await sql`delete from response where valid_from = '2026-11-09'`.execute(house.owner)
  const { id } = await queue.came({ name: '孙来返' })
  await queue.check([id])
  const rows = await queue.rowsOf({ stage: 'decide' })
  expect(rows).toHaveLength(1)
  const codes = await atOnce(house, 'audit_line', [() => queue.decide(rows), closeAtOnce])
  expect(codes.filter((code) => code === 'done')).toHaveLength(1)
})
