import { requestVerbs } from '@wangdi/domain/kinds/request/request.api.ts'
import { documentVerbs } from '@wangdi/domain/kinds/document/document.api.ts'
import { exportVerb } from '@wangdi/domain/kinds/paper/export.api.ts'
import { usualColumnsOf } from '@wangdi/domain/kinds/paper/columns.ts'
import { chooseOf } from '@wangdi/domain/kinds/pointing/choose.api.ts'
import { registerVerbs } from '@wangdi/domain/kinds/register/register.api.ts'
import { affair } from '@wangdi/domain/requests/kinds/affair.kind.ts'
import { errand } from '@wangdi/domain/requests/kinds/errand.kind.ts'
import { guide } from '@wangdi/domain/requests/kinds/guide.kind.ts'
import { campaign } from '@wangdi/domain/rounds/kinds/cleaning/campaign.kind.ts'
import { committee } from '@wangdi/domain/rounds/kinds/cleaning/committee.kind.ts'
import { facility } from '@wangdi/domain/rounds/kinds/facility.kind.ts'
import { mend } from '@wangdi/domain/rounds/kinds/mend.kind.ts'
import { departmentLetter } from '@wangdi/domain/rounds/kinds/papers/department-letter.kind.ts'
import { weakPoint } from '@wangdi/domain/rounds/kinds/weak-point.kind.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callKind } from '../../../test/given/kinds.ts'
import { givenDwelling, givenPerson } from '../../../test/given/people.ts'
import { type Caller, type House, startHouse } from '../../../test/house.ts'

const here = '410105001003'
const beside = '410105001004'
const away = '410106001001'
const day = '2026-11-17'
let house: House
let desk: Caller
let other: Caller
let leader: Caller
let resident: string
let neighbour: string
let guideHere: string
let guideBeside: string
const add = (
  by: Caller,
  kind: typeof guide | typeof committee | typeof weakPoint | typeof campaign | typeof facility,
  place: string,
  fields: object,
) => callKind(by, registerVerbs(kind as typeof guide).add, { id: newId(), place, v: kind.version, fields })
const aGuide = (name: string) => ({ name, decides: 'community', papers: '身份证' })
const take = (more: object, by = desk, v: number = affair.version) =>
  callKind(by, requestVerbs(affair).begin, {
    ...{ id: newId(), v, place: here, way: 'desk', urgency: 'today' },
    fields: { item: 'old', matter: '高龄补贴', ...more },
  })
const watch = (more: object) =>
  add(desk, weakPoint, here, { name: `后巷${newId()}`, kind: 'vacant', where: '3号楼后', answers: '物业', ...more })

beforeAll(async () => {
  house = await startHouse()
  house.clock.set(`${day}T10:00:00+08:00`)
  for (const code of [here, beside, away])
    await sql`insert into place (code, name, level, valid_from) values (${code}, ${`社区${code}`}, 'community', '2023-06-30')`.execute(
      house.owner,
    )
  desk = await house.as('community-director', here, '孙丽')
  other = await house.as('community-director', beside, '钱进')
  leader = await house.as('county-leader', '410105')
  resident = await givenPerson(house, here, '郑阿婆', { dwelling: await givenDwelling(house, here, '3号楼', '2', '402') })
  neighbour = await givenPerson(house, beside, '别处的人')
  guideHere = (await add(desk, guide, here, aGuide('高龄补贴'))).id
  guideBeside = (await add(other, guide, beside, aGuide('别的社区的'))).id
})
afterAll(() => house.close())

test('a thing that is not there, of another register, of another community or ended is refused in the same words, and nothing is kept', async () => {
  const ended = (await add(desk, guide, here, aGuide('旧的'))).id
  await callKind(desk, registerVerbs(guide).acts.end, { id: ended, basis: '取消' })
  const library = (await add(desk, facility, here, { name: '图书室', kind: 'library' })).id
  const said = new Set<string>()
  for (const one of [newId(), library, guideBeside, ended])
    await take({ guide: one }).then(
      () => said.add('taken'),
      (error: Error) => said.add(error.message),
    )
  expect([...said]).toEqual([expect.stringContaining('kinds.no-such-one')])
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from kind_request where kind = ${affair.name}`.execute(
    house.owner,
  )
  expect(rows[0]?.n).toBe(0)
  const { id } = await take({ guide: guideHere })
  const whole = await callKind(desk, requestVerbs(affair).get, { id })
  expect([whole.fields['guide'], whole.names]).toEqual([guideHere, { [guideHere]: '高龄补贴' }])
})

test('somebody who lives elsewhere or left, a door, a colleague and a place elsewhere cannot be pointed at', async () => {
  const left = await givenPerson(house, here, '搬走的人')
  await sql`update person set left_on = ${day} where id = ${left}`.execute(house.owner)
  const farDoor = await givenDwelling(house, beside, '1号楼', '1', '101')
  const gone = await house.as('community-worker', here, '离职的')
  await sql`update account set active = false where id = ${gone.account}`.execute(house.owner)
  const members = (one: string) => ({ name: `委员会${newId()}`, kind: 'health', members: [{ resident: one, sees_to: '卫生' }] })
  for (const one of [neighbour, left, newId()])
    await expect(add(desk, committee, here, members(one)), one).rejects.toThrow('kinds.no-such-one')
  for (const fields of [{ house: farDoor }, { keeper: other.account }, { keeper: gone.account }, { keeper: newId() }])
    await expect(watch(fields), JSON.stringify(fields)).rejects.toThrow('kinds.no-such-one')
  const run = (place: string) =>
    add(desk, campaign, here, {
      ...{ name: `清洁${place}`, leads: 'health', from: day, until: day, where: '全社区', tasks: '清垃圾', place },
    })
  await expect(run(away)).rejects.toThrow('kinds.no-such-one')
  await expect(run('410105999999')).rejects.toThrow('kinds.no-such-one')
  await run(here)
})

test('names are told to those who may read residents, with a line that names whom they saw; to others not even the name', async () => {
  const { id } = await add(desk, committee, here, {
    ...{ name: '公共卫生委员会', kind: 'health' },
    members: [
      { resident, sees_to: '环境卫生' },
      { who: '片警', sees_to: '治安' },
    ],
  })
  const get = (by: Caller) => callKind(by, registerVerbs(committee).get, { id })
  expect((await get(desk)).names).toEqual({ [resident]: '郑阿婆' })
  expect((await get(leader)).names).toEqual({})
  const kept = await sql<{ text: string }>`select standing::text as text from kind_thing where id = ${id}`.execute(house.owner)
  expect(kept.rows[0]?.text).not.toContain('郑阿婆')
  const seen = await sql<{
    account: string
  }>`select l.account from audit_line l join audit_seen s on s.scope = l.scope and s.line = l.id
    where s.subject = ${resident} and l.verb = 'rounds.committee.get'`.execute(house.owner)
  expect(seen.rows.map(({ account }) => account)).toEqual([desk.account])
})

test('what stood there stays though it ended meanwhile; what is chosen anew has to live', async () => {
  const keeper = await house.as('community-worker', here, '李看护')
  const { id } = await watch({ keeper: keeper.account })
  await sql`update account set active = false where id = ${keeper.account}`.execute(house.owner)
  const whole = await callKind(desk, registerVerbs(weakPoint).get, { id })
  const change = { id, v: weakPoint.version, last_at: whole.last_at, fields: { ...whole.fields, where: '4号楼后' } }
  await callKind(desk, registerVerbs(weakPoint).acts.change, change)
  await expect(watch({ keeper: keeper.account })).rejects.toThrow('kinds.no-such-one')
})

test('one is chosen by its title, of kinds whose list is seen, where one works, and never of health data', async () => {
  const choose = (by: Caller, kind: string, text?: string, place = here) =>
    by.call(chooseOf, { place, kind, ...(text !== undefined && { text }) })
  expect(await choose(desk, guide.name, '高龄')).toEqual({ rows: [{ id: guideHere, words: '高龄补贴' }], more: false })
  expect((await choose(desk, guide.name)).rows.map(({ id }) => id)).not.toContain(guideBeside)
  expect((await choose(desk, guide.name, '%')).rows).toEqual([])
  await expect(choose(desk, guide.name, undefined, beside)).rejects.toThrow('not-found')
  for (const kind of ['requests.psych', 'requests.nothing', 'people'])
    await expect(choose(desk, kind), kind).rejects.toThrow('not-found')
  await expect(choose(await house.as('grid-worker', here), guide.name)).rejects.toThrow('access.refused')
})

test('a letter to a department names the finding that it hands over, and the finding the letter by which it was', async () => {
  const found = await callKind(desk, requestVerbs(mend).begin, {
    ...{ id: newId(), v: mend.version, place: here, way: 'desk', urgency: 'soon' },
    fields: { where: '后巷', what: '乱堆垃圾' },
  })
  const offered = await desk.call(chooseOf, { place: here, kind: mend.name, text: '后巷' })
  expect(offered.rows).toEqual([{ id: found.id, words: `${found.number} 后巷` }])
  const letter = newId()
  const fields = {
    matter: '垃圾',
    to: 'city',
    finding: found.id,
    where: '后巷',
    found: '劝过',
    asks: '清运',
    until: '2026-11-24',
  }
  await callKind(desk, documentVerbs(departmentLetter).save, {
    id: letter,
    place: here,
    version: 1,
    v: departmentLetter.version,
    fields,
  })
  const whole = await callKind(desk, documentVerbs(departmentLetter).get, { id: letter })
  expect(whole.names).toEqual({ [found.id]: `${found.number} 后巷` })
  await callKind(desk, requestVerbs(mend).acts['put-right'], { id: found.id, fields: { done: '已移交', letter } })
  const mended = await callKind(desk, requestVerbs(mend).get, { id: found.id })
  expect(mended.names).toEqual({ [letter]: '垃圾' })
})

test('an errand says for whom it is; the helper sees it in no way, and a list that leaves names them only when asked to', async () => {
  const dwelling = await givenDwelling(house, here, '3号楼', '2', '402')
  const { id, number } = await callKind(desk, requestVerbs(errand).begin, {
    ...{ id: newId(), v: errand.version, dwelling, way: 'phone', urgency: 'today' },
    fields: { what: 'parcel', put: 'door', call: '19900004321', whose: resident },
  })
  const helper = await house.as('volunteer', here)
  await callKind(desk, requestVerbs(errand).acts.give, { id, doer: helper.account })
  const mine = await callKind(helper, requestVerbs(errand).mine, {})
  expect(JSON.stringify(mine)).toContain(number)
  expect(JSON.stringify(mine)).not.toContain(resident)
  const verb = exportVerb(errand)
  if (!verb) throw new Error('errands leave the house')
  const out = (columns: string[]) =>
    desk.call(verb, {
      place: here,
      show: 'open',
      columns,
      reason: 'handover',
      as: 'print',
      language: 'zh',
    } as never) as Promise<object>
  expect(usualColumnsOf(errand)).not.toContain('whose')
  expect(JSON.stringify(await out(usualColumnsOf(errand)))).not.toContain('郑阿婆')
  expect(JSON.stringify(await out(['row.number', 'whose']))).toContain('郑阿婆')
})
