// Cleaning with others, places asked to close, and what a facility looks at when there are cases: as their declarations have them.
import { registerVerbs } from '@wangdi/domain/kinds/register/register.api.ts'
import { requestVerbs } from '@wangdi/domain/kinds/request/request.api.ts'
import { roundVerbs } from '@wangdi/domain/kinds/round/round.api.ts'
import { campaign } from '@wangdi/domain/rounds/kinds/cleaning/campaign.kind.ts'
import { cleanup } from '@wangdi/domain/rounds/kinds/cleaning/cleanup.kind.ts'
import { committee } from '@wangdi/domain/rounds/kinds/cleaning/committee.kind.ts'
import { disinfection } from '@wangdi/domain/rounds/kinds/disinfection.kind.ts'
import { facility } from '@wangdi/domain/rounds/kinds/facility.kind.ts'
import { selfCheck } from '@wangdi/domain/rounds/kinds/self-check.kind.ts'
import { suspension } from '@wangdi/domain/rounds/kinds/suspension.kind.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { callKind as call } from '../../test/given/kinds.ts'
import { type Caller, type House, startHouse } from '../../test/house.ts'

const here = '410105001003'
let house: House
let desk: Caller
let director: Caller
beforeAll(async () => {
  house = await startHouse()
  desk = await house.as('community-worker', here)
  director = await house.as('community-director', here)
})
afterAll(() => house.close())
beforeEach(() => house.clock.set('2026-11-17T10:00:00+08:00'))

const place = (name: string) =>
  call(desk, registerVerbs(facility).add, {
    ...{ id: newId(), place: here, v: 2 },
    fields: { name, kind: 'library', capacity: 40, waiting: '门口排队，出一个进一个' },
  })
const ask = (kind: typeof cleanup | typeof suspension, fields: object, urgency: string) =>
  call(desk, requestVerbs(kind).begin, { id: newId(), v: 1, place: here, way: 'desk', urgency, fields })

test('a campaign says where, when, what and who came; what is disinfected says place, agent, strength, minutes and worker [R-2020A-38]', async () => {
  const verbs = registerVerbs(campaign)
  const fields = {
    ...{ name: '冬季清洁周', leads: 'committee', from: '2026-11-16', until: '2026-11-22', where: '背街小巷、楼道' },
    ...{ tasks: '清垃圾、除积水、消毒', people: 63 },
  }
  const { id } = await call(desk, verbs.add, { id: newId(), place: here, v: 1, fields })
  await call(desk, verbs.acts['set-state'], { id, state: 'running', basis: '会上定的', day: '2026-11-16' })
  const county = await house.as('county-civil-affairs', '410105')
  const [listed] = (await call(county, verbs.see, { place: '410105', show: 'live', own: 'running' })).rows
  expect([listed?.title, (await call(county, verbs.get, { id })).fields]).toEqual(['冬季清洁周', fields])
  const { id: thing } = await place('文体活动室')
  const said = {
    done: 'done',
    agent: 'chlorine',
    strength: { n: 500, unit: 'mgl' },
    minutes: 30,
    items: { floor: 'yes', handles: 'yes' },
  }
  const record = roundVerbs(disinfection).record
  await expect(call(desk, record, { id: newId(), thing, v: 1, fields: { ...said, strength: undefined } })).rejects.toThrow(
    'kinds.missing',
  )
  await call(desk, record, { id: newId(), thing, v: 1, fields: said })
  const [check] = (await call(desk, roundVerbs(disinfection).get, { id: thing })).checks
  expect(check).toMatchObject({ fields: said, by: expect.stringMatching(/./) })
})

test('property firms and local organisations are asked to clean, and what came of it is written down before it counts as done [R-2020A-45]', async () => {
  const fields = { owner: 'property', name: '安居物业', where: '3号楼后', what: '清运装修垃圾' }
  const { id } = await ask(cleanup, fields, 'soon')
  await call(desk, requestVerbs(cleanup).acts['give'], { id, doer: desk.account })
  const done = requestVerbs(cleanup).acts['done']
  await expect(call(desk, done, { id })).rejects.toThrow('kinds.missing')
  await call(desk, done, { id, fields: { result: '拉走两车', people: 6 } })
  await call(desk, requestVerbs(cleanup).acts['confirm'], { id })
  const list = await call(director, requestVerbs(cleanup).see, { place: here, show: 'done', owner: 'property' })
  expect(list.rows.map((row) => [row.id, row.details['owner']])).toEqual([[id, 'property']])
})

test('the public health committee stands on the register with its members and what each sees to, and leads campaigns [R-2021-40]', async () => {
  const verbs = registerVerbs(committee)
  const members = [
    { who: '赵一', sees_to: '爱国卫生' },
    { who: '钱二', sees_to: '健康宣传' },
  ]
  const fields = { name: '公共卫生委员会', kind: 'health', members }
  const { id } = await call(desk, verbs.add, { id: newId(), place: here, v: 1, fields })
  expect((await call(director, verbs.get, { id })).fields).toEqual(fields)
  const led = { name: '开春大扫除', leads: 'health', from: '2027-02-01', until: '2027-02-07', where: '全村', tasks: '扫院子' }
  await call(desk, registerVerbs(campaign).add, { id: newId(), place: here, v: 1, fields: led })
  const list = await call(desk, registerVerbs(campaign).see, { place: here, show: 'live', leads: 'health' })
  expect(list.rows.map(({ title }) => title)).toEqual(['开春大扫除'])
})

test('a facility says how many it holds and how people wait, and each day how many are inside [R-2020P-18]', async () => {
  const { id: thing } = await place('图书室')
  expect((await call(desk, registerVerbs(facility).get, { id: thing })).fields).toMatchObject({
    capacity: 40,
    waiting: '门口排队，出一个进一个',
  })
  const items = { limit: 'yes', notice: 'yes' }
  const record = roundVerbs(selfCheck).record
  await call(desk, record, { id: newId(), thing, v: 2, fields: { done: 'checked', items, tier: 'low', inside: 12 } })
  const [check] = (await call(desk, roundVerbs(selfCheck).get, { id: thing })).checks
  expect(check).toMatchObject({ fields: { inside: 12, tier: 'low' } })
})

test('where there are cases a facility looks at more than elsewhere every day: codes, distance, disinfection twice [R-2021-64]', async () => {
  const { id: thing } = await place('老年活动室')
  const record = roundVerbs(selfCheck).record
  const items = { measured: 'yes', limit: 'yes', clean: 'yes' }
  const strict = { code: 'yes', spaced: 'yes', aired: 'yes' }
  const check = (fields: object) =>
    call(desk, record, { id: newId(), thing, v: 2, fields: { done: 'checked', items, ...fields } })
  await expect(check({ tier: 'high' })).rejects.toThrow('kinds.missing')
  await check({ tier: 'high', strict })
  // Elsewhere nobody is asked for it, and it is not kept.
  house.clock.set('2026-11-18T10:00:00+08:00')
  await check({ tier: 'low', strict })
  const { checks } = await call(desk, roundVerbs(selfCheck).get, { id: thing })
  expect(checks.map((one) => (one as unknown as { fields: object }).fields)).toEqual(
    expect.arrayContaining([
      { done: 'checked', items, tier: 'high', strict },
      { done: 'checked', items, tier: 'low' },
    ]),
  )
  const mine = (await call(desk, roundVerbs(selfCheck).see, { place: here, show: 'all' })).rows
  expect(mine.length).toBeGreaterThan(0)
})

test('a place where many gather is asked to close, on an announcement, and its answer is kept; nobody orders it here [R-2020A-47]', async () => {
  const fields = { name: '老王棋牌室', kind: 'chess', where: '后街 3 号', asked_on: '2026-11-17', hour: '上午九点' }
  await expect(ask(suspension, fields, 'today')).rejects.toThrow('kinds.missing')
  const { id } = await ask(suspension, { ...fields, basis: '区防指 12 号公告' }, 'today')
  const answer = requestVerbs(suspension).acts['answer']
  await call(desk, answer, { id, result: 'closes', fields: { said: '今晚收摊就停', closes: '2026-11-18' } })
  const { row, acts } = await call(director, requestVerbs(suspension).get, { id })
  expect([row.state, row.result, acts.at(-1)?.fields]).toEqual([
    'answered',
    'closes',
    { said: '今晚收摊就停', closes: '2026-11-18' },
  ])
  expect(Object.keys(suspension.results)).not.toContain('ordered')
})
