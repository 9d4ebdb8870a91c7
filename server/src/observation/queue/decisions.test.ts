import { readOffice, saveOffice } from '@wangdi/domain/observation/notice/notice.api.ts'
import {
  decideObservation,
  endObservation,
  getObservation,
  listObservations,
} from '@wangdi/domain/observation/observation.api.ts'
import { readQueue, withdrawDecision } from '@wangdi/domain/observation/queue/queue.api.ts'
import { listArrivals } from '@wangdi/domain/people/arrival/arrival.api.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { codesOf, givenQueue, refusal } from '../../../test/given/arrivals.ts'
import { givenDwelling } from '../../../test/given/people.ts'
import { type Caller, type House, startHouse } from '../../../test/house.ts'
import { atOnce } from '../../../test/races/at-once.ts'

const county = '410105'
const tixiang = '410105001003'
const today = '2026-11-17'
let house: House
let given: Awaited<ReturnType<typeof givenQueue>>

beforeAll(async () => {
  house = await startHouse({ day: today })
  given = await givenQueue(house)
})
afterAll(() => house.close())
beforeEach(() => given.begin())

const queue = () => given.health.call(readQueue, { place: county })

describe('deciding', () => {
  test('two hundred who came in one evening are ordered at once: numbered in a row, each with notice, ground and code [R-LAW-2][R-LAW-9]', async () => {
    const { check, rowsOf, decide, health } = given
    const people = Array.from({ length: 200 }, (_, nth) => ({ id: newId(), person: newId(), name: `来客${nth}` }))
    const of = { county, community: tixiang }
    await house.owner
      .insertInto('person')
      .values(people.map(({ person, name }) => ({ ...of, id: person, name, born: '1980-01-01', source: 'arrival' })))
      .execute()
    const dwelling = await givenDwelling(house, tixiang, '3号楼', '1', '1001')
    const told = { origin: '青河市东湖区', arrived_on: '2026-11-16', left_origin_on: '2026-11-15', dwelling }
    await house.owner
      .insertInto('arrival')
      .values(people.map(({ id, person }) => ({ ...of, id, person, ...told })))
      .execute()
    await check(people.map(({ id }) => id))
    const { answers, numbers } = await decide(await rowsOf({ stage: 'decide' }))
    expect(codesOf(answers)).toEqual(people.map(() => 'done'))
    expect(numbers).toEqual({ first: '金卫观〔2026〕1号', last: '金卫观〔2026〕200号' })
    const { rows } = await sql<{
      orders: number
      numbers: number
      codes: number
      notice: { finding: string }
      basis: string
      by: string
    }>`
      select count(*)::int as orders, count(distinct number)::int as numbers, count(distinct code)::int as codes,
        min(notice::text)::jsonb as notice, min(basis) as basis,
        min(decided_by::text) as by from observation`.execute(house.owner)
    expect(rows[0]).toMatchObject({ orders: 200, numbers: 200, codes: 200, by: health.account })
    expect(rows[0]?.notice.finding).toContain('您 11 月 15 日离开青河市东湖区。那天当地是中风险地区。')
    expect(rows[0]?.basis).toMatch(/^《传染病防治法》第五十八条；区人民政府金政〔2026〕.+号，2026-11-10 到 2026-12-10；/)
    const lines = await sql<{
      targets: object
      seen: number
    }>`select l.targets, count(s.subject)::int as seen from audit_line l join audit_seen s on s.scope = l.scope and s.line = l.id
      where l.verb = 'observation.decide-arrivals' group by l.scope, l.id, l.targets order by l.id desc limit 1`.execute(
      house.owner,
    )
    expect(lines.rows).toEqual([{ targets: { ordered: '200', seen: '200' }, seen: 200 }])
  })

  test('exceptions are decided alone; whoever changed since it was shown is refused, the others are written whole', async () => {
    const { came, check, rowsOf, decide, health } = given
    const [one, changed, child] = [await came(), await came({ name: '马俊' }), await came({ name: '邹明', born: '2017-01-01' })]
    await check([one.id, changed.id, child.id])
    const shown = await rowsOf({ stage: 'decide' })
    await check([changed.id], { left_origin_on: '2026-11-14' }, health, 2)
    const { answers } = await decide(shown)
    expect(new Map(shown.map(({ name }, nth) => [name, codesOf(answers)[nth]]))).toEqual(
      new Map([
        ['邹明', 'observation.decide-alone'],
        ['周建国', 'done'],
        ['马俊', 'record.moved'],
      ]),
    )
    const [alone] = await rowsOf({ text: '邹明' })
    expect(codesOf((await decide(alone ? [alone] : [])).answers)).toEqual(['done'])
    const again = await rowsOf({ text: '马俊' })
    const stale = again.map((row) => ({
      ...row,
      proposal: shown.find(({ arrival }) => arrival === row.arrival)?.proposal ?? null,
    }))
    expect(codesOf((await decide(stale)).answers)).toEqual(['observation.proposal-changed'])
    expect((await health.call(listObservations, { place: county })).total).toBe(2)
  })

  test('more days than the rule, another place without a reason, and none without a reason are refused [R-2020A-15]', async () => {
    const { came, check, rowsOf, decide, health } = given
    await check([(await came()).id])
    const rows = await rowsOf({ stage: 'decide' })
    const choose = async (more: object) => codesOf((await decide(rows, more)).answers)[0]
    const phases = (where: string, days: number) => [{ where, days, test_days: [] }]
    expect(await choose({ phases: phases('home', 8), reason: '再看看' })).toBe('observation.beyond-rule')
    expect(await choose({ phases: phases('monitoring', 3) })).toBe('observation.reason-needed')
    expect(await choose({ outcome: 'register' })).toBe('observation.registered-why')
    expect(await choose({ outcome: 'register', reason: '当天转机，没有出机场' })).toBe('done')
    const [row] = await rowsOf()
    expect(row).toMatchObject({
      stage: 'decided',
      decision: { outcome: 'registered', reason: '当天转机，没有出机场', by: '王海涛' },
    })
    expect((await health.call(listObservations, { place: county })).total).toBe(0)
  })

  test('two officers who decide the same people at once: one wins, the other is told who; nobody is ordered twice', async () => {
    const { came, check, rowsOf, decide, health } = given
    const ids = [(await came()).id, (await came({ name: '孙玉兰' })).id]
    await check(ids)
    const rows = await rowsOf({ stage: 'decide' })
    const colleague = await house.as('county-health', county, '李卫')
    const answers: string[][] = []
    const decideAs = (who: Caller) => async () => void answers.push(codesOf((await decide(rows, {}, who)).answers))
    expect(await atOnce(house, 'arrival_decision', [decideAs(health), decideAs(colleague)])).toEqual(['done', 'done'])
    expect(answers.map((codes) => codes.join()).sort()).toEqual([
      'done,done',
      'observation.arrival-decided,observation.arrival-decided',
    ])
    const { rows: orders } = await sql<{ n: number }>`select count(*)::int as n from observation`.execute(house.owner)
    expect(orders[0]?.n).toBe(2)
    const last = await sql<{ last: number }>`select last from notice_series`.execute(house.owner)
    expect(last.rows).toEqual([{ last: 2 }])
  })

  test('a decision is taken back with a reason: the stay ends, the notice is void, the arrival waits again', async () => {
    const { came, check, rowsOf, decide, health } = given
    const { id } = await came()
    await check([id])
    await decide(await rowsOf({ stage: 'decide' }))
    const order = (await rowsOf())[0]?.decision?.observation ?? ''
    await health.call(withdrawDecision, { id: newId(), arrival: id, why: '看错了人' })
    expect((await queue()).stages).toMatchObject({ decide: 1, decided: 0 })
    expect(await health.call(getObservation, { id: order })).toMatchObject({
      state: 'ended',
      ended: { reason: 'ordered-in-error', note: '看错了人' },
    })
    const { rows } = await sql<{ void: boolean }>`select void_at is not null as void from notice_code`.execute(house.owner)
    expect(rows).toEqual([{ void: true }])
    expect(await refusal(health.call(withdrawDecision, { id: newId(), arrival: id, why: '再撤' }))).toBe(
      'observation.not-decided',
    )
    expect(codesOf((await decide(await rowsOf({ stage: 'decide' }))).answers)).toEqual(['done'])
  })

  test('an order given alone decides its arrival too, and one given in error lets it wait again', async () => {
    const { came, check, rowsOf, health } = given
    const { id, person } = await came()
    await check([id])
    const notice = { finding: '中风险返回', measure: '居家 7 天', rights: '可以复议', contact: '马晓燕' }
    const order = {
      person,
      kind: 'returned-medium-risk' as const,
      day_zero: '2026-11-15',
      arrival: id,
      known: {},
      issuer: '区卫健委',
      basis: '第五十八条',
      notice,
    }
    const first = newId()
    await health.call(decideObservation, { id: first, ...order })
    expect((await rowsOf())[0]).toMatchObject({ stage: 'decided', decision: { observation: first, number: '金卫观〔2026〕1号' } })
    expect(await refusal(health.call(decideObservation, { id: newId(), ...order }))).toBe('observation.arrival-decided')
    await health.call(endObservation, { id: newId(), observation: first, reason: 'ordered-in-error', note: '重复' })
    expect((await queue()).stages.decide).toBe(1)
  })

  test('an order that names no arrival decides it on queue and list alike, and one given in error on neither', async () => {
    const { came, check, rowsOf, decide, health } = given
    const { id, person } = await came()
    await check([id])
    const shown = await rowsOf({ stage: 'decide' })
    const waiting = async () => [
      (await queue()).stages.decide,
      (await health.call(listArrivals, { place: county, undecided: true })).total,
    ]
    expect(await waiting()).toEqual([1, 1])
    const order = newId()
    await health.call(decideObservation, {
      kind: 'returned-medium-risk',
      ...{ id: order, person, day_zero: '2026-11-15', known: {}, issuer: '区卫健委', basis: '第五十八条' },
      ...{ notice: { finding: '中风险返回', measure: '居家 7 天', rights: '可以复议', contact: '马晓燕' } },
    })
    expect(await waiting()).toEqual([0, 0])
    expect((await rowsOf())[0]).toMatchObject({ stage: 'decided', decision: { observation: order, by: '王海涛', alone: true } })
    expect(codesOf((await decide(shown)).answers)).toEqual(['observation.arrival-decided'])
    await health.call(endObservation, { id: newId(), observation: order, reason: 'ordered-in-error', note: '重复' })
    expect(await waiting()).toEqual([1, 1])
  })

  test("without the office on the notice nothing is ordered; what is written there is county health's and the leader's", async () => {
    const { came, check, rowsOf, decide, health } = given
    await check([(await came()).id])
    await sql`update county set settings = settings - 'notice-office'`.execute(house.owner)
    expect(await refusal(decide(await rowsOf({ stage: 'decide' })))).toBe('observation.office-missing')
    const { office, usual } = await health.call(readOffice, { place: county })
    expect(office).toBeNull()
    const doctor = await house.as('community-doctor', tixiang)
    expect(await refusal(doctor.call(saveOffice, { place: county, office: { ...usual, phone: '1' } }))).toBe('access.refused')
    await health.call(saveOffice, { place: county, office: { ...usual, phone: '0371-00001200' } })
    expect(codesOf((await decide(await rowsOf({ stage: 'decide' }))).answers)).toEqual(['done'])
  })
})
