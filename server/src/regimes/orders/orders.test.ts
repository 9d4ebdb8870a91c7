import { readPlan } from '@wangdi/domain/plan/plan.api.ts'
import { saveBuilding } from '@wangdi/domain/places/places.api.ts'
import type { OrderContent } from '@wangdi/domain/regimes/orders/control-order.ts'
import {
  answerObjection,
  dropOrderDraft,
  keepOrder,
  liftOrder,
  listObjections,
  listOrderDrafts,
  listOrders,
  publishOrder,
  readOrder,
  readOrderChoices,
  recordObjection,
  saveOrderDraft,
  shortenOrder,
} from '@wangdi/domain/regimes/orders/orders.api.ts'
import { passageUnder } from '@wangdi/domain/regimes/orders/passage.rules.ts'
import { confirmClass, confirmLevel } from '@wangdi/domain/regimes/regimes.api.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { closureOf, service } from '../../../test/given/orders.ts'
import { givenPlaces } from '../../../test/given/places.ts'
import { type Caller, type House, type Refused, startHouse } from '../../../test/house.ts'
import { inTransaction } from '../../platform/db.ts'
import { openResponseFor } from '../given.ts'
import { controlsInForce } from '../index.ts'
import { listConcerning } from '../response.queries.ts'

const county = '410105'
const tixiang = '410105001003'
const today = '2026-11-17'
const building = newId()
let house: House
let leader: Caller
let health: Caller
let director: Caller
let worker: Caller
let city: Caller
let response: Awaited<ReturnType<typeof openResponseFor>>

beforeAll(async () => {
  house = await startHouse({ day: today })
  await givenPlaces(house)
  leader = await house.as('county-leader', county, '县长 赵明')
  health = await house.as('county-health', county, '韩志远')
  director = await house.as('community-director', tixiang, '周主任')
  worker = await house.as('community-worker', tixiang, '刘洋')
  city = await house.as('city-officer', '4101', '市指挥部')
  const units = ['1单元', '2单元'].map((unit) => ({ unit, floors: 3, rooms: 2 }))
  await director.call(saveBuilding, { id: building, community: tixiang, estate: null, name: '3', ordinal: 3, units })
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.set(`${today}T10:00:00+08:00`)
  await sql`truncate order_objection_answer, order_objection, control_order_act, control_order, order_draft, response_act, response,
    confirmed_level cascade`.execute(house.owner)
  response = await openResponseFor(house, county, { from: '2026-11-14', until: '2026-12-14' })
  await confirm('medium', 'cases')
})

/** The county is at a level and the community in a class, as persons confirmed. */
async function confirm(level: 'low' | 'medium' | 'high', cls: 'no-case' | 'cases' | 'transmission') {
  const said = { from: today, reason: '按公告', source: '公告' }
  await health.call(confirmLevel, { ...said, id: newId(), fact: 'county.risk', place: county, value: level })
  await health.call(confirmClass, { ...said, id: newId(), place: tixiang, value: cls })
}
const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: Refused) => error.code,
  )
async function draft(more: Partial<OrderContent> = {}, by: Caller = director) {
  const id = newId()
  const { version } = await by.call(saveOrderDraft, { id, place: tixiang, version: 0, content: closureOf(building, more) })
  return { id, version }
}
const publish = async (more: Partial<OrderContent> = {}, by: Caller = leader) => by.call(publishOrder, await draft(more))
const refusedFor = (more: Partial<OrderContent>) => refusal(publish(more))
const stateOf = async (id: string, on?: string) => (await worker.call(readOrder, { id, ...(on && { on }) })).order.state
const controlsOn = (day: string) =>
  inTransaction(house.db, { county, area: '', place: tixiang, health: false }, (db) => controlsInForce(db, tixiang, day))

describe('publishing', () => {
  test('a measure without basis, body, scope or end date is not published, and what is missing is named [R-2020H-5][R-2020P-77]', async () => {
    expect(await refusedFor({ ground: '' })).toBe('regimes.order-incomplete')
    expect(await refusedFor({ issuer: ' ' })).toBe('regimes.order-incomplete')
    expect(await refusedFor({ until: null })).toBe('regimes.order-incomplete')
    expect(await refusedFor({ at: { scope: 'unit', building: null, unit: null, estate: null, group: null } })).toBe(
      'regimes.order-incomplete',
    )
    const { id, version } = await draft({ ground: '', number: '' })
    const asked = leader.call(publishOrder, { id, version })
    await expect(asked).rejects.toMatchObject({ problem: { words: { zh: expect.stringContaining('法律依据、文号') } } })
    expect((await director.call(listOrderDrafts, { place: tixiang })).drafts.some((one) => one.id === id)).toBe(true)
    expect(await controlsOn(today)).toEqual([])
    expect(await refusedFor({})).toBe('done')
  })

  test('an order that closes or bans is not published without a whole service plan [R-LAW-20]', async () => {
    for (const line of Object.keys(service) as (keyof typeof service)[])
      expect(await refusedFor({ service_plan: { ...service, [line]: '' } }), line).toBe('regimes.no-service-plan')
    const spot = { kind: 'checkpoint' as const, spot: '南门', at: { ...closureOf(building).at, scope: 'community' as const } }
    const empty = Object.fromEntries(Object.keys(service).map((line) => [line, ''])) as typeof service
    expect(await refusedFor({ ...spot, service_plan: empty })).toBe('done')
  })

  test('a closure order states scope, entrances, exceptions and term, and every member of staff below can read it [R-2021-17]', async () => {
    expect(await refusedFor({ gates: '' })).toBe('regimes.order-incomplete')
    const { id } = await publish()
    const { order } = await (await house.as('volunteer', tixiang)).call(readOrder, { id })
    expect(order).toMatchObject({
      kind: 'building-closure',
      label: '3号楼2单元',
      issuer: '金水区人民政府',
      gates: '西侧单元门，专人值守',
      exceptions: ['外出就医', '产检'],
      from: today,
      until: '2026-11-23',
      state: 'in-force',
      published_by: '县长 赵明',
      drafted_by: '周主任',
      beyond: null,
    })
  })

  test('gatherings are limited by order in the highest tier, as its plan asks with strict control; the plan counts the order, and a lower tier has none of it [R-2020P-50]', async () => {
    const at = { ...closureOf(building).at, scope: 'community' as const }
    const ban = {
      kind: 'gathering-ban' as const,
      at,
      gates: '',
      content: '红白事缓办、简办，不聚餐',
      wider_reason: '多栋楼都有病例',
      number: '金政令〔2026〕2号',
    }
    const asked = async () => {
      const { items } = await director.call(readPlan, { place: tixiang })
      return items.filter(({ id }) => id === 'strict-control' || id === 'limit-gatherings')
    }
    expect(await asked()).toEqual([])
    expect(await refusedFor(ban)).toBe('regimes.beyond-plan')
    await confirm('high', 'transmission')
    expect((await asked()).map(({ id, strength, source }) => [id, strength, source.section])).toEqual([
      ['strict-control', 'must', '高风险1'],
      ['limit-gatherings', 'must', '高风险1'],
    ])
    const { id } = await publish(ban)
    const { order } = await worker.call(readOrder, { id })
    expect(order).toMatchObject({ kind: 'gathering-ban', state: 'in-force', beyond: null, published_by: '县长 赵明' })
    expect((await controlsOn(today)).map(({ order: of, control }) => [of, control.kind])).toEqual([[id, 'gathering-ban']])
    const strict = (await asked()).find((one) => one.id === 'strict-control')
    expect(strict).toMatchObject({
      state: 'done',
      evidence: [
        { due: 1, done: 1 },
        { due: 1, done: 1 },
      ],
    })
  })

  test('it holds while a response is open here, and cannot be drafted or published without one [R-LAW-1]', async () => {
    const kept = await draft()
    await response.close()
    expect(await refusal(leader.call(publishOrder, kept))).toBe('regimes.closed')
    expect(await refusal(draft())).toBe('regimes.closed')
    await openResponseFor(house, county, { from: today, until: '2026-12-14' })
    const { id } = await leader.call(publishOrder, kept)
    expect(await stateOf(id)).toBe('in-force')
    expect(await stateOf(id, '2026-12-15')).toBe('ended')
    const lifting = { id, number: '9号', reason: '没有新增', from: today }
    expect(await refusal(city.call(liftOrder, lifting))).toBe('regimes.order-of-another')
    await leader.call(liftOrder, lifting)
    expect(await stateOf(id)).toBe('lifted')
    expect(await refusedFor({ number: '2号', until: null, review_on: null })).toBe('regimes.order-incomplete')
  })

  test('the smallest place comes first: widening says why, and a part that is not there is refused', async () => {
    const whole = { scope: 'building' as const, building, unit: null, estate: null, group: null }
    expect(await refusedFor({ at: whole })).toBe('regimes.needs-why-wider')
    expect(await refusedFor({ at: whole, wider_reason: '两个单元共用一部电梯' })).toBe('done')
    expect(await refusal(draft({ at: { ...closureOf(building).at, unit: '9单元' } }))).toBe('regimes.no-such-part')
    expect(await refusal(draft(closureOf(newId())))).toBe('regimes.no-such-part')
    expect(await refusedFor({ kind: 'community-closure' })).toBe('regimes.wrong-scope')
  })

  test('what goes beyond the plan needs a reason and another authority by name, or is refused; both stay readable', async () => {
    await confirm('low', 'no-case')
    const { choices } = await director.call(readOrderChoices, { place: tixiang })
    const closing = choices.find(({ kind }) => kind === 'community-closure')
    expect(closing).toMatchObject({ allowed_by: null, limits: [{ finding: 'beyond-tier' }, { finding: 'blanket' }] })
    const wide = {
      kind: 'community-closure' as const,
      at: { ...closureOf(building).at, scope: 'community' as const, building: null, unit: null },
      wider_reason: '多个楼栋有病例',
    }
    expect(await refusedFor(wide)).toBe('regimes.beyond-plan')
    const approval = { reason: '病例来源不清楚', authority: '金水区人民政府', number: '1号' }
    expect(await refusedFor({ ...wide, approval })).toBe('regimes.approves-itself')
    const { id } = await publish({ ...wide, approval: { ...approval, authority: '郑州市人民政府' } })
    expect((await worker.call(readOrder, { id })).order.beyond).toMatchObject({
      authority: '郑州市人民政府',
      limits: [{ finding: 'beyond-tier' }, { finding: 'blanket' }],
    })
  })

  test('beside each choice stands the measure that allows it', async () => {
    const { tier, choices, buildings } = await director.call(readOrderChoices, { place: tixiang })
    expect(tier?.zh).toContain('中风险')
    const unit = choices.find(({ kind, scope }) => kind === 'building-closure' && scope === 'unit')
    expect(unit).toMatchObject({ limits: [], allowed_by: { document: expect.any(String) } })
    expect(buildings).toEqual([{ id: building, estate: null, name: '3', units: ['1单元', '2单元'] }])
  })

  test('not backdated, not already over, not under a number that is used', async () => {
    expect(await refusedFor({ from: '2026-11-16' })).toBe('regimes.order-backdated')
    expect(await refusedFor({ until: '2026-11-16' })).toBe('regimes.ends-first')
    expect(await refusedFor({ number: '只有今天', until: today })).toBe('done')
    await publish()
    expect(await refusedFor({})).toBe('regimes.order-number-taken')
  })

  test('who drafts does not publish; an older draft does not overwrite a newer one', async () => {
    const kept = await draft()
    expect(await refusal(director.call(publishOrder, kept))).toBe('access.refused')
    expect(await refusal(worker.call(saveOrderDraft, { ...kept, place: tixiang, content: closureOf(building) }))).toBe(
      'access.refused',
    )
    const again = { id: kept.id, place: tixiang, content: closureOf(building, { reason: '单元内有 2 例' }) }
    expect(await director.call(saveOrderDraft, { ...again, version: 1 })).toEqual({ id: kept.id, version: 2 })
    expect(await refusal(leader.call(saveOrderDraft, { ...again, version: 1 }))).toBe('record.moved')
    expect(await refusal(leader.call(publishOrder, kept))).toBe('record.moved')
    await director.call(dropOrderDraft, { id: kept.id })
    expect(await refusal(leader.call(publishOrder, { id: kept.id, version: 2 }))).toBe('access.not-found')
  })
})

test('the drafter stays who began it, though the authority filled in the rest and published', async () => {
  const begun = await draft({ service_plan: { ...service, phone: '' } })
  const whole = { id: begun.id, place: tixiang, version: begun.version, content: closureOf(building) }
  const filled = await leader.call(saveOrderDraft, whole)
  expect((await leader.call(listOrderDrafts, { place: tixiang })).drafts).toMatchObject([{ by: '县长 赵明' }])
  await leader.call(publishOrder, filled)
  const { order } = await worker.call(readOrder, { id: begun.id })
  expect(order).toMatchObject({ drafted_by: '周主任', published_by: '县长 赵明' })
})

describe('the life of an order', () => {
  test('lifted by the same authority with a date, the gate lets outsiders in again', async () => {
    await confirm('high', 'transmission')
    const whole = { ...closureOf(building).at, scope: 'community' as const, building: null, unit: null }
    const { id } = await publish({ kind: 'community-closure', at: whole, wider_reason: '各楼都有病例' })
    const passage = async (day: string) => {
      const { order } = await worker.call(readOrder, { id })
      const scope = { county, area: '', place: tixiang, health: false }
      const responses = await inTransaction(house.db, scope, (db) => listConcerning(db, tixiang))
      return passageUnder([order], responses, { place: tixiang }, day)
    }
    expect(await passage(today)).toMatchObject({ in: 'exceptions', out: 'exceptions', until: '2026-11-23', orders: [id] })
    const lifting = { id, number: '金政令〔2026〕2号', reason: '连续 14 天没有新增', from: '2026-11-19' }
    expect(await refusal(city.call(liftOrder, lifting))).toBe('regimes.order-of-another')
    expect(await refusal(leader.call(liftOrder, { ...lifting, from: '2026-11-16' }))).toBe('regimes.lifted-in-past')
    await leader.call(liftOrder, lifting)
    expect(await passage('2026-11-18')).toMatchObject({ in: 'exceptions' })
    expect(await passage('2026-11-19')).toMatchObject({ in: 'open', out: 'open', until: null })
    const { order } = await worker.call(readOrder, { id, on: '2026-11-19' })
    expect(order).toMatchObject({ state: 'lifted', acts: [{ kind: 'lifted', by: '县长 赵明', lifted_from: '2026-11-19' }] })
    expect(await refusal(leader.call(liftOrder, { ...lifting, from: '2026-11-18' }))).toBe('regimes.order-over')
  })

  test('a restriction names basis, authority, area, term and exceptions, and the gate follows it on its days alone', async () => {
    const { id } = await publish()
    const { order } = await worker.call(readOrder, { id })
    for (const part of [order.ground, order.issuer, order.label, order.until, ...order.exceptions]) expect(part).toBeTruthy()
    const scope = { county, area: '', place: tixiang, health: false }
    const responses = await inTransaction(house.db, scope, (db) => listConcerning(db, tixiang))
    const at = (unit: string, day: string) => passageUnder([order], responses, { place: tixiang, building, unit }, day).out
    expect([at('2单元', today), at('1单元', today), at('2单元', '2026-11-16'), at('2单元', '2026-11-24')]).toEqual([
      'exceptions',
      'open',
      'open',
      'open',
    ])
  })

  test('it lapses at its term by itself, is shortened by an act, and prolonged only by an act with number and reason', async () => {
    const { id } = await publish()
    expect(await stateOf(id, '2026-11-24')).toBe('ended')
    const said = { id, number: '金政令〔2026〕3号', reason: '仍有新增' }
    expect(await refusal(leader.call(shortenOrder, { ...said, until: '2026-11-24' }))).toBe('regimes.not-shorter')
    await leader.call(shortenOrder, { ...said, until: '2026-11-20' })
    expect(await stateOf(id, '2026-11-21')).toBe('ended')
    expect(await refusal(leader.call(keepOrder, { ...said, until: '2026-11-20', review_on: null }))).toBe('regimes.not-longer')
    expect(await refusal(leader.call(keepOrder, { ...said, until: null, review_on: null }))).toBe('regimes.open-ended')
    expect(await refusal(city.call(keepOrder, { ...said, until: '2026-11-25', review_on: null }))).toBe(
      'regimes.order-of-another',
    )
    house.clock.set('2026-11-18T10:00:00+08:00')
    await leader.call(keepOrder, { ...said, until: '2026-11-25', review_on: null })
    expect(await stateOf(id, '2026-11-25')).toBe('in-force')
    await confirm('low', 'no-case')
    const more = leader.call(keepOrder, { ...said, until: '2026-11-28', review_on: null })
    expect(await refusal(more)).toBe('regimes.now-beyond-plan')
    house.clock.set('2026-11-29T10:00:00+08:00')
    expect(await refusal(leader.call(shortenOrder, { ...said, until: '2026-11-29' }))).toBe('regimes.order-over')
  })

  test('the list shows those that end first, what comes and what is over, and no order of a neighbour', async () => {
    await publish()
    await publish({ number: '2号', until: '2026-11-19' })
    await publish({ number: '3号', from: '2026-11-20' })
    const listed = await worker.call(listOrders, { place: tixiang })
    expect(listed.rows.map(({ number, last_day }) => `${number} ${last_day}`)).toEqual([
      '2号 2026-11-19',
      '金政令〔2026〕1号 2026-11-23',
    ])
    expect(listed.counts).toEqual({ 'in-force': 2, coming: 1, ended: 0 })
    const later = await worker.call(listOrders, { place: tixiang, show: 'ended', on: '2026-11-20' })
    expect(later.rows.map(({ number, state }) => `${number} ${state}`)).toEqual(['2号 ended'])
    const neighbour = await house.as('community-worker', '410105001001')
    expect((await neighbour.call(listOrders, { place: '410105001001' })).total).toBe(0)
    expect(await refusal(neighbour.call(readOrder, { id: listed.rows[0]?.id ?? '' }))).toBe('access.not-found')
  })

  test('a person publishes, not the machine; somebody concerned objects and a named person answers once [R-LAW-9]', async () => {
    const { id: order } = await publish()
    expect((await worker.call(readOrder, { id: order })).order).toMatchObject({
      published_by: '县长 赵明',
      reason: '单元内有 1 例',
    })
    const id = newId()
    const said = { id, order, said_by: '王敏', door: '3号楼2单元301', content: '家里没有病例，要上班', said_on: today }
    await worker.call(recordObjection, said)
    expect(await refusal(worker.call(answerObjection, { id, outcome: 'kept', answer: '再等两天' }))).toBe('access.refused')
    await leader.call(answerObjection, { id, outcome: 'eased', answer: '持证明可以上下班' })
    expect(await refusal(health.call(answerObjection, { id, outcome: 'kept', answer: '不行' }))).toBe(
      'regimes.objection-answered',
    )
    expect((await worker.call(listObjections, { order })).objections).toMatchObject([
      { said_by: '王敏', by: '刘洋', answer: { outcome: 'eased', by: '县长 赵明' } },
    ])
    expect(await refusal(city.call(listObjections, { order }))).toBe('access.refused')
    expect(await refusal(worker.call(recordObjection, { ...said, id: newId(), said_on: '2026-11-18' }))).toBe('regimes.in-future')
  })
})
