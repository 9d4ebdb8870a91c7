import {
  allowControl,
  answerControl,
  confirmStopped,
  readOverControl,
  stopControl,
  tellControl,
  warnControl,
} from '@wangdi/domain/plan/over-control/over-control.api.ts'
import type { ComparedControl } from '@wangdi/domain/plan/over-control/over-control.ts'
import { decideDemand, fileDemand, tellDemand } from '@wangdi/domain/reports/demands/demands.api.ts'
import { readPlan } from '@wangdi/domain/plan/plan.api.ts'
import { refuseCertificate } from '@wangdi/domain/rights/certificates/certificates.api.ts'
import { answerRequest, takeRequest } from '@wangdi/domain/requests/requests.api.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishDengue } from '../../../test/given/dengue.ts'
import { givenOrder } from '../../../test/given/orders.ts'
import { givenPerson } from '../../../test/given/people.ts'
import { givenStay } from '../../../test/given/observation.ts'
import { type Caller, type House, startHouse } from '../../../test/house.ts'
import { openResponseFor } from '../../regimes/given.ts'

const community = '410105001003'
const other = '410105001004'
const county = '410105'
let house: House
let director: Caller
let worker: Caller
let officer: Caller
let civil: Caller
let health: Caller
let city: Caller

beforeAll(async () => {
  house = await startHouse()
  director = await house.as('community-director', community, '周敏')
  worker = await house.as('grid-worker', community, '马晓燕')
  officer = await house.as('street-officer', '410105001', '陈建国')
  civil = await house.as('county-civil-affairs', county, '李文静')
  health = await house.as('county-health', county, '王海涛')
  city = await house.as('city-officer', '4101', '高远')
  await openResponseFor(house, county, { from: '2026-11-10', until: '2026-11-30' })
  const level = { valid_from: '2026-11-10', by_account: health.account, at: new Date('2026-11-10T01:00:00Z'), source: '' }
  await house.owner
    .insertInto('confirmed_level')
    .values([
      { id: newId(), place: county, fact: 'county.risk', value: 'low', ...level },
      { id: newId(), place: community, fact: 'community.class', value: 'no-case', ...level },
      { id: newId(), place: other, fact: 'community.class', value: 'no-case', ...level },
    ])
    .execute()
})
afterAll(() => house.close())

const control = (kind: ComparedControl['kind'], more: Partial<ComparedControl> = {}): ComparedControl => ({
  kind,
  person: null,
  certificate: null,
  scope: 'community',
  ...more,
})
const telling = (kind: ComparedControl['kind'], more: object = {}) => ({
  id: newId(),
  place: community,
  control: control(kind),
  told_as: 'resident' as const,
  since: '2026-11-15',
  until: null,
  spot: '北门卡点',
  order_number: '',
  exceptions: null,
  services: null,
  reason: '',
  authority: '',
  ...more,
})
const board = (caller: Caller, place: string, show: 'open' | 'late' | 'all' = 'open') =>
  caller.call(readOverControl, { place, show, size: 200 })
const caseOf = async (caller: Caller, key: string, place = county) =>
  (await board(caller, place, 'all')).rows.find((row) => row.key === key)

test('a finding is warned of with period, place and correction, answered, stopped and confirmed by who ordered it, while the clock runs [R-2020P-78][R-2020H-6]', async () => {
  const { id, findings } = await worker.call(tellControl, telling('newcomer-refusal'))
  expect(findings.map(({ kind }) => kind)).toEqual(['beyond-tier', 'no-order', 'blanket'])
  const key = `control:${id}`
  expect(await caseOf(civil, key)).toMatchObject({ state: 'found', hours: 0, told_as: 'resident', label: '北门卡点' })
  expect((await caseOf(director, key, community))?.may).toEqual([])

  const about = { key, place: community }
  const warning = {
    ...about,
    period_from: '2026-11-15',
    period_until: '2026-11-17',
    correction: '放行外来人员，登记测温',
    due_on: '2026-11-18',
  }
  await expect(officer.call(warnControl, warning)).rejects.toThrow('access.refused')
  await civil.call(warnControl, warning)
  expect(await caseOf(director, key, community)).toMatchObject({
    state: 'warned',
    due_on: '2026-11-18',
    may: ['answered'],
    acts: [
      { kind: 'warned', by: '李文静', period_from: '2026-11-15', period_until: '2026-11-17', words: '放行外来人员，登记测温' },
    ],
  })
  await director.call(answerControl, { ...about, stopped_on: null, words: '人手不够，先拦着', authority: '', number: '' })
  await civil.call(stopControl, { ...about, words: '立即停止拦人', due_on: '2026-11-18' })
  house.clock.set('2026-11-19T10:30:00+08:00')
  expect(await caseOf(civil, key)).toMatchObject({ state: 'stopping', late: true, hours: 48 })
  expect((await board(civil, county, 'late')).late).toBe(1)
  await director.call(answerControl, { ...about, stopped_on: '2026-11-19', words: '已放行', authority: '', number: '' })
  const confirming = { ...about, stopped_on: '2026-11-19', words: '到现场看过，已放行' }
  await expect(city.call(confirmStopped, confirming)).rejects.toThrow('over-control.other-orderer')
  await civil.call(confirmStopped, confirming)
  house.clock.set('2026-11-25T10:00:00+08:00')
  expect(await caseOf(civil, key)).toMatchObject({ state: 'stopped', hours: 48, may: [] })
  house.clock.set('2026-11-17T10:00:00+08:00')
})

test('each local measure is checked against the package in force; beyond it a reason and an authority are asked for [R-2020B-18]', async () => {
  const own = (kind: ComparedControl['kind'], more: object = {}) =>
    director.call(tellControl, telling(kind, { told_as: 'own', since: '2026-11-20', until: '2026-11-30', ...more }))
  expect((await own('checkpoint')).findings).toEqual([])
  await expect(own('gathering-ban')).rejects.toThrow('over-control.needs-reason')
  const { id, findings } = await own('gathering-ban', { reason: '广场集市人多', authority: '金水区指挥部' })
  expect(findings).toMatchObject([{ kind: 'beyond-tier', source: { section: '保障三' } }])
  expect(await caseOf(civil, `control:${id}`)).toMatchObject({ state: 'found', reason: '广场集市人多 金水区指挥部' })
})

test('a new measure beyond the tier needs a named approval or is refused [R-2020P-79]', async () => {
  const own = (spot: string) =>
    director.call(tellControl, {
      ...telling('facility-closure', { told_as: 'own', since: '2026-11-20', until: '2026-11-25', spot }),
      reason: '棋牌室聚集',
      authority: '社区',
    })
  const [first, second] = [await own('棋牌室'), await own('图书室')]
  const about = (id: string) => ({ key: `control:${id}`, place: community })
  await expect(
    director.call(allowControl, { ...about(first.id), words: '可以', authority: '社区', number: '1' }),
  ).rejects.toThrow('access.refused')
  await civil.call(allowControl, {
    ...about(first.id),
    words: '仅限棋牌室',
    authority: '金水区指挥部',
    number: '金指〔2026〕7号',
  })
  expect(await caseOf(civil, `control:${first.id}`)).toMatchObject({
    state: 'allowed',
    acts: [{ kind: 'allowed', by: '李文静', authority: '金水区指挥部', number: '金指〔2026〕7号' }],
  })
  await civil.call(stopControl, { ...about(second.id), words: '不批，图书室照常开', due_on: '2026-11-18' })
  expect(await caseOf(director, `control:${second.id}`, community)).toMatchObject({ state: 'stopping' })
})

test('closures, bans and refusals without exceptions, services or an end are detected and asked for, in told controls and in orders [R-2020P-80]', async () => {
  const { id } = await worker.call(tellControl, telling('go-out-ban', { order_number: '社区通知', services: true }))
  const blanket = (await caseOf(civil, `control:${id}`))?.findings.find(({ kind }) => kind === 'blanket')
  expect(blanket).toMatchObject({ lacks: ['exceptions', 'end'], source: { section: '保障三' } })

  const order = await givenOrder(house, other, { from: '2026-11-16', until: '2026-11-22' })
  await house.owner
    .updateTable('response')
    .set({ functions: ['arrivals', 'observation', 'daily-report', 'orders'] })
    .execute()
  expect(await caseOf(civil, `order:${order}`)).toMatchObject({
    place: other,
    label: '3号楼2单元',
    order: expect.stringContaining('金政令'),
    findings: expect.arrayContaining([expect.objectContaining({ kind: 'blanket', lacks: ['exceptions'] })]),
  })
})

test('a told stay is as long as it was said to be; certificates and forms beyond the rules are found', async () => {
  const tell = async (kind: ComparedControl['kind'], named: Partial<ComparedControl>, until: string | null = null) => {
    const one = { control: control(kind, { scope: 'person', ...named }), until, since: '2026-11-10' }
    return (await worker.call(tellControl, telling(kind, one))).findings.map((finding) => finding.kind)
  }
  expect(await tell('observation', { person: 'close-contact' }, '2026-12-10')).toEqual(['beyond-term'])
  expect(await tell('observation', { person: 'close-contact' }, '2026-11-16')).toEqual([])
  expect(await tell('certificate', { certificate: 'residence-proof' })).toEqual([])
  expect(await tell('certificate', { certificate: 'other' })).toEqual(['forbidden-certificate'])
  expect(await tell('form', { scope: 'community' })).toEqual(['extra-form'])
})

test('certificates that were refused at the desk stand on the board by the body that asked', async () => {
  const desk = await house.as('community-worker', other, '孙丽')
  const asked = { place: other, certificate: 'other' as const, wording: '无发热证明', asked_by: '某某公司' }
  const first = newId()
  for (const id of [first, newId()]) await desk.call(refuseCertificate, { ...asked, id })
  expect(await caseOf(civil, `certificate:${first}`)).toMatchObject({
    place: other,
    label: '某某公司',
    findings: [{ kind: 'forbidden-certificate' }],
  })
  expect((await board(civil, county)).rows.filter(({ source }) => source === 'certificate')).toHaveLength(1)
})

test('a form that is asked for past the desk stands on the board, and says so when its accepted term is over, until the county settles it', async () => {
  const worker4 = await house.as('community-worker', other, '孙丽')
  const told = { place: other, kind: 'form' as const, asker: '区畜牧站', minutes: 60, rhythm: 'weekly' as const }
  const [baseless, late] = [newId(), newId()]
  await worker4.call(tellDemand, { ...told, id: baseless, title: '养犬情况表' })
  const wanted = {
    ...{ kind: 'form' as const, title: '楼道充电桩情况表', asker: '区商务局', document: '区商函〔2026〕3号', purpose: '统计' },
    ...{ ground: '电动自行车安全条例 第十条', items: [], scope: [county], from: '2026-11-02', until: '2026-11-20' },
    new_items: [{ name: '充电桩数量', purpose: '安排设施', ground: '电动自行车安全条例', keep: '一年' }],
    ...{ rhythm: 'weekly' as const, minutes: 40, money: null, money_from: '' },
  }
  const filed = await health.call(fileDemand, { id: newId(), place: county, wanted })
  await civil.call(decideDemand, { id: filed.id, place: county, decision: 'accepted', reason: '' })
  const forms = async () => (await board(civil, county)).rows.filter(({ source }) => source === 'form').map(({ key }) => key)
  expect(await forms()).toEqual([`form:${baseless}`])
  expect(await caseOf(civil, `form:${baseless}`)).toMatchObject({
    place: other,
    label: '养犬情况表 区畜牧站',
    findings: [{ kind: 'extra-form', source: { document: '本系统建议', section: '补充精准化方案保障二' } }],
  })

  const before = house.clock.now()
  house.clock.set('2026-11-23T10:00:00+08:00')
  await worker4.call(tellDemand, { ...told, id: late, title: '楼道充电桩情况表', asker: '区商务局' })
  expect((await caseOf(civil, `form:${late}`))?.findings.map(({ kind, limit }) => `${kind} ${limit.zh}`)).toContain(
    'extra-form 县里同意要到 2026-11-20，到期还在要',
  )
  await civil.call(decideDemand, { id: late, place: county, decision: 'refused', reason: '已通知停要' })
  expect(await forms()).toEqual([`form:${baseless}`])
  house.clock.set(before.toISOString())
})

test('what residents complain of stands on the board without who complained, until it is found unfounded', async () => {
  const details = { control: 'go-out-ban', since: '2026-11-14' }
  const who = { name: '石桂芬', phone: null, relation: 'self' as const, shown: '', person: null }
  const desk = await house.as('community-worker', community, '孙丽')
  const made = {
    id: newId(),
    kind: 'over-control' as const,
    against: community,
    way: 'desk' as const,
    matter: '石桂芬说出不了门',
    details,
    who,
  }
  await desk.call(takeRequest, made)
  const key = `complaint:${made.id}`
  for (const caller of [officer, civil, city]) {
    const all = await board(caller, caller === officer ? '410105001' : county)
    expect(all.rows.find((row) => row.key === key)?.findings.map(({ kind }) => kind)).toContain('complained')
    expect(JSON.stringify(all)).not.toContain('石桂芬')
  }
  expect((await board(director, community)).rows.map((row) => row.key)).not.toContain(key)
  await officer.call(answerRequest, { id: made.id, result: 'wrong', words: '大门一直开着' })
  expect(await caseOf(civil, key)).toBeUndefined()
})

test('a stay longer than its rule and the stricter of two packages are findings; nobody is named', async () => {
  const person = await givenPerson(house, community, '胡来喜')
  const stay = await givenStay(house, community, person, '2026-11-16', { days: 10 })
  const phase = { where: 'home', days: 7, test_days: [] }
  const term = { rule: 't-2022-07-15', phases: [phase], alternatives: [], source: { document: '第九版', section: '附件5' } }
  await house.owner
    .updateTable('observation')
    .set({ as_proposed: false, proposal: JSON.stringify({ term }) })
    .where('id', '=', stay)
    .execute()
  await house.owner
    .insertInto('confirmed_level')
    .values({
      id: newId(),
      place: other,
      fact: 'tier.choice',
      value: 'medium',
      valid_from: '2026-11-16',
      stricter: true,
      reason: '稳妥',
      by_account: health.account,
      at: new Date('2026-11-16T01:00:00Z'),
    })
    .execute()
  const all = await board(civil, county)
  expect(all.rows.find(({ source }) => source === 'observation')).toMatchObject({
    findings: [{ kind: 'beyond-term' }],
    since: '2026-11-16',
  })
  expect(all.rows.find(({ source }) => source === 'tier')).toMatchObject({ place: other, findings: [{ kind: 'stricter-tier' }] })
  expect(JSON.stringify(all)).not.toContain('胡来喜')
})

test('above the county there are places and counts and nobody’s name; the plan page counts what is open', async () => {
  const above = await board(city, '4101')
  expect(above.below.map(({ place }) => place)).toEqual([county])
  expect(above.open).toBeGreaterThan(2)
  expect(JSON.stringify(above)).not.toMatch(/李文静|周敏|马晓燕/)
  const { warnings } = await director.call(readPlan, { place: community })
  expect(warnings.find(({ kind }) => kind === 'over-control')?.text.zh).toMatch(/^疑似过度防控 \d+ 项/)
})

test('one case is found from its link, on whatever page it stands and in whatever part of the list', async () => {
  const { id } = await worker.call(tellControl, telling('newcomer-refusal'))
  const [first, then] = (await board(civil, county)).rows
  const last = await civil.call(readOverControl, { place: county, show: 'open', page: 0, size: 1, case: then?.key ?? '' })
  expect([last.rows.map(({ key }) => key), last.asked]).toEqual([[first?.key], then])
  const key = `control:${id}`
  const { rows, asked } = await civil.call(readOverControl, { place: county, show: 'late', case: key })
  expect([rows.map((one) => one.key).includes(key), asked?.key]).toEqual([false, key])
  expect((await civil.call(readOverControl, { place: county, show: 'open', case: 'control:nothing' })).asked).toBeNull()
  expect((await director.call(readOverControl, { place: community, show: 'open', case: key })).asked?.place).toBe(community)
})

test('what nobody said an end of has lasted until today: a closure goes beyond its days while it goes on', async () => {
  await publishDengue(house, '2026-11-20')
  house.clock.set('2026-11-21T10:00:00+08:00')
  const shut = (since: string) => telling('facility-closure', { since, order_number: '金政〔2026〕8号', spot: '轮胎场' })
  const beyond = async (since: string) => {
    const { findings } = await worker.call(tellControl, shut(since))
    return findings.some(({ kind, limit }) => kind === 'beyond-term' && limit.zh === '停业清理不超过 7 天，要有命令')
  }
  expect([await beyond('2026-11-15'), await beyond('2026-11-14')]).toEqual([false, true])
})
