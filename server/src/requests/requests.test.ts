import {
  acceptAnswer,
  answerRequest,
  askPlace,
  askReview,
  findReceipt,
  getRequest,
  listRequests,
  readOwnData,
  recordStep,
  reviewRequest,
  takeRequest,
  tellSide,
} from '@wangdi/domain/requests/requests.api.ts'
import { correctPerson, getPerson } from '@wangdi/domain/people/people.api.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenDwelling, givenPerson } from '../../test/given/people.ts'
import { type Caller, type House, startHouse } from '../../test/house.ts'
import { inTransaction } from '../platform/db.ts'

const community = '410105001003'
const street = '410105001'
const county = '410105'
let house: House
let worker: Caller
let director: Caller
let officer: Caller
let civil: Caller
let city: Caller

beforeAll(async () => {
  house = await startHouse()
  worker = await house.as('community-worker', community, '孙丽')
  director = await house.as('community-director', community, '周敏')
  officer = await house.as('street-officer', street, '陈建国')
  civil = await house.as('county-civil-affairs', county, '李文静')
  city = await house.as('city-officer', '4101', '高远')
})
afterAll(() => house.close())

const who = { name: '石桂芬', phone: '19900001234', relation: 'self' as const, shown: '', person: null }
const complaint = (more: object = {}) => ({
  id: newId(),
  kind: 'property-rights' as const,
  against: community,
  way: 'desk' as const,
  matter: '封控时把楼道里的电动车锁进仓库，一直没还',
  details: {},
  who,
  ...more,
})
const take = (more: object = {}, by = worker) => by.call(takeRequest, complaint(more))
const all = { show: 'all' as const }
const see = (caller: Caller, id: string) => caller.call(getRequest, { id })
const seenBy = async (caller: Caller, id: string) => JSON.stringify(await see(caller, id).catch((error: Error) => error.message))

test('a complaint on person or property rights gets a receipt and a term, an answer, and a review by the level above [R-2020P-81]', async () => {
  const made = await take()
  expect(made).toMatchObject({ office: street, due_on: '2026-12-02' })
  expect(made.number).toMatch(/^TS20261117-[0-9A-F]{8}$/)
  // The street handles what is said about a community; the community itself neither sees nor answers it.
  await expect(director.call(answerRequest, { id: made.id, result: 'wrong', words: '没有这回事' })).rejects.toThrow(
    'kinds.other-party',
  )
  const theirs = (await director.call(listRequests, { place: community, ...all })).rows
  expect(theirs.map(({ id }) => id)).not.toContain(made.id)
  expect(await see(officer, made.id)).toMatchObject({
    request: { state: 'open', late: false },
    who: { name: '石桂芬', phone: '19900001234' },
  })

  await officer.call(askPlace, { id: made.id, words: '11 月封控时收走的物品还了没有？' })
  const side = await see(director, made.id)
  expect(side.acts.map(({ kind, words }) => [kind, words])).toEqual([['asked-place', '11 月封控时收走的物品还了没有？']])
  await director.call(tellSide, { id: made.id, words: '还有 3 辆没还，明天还' })

  await officer.call(answerRequest, { id: made.id, result: 'partly', words: '社区 11-18 归还车辆' })
  await expect(officer.call(reviewRequest, { id: made.id, result: 'kept', words: '维持' })).rejects.toThrow('kinds.not-now')
  await officer.call(askReview, { id: made.id, words: '认为还应当赔偿' })
  expect(await see(civil, made.id)).toMatchObject({ request: { state: 'in-review', due_on: '2026-12-17' } })
  await expect(officer.call(reviewRequest, { id: made.id, result: 'kept', words: '维持' })).rejects.toThrow('kinds.other-party')
  await civil.call(reviewRequest, { id: made.id, result: 'changed', words: '赔偿电池损失' })
  const ended = await see(officer, made.id)
  expect(ended.request).toMatchObject({ state: 'settled', result: 'changed' })
  expect(ended.acts.map(({ kind, by }) => [kind, by])).toEqual([
    ['taken', '孙丽'],
    ['asked-place', '陈建国'],
    ['side-told', '周敏'],
    ['answered', '陈建国'],
    ['review-asked', '陈建国'],
    ['reviewed', '李文静'],
  ])
})

test('who complains stays unknown to those complained about and to everybody above the county', async () => {
  const made = await take({ matter: '石桂芬家的东西被拿走' })
  await officer.call(askPlace, { id: made.id, words: '请说明' })
  for (const caller of [director, worker, city]) {
    const seen = await seenBy(caller, made.id)
    expect(seen).not.toContain('石桂芬')
    expect(seen).not.toContain('19900001234')
  }
  const counted = await city.call(listRequests, { place: county, ...all })
  expect(counted.rows.map(({ number }) => number)).toContain(made.number)
  expect(JSON.stringify(counted)).not.toContain('石桂芬')
  // In the database the name is sealed off from the community as well, and the number is no plain text.
  const { rows } = await house.owner
    .selectFrom('requester')
    .selectAll()
    .where('request', '=', made.id)
    .execute()
    .then((rows) => ({ rows }))
  expect(JSON.stringify(rows)).not.toContain('19900001234')
})

test('a complaint without a name is followed by its number; late ones stand first and are counted', async () => {
  const early = await take({ who: null, way: 'paper', kind: 'person-rights' })
  const other = await take({
    who: null,
    kind: 'over-control',
    details: { control: 'go-out-ban', since: '2026-11-15', order: 'no' },
  })
  expect(await see(officer, early.id)).toMatchObject({ anonymous: true, who: null })
  house.clock.set('2026-11-22T10:00:00+08:00')
  const late = await officer.call(listRequests, { place: street, show: 'late' })
  expect(late.rows[0]).toMatchObject({ id: other.id, late: true, due_on: '2026-11-20' })
  await officer.call(answerRequest, { id: other.id, result: 'right', words: '已责令取消' })
  expect(await worker.call(findReceipt, { number: other.number })).toMatchObject({
    state: 'answered',
    result: 'right',
    answer: null,
  })
  await officer.call(acceptAnswer, { id: other.id, words: '' })
  expect(await officer.call(findReceipt, { number: other.number })).toMatchObject({ state: 'settled', answer: '已责令取消' })
  house.clock.set('2026-11-17T10:00:00+08:00')
})

test('a complaint about the county goes above it without a name, and the county sees nothing of it', async () => {
  await expect(take({ against: county })).rejects.toThrow('requests.without-name')
  const made = await take({ against: county, who: null })
  expect(made.office).toBe('4101')
  await expect(see(civil, made.id)).rejects.toThrow('requests.not-found')
  expect(await see(city, made.id)).toMatchObject({ acts: [{ words: complaint().matter }] })
  await city.call(answerRequest, { id: made.id, result: 'right', words: '已要求改正' })
  expect(await worker.call(findReceipt, { number: made.number })).toMatchObject({ answer: '已要求改正' })
})

test('details are those of the kind, and a place of another county is not complained about here', async () => {
  await expect(take({ kind: 'over-control' })).rejects.toThrow('requests.detail-missing')
  const details = { control: 'go-out-ban', since: '2026-11-15', order: 'no' }
  await expect(take({ kind: 'over-control', details: { ...details, since: '2026-11-18' } })).rejects.toThrow(
    'requests.detail-wrong',
  )
  await expect(take({ kind: 'over-control', details: { ...details, name: '王某' } })).rejects.toThrow('requests.unknown-detail')
  await expect(take({ against: '410122101205' })).rejects.toThrow('requests.other-county')
})

test('who asks about the own data gets an answer in a term; for a child the guardian asks, for the dead a relative [R-LAW-10]', async () => {
  const dwelling = await givenDwelling(house, community)
  const adult = await givenPerson(house, community, '胡来喜', { born: '1961-02-03', dwelling, phone: '19900007777' })
  const child = await givenPerson(house, community, '胡小满', { born: '2015-06-01', dwelling })
  const asks = (person: string, kind: string, relation: string, shown = '') =>
    take({ kind, who: { ...who, name: '胡来喜', relation, shown, person } })

  const copy = await asks(adult, 'data-copy', 'self')
  expect(copy).toMatchObject({ office: community, due_on: '2026-12-02' })
  const { sections } = await director.call(readOwnData, { id: copy.id })
  expect(sections[0]).toMatchObject({ name: 'person', lines: [{ name: '胡来喜', born: '1961-02-03', phone: '19900007777' }] })
  expect(sections.map(({ name }) => name)).toContain('observation')
  await director.call(answerRequest, { id: copy.id, result: 'done', words: '打印 1 份，本人领走' })
  expect(await see(director, copy.id)).toMatchObject({ request: { state: 'answered' }, who: { person: adult } })
  await expect(director.call(readOwnData, { id: copy.id })).rejects.toThrow('requests.no-own-data')

  const correct = await asks(adult, 'data-correct', 'self')
  const { version } = await director.call(getPerson, { id: adult })
  await director.call(correctPerson, { id: adult, version, name: '胡来喜', born: '1961-02-13' })
  await director.call(answerRequest, { id: correct.id, result: 'done', words: '生日按身份证改了' })

  await expect(asks(child, 'data-see', 'self')).rejects.toThrow('requests.guardian-needed')
  await expect(asks(child, 'data-see', 'guardian')).rejects.toThrow('requests.proof-needed')
  await asks(child, 'data-see', 'guardian', '户口簿')
  const born = (day: string) => givenPerson(house, community, `生${day}`, { born: day, dwelling })
  await expect(asks(await born('2012-11-18'), 'data-see', 'self')).rejects.toThrow('requests.guardian-needed')
  await asks(await born('2012-11-17'), 'data-see', 'self')
  await expect(asks(adult, 'data-see', 'relative-of-dead')).rejects.toThrow('requests.proof-needed')
  await expect(take({ kind: 'data-delete', who: null })).rejects.toThrow('requests.person-needed')

  const remove = await asks(adult, 'data-delete', 'relative-of-dead', '死亡证明、户口簿')
  await director.call(answerRequest, { id: remove.id, result: 'refused', words: '响应期间依法保存，结束后销毁' })
  await director.call(askReview, { id: remove.id, words: '要求现在删除' })
  await officer.call(reviewRequest, { id: remove.id, result: 'kept', words: '依法保存到响应结束' })
  expect(await see(director, remove.id)).toMatchObject({ request: { state: 'settled', result: 'kept' } })
})

test('a data incident says what and whose, and closes only after measures and both notices [R-LAW-13]', async () => {
  const details = { data: 'phone', whose: 'residents', people: '120', happened: '2026-11-16' }
  const made = await take({ kind: 'data-incident', details, who: null, matter: '表格误发到业主群' })
  expect(made).toMatchObject({ office: county, due_on: '2026-11-20' })
  expect(await see(civil, made.id)).toMatchObject({ request: { details }, acts: [{ words: '表格误发到业主群' }] })
  const settle = () => civil.call(answerRequest, { id: made.id, result: 'settled', words: '处置完毕' })
  await civil.call(recordStep, { id: made.id, step: 'measure', words: '撤回文件，请群成员删除' })
  await expect(settle()).rejects.toThrow('kinds.do-first')
  await civil.call(recordStep, { id: made.id, step: 'told-authority', words: '11-17 报市网信办' })
  await expect(settle()).rejects.toThrow('kinds.do-first')
  await civil.call(recordStep, { id: made.id, step: 'told-people', words: '逐户电话告知 120 人，提醒防诈骗' })
  await settle()
  const { request, acts } = await see(civil, made.id)
  expect(request.state).toBe('settled')
  expect(acts.map(({ kind }) => kind)).toEqual(['taken', 'measure', 'told-authority', 'told-people', 'answered'])
})

test('the database itself shows a complaint to those complained about only once something is put to them, whoever asks it', async () => {
  const made = await take({}, officer)
  const from = (place: string) => ({ county, area: place, place, health: false })
  const shown = (place: string) =>
    inTransaction(house.db, from(place), async (db) => {
      const { rows } = await sql<{ requests: number; acts: number; words: number }>`select
        (select count(*)::int from request where county = ${county} and id = ${made.id}) as requests,
        (select count(*)::int from request_act where county = ${county} and request = ${made.id}) as acts,
        (select count(*)::int from request_words where county = ${county} and request = ${made.id}) as words`.execute(db)
      return rows[0]
    })
  const letIn = (place: string) =>
    inTransaction(house.db, from(place), async (db) => {
      const { numAffectedRows } = await sql`update request set readers = array[${place}]`.execute(db)
      return numAffectedRows
    })
  const neighbour = '410105001004'
  expect(await shown(community)).toEqual({ requests: 0, acts: 0, words: 0 })
  expect(await shown(street)).toEqual({ requests: 1, acts: 1, words: 1 })
  // The county stands above the street: it reads the words as well.
  expect(await shown(county)).toEqual({ requests: 1, acts: 1, words: 1 })
  await officer.call(askPlace, { id: made.id, words: '请说明' })
  expect(await shown(community)).toEqual({ requests: 1, acts: 2, words: 1 })
  expect(await shown(neighbour)).toEqual({ requests: 0, acts: 0, words: 0 })
  expect(await letIn(neighbour)).toBe(0n)
  expect(await shown(neighbour)).toEqual({ requests: 0, acts: 0, words: 0 })
})
