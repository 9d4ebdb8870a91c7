import { answerAlert, recordReading } from '@wangdi/domain/observation/observation.api.ts'
import { readFourTimes } from '@wangdi/domain/reports/four-times.ts'
import { endPartyDuty, listPartyDuties, savePartyDuty, signPartyDuty } from '@wangdi/domain/staff/party-duties/party-duty.api.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenStay } from '../../../test/given/observation.ts'
import { givenDwelling, givenPerson } from '../../../test/given/people.ts'
import { type Caller, type House, startHouse } from '../../../test/house.ts'
import { openResponseFor } from '../../regimes/given.ts'

const community = '410105001003'
const today = '2026-11-17'
let house: House
let director: Caller
beforeAll(async () => {
  house = await startHouse({ day: today })
  director = await house.as('community-director', community, '周敏')
})
afterAll(() => house.close())

test('each of the four parties has a duty that somebody signed, and the early steps are counted from records [R-2020P-62]', async () => {
  const empty = await director.call(listPartyDuties, { place: community })
  expect(empty).toMatchObject({ duties: [], without: ['place', 'department', 'unit', 'person'], unsigned: 0 })
  const duty = { id: newId(), place: community, party: 'unit' as const, holder: '晨光印务', duty: '员工健康每天问一遍' }
  const { version } = await director.call(savePartyDuty, duty)
  expect(await director.call(listPartyDuties, { place: community })).toMatchObject({ unsigned: 1 })
  const signed = await director.call(signPartyDuty, { id: duty.id, version, signed_on: today, signed_by: '郭工' })
  const known = await director.call(listPartyDuties, { place: community })
  expect(known).toMatchObject({ without: ['place', 'department', 'person'], unsigned: 0, duties: [{ signed_by: '郭工' }] })
  // Other words are another promise: the signature goes with the old ones.
  const changed = await director.call(savePartyDuty, { ...duty, duty: '食堂错峰', version: signed.version })
  expect(await director.call(listPartyDuties, { place: community })).toMatchObject({ unsigned: 1, duties: [{ signed_on: null }] })
  await director.call(endPartyDuty, { id: duty.id, version: changed.version })
  expect((await director.call(listPartyDuties, { place: community })).duties).toEqual([])

  await openResponseFor(house, '410105', { from: '2026-11-10', until: '2026-12-10' })
  const dwelling = await givenDwelling(house, community)
  const person = await givenPerson(house, community, '陈志远', { dwelling })
  const observation = await givenStay(house, community, person, '2026-11-15')
  const doctor = await house.as('community-doctor', community, '韩志远')
  const reading = { id: newId(), observation, temperature: 37.9, not_measured: null, symptoms: [], measured_by: 'visit' as const }
  await doctor.call(recordReading, reading)
  const span = { place: community, from: '2026-11-10', to: today }
  const figure = async (step: string) => (await doctor.call(readFourTimes, span)).figures.find((one) => one.step === step)
  expect(await figure('reported')).toEqual({ step: 'reported', of: 1, in_time: 0, median_minutes: null })
  await doctor.call(answerAlert, { id: newId(), reading: reading.id, outcome: 'transfer', note: '送发热门诊' })
  expect(await figure('reported')).toMatchObject({ of: 1, in_time: 1 })
  expect(await figure('treated')).toMatchObject({ of: 1, in_time: 1 })
  expect(await figure('found')).toEqual({ step: 'found', of: 0, in_time: 0, median_minutes: null })
  await expect(doctor.call(readFourTimes, { ...span, from: '2026-01-01' })).rejects.toMatchObject({
    code: 'reports.span-too-long',
  })
})

test('a duty is set by those of the place and seen from the level above; a neighbour place does not exist for it', async () => {
  const duty = { id: newId(), place: community, party: 'place' as const, holder: '体育社区', duty: '每个网格有人负责' }
  await director.call(savePartyDuty, duty)
  const street = await house.as('street-officer', '410105001')
  expect((await street.call(listPartyDuties, { place: community })).duties).toHaveLength(1)
  const neighbour = await house.as('community-director', '410105001001')
  await expect(neighbour.call(savePartyDuty, { ...duty, version: 1 })).rejects.toMatchObject({ code: 'access.not-found' })
})
