// What becomes of somebody under observation while another person decides about the same stay, or ends its response, at that moment.
import type { ItemAnswer } from '@wangdi/domain/endpoint.ts'
import { handOver } from '@wangdi/domain/observation/ending/ending.api.ts'
import { decideObservation, endObservation } from '@wangdi/domain/observation/observation.api.ts'
import { withdrawDecision } from '@wangdi/domain/observation/queue/queue.api.ts'
import { releaseObservations, withdrawRelease } from '@wangdi/domain/observation/release/release.api.ts'
import { closeResponse } from '@wangdi/domain/regimes/regimes.api.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { givenQueue } from '../given/arrivals.ts'
import { givenStay } from '../given/observation.ts'
import { givenDwelling, givenPerson } from '../given/people.ts'
import { type Caller, type House, Refused, startHouse } from '../house.ts'
import { atOnce, oneWithinOther } from './at-once.ts'

const county = '410105'
const community = '410105001003'
let house: House
let queue: Awaited<ReturnType<typeof givenQueue>>
let leader: Caller
let response: string

beforeAll(async () => {
  house = await startHouse({ day: '2026-11-17' })
  queue = await givenQueue(house)
  leader = await house.as('county-leader', county, '赵明')
})
afterAll(() => house.close())
beforeEach(async () => {
  await queue.begin()
  response = (await house.owner.selectFrom('response').select('id').executeTakeFirstOrThrow()).id
})

// Of verbs that answer for each of many: the refusal of one is the refusal.
async function alone(asked: Promise<{ answers: readonly ItemAnswer[] }>): Promise<void> {
  for (const { problem } of (await asked).answers) if (problem) throw new Refused(problem)
}
const release = (observation: string) => () =>
  alone(queue.health.call(releaseObservations, { place: county, items: [{ id: newId(), observation }], tests: '区疾控报：阴性' }))
const listAsLeft = (observation: string) => () =>
  alone(
    queue.health.call(handOver, {
      ...{ response, place: county, outcome: 'left' as const, note: '到期满为止' },
      items: [{ id: newId(), observation }],
    }),
  )
const close = () => leader.call(closeResponse, { id: response, number: '金政〔2026〕9号', reason: '疫情结束' })
/** Somebody at home since 2026-11-11, whose last of seven days is 2026-11-17. */
const stay = async (name: string) =>
  givenStay(
    house,
    community,
    await givenPerson(house, community, name, { dwelling: await givenDwelling(house, community) }),
    '2026-11-11',
  )
const count = async (table: 'observation_handover' | 'observation' | 'response_act') =>
  Number((await sql<{ n: string }>`select count(*) as n from ${sql.table(table)}`.execute(house.owner)).rows[0]?.n)

test('whoever is just being released, or ended, is not listed as left by the response as well', async () => {
  const [well, ill] = [await stay('葛志鹏'), await stay('钱卫东')]
  expect(await oneWithinOther(house, 'audit_line', release(well), listAsLeft(well))).toEqual(['done', 'observation.settled'])
  const fellIll = () =>
    queue.health.call(endObservation, { id: newId(), observation: ill, reason: 'confirmed-case', note: '定点医院报' })
  expect(await oneWithinOther(house, 'audit_line', fellIll, listAsLeft(ill))).toEqual(['done', 'observation.not-left'])
  expect(await count('observation_handover')).toBe(0)
})

test('of a decision that is taken back while its stay is released no release is left that holds, whoever is first', async () => {
  const came = [await queue.came({ name: '周建国' }), await queue.came({ name: '孙玉兰' })]
  await queue.check(came.map(({ id }) => id))
  await queue.decide(await queue.rowsOf({ stage: 'decide' }))
  house.clock.set('2026-11-22T15:10:00+08:00') // the last day of both
  const stays = await house.owner.selectFrom('observation').select(['id', 'arrival']).execute()
  const stayOf = (n: number) => stays.find(({ arrival }) => arrival === came[n]?.id)?.id ?? ''
  const takeBack = (n: number) => () =>
    queue.health.call(withdrawDecision, { id: newId(), arrival: came[n]?.id ?? '', why: '决定错了人' })
  expect(await oneWithinOther(house, 'audit_line', release(stayOf(0)), takeBack(0))).toEqual(['done', 'done'])
  const ended = ['done', 'observation.ended-otherwise']
  expect(await oneWithinOther(house, 'audit_line', takeBack(1), release(stayOf(1)))).toEqual(ended)
  const { rows } = await sql`select r.observation, c.void_at is not null as void
    from observation_release r join notice_code c on c.place = r.county and c.code = r.code`.execute(house.owner)
  expect(rows).toEqual([{ observation: stayOf(0), void: true }])
})

test('nobody is ordered by hand under a response that is just being closed', async () => {
  const person = await givenPerson(house, community, '周桂兰', { dwelling: await givenDwelling(house, community) })
  const about = { person, kind: 'close-contact' as const, day_zero: '2026-11-15', known: {} }
  const notice = { finding: '与确诊病例同住', measure: '居家隔离医学观察', rights: '不服可以复议', contact: '19900000001' }
  const order = () =>
    queue.health.call(decideObservation, {
      ...{ ...about, id: newId(), number: '隔〔2026〕1号', issuer: '区疾控', basis: '流调认定为密切接触者', notice },
    })
  const codes = await atOnce(house, 'audit_line', [order, close])
  expect(codes.filter((code) => code === 'done')).toHaveLength(1)
  expect((await count('observation')) + (await count('response_act'))).toBe(1)
})

test('nobody is under observation again, by a release that is taken back, under a response that is just being closed', async () => {
  const observation = await stay('葛志鹏')
  await release(observation)()
  const codes = await atOnce(house, 'audit_line', [
    () => queue.health.call(withdrawRelease, { id: newId(), observation, why: '报错了人' }),
    close,
  ])
  expect(codes.filter((code) => code === 'done')).toHaveLength(1)
})
