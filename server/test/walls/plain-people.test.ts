// A person is one person, however the name and the document were typed, by whichever way they came in.
import { recordArrival } from '@wangdi/domain/people/arrival/arrival.api.ts'
import { addPerson, correctPerson, searchPeople, unmaskPerson } from '@wangdi/domain/people/people.api.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addReadings } from '../../src/start/name-readings.ts'
import { makePeoplePlain } from '../../src/start/plain-people.ts'
import { givenPerson } from '../given/people.ts'
import { givenResponse } from '../given/regimes.ts'
import { type Caller, type House, startHouse } from '../house.ts'

const community = '410105001003'
let house: House
let director: Caller
beforeAll(async () => {
  house = await startHouse()
  director = await house.as('community-director', community)
  await givenResponse(house, '410105')
})
afterAll(() => house.close())

const add = (more: object) => director.call(addPerson, { id: newId(), community, name: '郭小兰', ...more })
const found = async (text: string) => (await director.call(searchPeople, { place: community, text })).rows.map(({ name }) => name)

test('a passport typed with blanks, wide or small letters is the same passport: when entered, looked for, told of an arrival', async () => {
  const { id } = await add({ name: '安娜', document: ' ｅ 1234－567', document_kind: 'passport' })
  expect(await director.call(unmaskPerson, { id, field: 'document', reason: 'verify' })).toEqual({ value: 'E1234567' })
  for (const typed of ['E1234567', 'e1234567', 'Ｅ１２３４５６７', 'E 1234-567', '4567'])
    expect(await found(typed)).toEqual(['安娜'])
  await expect(add({ document: 'e1234567\u200b', document_kind: 'passport' })).rejects.toMatchObject({
    code: 'people.document-held',
  })
  const entered = { id: newId(), name: '安娜', document: 'E-1234 567', document_kind: 'passport' as const }
  const arrived = { id: newId(), community, entered, origin: '武汉', arrived_on: house.clock.today() }
  expect((await director.call(recordArrival, arrived)).person).toBe(id)
})

test('a phone is found as it is said, and a name whichever dot was typed between its parts', async () => {
  await add({ name: '古丽 · 买买提', phone: '+86 199-0000-7788' })
  for (const typed of [
    '19900007788',
    '199 0000 7788',
    '+8619900007788',
    '１９９００００７７８８',
    '古丽•买买提',
    '古丽‧买买提',
    '古丽·买买提',
  ])
    expect(await found(typed)).toEqual(['古丽·买买提'])
})

test('a name is found by its initials however it is read, as on a phone, and no longer by those of a name it had', async () => {
  const { id, version } = await add({ name: '张乐行' })
  for (const typed of ['zl', 'zlx', 'zlh', 'zyx', 'ZYH']) expect(await found(typed)).toContain('张乐行')
  expect(await found('zyc')).not.toContain('张乐行')
  await director.call(correctPerson, { id, version, name: '单晓' })
  for (const typed of ['sx', 'dx']) expect(await found(typed)).toContain('单晓')
  expect(await found('zyx')).toEqual([])
  // Somebody from before there were other readings.
  const forget = sql`delete from person_gram where gram like '~%'; delete from start_step where name = 'readings of names'`
  await forget.execute(house.owner)
  expect(await found('dx')).toEqual([])
  expect(await addReadings(house.ownerUrl)).toBe(1)
  expect(await found('dx')).toEqual(['单晓'])
  expect(await addReadings(house.ownerUrl)).toBe(undefined)
})

test('days that cannot be of this life are refused by hand: birth, leaving, coming', async () => {
  await expect(add({ born: '2026-11-18' })).rejects.toMatchObject({ code: 'people.born-ahead' })
  await expect(add({ born: '1850-01-01' })).rejects.toMatchObject({ code: 'people.born-too-early' })
  await expect(add({ name: '\u200b' })).rejects.toMatchObject({ code: 'request.invalid' })
  const { id, version } = await add({ born: '1990-05-01' })
  const correct = (more: object) => director.call(correctPerson, { id, version, name: '郭小兰', ...more })
  await expect(correct({ left_on: '2026-11-18' })).rejects.toMatchObject({ code: 'people.left-ahead' })
  await expect(correct({ left_on: '1990-04-30' })).rejects.toMatchObject({ code: 'people.left-too-early' })
  const arrived = { id: newId(), community, person: id, origin: '武汉' }
  await expect(director.call(recordArrival, { ...arrived, arrived_on: '1990-04-30' })).rejects.toMatchObject({
    code: 'people.arrival-too-early',
  })
  // A birth told later is judged against the leaving that is on record.
  expect(await correct({ left_on: '2000-01-01' })).toEqual({ id, version: 2 })
  await expect(director.call(correctPerson, { id, version: 2, name: '郭小兰', born: '2001-01-01' })).rejects.toMatchObject({
    code: 'people.left-too-early',
  })
})

test('people from before are brought to the plain form at a start, once; two who would become one stay for a person to settle', async () => {
  const before = async (name: string, document: string) => {
    const id = await givenPerson(house, community, name)
    const { cipher, hash, tailHash } = house.fields.seal('document', document)
    await sql`update person set document_kind = 'passport', document_cipher = ${cipher}, document_hash = ${hash},
      document_tail_hash = ${tailHash} where id = ${id}`.execute(house.owner)
    return id
  }
  const one = await before('玛丽亚‧佩雷斯', 'K 765 4321')
  const [held, twin] = [await before('约翰', 'L7654321'), await before('约翰', 'L-7654321')]
  expect(await found('K7654321')).toEqual([])
  expect(await makePeoplePlain(house.ownerUrl, house.fields)).toEqual({ rewritten: 1, left: 1 })
  expect(await makePeoplePlain(house.ownerUrl, house.fields)).toBeUndefined()
  expect(await found('K7654321')).toEqual(['玛丽亚·佩雷斯'])
  expect(await found('玛丽亚·佩雷斯')).toEqual(['玛丽亚·佩雷斯'])
  const value = async (id: string) => (await director.call(unmaskPerson, { id, field: 'document', reason: 'verify' })).value
  expect([await value(one), await value(held), await value(twin)]).toEqual(['K7654321', 'L7654321', 'L-7654321'])
  expect(
    await house.owner
      .selectFrom('start_step')
      .select(['rewritten', 'left_as_it_was'])
      .where('name', '<>', 'readings of names')
      .execute(),
  ).toEqual([{ rewritten: 1, left_as_it_was: 1 }])
})
