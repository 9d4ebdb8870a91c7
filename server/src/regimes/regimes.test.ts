import {
  chooseTier,
  closeResponse,
  confirmClass,
  confirmLevel,
  listResponses,
  openResponse,
  readHistory,
  readProposal,
  readState,
  recordFacts,
  reviewResponse,
} from '@wangdi/domain/regimes/regimes.api.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Caller, type House, type Refused, startHouse } from '../../test/house.ts'
import { openResponseFor, testRules } from './given.ts'
import { factsOf, openFunctions, whyClosed } from './index.ts'
import { inTransaction } from '../platform/db.ts'

const county = '410105'
const tixiang = '410105001003'
const today = '2026-11-17'
let house: House
let leader: Caller
let health: Caller
let worker: Caller

beforeAll(async () => {
  house = await startHouse({ day: today })
  leader = await house.as('county-leader', county, '县长 赵明')
  health = await house.as('county-health', county, '韩志远')
  worker = await house.as('grid-worker', tixiang, '马晓燕')
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.set(`${today}T10:00:00+08:00`)
  await sql`truncate response_act, response, stated_fact, confirmed_level cascade`.execute(house.owner)
})

const order = (
  changes: Partial<Parameters<typeof leader.call<typeof openResponse.input, typeof openResponse.reply>>[1]> = {},
) => ({
  id: newId(),
  place: county,
  issuer: '区人民政府',
  number: '金政〔2026〕3号',
  level: 'Ⅲ级',
  scope: [county],
  from: '2026-11-14',
  until: '2026-11-28',
  review_on: null,
  rules: testRules,
  content: '启动社区防控，居家观察、来返登记、日报告',
  ground: '传染病防治法 第六十三条',
  ...changes,
})
const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: Refused) => error.code,
  )
const see = <T>(run: (db: House['db']) => Promise<T>, place = tixiang) =>
  inTransaction(house.db, { county, area: '', place, health: false }, run)

describe('a response opens functions, and closing it closes them', () => {
  test('without an order everything is closed, and the state says why [R-LAW-1][R-2023-1]', async () => {
    const state = await worker.call(readState, { place: tixiang })
    expect(state.functions.map(({ function: name, open }) => `${name} ${open}`)).toEqual([
      'arrivals false',
      'observation false',
      'daily-report false',
      'orders false',
    ])
    expect(state.functions[1]?.why.zh).toContain('没有生效的应急命令')
    expect(state.facts.response).toBe('none')
    expect((await see((db) => whyClosed(db, 'observation', tixiang, today)))?.code).toBe('regimes.closed')
  })

  test('an order with issuer, number, scope and term opens them there and below, for its days only [R-LAW-1]', async () => {
    await leader.call(openResponse, order({ scope: ['410105001'] }))
    const opened = (place: string, day: string) => see((db) => openFunctions(db, place, day), county)
    expect(await opened(tixiang, '2026-11-14')).toEqual(['arrivals', 'observation', 'daily-report', 'orders'])
    expect(await opened(tixiang, '2026-11-28')).toHaveLength(4)
    expect(await opened(tixiang, '2026-11-13')).toEqual([])
    expect(await opened(tixiang, '2026-11-29')).toEqual([])
    expect(await opened('410105002001', today)).toEqual([])
    const state = await worker.call(readState, { place: tixiang })
    expect(state.functions[0]).toMatchObject({ open: true, until: '2026-11-28' })
    expect(state.rules).toBe(testRules)
    expect(await see((db) => factsOf(db, tixiang, today))).toMatchObject({
      response: 'open',
      'response.rules': testRules,
      'community.kind': 'urban',
    })
  })

  test('closing is the same day, only by the same authority, and the reason stays readable [R-LAW-1]', async () => {
    const asked = order()
    await leader.call(openResponse, asked)
    const city = await house.as('city-officer', '4101')
    expect(await refusal(city.call(closeResponse, { id: asked.id, number: '市 1 号', reason: '结束' }))).toBe(
      'regimes.other-authority',
    )
    expect(await refusal(worker.call(closeResponse, { id: asked.id, number: '1', reason: '结束' }))).toBe('access.refused')
    await leader.call(closeResponse, { id: asked.id, number: '金政〔2026〕5号', reason: '连续 14 天无新增' })
    expect(await see((db) => openFunctions(db, tixiang, today))).toEqual([])
    expect(await see((db) => openFunctions(db, tixiang, '2026-11-16'))).toHaveLength(4)
    expect(await refusal(leader.call(closeResponse, { id: asked.id, number: '6', reason: '再来' }))).toBe(
      'regimes.already-closed',
    )
    const { responses } = await worker.call(listResponses, { place: tixiang })
    expect(responses[0]).toMatchObject({
      state: 'closed',
      acts: [{ kind: 'closed', by: '县长 赵明', number: '金政〔2026〕5号' }],
    })
  })

  test('a moment before the closing counts as open, one after it does not', async () => {
    const { close } = await openResponseFor(house, county, { from: '2026-11-14', until: '2026-11-28' })
    await close()
    const why = (moment: string) => see((db) => whyClosed(db, 'observation', tixiang, today, moment))
    expect(await why('2026-11-17T01:40:00.000Z')).toBeUndefined()
    expect((await why('2026-11-17T02:10:00.000Z'))?.code).toBe('regimes.closed')
  })

  test('nothing is open-ended: a review day lapses unless somebody keeps it [R-LAW-1]', async () => {
    expect(await refusal(leader.call(openResponse, order({ until: null })))).toBe('regimes.open-ended')
    const asked = order({ until: null, review_on: '2026-11-20' })
    await leader.call(openResponse, asked)
    expect(await see((db) => openFunctions(db, tixiang, '2026-11-21'))).toEqual([])
    await leader.call(reviewResponse, {
      id: asked.id,
      number: '金政〔2026〕4号',
      reason: '仍有新增',
      until: '2026-11-25',
      review_on: null,
    })
    expect(await see((db) => openFunctions(db, tixiang, '2026-11-21'))).toHaveLength(4)
    expect(await see((db) => openFunctions(db, tixiang, '2026-11-26'))).toEqual([])
  })

  test('the same order is entered once, whoever types it again', async () => {
    await leader.call(openResponse, order())
    expect(await refusal(leader.call(openResponse, order()))).toBe('regimes.number-taken')
  })

  test('a day that the calendar does not have is refused in words', async () => {
    expect(await refusal(worker.call(readState, { place: tixiang, on: '2026-02-31' }))).toBe('request.invalid')
    expect(await refusal(leader.call(openResponse, order({ from: '2026-11-31' })))).toBe('request.invalid')
  })

  test('an order may not reach beyond its authority, nor name rules that are not held or open nothing', async () => {
    expect(await refusal(leader.call(openResponse, order({ scope: ['410106'] })))).toBe('regimes.outside-issuer')
    expect(await refusal(leader.call(openResponse, order({ place: '4101', scope: ['410105'] })))).toBe('access.not-found')
    expect(await refusal(leader.call(openResponse, order({ rules: 'precision-2020' })))).toBe('regimes.rules-unreadable')
    expect(await refusal(leader.call(openResponse, order({ rules: 'nothing-2020@2020-05-01' })))).toBe('regimes.rules-unknown')
    expect(await refusal(leader.call(openResponse, order({ rules: 'class-b-2023@2023-05-01' })))).toBe('regimes.opens-nothing')
    expect(await refusal(leader.call(openResponse, order({ until: '2026-11-01' })))).toBe('regimes.ends-first')
    expect(await refusal(health.call(openResponse, order()))).toBe('access.refused')
  })

  test('of two orders the narrower one names the rules', async () => {
    const province = await house.as('province-officer', '41')
    await province.call(
      openResponse,
      order({ place: '41', scope: ['41'], number: '豫 1 号', rules: 'precision-2020@2020-04-20' }),
    )
    await leader.call(openResponse, order())
    expect((await worker.call(readState, { place: tixiang })).rules).toBe(testRules)
    const elsewhere = await house.as('grid-worker', '410122001001')
    expect((await elsewhere.call(readState, { place: '410122001001' })).rules).toBe('precision-2020@2020-04-20')
    expect(await refusal(elsewhere.call(readState, { place: tixiang }))).toBe('access.not-found')
  })
})

describe('levels and classes: the machine proposes from facts, a named person confirms', () => {
  const say = (facts: { name: string; value: string | number }[], day = today, place = county) =>
    health.call(recordFacts, { place, day, source: '区疾控日报', facts })

  test('facts give a proposal with its reason; with a fact missing there is none, and the fact is named [R-2020P-1]', async () => {
    await leader.call(openResponse, order())
    const none = await health.call(readProposal, { place: tixiang })
    expect(none.risk.proposal).toMatchObject({ value: null })
    expect(none.risk.proposal.missing).toContain('cases.total')
    await say([
      { name: 'cases.total', value: 12 },
      { name: 'cases.new-14-days', value: 3 },
      { name: 'cases.largest-cluster-14-days', value: 0 },
    ])
    const some = await health.call(readProposal, { place: tixiang })
    expect(some.risk.proposal).toMatchObject({ value: 'medium' })
    expect(some.facts[0]).toMatchObject({ source: '区疾控日报', by: '韩志远', stale: false })
    expect((await worker.call(readState, { place: tixiang })).risk).toBeNull() // proposed is not confirmed
  })

  test('a person confirms as proposed, or otherwise with a reason, and both are kept [R-LAW-9][R-2020P-1]', async () => {
    await leader.call(openResponse, order())
    await say([
      { name: 'cases.total', value: 12 },
      { name: 'cases.new-14-days', value: 3 },
      { name: 'cases.largest-cluster-14-days', value: 0 },
    ])
    const level = { fact: 'county.risk' as const, place: county, from: today, source: '省公告 2026-11-17' }
    expect(await refusal(health.call(confirmLevel, { ...level, id: newId(), value: 'high', reason: '' }))).toBe(
      'regimes.needs-reason',
    )
    await health.call(confirmLevel, { ...level, id: newId(), value: 'medium', reason: '' })
    await health.call(confirmLevel, { ...level, id: newId(), from: '2026-11-18', value: 'high', reason: '邻县输入风险' })
    expect((await worker.call(readState, { place: tixiang })).risk).toMatchObject({
      value: 'medium',
      proposed: 'medium',
      by: '韩志远',
    })
    expect((await worker.call(readState, { place: tixiang, on: '2026-11-18' })).risk).toMatchObject({
      value: 'high',
      proposed: 'medium',
      reason: '邻县输入风险',
    })
    expect(await refusal(worker.call(confirmLevel, { ...level, id: newId(), value: 'low', reason: '' }))).toBe('access.refused')
  })

  test('the level of any past day can be asked, and nothing before the first word [R-2020P-1]', async () => {
    const level = { fact: 'county.risk' as const, place: county, source: '省公告', reason: '按公告' }
    await health.call(confirmLevel, { ...level, id: newId(), from: '2026-10-01', value: 'low' })
    await health.call(confirmLevel, { ...level, id: newId(), from: '2026-11-10', value: 'medium' })
    const on = async (day: string) => (await worker.call(readState, { place: tixiang, on: day })).risk?.value ?? null
    expect([await on('2026-09-30'), await on('2026-10-01'), await on('2026-11-09'), await on('2026-11-10')]).toEqual([
      null,
      'low',
      'low',
      'medium',
    ])
    const { levels } = await worker.call(readHistory, { place: tixiang, fact: 'county.risk' })
    expect(levels.map(({ from, value }) => `${from} ${value}`)).toEqual(['2026-11-10 medium', '2026-10-01 low'])
  })

  test('where the axes differ a person chooses with a reason, and the stricter choice is marked [R-2020B-9]', async () => {
    await leader.call(openResponse, order())
    const said = { from: today, source: '公告', reason: '按公告' }
    expect(
      await refusal(leader.call(chooseTier, { id: newId(), place: tixiang, value: 'high', from: today, reason: '稳妥' })),
    ).toBe('regimes.nothing-to-choose')
    await health.call(confirmLevel, { ...said, id: newId(), fact: 'county.risk', place: county, value: 'low' })
    await health.call(confirmClass, { ...said, id: newId(), place: tixiang, value: 'cases' })
    const before = await worker.call(readState, { place: tixiang })
    expect(before.tier).toMatchObject({ choice: 'needed', tier: null })
    await leader.call(chooseTier, { id: newId(), place: tixiang, value: 'medium', from: today, reason: '院内有聚餐史' })
    const after = await worker.call(readState, { place: tixiang })
    expect(after.tier).toMatchObject({ choice: 'made', tier: 'medium' })
    expect(after.tier_choice).toMatchObject({ stricter: true, reason: '院内有聚餐史' })
    expect(after.risk?.value).toBe('low')
    expect(after.class?.value).toBe('cases')
  })

  test('the class of a community follows from its own cases: one case, then a second of unknown source', async () => {
    await leader.call(openResponse, order())
    const cases = (n: number, unknown: number) =>
      say(
        [
          { name: 'community.cases', value: n },
          { name: 'community.unknown-source-14-days', value: unknown },
          { name: 'community.outbreaks-continuing', value: 'no' },
        ],
        today,
        tixiang,
      )
    const proposed = async () => (await health.call(readProposal, { place: tixiang })).class?.proposal.value
    await cases(0, 0)
    expect(await proposed()).toBe('no-case')
    await cases(1, 0)
    expect(await proposed()).toBe('cases')
    await cases(3, 2)
    expect(await proposed()).toBe('transmission')
  })

  test('a count of fourteen days that is older than they are says nothing, and is no zero', async () => {
    await leader.call(openResponse, order())
    await say([{ name: 'cases.new-14-days', value: 3 }], '2026-11-03')
    expect(await see((db) => factsOf(db, tixiang, today))).not.toHaveProperty('cases.new-14-days')
    expect(await see((db) => factsOf(db, tixiang, '2026-11-16'))).toHaveProperty('cases.new-14-days', 3)
    expect((await health.call(readProposal, { place: tixiang })).facts[0]).toMatchObject({ stale: true, value: 3 })
  })

  test('a level is no statement, a foreign fact no fact, and tomorrow cannot be told today', async () => {
    const one = (name: string, value: string | number, day = today, place = county) => refusal(say([{ name, value }], day, place))
    expect(await one('county.risk', 'high')).toBe('regimes.needs-confirming')
    expect(await one('response', 'open')).toBe('regimes.needs-confirming')
    expect(await one('weather', 1)).toBe('regimes.wrong-value')
    expect(await one('cases.total', '很多')).toBe('regimes.wrong-value')
    expect(await one('community.cases', 1)).toBe('regimes.wrong-place')
    expect(await one('cases.total', 1, '2026-11-18')).toBe('regimes.in-future')
  })

  test('a change of level suggests what to do with the response, and does nothing by itself [R-2021-7]', async () => {
    const level = { fact: 'county.risk' as const, place: county, from: '2020-05-01', source: '公告', reason: '按公告' }
    await leader.call(openResponse, order())
    await health.call(confirmLevel, { ...level, id: newId(), value: 'medium' })
    await say([
      { name: 'cases.total', value: 12 },
      { name: 'cases.new-14-days', value: 0 },
    ])
    const stated = house.clock.now()
    house.clock.set(`${today}T10:40:30+08:00`)
    const { response, waiting_since } = await health.call(readProposal, { place: tixiang })
    expect(response).toBe('end')
    expect(new Date(waiting_since ?? 0).getTime()).toBeLessThanOrEqual(stated.getTime())
    await health.call(confirmLevel, { ...level, id: newId(), from: today, value: 'low' })
    expect((await health.call(readProposal, { place: tixiang })).waiting_since).toBeNull()
    expect((await worker.call(readState, { place: tixiang })).risk).toMatchObject({ value: 'low', decided_after: 40 })
    expect((await worker.call(readState, { place: tixiang })).functions[1]?.open).toBe(true)
  })
})
