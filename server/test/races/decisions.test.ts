// Two people who decide one thing at the same moment: one decision counts, the other person is told of it.
import { publishDraft, saveDraft, submitDraft } from '@wangdi/domain/documents/packs.api.ts'
import { addMeasure, endMeasure, judgeMeasure } from '@wangdi/domain/plan/details/details.ts'
import { closeResponse, confirmClass, confirmLevel, reviewResponse } from '@wangdi/domain/regimes/regimes.api.ts'
import { keepOrder, liftOrder, publishOrder, saveOrderDraft, shortenOrder } from '@wangdi/domain/regimes/orders/orders.api.ts'
import { endDemand, fileDemand } from '@wangdi/domain/reports/demands/demands.api.ts'
import { answerRequest, takeRequest } from '@wangdi/domain/requests/requests.api.ts'
import { assessDestruction, decideDestruction } from '@wangdi/domain/rights/destruction/destruction.api.ts'
import { recordInspection, settleFinding } from '@wangdi/domain/rounds/inspections/inspection.api.ts'
import { closeRound, openRound, recordVisit } from '@wangdi/domain/rounds/rounds.api.ts'
import { saveBuilding } from '@wangdi/domain/places/places.api.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openResponseFor } from '../../src/regimes/given.ts'
import { closureOf, givenOrder } from '../given/orders.ts'
import { dengue, dengueCases } from '../given/packs.ts'
import { givenDwelling, givenPerson } from '../given/people.ts'
import { givenPlaces } from '../given/places.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { atOnce } from './at-once.ts'

const county = '410105'
const street = '410105001'
const community = '410105001003'
const today = '2026-11-17'
let house: House
let one: Caller
let other: Caller
let director: Caller
let health: Caller

beforeAll(async () => {
  house = await startHouse({ day: today })
  await givenPlaces(house)
  one = await house.as('county-leader', county, '赵明')
  other = await house.as('county-leader', county, '钱进')
  health = await house.as('county-health', county, '韩志远')
  director = await house.as('community-director', community, '周敏')
  await openResponseFor(house, county, { from: '2026-11-14', until: '2026-12-14' })
  const said = { from: today, reason: '按公告', source: '公告' }
  await health.call(confirmLevel, { ...said, id: newId(), fact: 'county.risk', place: county, value: 'medium' })
  await health.call(confirmClass, { ...said, id: newId(), place: community, value: 'cases' })
})
afterAll(() => house.close())

const sorted = (codes: string[]) => codes.toSorted()
const actsOf = async (table: string, column: string, id: string) =>
  (
    await sql<{ kind: string }>`select kind from ${sql.table(table)} where ${sql.ref(column)} = ${id} order by at`.execute(
      house.owner,
    )
  ).rows.map(({ kind }) => kind)

test('an order shortened twice at once is shortened once', async () => {
  const id = await givenOrder(house, community, { from: '2026-11-15', until: '2026-11-25' })
  const shorten = (who: Caller, until: string) => () => who.call(shortenOrder, { id, number: '2号', reason: '已清零', until })
  const codes = await atOnce(house, 'control_order_act', [shorten(one, '2026-11-20'), shorten(other, '2026-11-18')])
  expect(sorted(codes)).toEqual(['done', 'record.moved'])
  expect(await actsOf('control_order_act', 'control_order', id)).toEqual(['shortened'])
})

test('an order kept and lifted at once is one of both', async () => {
  const id = await givenOrder(house, community, { from: '2026-11-15', until: '2026-11-25' })
  const codes = await atOnce(house, 'control_order_act', [
    () => one.call(keepOrder, { id, number: '3号', reason: '仍有病例', until: '2026-11-28', review_on: null }),
    () => other.call(liftOrder, { id, number: '4号', reason: '已清零', from: '2026-11-18' }),
  ])
  expect(codes.filter((code) => code === 'done')).toHaveLength(1)
  expect(codes.filter((code) => code === 'record.moved' || code === 'regimes.order-over')).toHaveLength(1)
  expect(await actsOf('control_order_act', 'control_order', id)).toHaveLength(1)
})

test('an order is published once by two who press at once, and a draft saved meanwhile does not come back', async () => {
  const building = newId()
  const units = [{ unit: '2单元', floors: 3, rooms: 2 }]
  await director.call(saveBuilding, { id: building, community, estate: null, name: '3', ordinal: 3, units })
  const id = newId()
  const approval = { reason: '上级要求', authority: '市指挥部', number: '市令1号' }
  const content = closureOf(building, { number: '金政令〔2026〕77号', approval })
  await director.call(saveOrderDraft, { id, place: community, version: 0, content })
  const codes = await atOnce(house, 'control_order', [
    () => one.call(publishOrder, { id, version: 1 }),
    () => other.call(publishOrder, { id, version: 1 }),
    () => director.call(saveOrderDraft, { id, place: community, version: 1, content }),
  ])
  expect(codes.slice(0, 2).filter((code) => code === 'done')).toHaveLength(1)
  expect(codes[2]).toBe('access.not-found')
  const { rows } = await sql`select from order_draft where id = ${id}`.execute(house.owner)
  expect(rows).toHaveLength(0)
})

test('a response prolonged and closed at once is one of both', async () => {
  const { id } = await openResponseFor(house, county, { from: '2026-11-10', until: '2026-11-30' })
  const codes = await atOnce(house, 'response_act', [
    () => one.call(reviewResponse, { id, number: '5号', reason: '仍有病例', until: '2026-12-10', review_on: null }),
    () => other.call(closeResponse, { id, number: '6号', reason: '疫情结束' }),
  ])
  expect(codes.filter((code) => code === 'done')).toHaveLength(1)
  expect(codes.filter((code) => code === 'record.moved' || code === 'regimes.already-closed')).toHaveLength(1)
  expect(await actsOf('response_act', 'response', id)).toHaveLength(1)
})

test('a destruction approved and refused at once is one of both', async () => {
  const [elsewhere, there] = ['410106', '410106001001']
  const asker = await house.as('county-health', elsewhere)
  const leaders = [await house.as('county-leader', elsewhere), await house.as('county-leader', elsewhere)] as const
  const { id: response, close } = await openResponseFor(house, elsewhere, { from: '2026-11-10', until: '2026-11-30' })
  const person = await givenPerson(house, there, '周来返', { dwelling: await givenDwelling(house, there, '5号楼') })
  await sql`insert into arrival (county, id, community, person, origin, arrived_on)
    values (${elsewhere}, ${newId()}, ${there}, ${person}, '外地', ${today})`.execute(house.owner)
  await close()
  house.clock.set('2026-11-20T10:00:00+08:00')
  const id = newId()
  const assessment = { legality: '响应已终止', necessity: '不需要留证', safety: '两人核对', kept: [] }
  await asker.call(assessDestruction, { id, place: elsewhere, response, assessment })
  const decide = (who: Caller, decision: 'approved' | 'refused') => () =>
    who.call(decideDestruction, { id, place: elsewhere, decision, reason: '按评估' })
  const codes = await atOnce(house, 'destruction_act', [decide(leaders[0], 'approved'), decide(leaders[1], 'refused')])
  expect(sorted(codes)).toEqual(['done', 'rights.run-decided'])
  expect(await actsOf('destruction_act', 'destruction', id)).toHaveLength(1)
  house.clock.set(`${today}T10:00:00+08:00`)
})

test('a measure that a community asked for is decided once, though one approves, one refuses and the community ends it', async () => {
  const id = newId()
  const measure = { aspect: 'service' as const, who: '马晓燕', reason: '独居老人多', restriction: null, reach: null, days: null }
  await director.call(addMeasure, { ...measure, id, place: community, text: '每周送一次菜', order_number: '' })
  const officer = await house.as('street-officer', street)
  const decide = (who: Caller, kind: 'approved' | 'refused') => () =>
    who.call(judgeMeasure, { id, place: community, kind, reason: '可行' })
  const codes = await atOnce(house, 'own_measure_act', [decide(one, 'approved'), decide(officer, 'refused')])
  expect(sorted(codes)).toEqual(['done', 'plan.decided-already'])
  expect(await actsOf('own_measure_act', 'own_measure', id)).toHaveLength(1)
  const ends = () => director.call(endMeasure, { id, place: community, reason: '不需要了' })
  const [first] = await actsOf('own_measure_act', 'own_measure', id)
  const ended = await atOnce(house, 'own_measure_act', first === 'approved' ? [ends, ends] : [])
  expect(sorted(ended)).toEqual(first === 'approved' ? ['done', 'plan.decided-already'] : [])
})

test('a round is closed once', async () => {
  const id = newId()
  const round = { community, kind: 'survey' as const, name: '摸排', of: 'dwellings' as const, groups: [], everyDays: null }
  await director.call(openRound, { ...round, id, from: '2026-11-10', until: null })
  const worker = await house.as('community-worker', community)
  const codes = await atOnce(house, 'round', [
    () => director.call(closeRound, { id, until: '2026-11-16' }),
    () => worker.call(closeRound, { id, until: '2026-11-17' }),
  ])
  expect(sorted(codes)).toEqual(['done', 'rounds.closed-already'])
})

test('a visit is corrected once', async () => {
  const dwelling = await givenDwelling(house, community, '7号楼')
  const wrong = newId()
  await director.call(recordVisit, { id: wrong, dwelling, result: 'met' })
  const correct = (result: 'refused' | 'nobody-home') => () =>
    director.call(recordVisit, { id: newId(), dwelling, result, replaces: wrong })
  const codes = await atOnce(house, 'visit', [correct('refused'), correct('nobody-home')])
  expect(sorted(codes)).toEqual(['done', 'rounds.already-replaced'])
})

test('a finding is put right once', async () => {
  const finding = newId()
  await director.call(recordInspection, {
    ...{ id: newId(), place: community, kind: 'self-check', unit: null, contingency: null, day: today, note: '', next_on: null },
    ...{ checklist: 'duties-in-place', answers: { 'duty-named': 'no' } },
    findings: [{ id: finding, item: 'duty-named', words: '没有名单', owner: '刘洋', due_on: '2026-11-20' }],
  })
  const settle = (who: Caller) => () =>
    who.call(settleFinding, { id: newId(), finding, kind: 'put-right', note: '已补', due_on: null })
  const codes = await atOnce(house, 'finding_act', [settle(director), settle(one)])
  expect(codes.filter((code) => code === 'done')).toHaveLength(1)
  expect(await actsOf('finding_act', 'finding', finding)).toEqual(['put-right'])
})

test('a request is answered once', async () => {
  const id = newId()
  const said = { kind: 'property-rights' as const, against: community, way: 'desk' as const, matter: '电动车被锁', details: {} }
  const who = { name: '石桂芬', phone: null, relation: 'self' as const, shown: '', person: null }
  await director.call(takeRequest, { id, ...said, who })
  const [first, second] = [await house.as('street-officer', street), await house.as('street-officer', street)]
  const answer = (by: Caller, words: string) => () => by.call(answerRequest, { id, result: 'right', words })
  const codes = await atOnce(house, 'request_act', [answer(first, '已归还'), answer(second, '已道歉')])
  expect(sorted(codes)).toEqual(['done', 'kinds.not-now'])
  expect(await actsOf('request_act', 'request', id)).toEqual(['taken', 'answered'])
})

test('a pack is published once', async () => {
  const [writer, second, third] = [
    await house.as('policy-editor', '41'),
    await house.as('policy-editor', '41'),
    await house.as('policy-editor', '41'),
  ]
  const id = newId()
  await writer.call(saveDraft, { id, place: '41', pack: 'dengue-2026', body: dengue, cases: dengueCases, edition: 0 })
  await writer.call(submitDraft, { id, edition: 1 })
  const publish = (by: Caller) => () => by.call(publishDraft, { id, edition: 2, from: '2026-11-20' })
  const codes = await atOnce(house, 'pack_version', [publish(second), publish(third)])
  expect(sorted(codes)).toEqual(['done', 'record.moved'])
})

test('a demand is ended once, also by two after one another', async () => {
  const id = newId()
  const wanted = {
    ...{
      kind: 'form' as const,
      title: '入户统计表',
      asker: '区卫健委',
      minutes: 10,
      rhythm: 'weekly' as const,
    },
    ...{ from: today, until: '2026-12-01', scope: [community], document: '', purpose: '统计', ground: '工作需要' },
    ...{
      items: [],
      money: null,
      money_from: '',
      new_items: [{ name: '充电桩数量', purpose: '安排充电', ground: '条例', keep: '一年' }],
    },
  }
  await health.call(fileDemand, { id, place: county, wanted })
  const end = (by: Caller) => () => by.call(endDemand, { id, place: county, reason: '不用了' })
  const codes = await atOnce(house, 'demand_act', [end(health), end(one)])
  expect(sorted(codes)).toEqual(['done', 'reports.demand-decided'])
})
