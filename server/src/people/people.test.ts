import { addPerson, correctPerson, getPerson, searchPeople, unmaskPerson } from '@wangdi/domain/people/people.api.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenDwelling, givenGrid, givenPerson } from '../../test/given/people.ts'
import { type Caller, type House, type Refused, startHouse } from '../../test/house.ts'

const tixiang = '410105001003'
let house: House
let director: Caller
let worker: Caller
let chen: string
let outside: string

beforeAll(async () => {
  house = await startHouse()
  director = await house.as('community-director', tixiang, '周敏')
  worker = await house.as('grid-worker', tixiang, '马晓燕')
  const door = await givenDwelling(house, tixiang)
  await givenGrid(house, tixiang, [door], worker.account)
  chen = await givenPerson(house, tixiang, '陈志强', {
    dwelling: door,
    born: '1985-03-02',
    phone: '19900002217',
    document: '410199198503020012',
  })
  outside = await givenPerson(house, tixiang, '陈福', {
    dwelling: await givenDwelling(house, tixiang, '5号楼', '1', '101'),
    born: '1952-06-01',
  })
  await givenPerson(house, tixiang, '阿依古丽·买买提江', { born: '1990-01-01' })
  await givenPerson(house, tixiang, '𠮷田龘', { born: '1990-01-01' })
  await givenPerson(house, '410105001001', '陈志强', { born: '1985-03-02' })
  await givenPerson(house, '410122100201', '陈志强', { born: '1985-03-02' })
})
afterAll(() => house.close())

const names = async (caller: Caller, text: string) =>
  (await caller.call(searchPeople, { place: caller === worker || caller === director ? tixiang : '410105', text })).rows
    .map((row) => row.name)
    .sort()

test('people are found by name, part of a name, pinyin initials, and the last four digits of phone or document', async () => {
  expect(await names(director, '陈志强')).toEqual(['陈志强'])
  expect(await names(director, '陈')).toEqual(['陈志强', '陈福'].sort())
  expect(await names(director, '志强')).toEqual(['陈志强'])
  expect(await names(director, 'czq')).toEqual(['陈志强'])
  expect(await names(director, 'ayg')).toEqual(['阿依古丽·买买提江'])
  expect(await names(director, '买买提江')).toEqual(['阿依古丽·买买提江'])
  expect(await names(director, '龘')).toEqual(['𠮷田龘'])
  expect(await names(director, '2217')).toEqual(['陈志强'])
  expect(await names(director, '0012')).toEqual(['陈志强'])
  expect(await names(director, '19900002217')).toEqual(['陈志强'])
  expect(await names(director, "' or 1=1 --")).toEqual([])
})

test('numbers are masked in lists, and one whole number is shown for a stated reason that is audited', async () => {
  const { rows } = await director.call(searchPeople, { place: tixiang, text: '陈志强' })
  expect(rows[0]).toMatchObject({ document: '410199********0012', phone: '199****2217', door: '3号楼2单元402', age: 41 })
  expect(await director.call(unmaskPerson, { id: chen, field: 'phone', reason: 'call' })).toEqual({ value: '19900002217' })
  const { rows: lines } = await sql<{
    verb: string
    targets: unknown
  }>`select verb, targets from audit_line where account = ${director.account} and verb = 'people.unmask'`.execute(house.owner)
  expect(lines).toEqual([{ verb: 'people.unmask', targets: { person: chen, field: 'phone', reason: 'call', seen: '1' } }])
})

test('a grid worker finds only people of the own grid, and others do not exist for them', async () => {
  expect(await names(worker, '陈')).toEqual(['陈志强'])
  expect((await worker.call(getPerson, { id: chen })).name).toBe('陈志强')
  await expect(worker.call(getPerson, { id: outside })).rejects.toMatchObject({ code: 'access.not-found' })
})

test('a county role finds people of its own county, and none of another', async () => {
  const county = await house.as('county-health', '410105')
  expect(await names(county, '陈志强')).toEqual(['陈志强', '陈志强'])
  const city = await house.as('city-officer', '4101')
  await expect(city.call(searchPeople, { place: '4101', text: '陈' })).rejects.toMatchObject({ code: 'access.refused' })
})

test('a resident is entered with what was typed made plain; a wrong number is refused and nothing is written', async () => {
  const id = newId()
  await director.call(addPerson, {
    id,
    community: tixiang,
    name: ' 何 丽 ',
    document: '４１０１９９１９８７０３０２１０２8',
    phone: '199 0000 3318',
  })
  expect(await director.call(getPerson, { id })).toMatchObject({
    name: '何丽',
    born: '1987-03-02',
    sex: 'female',
    document: '410199********1028',
    phone: '199****3318',
  })
  const before = await house.owner.selectFrom('person').select(sql<number>`count(*)::int`.as('n')).executeTakeFirstOrThrow()
  await expect(
    director.call(addPerson, { id: newId(), community: tixiang, name: '何丽', document: '410199198703021020' }),
  ).rejects.toMatchObject({ code: 'people.document-wrong' })
  await expect(director.call(addPerson, { id: newId(), community: tixiang, name: '何丽', phone: '123' })).rejects.toMatchObject({
    code: 'people.phone-wrong',
  })
  await expect(
    director.call(addPerson, { id: newId(), community: tixiang, name: '何丽', document: '410199198503020012' }),
  ).rejects.toMatchObject({ code: 'people.document-held' })
  expect(await house.owner.selectFrom('person').select(sql<number>`count(*)::int`.as('n')).executeTakeFirstOrThrow()).toEqual(
    before,
  )
})

test('a correction is made on the version that was seen; a moved one is refused and says who changed it and when', async () => {
  const renamed = await givenPerson(house, tixiang, '冯福', { born: '1990-01-01' })
  const { version } = await director.call(getPerson, { id: renamed })
  const saved = await director.call(correctPerson, { id: renamed, version, name: '冯福生', phone: '19900004417' })
  expect(saved.version).toBe(version + 1)
  expect(await names(director, '福生')).toEqual(['冯福生'])
  const late = async () =>
    director.call(correctPerson, { id: renamed, version, name: '冯福' }).then(undefined, (refused: Refused) => refused.problem)
  const other = await house.as('community-worker', tixiang, '马晓燕')
  house.clock.set('2026-11-17T10:31:00+08:00')
  await other.call(correctPerson, { id: renamed, version: saved.version, name: '冯福生', relation: '户主' })
  expect(await late()).toMatchObject({
    code: 'record.moved',
    facts: { by: '马晓燕', at: '10:31', version: version + 2 },
    words: { zh: '马晓燕 10:31 改过这一条，两份都在，选一份', en: expect.stringMatching(/^马晓燕 changed this at 10:31; /) },
  })
  house.clock.set('2026-11-18T08:00:00+08:00')
  expect(await late()).toMatchObject({ facts: { at: '11-17 10:31' } })
  house.clock.set('2026-11-17T10:00:00+08:00')
})

test('the database holds neither phone nor document number in the clear', async () => {
  const row = await house.owner.selectFrom('person').selectAll().where('id', '=', chen).executeTakeFirstOrThrow()
  expect(JSON.stringify(row)).not.toMatch(/19900002217|410199198503020012/)
})
