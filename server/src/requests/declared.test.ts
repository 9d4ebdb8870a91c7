// Kinds of request as their declarations have them: who raises, who answers, what comes back, and where it ends for good.
import { getInbox } from '@wangdi/domain/kinds/inbox/inbox.api.ts'
import { requestVerbs } from '@wangdi/domain/kinds/request/request.api.ts'
import type { RequestKind } from '@wangdi/domain/kinds/request/request.ts'
import { affair } from '@wangdi/domain/requests/kinds/affair.kind.ts'
import { business } from '@wangdi/domain/requests/kinds/business.kind.ts'
import { lineCall } from '@wangdi/domain/requests/kinds/call.kind.ts'
import { discrimination } from '@wangdi/domain/requests/kinds/discrimination.kind.ts'
import { mediation } from '@wangdi/domain/requests/kinds/mediation.kind.ts'
import { psych } from '@wangdi/domain/requests/kinds/psych.kind.ts'
import { problem } from '@wangdi/domain/requests/kinds/problem.kind.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { givenDwelling } from '../../test/given/people.ts'
import { callKind as call } from '../../test/given/kinds.ts'
import { type Caller, type House, startHouse } from '../../test/house.ts'

const here = '410105001003'
const street = '410105001'
let house: House
let desk: Caller
let director: Caller
let officer: Caller
let county: Caller
beforeAll(async () => {
  house = await startHouse()
  desk = await house.as('community-worker', here)
  director = await house.as('community-director', here)
  officer = await house.as('street-officer', street)
  county = await house.as('county-civil-affairs', '410105')
})
afterAll(() => house.close())
beforeEach(() => house.clock.set('2026-11-17T10:00:00+08:00'))

const begin = (kind: RequestKind, by: Caller, fields: object, more: object = {}) =>
  call(by, requestVerbs(kind).begin, { id: newId(), v: 1, place: here, way: 'desk', urgency: 'soon', fields, ...more })
const act = (kind: RequestKind, by: Caller, name: string, id: string, more: object = {}) =>
  call(by, requestVerbs(kind).acts[name], { id, ...more })
const get = (kind: RequestKind, by: Caller, id: string) => call(by, requestVerbs(kind).get, { id })

const lack = { topic: 'goods', matter: '口罩只够两天', wanted: '调 500 只口罩' }

test('a problem goes to the level above, which answers whoever raised it; not content, the county looks again [R-2020A-63] [R-2020B-45] [R-2023-28]', async () => {
  const { id, office, due } = await begin(problem, desk, lack)
  expect([office, due.zh]).toEqual([street, '从 10:00 起 10 个工作日，到 12-01 24:00；11-21、11-22、11-28、11-29 周末不算'])
  expect((await officer.call(getInbox, {})).rows.map((row) => row.id)).toContain(id)
  await expect(act(problem, officer, 'answer', id, { result: 'solved' })).rejects.toThrow('kinds.missing')
  await act(problem, officer, 'answer', id, { result: 'partly', fields: { reply: '先给 200 只' } })
  const told = await get(problem, desk, id)
  expect([told.row.state, told.acts.at(-1)?.fields, told.may]).toEqual([
    'answered',
    { reply: '先给 200 只' },
    ['accept', 'ask-review'],
  ])
  await act(problem, desk, 'ask-review', id)
  expect((await get(problem, county, id)).may).toEqual(['review'])
  await act(problem, county, 'review', id, { result: 'solved' })
  expect((await get(problem, desk, id)).row).toMatchObject({ state: 'settled', result: 'solved' })
})

test('a problem that is late shows itself to the level above the one that has it, and nobody sent it there [R-2020B-46]', async () => {
  const { id } = await begin(problem, desk, lack, { urgency: 'now' })
  const climbed = async () => (await county.call(getInbox, {})).rows.filter((row) => row.climbed).map((row) => row.id)
  expect(await climbed()).not.toContain(id)
  house.clock.set('2026-11-18T10:00:01+08:00')
  expect(await climbed()).toContain(id)
})

test('who receives first leads: the street sends back once within four working hours, the county decides, and the clock goes on', async () => {
  const { id, due_at } = await begin(problem, desk, lack)
  await act(problem, officer, 'send-back', id, { ground: '是卫健的事' })
  await act(problem, county, 'keep', id, { ground: '街道先办' })
  const { row, may } = await get(problem, officer, id)
  expect([row.state, row.due_at, may.includes('send-back')]).toEqual(['open', due_at, false])
  const second = await begin(problem, desk, lack)
  house.clock.set('2026-11-17T16:05:00+08:00')
  await expect(act(problem, officer, 'send-back', second.id, { ground: '晚了' })).rejects.toThrow('kinds.too-late')
})

test('a call is answered at the desk; one that was missed asks for a number and is called back [R-2020H-13] [R-2023-24]', async () => {
  const { id } = await begin(lineCall, desk, { topic: 'mind', matter: '睡不着' }, { urgency: 'now' })
  await act(lineCall, desk, 'answer', id, { result: 'answered', fields: { reply: '介绍了心理热线' } })
  await act(lineCall, desk, 'accept', id)
  expect((await get(lineCall, desk, id)).row.state).toBe('settled')
  await expect(begin(lineCall, desk, { topic: 'medicine', missed: true }, { urgency: 'now' })).rejects.toThrow('kinds.missing')
  const missed = await begin(lineCall, desk, { topic: 'medicine', missed: true, call: '19900005678' }, { urgency: 'now' })
  expect((await get(lineCall, desk, missed.id)).fields).toEqual({ topic: 'medicine', missed: true, call: '19900005678' })
})

test('a government affair is done at the community or handed on to the street, and comes back to be told [R-2021-57]', async () => {
  const { id } = await begin(affair, desk, { item: 'allowance', matter: '高龄津贴没到账' })
  await act(affair, desk, 'hand-on', id, { office: street })
  expect((await get(affair, officer, id)).may).toEqual(['give', 'hand-on'])
  await act(affair, officer, 'give', id, { doer: officer.account })
  await act(affair, officer, 'done', id, { fields: { note: '补发了' } })
  expect((await get(affair, desk, id)).may).toEqual(['confirm'])
})

test('help is asked in the words of shops and firms, or of farms, and its result is told [R-2020P-22] [R-2020P-23] [R-2021-42]', async () => {
  await expect(begin(business, desk, { kind: 'farm', name: '张家合作社', firm: 'rent' })).rejects.toThrow('kinds.missing')
  const { id } = await begin(business, desk, { kind: 'farm', name: '张家合作社', firm: 'rent', farm: 'seed' })
  expect((await get(business, desk, id)).fields).toEqual({ kind: 'farm', name: '张家合作社', farm: 'seed' })
  await act(business, desk, 'give', id, { doer: desk.account })
  await expect(act(business, desk, 'done', id)).rejects.toThrow('kinds.missing')
  await act(business, desk, 'done', id, { fields: { note: '农资站送来了' } })
  expect((await get(business, desk, id)).row.state).toBe('done')
})

test('a report of discrimination is answered by the director with what was done, and is no business of others [R-2020P-86] [R-LAW-21]', async () => {
  const { id } = await begin(discrimination, desk, { where: 'neighbours', whom: 'recovered', matter: '楼里有人堵门' })
  await expect(act(discrimination, desk, 'answer', id, { result: 'stopped' })).rejects.toThrow('access.refused')
  await act(discrimination, director, 'answer', id, { result: 'talked', fields: { done: '和楼长一起做了工作' } })
  await expect(get(discrimination, county, id)).rejects.toThrow('access.refused')
})

test('no meeting before both sides said yes; the first no of either stops it for ever [R-LAW-25] [R-2020B-27] [R-2020P-30]', async () => {
  const about = { dispute: 'neighbours', offered: true, matter: '楼上漏水' }
  const { id } = await begin(mediation, desk, about)
  const meeting = { fields: { way: 'video', note: '约好周三' } }
  const mayNow = async (of = id) => (await get(mediation, desk, of)).may
  expect(await mayNow()).toEqual(['one-agrees', 'other-agrees', 'entry', 'refuse'])
  await expect(act(mediation, desk, 'meet', id, meeting)).rejects.toThrow('kinds.not-now')
  await act(mediation, desk, 'one-agrees', id)
  // One side says yes once; that it says so again is no consent of the other.
  await expect(act(mediation, desk, 'one-agrees', id)).rejects.toThrow('kinds.not-now')
  await expect(act(mediation, desk, 'meet', id, meeting)).rejects.toThrow('kinds.not-now')
  await act(mediation, desk, 'other-agrees', id)
  await act(mediation, desk, 'meet', id, meeting)
  await expect(act(mediation, desk, 'refuse', id, { fields: { side: 'other' } })).rejects.toThrow('kinds.missing')
  await act(mediation, desk, 'refuse', id, { fields: { side: 'other', told: true } })
  expect([(await get(mediation, desk, id)).row.state, await mayNow()]).toEqual(['stopped', []])
  for (const name of ['one-agrees', 'other-agrees', 'entry', 'meet', 'extend', 'agree', 'refuse', 'close']) {
    const more = { ground: '再劝劝', result: 'kept', fields: name === 'meet' ? meeting.fields : { told: true } }
    const { acts } = requestVerbs(mediation)
    const asked = Object.keys((acts[name]?.input as { properties?: object } | undefined)?.properties ?? {})
    const said = Object.fromEntries(Object.entries(more).filter(([one]) => asked.includes(one)))
    if (name === 'entry') Object.assign(said, { fields: { note: '再劝劝' } })
    if (name === 'agree') Object.assign(said, { fields: { form: 'oral', terms: '修好' } })
    if (name === 'refuse') Object.assign(said, { fields: { side: 'one', told: true } })
    await expect(act(mediation, desk, name, id, said), name).rejects.toThrow('kinds.not-now')
  }
  await expect(get(mediation, officer, id)).rejects.toThrow('access.refused')
})

test('neighbours come to a meeting with the consent of both; what was agreed is looked after, what failed ends with the other ways told [R-LAW-25]', async () => {
  const begun = async () => {
    const { id } = await begin(mediation, desk, { dispute: 'family', offered: false, matter: '赡养' })
    await act(mediation, desk, 'other-agrees', id)
    await act(mediation, desk, 'one-agrees', id)
    return id as string
  }
  const id = await begun()
  const invited = { way: 'room', others: ['neighbours'], note: '谈了一次' }
  await expect(act(mediation, desk, 'meet', id, { fields: invited })).rejects.toThrow('kinds.missing')
  await act(mediation, desk, 'meet', id, { fields: { ...invited, consent: 'both' } })
  await act(mediation, desk, 'agree', id, { fields: { form: 'oral', terms: '每月三百元', until: '2026-12-01' } })
  await act(mediation, desk, 'close', id, { result: 'kept', fields: { told: true } })
  expect((await get(mediation, desk, id)).row).toMatchObject({ state: 'closed', result: 'kept' })
  const failed = await begun()
  await expect(act(mediation, desk, 'close', failed, { result: 'failed' })).rejects.toThrow('kinds.missing')
  await act(mediation, desk, 'close', failed, { result: 'failed', fields: { told: true } })
  expect((await get(mediation, desk, failed)).may).toEqual([])
  const more = await begun()
  const due = (await get(mediation, desk, more)).row.due_at
  house.clock.set('2026-11-20T10:00:00+08:00')
  await act(mediation, desk, 'extend', more, { ground: '双方都同意再谈两周' })
  expect((await get(mediation, desk, more)).row.due_at > due).toBe(true)
})

test('a note of a session is read by its writer alone; a crisis says whom it was told [R-2020A-53] [R-2020P-42]', async () => {
  const doctor = await house.as('community-doctor', here)
  const other = await house.as('community-doctor', here)
  const dwelling = await givenDwelling(house, here, '9号楼', '1', '101')
  const asked = { id: newId(), v: 1, dwelling, way: 'desk', urgency: 'now', fields: { asker: 'family', level: 'four' } }
  const { id } = await call(desk, requestVerbs(psych).begin, asked)
  await expect(get(psych, desk, id)).rejects.toThrow('access.refused')
  await expect(act(psych, doctor, 'entry', id, { fields: { contact: 'crisis' } })).rejects.toThrow('kinds.missing')
  const said = { contact: 'crisis', told: ['family', 'hospital'], note: '说不想活了' }
  await act(psych, doctor, 'entry', id, { fields: said })
  expect((await get(psych, doctor, id)).acts.at(-1)?.fields).toEqual(said)
  for (const reader of [other, director])
    expect((await get(psych, reader, id)).acts.at(-1)?.fields).toEqual({ contact: 'crisis', told: ['family', 'hospital'] })
  const kept = await house.owner.selectFrom('kind_request_act').select('fields').where('request', '=', id).execute()
  expect(JSON.stringify(kept)).not.toContain('不想活')
})
