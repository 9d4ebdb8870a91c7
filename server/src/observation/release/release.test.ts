import { readNotices } from '@wangdi/domain/observation/notice/notice.api.ts'
import { endObservation, getObservation, listObservations, recordReading } from '@wangdi/domain/observation/observation.api.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { codesOf, givenQueue, refusal } from '../../../test/given/arrivals.ts'
import { type Caller, type House, startHouse } from '../../../test/house.ts'

const county = '410105'
const tixiang = '410105001003'
let house: House
let given: Awaited<ReturnType<typeof givenQueue>>
let doctor: Caller

beforeAll(async () => {
  house = await startHouse({ day: '2026-11-17' })
  given = await givenQueue(house)
  doctor = await house.as('community-doctor', tixiang, '韩志远')
})
afterAll(() => house.close())
beforeEach(() => given.begin())

const numberOf = async (id: string) => (await given.health.call(getObservation, { id })).release?.number ?? null

test('on the last day a named person releases, each with a number and a code of its own; not before, and not twice [R-LAW-9]', async () => {
  const [zhou = '', sun = ''] = await given.ordered('周建国', '孙玉兰')
  expect(codesOf((await given.release([zhou])).answers)).toEqual(['observation.term-runs'])
  house.clock.set('2026-11-22T15:10:00+08:00')
  const waiting = await given.health.call(listObservations, { place: county, show: 'release' })
  expect([waiting.rows.map(({ name }) => name).sort(), waiting.total, waiting.counts.release]).toEqual([
    ['周建国', '孙玉兰'].sort(),
    2,
    2,
  ])
  const { answers, numbers } = await given.release([zhou, sun, newId()])
  expect(codesOf(answers)).toEqual(['done', 'done', 'access.not-found'])
  expect(numbers).toEqual({ first: '金卫解〔2026〕1号', last: '金卫解〔2026〕2号' })
  const { release: kept, to_release } = await doctor.call(getObservation, { id: zhou })
  expect(kept).toMatchObject({
    number: '金卫解〔2026〕1号',
    issuer: '金水区卫生健康委员会',
    released_on: '2026-11-22',
    by: '王海涛',
  })
  expect(to_release).toBe(false)
  expect(codesOf((await given.release([zhou])).answers)).toEqual(['observation.released'])
  expect((await given.health.call(listObservations, { place: county })).counts.release).toBe(0)
  expect(await (await fetch(`${house.url}/api/notices/${kept?.code}`)).json()).toEqual({
    ...{ known: true, kind: 'release', issuer: '金水区卫生健康委员会', on: '2026-11-22', until: '2026-11-22', state: 'holds' },
  })
})

test('whoever has something abnormal open, or tests nobody told of, stays; the others are released', async () => {
  const [zhou = '', sun = ''] = await given.ordered('周建国', '孙玉兰')
  house.clock.set('2026-11-22T10:00:00+08:00')
  const reading = { symptoms: [], not_measured: null, measured_by: 'visit' as const }
  await doctor.call(recordReading, { id: newId(), observation: zhou, temperature: 37.9, ...reading })
  await doctor.call(recordReading, { id: newId(), observation: sun, temperature: 36.4, ...reading })
  const { phases } = await given.health.call(getObservation, { id: sun })
  const due = phases.some(({ tests }) => tests.length > 0)
  expect(codesOf((await given.release([sun], { tests: ' ' })).answers)).toEqual([due ? 'observation.tests-unsaid' : 'done'])
  expect(codesOf((await given.release([zhou, sun])).answers)).toEqual([
    'observation.abnormal-open',
    due ? 'done' : 'observation.released',
  ])
  const { release: kept } = await given.health.call(getObservation, { id: sun })
  expect(kept?.checks).toMatchObject({ measured: 1, highest: 36.4, measured_by: '韩志远' })
})

test('who was let go early under a shorter rule is released from that day; who was transferred is not', async () => {
  const [zhou = '', sun = ''] = await given.ordered('周建国', '孙玉兰')
  house.clock.set('2026-11-19T09:00:00+08:00')
  await given.health.call(endObservation, { id: newId(), observation: zhou, reason: 'shorter-rule', note: '规则变短' })
  await given.health.call(endObservation, { id: newId(), observation: sun, reason: 'transferred', note: '转运到医院' })
  expect(codesOf((await given.release([zhou, sun])).answers)).toEqual(['done', 'observation.ended-otherwise'])
  const { sheets } = await doctor.call(readNotices, { place: tixiang, observations: [zhou] })
  expect(sheets[0]).toMatchObject({ ended_on: '2026-11-19', ended_for: 'shorter-rule', release: { released_on: '2026-11-19' } })
})

test('of two who release the same person at once one does, and no number is left out', async () => {
  const [zhou = '', sun = ''] = await given.ordered('周建国', '孙玉兰')
  house.clock.set('2026-11-22T15:10:00+08:00')
  const other = await house.as('county-health', county, '李卫')
  const both = await Promise.all([given.release([zhou]), given.release([zhou], {}, other)])
  expect(both.flatMap(({ answers }) => codesOf(answers)).sort()).toEqual(['done', 'observation.released'])
  await given.release([sun])
  expect([await numberOf(zhou), await numberOf(sun)]).toEqual(['金卫解〔2026〕1号', '金卫解〔2026〕2号'])
})

test('a doctor, a director and a grid worker release nobody, and nobody beyond their place', async () => {
  const [zhou = ''] = await given.ordered('周建国')
  house.clock.set('2026-11-22T15:10:00+08:00')
  const others = [doctor, await house.as('community-director', tixiang), await house.as('grid-worker', tixiang)]
  for (const who of others) expect(await refusal(given.release([zhou], { place: tixiang }, who))).toBe('access.refused')
  expect(codesOf((await given.release([zhou], { place: '410105002' })).answers)).toEqual(['access.not-found'])
})

test('a sheet says to whom, why, until when, whom to call and by which code, with masked numbers; of another community none [R-LAW-2]', async () => {
  const [zhou = ''] = await given.ordered('周建国')
  const { sheets } = await given.clerk.call(readNotices, { place: tixiang, observations: [zhou] })
  expect(sheets[0]).toMatchObject({
    ...{ name: '周建国', number: '金卫观〔2026〕1号', last_day: '2026-11-22', void: false, release: null },
    ...{ decided_by: '王海涛', office_phone: '0371-00001200', door: expect.stringContaining('3号楼1单元') },
    contacts: [{ as: 'doctor', name: '韩志远', phone: null }],
  })
  expect(sheets[0]?.notice.finding).toContain('青河市东湖区')
  expect(sheets[0]?.places.at(-1)).toBeTruthy()
  const elsewhere = await house.as('community-worker', '410105001004')
  expect((await elsewhere.call(readNotices, { place: '410105001004', observations: [zhou] })).sheets).toEqual([])
})

test('whoever falls ill on the last evening has a release that is void; whoever is released is not ended as well', async () => {
  const [zhou = '', sun = ''] = await given.ordered('周建国', '孙玉兰')
  house.clock.set('2026-11-22T10:00:00+08:00')
  await given.release([zhou, sun])
  const code = (await given.health.call(getObservation, { id: zhou })).release?.code ?? ''
  const end = (observation: string, reason: 'confirmed-case' | 'shorter-rule') =>
    given.health.call(endObservation, { id: newId(), observation, reason, note: '定点医院报' })
  expect(await refusal(end(sun, 'shorter-rule'))).toBe('observation.released')
  await end(zhou, 'confirmed-case')
  expect(await (await fetch(`${house.url}/api/notices/${code}`)).json()).toMatchObject({ kind: 'release', state: 'void' })
  const { sheets } = await given.health.call(readNotices, { place: county, observations: [zhou, sun] })
  expect(sheets.find(({ observation }) => observation === zhou)?.release).toBeNull()
  expect(sheets.find(({ observation }) => observation === sun)?.release).not.toBeNull()
  expect(codesOf((await given.release([zhou])).answers)).toEqual(['observation.ended-otherwise'])
})
