import { endObservation, getObservation, listObservations } from '@wangdi/domain/observation/observation.api.ts'
import { deliverRelease, recordCall, withdrawRelease } from '@wangdi/domain/observation/release/release.api.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { codesOf, givenQueue, refusal } from '../../../test/given/arrivals.ts'
import { givenDwelling } from '../../../test/given/people.ts'
import { type Caller, type House, startHouse } from '../../../test/house.ts'
import { atOnce, oneWithinOther } from '../../../test/races/at-once.ts'

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

/** People whose term is full until 2026-11-22 and who are released at 15:10 of that day. */
async function released(...names: string[]): Promise<string[]> {
  const ids = await given.ordered(...names)
  house.clock.set('2026-11-22T15:10:00+08:00')
  expect(codesOf((await given.release(ids)).answers)).toEqual(ids.map(() => 'done'))
  return ids
}
const withdraw = (observation: string, who = given.health) =>
  who.call(withdrawRelease, { id: newId(), observation, why: '采样结果报错了人' })
const deliver = (observation: string, number: string, who = given.clerk) =>
  who.call(deliverRelease, { id: newId(), observation, number, way: 'in-person', receipt: 'signed' })
const call = (observation: string, nth: 1 | 2 | 3 | 7 | 14, more: object = {}, who = doctor) =>
  who.call(recordCall, { id: newId(), observation, nth, outcome: 'well', ...more })
const episode = (id: string) => given.health.call(getObservation, { id })
const state = async (code = '') => ((await (await fetch(`${house.url}/api/notices/${code}`)).json()) as { state: string }).state
const counts = async () => (await given.health.call(listObservations, { place: county })).counts
const shown = async (show: 'release' | 'handover' | 'calls') =>
  (await given.health.call(listObservations, { place: county, show })).rows.map(({ name }) => name)

test('a wrong release is taken back on its day by a named person with a reason: its code says void, the person waits again, the next has a number of its own [R-LAW-9]', async () => {
  const [zhou = ''] = await released('周建国')
  const first = (await episode(zhou)).release
  await withdraw(zhou)
  const back = await episode(zhou)
  expect([back.release, back.to_release, back.last_day]).toEqual([null, true, '2026-11-22'])
  expect(back.withdrawn).toMatchObject([{ number: '金卫解〔2026〕1号', why: '采样结果报错了人', by: '王海涛' }])
  expect([await state(first?.code), await shown('release'), (await counts()).handover]).toEqual(['void', ['周建国'], 0])
  expect(await (await fetch(`${house.url}/verify?code=${first?.code}`)).text()).toContain('已经作废')
  expect(await refusal(withdraw(zhou))).toBe('observation.not-released')
  expect(codesOf((await given.release([zhou])).answers)).toEqual(['done'])
  const second = (await episode(zhou)).release
  expect([second?.number, await state(second?.code), await state(first?.code)]).toEqual(['金卫解〔2026〕2号', 'holds', 'void'])
})

test('a paper that is just being taken back is not handed over as well', async () => {
  const [zhou = ''] = await released('周建国')
  const hand = () => deliver(zhou, '金卫解〔2026〕1号')
  expect(await oneWithinOther(house, 'audit_line', () => withdraw(zhou), hand)).toEqual(['done', 'observation.release-void'])
  const { rows } = await sql`select from release_delivery`.execute(house.owner)
  expect([rows.length, (await episode(zhou)).withdrawn.length]).toEqual([0, 1])
})

test('after its day a release stands; one that is void already is not taken back; nobody below county health takes one back', async () => {
  const [zhou = '', sun = ''] = await released('周建国', '孙玉兰')
  for (const who of [doctor, given.clerk, await house.as('community-director', tixiang), await house.as('grid-worker', tixiang)])
    expect(await refusal(withdraw(zhou, who))).toBe('access.refused')
  const elsewhere = await house.as('county-health', '410122', '李卫')
  expect(await refusal(withdraw(zhou, elsewhere))).toBe('access.not-found')
  await given.health.call(endObservation, { id: newId(), observation: sun, reason: 'confirmed-case', note: '定点医院报' })
  expect(await refusal(withdraw(sun))).toBe('observation.release-void')
  house.clock.set('2026-11-23T00:01:00+08:00')
  expect(await refusal(withdraw(zhou))).toBe('observation.release-stands')
  expect(await state((await episode(zhou)).release?.code)).toBe('holds')
})

test('of two who take the same release back at once one does', async () => {
  const [zhou = ''] = await released('周建国')
  const other = await house.as('county-health', county, '李卫')
  const both = await atOnce(house, 'audit_line', [() => withdraw(zhou), () => withdraw(zhou, other)])
  expect(both.toSorted()).toEqual(['done', 'observation.not-released'])
  expect((await episode(zhou)).withdrawn).toHaveLength(1)
})

test('a notice of release counts as not delivered until somebody hands it over: who, how, when, with what receipt, by the number on it [R-2020P-11]', async () => {
  const [zhou = '', sun = ''] = await released('周建国', '孙玉兰')
  expect([(await counts()).handover, (await shown('handover')).toSorted()]).toEqual([2, ['周建国', '孙玉兰'].toSorted()])
  expect(await refusal(deliver(zhou, '金卫解〔2026〕2号'))).toBe('observation.other-number')
  house.clock.set('2026-11-22T16:05:00+08:00')
  await deliver(zhou, '金卫解〔2026〕1号')
  expect((await episode(zhou)).release_deliveries).toMatchObject([
    { by: '马晓燕', way: 'in-person', receipt: 'signed', at: expect.stringContaining('2026-11-22T08:05') },
  ])
  expect([(await counts()).handover, await shown('handover')]).toEqual([1, ['孙玉兰']])
  await withdraw(sun)
  expect(await refusal(deliver(sun, '金卫解〔2026〕2号'))).toBe('observation.release-void')
  await given.release([sun])
  // The paper that was taken back and its successor are two.
  expect([(await episode(sun)).release_deliveries, await shown('handover')]).toEqual([[], ['孙玉兰']])
  const street = await house.as('street-officer', '410105001')
  expect(await refusal(deliver(zhou, '金卫解〔2026〕1号', street))).toBe('access.refused')
  const elsewhere = await house.as('community-worker', '410105001004')
  expect(await refusal(deliver(zhou, '金卫解〔2026〕1号', elsewhere))).toBe('access.not-found')
})

test('whoever is released is called on days 1, 2, 3, 7 and 14; a day is over when somebody tried, and one that nobody tried stays missed', async () => {
  const [zhou = ''] = await released('周建国', '孙玉兰')
  expect((await counts()).calls).toBe(0)
  expect(await refusal(call(zhou, 1))).toBe('observation.call-early')
  house.clock.set('2026-11-23T09:00:00+08:00')
  expect((await counts()).calls).toBe(2)
  await call(zhou, 1, { outcome: 'no-answer' })
  expect([(await counts()).calls, await shown('calls')]).toEqual([1, ['孙玉兰']])
  expect(await refusal(call(zhou, 1, { outcome: 'unwell' }))).toBe('observation.unwell-unsaid')
  await call(zhou, 1, { outcome: 'unwell', note: '咳嗽，约了门诊' })
  house.clock.set('2026-11-26T09:00:00+08:00')
  expect((await counts()).calls).toBe(0)
  expect((await episode(zhou)).calls.map(({ on, state: is, outcome, by }) => [on, is, outcome, by])).toEqual([
    ['2026-11-23', 'done', 'unwell', '韩志远'],
    ['2026-11-24', 'missed', null, ''],
    ['2026-11-25', 'missed', null, ''],
    ['2026-11-29', 'later', null, ''],
    ['2026-12-06', 'later', null, ''],
  ])
  for (const day of ['2026-11-29', '2026-12-06']) {
    house.clock.set(`${day}T09:00:00+08:00`)
    expect((await counts()).calls).toBe(2)
  }
  const others = [given.health, await house.as('grid-worker', tixiang)]
  for (const who of others) expect(await refusal(call(zhou, 2, {}, who))).toBe('access.refused')
})

test('nobody is called whose release was taken back or does not hold', async () => {
  const [zhou = '', sun = ''] = await released('周建国', '孙玉兰')
  await withdraw(zhou)
  await given.health.call(endObservation, { id: newId(), observation: sun, reason: 'confirmed-case', note: '定点医院报' })
  house.clock.set('2026-11-23T09:00:00+08:00')
  const { calls, handover } = await counts()
  expect([calls, handover]).toEqual([0, 0])
  expect([await refusal(call(zhou, 1)), await refusal(call(sun, 1))]).toEqual([
    'observation.not-released',
    'observation.release-void',
  ])
  expect((await episode(sun)).calls).toEqual([])
})

test('what waits after the term is counted as its lists show it, of one door too, and the trail names everybody who is counted there', async () => {
  const dwelling = await givenDwelling(house, tixiang, '6号楼', '1', '101')
  const [zhou = '', sun = ''] = await given.ordered('周建国', { name: '孙玉兰', dwelling }, { name: '何晓丽', dwelling })
  house.clock.set('2026-11-22T15:10:00+08:00')
  await given.release([zhou, sun])
  house.clock.set('2026-11-23T09:00:00+08:00')
  await deliver(zhou, '金卫解〔2026〕1号')
  const { release: waiting, handover, calls } = await counts()
  expect([waiting, handover, calls]).toEqual([1, 1, 2])
  for (const [show, count] of Object.entries({ release: waiting, handover, calls }))
    expect((await shown(show as 'release')).length).toBe(count)
  const { rows: people } = await sql<{ id: string }>`select id from person where dwelling = ${dwelling}`.execute(house.owner)
  const own = await doctor.call(listObservations, { place: tixiang, dwelling, state: 'ordered' })
  expect([own.rows, own.counts.release, own.counts.handover, own.counts.calls]).toEqual([[], 1, 1, 1])
  const { rows } = await sql<{ seen: string[] }>`select array(select s.subject::text from audit_seen s
      where s.scope = l.scope and s.line = l.id) as seen
    from audit_line l where l.verb = 'observation.list' and l.account = ${doctor.account} order by l.at desc limit 1`.execute(
    house.owner,
  )
  expect(rows[0]?.seen.toSorted()).toEqual(people.map(({ id }) => id).toSorted())
})
