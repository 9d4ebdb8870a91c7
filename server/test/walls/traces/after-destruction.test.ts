// Once the data of a response are destroyed, no trace says of a resident that they were under observation or had come from elsewhere.
import { listObservations } from '@wangdi/domain/observation/observation.api.ts'
import { readQueuePeople } from '@wangdi/domain/observation/queue/queue.api.ts'
import { listArrivals } from '@wangdi/domain/people/arrival/arrival.api.ts'
import { listLooks } from '@wangdi/domain/people/looks/looks.api.ts'
import { isWayTold } from '@wangdi/domain/people/looks/looks.rules.ts'
import { getPerson } from '@wangdi/domain/people/people.api.ts'
import { assessDestruction, decideDestruction, executeDestruction } from '@wangdi/domain/rights/destruction/destruction.api.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { served } from '../../../src/app.ts'
import { inTransaction } from '../../../src/platform/db.ts'
import { leaveTrace } from '../../../src/platform/traces/trace.ts'
import { openResponseFor } from '../../../src/regimes/given.ts'
import { givenStay } from '../../given/observation.ts'
import { givenDwelling, givenPerson } from '../../given/people.ts'
import { type Caller, type House, startHouse } from '../../house.ts'
import { shows } from './who-is-shown.ts'

const county = '410105'
const community = '410105001003'
let house: House
let director: Caller
let health: Caller
let doctor: Caller
let person: string
beforeAll(async () => {
  house = await startHouse({ day: '2026-11-17' })
  director = await house.as('community-director', community, '周敏')
  health = await house.as('county-health', county, '韩志远')
  doctor = await house.as('community-doctor', community, '李雪')
  person = await givenPerson(house, community, '王本地', { dwelling: await givenDwelling(house, community) })
})
afterAll(() => house.close())

/** What the page of the person tells of the doctor's looks, newest first. */
async function toldTo(caller: Caller): Promise<string[]> {
  const { rows } = await caller.call(listLooks, { id: person })
  return rows.filter(({ account }) => account === doctor.account).map(({ verb, words }) => verb || words.zh)
}

async function destroy(response: { id: string; close(): Promise<unknown> }): Promise<void> {
  await response.close()
  const leader = await house.as('county-leader', county)
  const id = newId()
  const assessment = { legality: '响应已终止', necessity: '没有诉讼、复议', safety: '两人核对', kept: [] }
  await health.call(assessDestruction, { id, place: county, response: response.id, assessment })
  await leader.call(decideDestruction, { id, place: county, decision: 'approved', reason: '' })
  expect(await health.call(executeDestruction, { id, place: county })).toMatchObject({ done: true, left: 0 })
}

async function givenArrival(day: string): Promise<void> {
  await sql`insert into arrival (county, id, community, person, origin, arrived_on, recorded_at)
    values (${county}, ${newId()}, ${community}, ${person}, '外地', ${day}, ${`${day}T12:00:00+08:00`})`.execute(house.owner)
}

const words = (text: string) => text.trim().split(/\s+/)
// Each verb by which it could be told that somebody was under observation, or had come from elsewhere.
const ofStays = words(`
  observation.propose observation.decide observation.deliver-notice observation.assess-home observation.end observation.list
  observation.get observation.record-reading observation.alerts observation.answer-alert observation.notices observation.release
  observation.withdraw-release observation.deliver-release observation.record-call
  observation.left observation.hand-over observation.arrival-counts plan.observed-doors plan.controlled plan.replay-term requests.proposed-errands requests.decide-errand`)
const ofArrivals = words(`
  people.import-arrivals people.record-arrival people.check-arrival people.check-arrivals people.note-unanswered
  people.list-arrivals people.arrival-receipt observation.queue observation.queue-people observation.decide-arrivals
  observation.withdraw-decision observation.send-back`)
// Each other reading that shows residents: whoever lives here may stand in it, so it tells nothing of the kind.
const ofAnybody = words(`
  people.search people.get people.unmask people.pile people.import-rejects health.tier-list health.get rounds.coverage rounds.due
  rounds.to-meet rounds.told rounds.visits requests.get requests.own-data requests.errand.get requests.psych.get regimes.objections reports.behind plan.building-view plan.village-view
  plan.doors-not-reached plan.open-doors plan.grid-doors plan.goal-people plan.household plan.household-story plan.person-links plan.person-story rights.residence-proofs
  rights.residence-proof sync.snapshot sync.changes`)

test('of every verb that shows residents it is said of which record it would tell, and it does so only while that one is kept', () => {
  const at = '2026-11-17T10:00:00+08:00'
  const untold = (kept: object) =>
    served.filter(({ endpoint }) => !isWayTold(endpoint, at, true, kept)).map(({ endpoint }) => endpoint.name)
  const day = '2026-11-17'
  expect(untold({ arrival: day }).toSorted()).toEqual(ofStays.toSorted())
  expect(untold({ stay: day }).toSorted()).toEqual(ofArrivals.toSorted())
  expect(untold({ stay: day, arrival: day })).toEqual([])
  expect(untold({}).toSorted()).toEqual([...ofStays, ...ofArrivals].toSorted())
  expect(Object.keys(shows).filter((verb) => ![...ofStays, ...ofArrivals, ...ofAnybody].includes(verb))).toEqual([])
})

test('what a phone downloads tells nothing of anybody, so it is told by its name to all', () => {
  const sync = served.filter(({ endpoint }) => !endpoint.writes && endpoint.name.startsWith('sync.'))
  expect(sync.length).toBeGreaterThan(0)
  for (const { endpoint } of sync) expect(isWayTold(endpoint, '2026-11-17T10:00:00+08:00', false, {})).toBe(true)
})

test('a verb that is served no more is told to nobody by its name', async () => {
  const other = await givenPerson(house, community, '赵旧版', { dwelling: await givenDwelling(house, community) })
  const scope = { county, area: community, place: community, health: false }
  const old = { actor: doctor, verb: 'observation.of-another-version', targets: { person: other }, place: community }
  await inTransaction(house.db, scope, (db) => leaveTrace(db, { ...old, at: house.clock.now() }))
  const { rows } = await director.call(listLooks, { id: other })
  expect(rows.map(({ verb, words: { zh } }) => [verb, zh])).toEqual([['', '看过']])
})

test('verbs of stays and arrivals are told while such a record is kept, to whoever may do them; afterwards that somebody looked', async () => {
  const response = await openResponseFor(house, county, { from: '2026-11-14', until: '2026-11-28' })
  await givenArrival('2026-11-16')
  await givenStay(house, community, person, '2026-11-17')
  await doctor.call(getPerson, { id: person })
  await doctor.call(listArrivals, { place: community })
  await doctor.call(readQueuePeople, { place: community })
  await doctor.call(listObservations, { place: community })
  const all = ['observation.list', 'observation.queue-people', 'people.list-arrivals', 'people.get']
  expect(await toldTo(director)).toEqual(all)
  expect(await toldTo(health)).toEqual(all)
  const civil = await house.as('county-civil-affairs', county)
  expect(await toldTo(civil)).toEqual(['看过', '看过', '看过', 'people.get'])
  // Later records hide nothing that is told by the first.
  await givenArrival('2026-11-18')
  await givenStay(house, community, person, '2026-11-19')
  expect(await toldTo(director)).toEqual(all)
  expect(await toldTo(civil)).toEqual(['看过', '看过', '看过', 'people.get'])

  await destroy(response)
  for (const caller of [director, health, civil]) expect(await toldTo(caller)).toEqual(['看过', '看过', '看过', 'people.get'])

  // A stay of a later response does not bring back the one before.
  house.clock.set('2027-01-04T10:00:00+08:00')
  await openResponseFor(house, county, { from: '2027-01-01', until: '2027-01-20' })
  await givenStay(house, community, person, '2027-01-04')
  await doctor.call(listObservations, { place: community })
  expect(await toldTo(director)).toEqual(['observation.list', '看过', '看过', '看过', 'people.get'])
})
