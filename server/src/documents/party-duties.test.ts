import { partyDuty } from '@wangdi/domain/documents/kinds/party-duty.kind.ts'
import { registerVerbs } from '@wangdi/domain/kinds/register/register.api.ts'
import { answerAlert, recordReading } from '@wangdi/domain/observation/observation.api.ts'
import { readFourTimes } from '@wangdi/domain/reports/four-times.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withClient } from '../../test/database-url.ts'
import { givenStay } from '../../test/given/observation.ts'
import { callKind as call } from '../../test/given/kinds.ts'
import { givenDwelling, givenPerson } from '../../test/given/people.ts'
import { type Caller, type House, startHouse } from '../../test/house.ts'
import { loadPlaces } from '../places/index.ts'
import { openPlaceList } from '../platform/national/place-list.ts'
import { openResponseFor } from '../regimes/given.ts'

const community = '410105001003'
const street = '410105001'
const today = '2026-11-17'
const verbs = registerVerbs(partyDuty)
let house: House
let director: Caller
beforeAll(async () => {
  house = await startHouse({ day: today })
  const list = await openPlaceList(new URL('../../test/places-excerpt.br', import.meta.url))
  await withClient(house.ownerUrl, (owner) => loadPlaces(owner, list))
  director = await house.as('community-director', community, '周敏')
})
afterAll(() => house.close())

const get = (id: string) => call(director, verbs.get, { id })
const see = (by: Caller, show: string, place = community) => call(by, verbs.see, { place, show, size: 200 })
const set = async (fields: object, by = director, place = community) =>
  (await call(by, verbs.add, { id: newId(), place, v: 1, fields })).id
const sign = async (id: string, signer: string) =>
  call(director, verbs.acts.sign, { id, last_at: (await get(id)).last_at, signer, day: today })

test('each of the four parties has a duty that somebody signed, and the early steps are counted from records [R-2020P-62]', async () => {
  expect(await see(director, 'all')).toMatchObject({ rows: [], without: ['place', 'department', 'unit', 'person'], unready: 0 })
  const duty = { party: 'unit', holder: '晨光印务', duty: '员工健康每天问一遍' }
  const id = await set(duty)
  expect(await see(director, 'all')).toMatchObject({ rows: [{ state: 'draft', signed: null }], unready: 1, live: 0 })
  await sign(id, '郭工')
  const known = await see(director, 'all')
  expect(known).toMatchObject({ without: ['place', 'department', 'person'], unready: 0, live: 1, total: 1 })
  expect(known.rows).toMatchObject([{ title: '晨光印务', state: 'live', signed: { by: '郭工', on: today } }])
  // Other words are another promise: the signature goes with the old ones.
  const { last_at } = await get(id)
  await call(director, verbs.acts.change, { id, last_at, v: 1, fields: { ...duty, duty: '食堂错峰' } })
  expect(await see(director, 'unready')).toMatchObject({
    unready: 1,
    live: 0,
    rows: [{ signed: null, details: { duty: '食堂错峰' } }],
  })
  expect((await get(id)).acts.map((one) => [one.act, one.by, one['signer'], one['day']])).toEqual([
    ['add', '周敏', null, null],
    ['sign', '周敏', '郭工', today],
    ['change', '周敏', null, null],
  ])
  await call(director, verbs.acts.end, { id, basis: '搬走了' })
  expect((await see(director, 'all')).rows).toEqual([])
  expect((await see(director, 'ended')).rows).toHaveLength(1)

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
  const id = await set({ party: 'place', holder: '体育社区', duty: '每个网格有人负责' })
  const officer = await house.as('street-officer', street)
  await set({ party: 'place', holder: '经八路街道', duty: '每周看一遍' }, officer, street)
  // The street sees its own and those of its communities, each with where it holds; what has no party is asked of itself alone.
  const below = await see(officer, 'all', street)
  expect(below.rows.map(({ title, place_name }) => [title, place_name])).toEqual([
    ['体育社区', expect.stringContaining('体育社区')],
    ['经八路街道', expect.stringContaining('经八路')],
  ])
  expect(below.without).toEqual(['department', 'unit', 'person'])
  expect((await see(officer, 'all')).rows).toHaveLength(1)
  const worker = await house.as('community-worker', community)
  await expect(set({ party: 'place', holder: '体育社区', duty: '再定一条' }, worker)).rejects.toThrow('access.refused')
  const neighbour = await house.as('community-director', '410105001001')
  const { last_at } = await get(id)
  const change = { id, last_at, v: 1, fields: { party: 'place', holder: '体育社区', duty: '改成别的' } }
  await expect(call(neighbour, verbs.acts.change, change)).rejects.toThrow('access.not-found')
})

test('a signature says who signed and on which day, for the words that were seen', async () => {
  const id = await set({ party: 'department', holder: '区市场监管所', duty: '每周查一遍' })
  const { last_at } = await get(id)
  await expect(call(director, verbs.acts.sign, { id, last_at, signer: ' ', day: today })).rejects.toThrow('request.invalid')
  await call(director, verbs.acts.change, {
    ...{ id, last_at, v: 1 },
    fields: { party: 'department', holder: '区市场监管所', duty: '每天查一遍' },
  })
  const late = { id, last_at, signer: '郭工', day: today }
  await expect(call(director, verbs.acts.sign, late)).rejects.toThrow('kinds.changed-meanwhile')
})
