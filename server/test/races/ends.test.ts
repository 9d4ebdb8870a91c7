// What is ended or settled once, though two do it at the same moment: the other person is told, and nothing is done twice.
import { saveOffice } from '@wangdi/domain/observation/notice/notice.api.ts'
import { usualOffice } from '@wangdi/domain/observation/notice/office.ts'
import { endObservation } from '@wangdi/domain/observation/observation.api.ts'
import { releaseObservations } from '@wangdi/domain/observation/release/release.api.ts'
import { linkPeople, settleAddress, unlinkPeople } from '@wangdi/domain/people/pile/pile.api.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openResponseFor } from '../../src/regimes/given.ts'
import { givenStay } from '../given/observation.ts'
import { givenDwelling, givenPerson } from '../given/people.ts'
import { type Caller, type House, Refused, startHouse } from '../house.ts'
import { atOnce, oneWithinOther } from './at-once.ts'

const county = '410105'
const community = '410105001003'
const today = '2026-11-17'
let house: House
let one: Caller
let other: Caller

beforeAll(async () => {
  house = await startHouse({ day: today })
  await openResponseFor(house, county, { from: '2026-11-10', until: '2026-12-10' })
  one = await house.as('community-director', community, '周敏')
  other = await house.as('community-worker', community, '宋磊')
})
afterAll(() => house.close())

test('a stay under observation is ended once', async () => {
  const observation = await givenStay(house, community, await givenPerson(house, community, '陈志强'), today)
  const doctors = [await house.as('county-health', county, '王海涛'), await house.as('county-health', county, '李卫')] as const
  const end = (by: Caller, reason: 'transferred' | 'ordered-in-error') => () =>
    by.call(endObservation, { id: newId(), observation, reason, note: '转到医院' })
  const codes = await atOnce(house, 'observation_end', [end(doctors[0], 'transferred'), end(doctors[1], 'ordered-in-error')])
  expect(codes.toSorted()).toEqual(['done', 'observation.already-ended'])
  const { rows } = await sql`select from observation_end where observation = ${observation}`.execute(house.owner)
  expect(rows).toHaveLength(1)
})

test('an address is settled once: who stays is not moved as well', async () => {
  const home = await givenDwelling(house, community, '3号楼')
  const person = await givenPerson(house, community, '赵新民', { dwelling: home })
  const id = newId()
  const door = { estate: '', building: '8号楼', unit: '1', room: '101', group: '', house: '' }
  await house.owner
    .insertInto('person_pile')
    .values({ county, id, community, kind: 'other-address', person, door: JSON.stringify(door) })
    .execute()
  const codes = await atOnce(house, 'person_pile', [
    () => one.call(settleAddress, { id, choice: 'stay' }),
    () => other.call(settleAddress, { id, choice: 'move' }),
  ])
  expect(codes.filter((code) => code === 'done')).toHaveLength(1)
  const { rows } = await sql<{ settled: string; stays: boolean }>`select l.settled, p.dwelling = ${home} as stays
    from person_pile l join person p on p.county = l.county and p.id = l.person where l.id = ${id}`.execute(house.owner)
  expect(rows).toEqual([codes[0] === 'done' ? { settled: 'stay', stays: true } : { settled: 'move', stays: false }])
})

test('what was said of two records is taken back once', async () => {
  const pair = [await givenPerson(house, community, '陈小川'), await givenPerson(house, community, '陈小川')] as const
  const id = newId()
  await one.call(linkPeople, { id, one: pair[0], other: pair[1] })
  const takeBack = (by: Caller) => () => by.call(unlinkPeople, { id })
  const codes = await atOnce(house, 'person_link', [takeBack(one), takeBack(other)])
  expect(codes.filter((code) => code === 'done')).toHaveLength(1)
})

test('of a stay that is released and ended at once no release is left that holds beside an illness, whoever is first', async () => {
  const doctor = await house.as('county-health', county, '王海涛')
  await house.owner.insertInto('county').values({ place: county, demo: false, settings: '{}' }).execute()
  await doctor.call(saveOffice, { place: county, office: { ...usualOffice('金水区'), phone: '0371-55550100' } })
  const ill = await givenStay(house, community, await givenPerson(house, community, '钱卫东'), '2026-11-12')
  const later = await givenStay(house, community, await givenPerson(house, community, '钱卫国'), '2026-11-12')
  house.clock.set('2026-11-18T10:00:00+08:00') // the last of seven days
  const release = (observation: string) => async () => {
    const items = [{ id: newId(), observation }]
    const { answers } = await doctor.call(releaseObservations, { place: county, items, tests: '区疾控报：阴性' })
    for (const { problem } of answers) if (problem) throw new Refused(problem)
  }
  const fellIll = (observation: string) => () =>
    doctor.call(endObservation, { id: newId(), observation, reason: 'confirmed-case', note: '定点医院报' })
  expect(await oneWithinOther(house, 'audit_line', release(ill), fellIll(ill))).toEqual(['done', 'done'])
  const released = ['done', 'observation.ended-otherwise']
  expect(await oneWithinOther(house, 'audit_line', fellIll(later), release(later))).toEqual(released)
  house.clock.set(`${today}T10:00:00+08:00`)
  const { rows } = await sql<{ observation: string; void: boolean }>`select r.observation, c.void_at is not null as void
    from observation_release r join notice_code c on c.place = r.county and c.code = r.code
    where r.observation in (${ill}, ${later})`.execute(house.owner)
  expect(rows).toEqual([{ observation: ill, void: true }])
})
