// What waits because one person asked and another answers or approves: over-control, measures of its own, packs, destruction.
import { publishDraft, returnDraft, saveDraft, submitDraft } from '@wangdi/domain/documents/packs.api.ts'
import { getInbox } from '@wangdi/domain/kinds/inbox/inbox.api.ts'
import { addMeasure, judgeMeasure } from '@wangdi/domain/plan/details/details.ts'
import {
  answerControl,
  confirmStopped,
  readOverControl,
  stopControl,
  tellControl,
  warnControl,
} from '@wangdi/domain/plan/over-control/over-control.api.ts'
import { assessDestruction, decideDestruction, executeDestruction } from '@wangdi/domain/rights/destruction/destruction.api.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openResponseFor } from '../../src/regimes/given.ts'
import { givenStay } from '../given/observation.ts'
import { dengue, dengueCases } from '../given/packs.ts'
import { givenPerson } from '../given/people.ts'
import { type Caller, type House, startHouse } from '../house.ts'

const [here, street, county] = ['410105001003', '410105001', '410105']
let house: House
let director: Caller
let officer: Caller
let civil: Caller
let leader: Caller
beforeAll(async () => {
  house = await startHouse({ day: '2026-11-17' })
  director = await house.as('community-director', here, '周敏')
  officer = await house.as('street-officer', street, '陈建国')
  civil = await house.as('county-civil-affairs', county, '李文静')
  leader = await house.as('county-leader', county, '赵明')
})
afterAll(() => house.close())
beforeEach(() => house.clock.set('2026-11-17T10:00:00+08:00'))

/** What of a sort waits for somebody: what is to be done, what it says, where, and until when. */
const waits = async (by: Caller, what: string) =>
  (await by.call(getInbox, { what, size: 200 })).rows.map((row) => [row.ask, row.said?.zh, row.about, row.due_at])

test('a warning waits for the place it is about until that answers, and the answer for the office that warned, until it is settled', async () => {
  const told = { exceptions: null, services: null, reason: '', authority: '', order_number: '', until: null }
  const { id } = await officer.call(tellControl, {
    ...{ id: newId(), place: here, told_as: 'inspector' as const, since: '2026-11-15', spot: '北门卡点', ...told },
    control: { kind: 'newcomer-refusal', person: null, certificate: null, scope: 'community' },
  })
  const about = { key: `control:${id}`, place: here }
  expect((await civil.call(readOverControl, { place: here, show: 'open' })).rows.map(({ key }) => key)).toContain(about.key)
  // What only the machine found stands on its board: nobody asked anybody yet.
  for (const by of [director, officer, civil]) expect(await waits(by, 'plan.control-asked')).toEqual([])
  await civil.call(warnControl, {
    ...{ ...about, period_from: '2026-11-15', period_until: '2026-11-17', due_on: '2026-11-18' },
    correction: '放行外来人员，登记测温',
  })
  const asked = [['answer', '北门卡点', here, '2026-11-18T16:00:00.000Z']]
  expect([await waits(director, 'plan.control-asked'), await waits(officer, 'plan.control-asked')]).toEqual([asked, []])
  await director.call(answerControl, { ...about, stopped_on: null, words: '人手不够，先拦着', authority: '', number: '' })
  const answered = [['decide', '北门卡点', here, null]]
  expect([await waits(director, 'plan.control-asked'), await waits(civil, 'plan.control-answered')]).toEqual([[], answered])
  await civil.call(stopControl, { ...about, words: '立即停止拦人', due_on: '2026-11-18' })
  expect([await waits(civil, 'plan.control-answered'), await waits(director, 'plan.control-asked')]).toEqual([[], asked])
  await director.call(answerControl, { ...about, stopped_on: '2026-11-17', words: '已放行', authority: '', number: '' })
  expect(await waits(civil, 'plan.control-answered')).toEqual(answered)
  await civil.call(confirmStopped, { ...about, stopped_on: '2026-11-17', words: '到现场看过，已放行' })
  for (const by of [director, civil])
    expect([await waits(by, 'plan.control-asked'), await waits(by, 'plan.control-answered')]).toEqual([[], []])
})

test('a measure that a community asks for waits at its street, until somebody there decides', async () => {
  const id = newId()
  await director.call(addMeasure, {
    ...{ id, place: here, aspect: 'service' as const, text: '给独居老人每周送一次菜', who: '马晓燕', reason: '独居老人多' },
    ...{ restriction: null, reach: null, days: null, order_number: '' },
  })
  const asked = [['approve', '给独居老人每周送一次菜', here, null]]
  const other = await house.as('street-officer', '410105002', '吴涛')
  expect(await waits(officer, 'plan.own-measure')).toEqual(asked)
  for (const by of [director, other, civil, leader]) expect(await waits(by, 'plan.own-measure')).toEqual([])
  await officer.call(judgeMeasure, { id, place: here, kind: 'approved', reason: '' })
  expect(await waits(officer, 'plan.own-measure')).toEqual([])
})

test('a pack that was handed in waits for another editor of the place, until it is published or sent back', async () => {
  const writer = await house.as('policy-editor', '41', '梁静')
  const second = await house.as('policy-editor', '41', '石磊')
  const elsewhere = await house.as('policy-editor', '42', '楚天')
  const hand = async (name: string) => {
    const id = newId()
    const texts = { body: dengue.replaceAll('dengue-', `${name}-`), cases: dengueCases.replaceAll('dengue-', `${name}-`) }
    await writer.call(saveDraft, { id, place: '41', edition: 0, pack: `${name}-2026`, ...texts })
    expect(await waits(second, 'documents.draft')).toEqual([])
    await writer.call(submitDraft, { id, edition: 1 })
    expect(await waits(second, 'documents.draft')).toEqual([['publish', `${name}-2026`, '41', null]])
    return id
  }
  const back = await hand('summer')
  for (const by of [writer, elsewhere, leader]) expect(await waits(by, 'documents.draft')).toEqual([])
  await second.call(returnDraft, { id: back, edition: 2, to: 'draft', note: '期限没写' })
  const id = await hand('autumn')
  await second.call(publishDraft, { id, edition: 2, from: '2026-11-20' })
  expect(await waits(second, 'documents.draft')).toEqual([])
})

test('a destruction waits for a second person of the county to approve it, then for whoever carries it out, until it is done', async () => {
  const there = '410106'
  const health = await house.as('county-health', there, '韩志远')
  const head = await house.as('county-leader', there, '钱程')
  const { id: response, close } = await openResponseFor(house, there, { from: '2026-11-10', until: '2026-11-28' })
  const community = '410106001001'
  await givenStay(house, community, await givenPerson(house, community, '周来返', {}), '2026-11-16')
  await close()
  const id = newId()
  const assessment = { legality: '响应已终止', necessity: '不需要留证', safety: '两人核对，只留数字', kept: [] }
  await health.call(assessDestruction, { id, place: there, response, assessment })
  const open = async (by: Caller) => [await waits(by, 'rights.destruction'), await waits(by, 'rights.destruction-left')]
  const line = (ask: string) => [ask, expect.any(String), there, null]
  expect([await open(health), await open(head), await open(leader)]).toEqual([
    [[], []],
    [[line('approve')], []],
    [[], []],
  ])
  await head.call(decideDestruction, { id, place: there, decision: 'approved', reason: '' })
  expect([await open(health), await open(head)]).toEqual([
    [[], [line('do')]],
    [[], []],
  ])
  for (let done = false; !done; ) ({ done } = await health.call(executeDestruction, { id, place: there }))
  expect(await open(health)).toEqual([[], []])
})
