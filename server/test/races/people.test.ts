// Two people at one record of a resident at the same moment: one wins, the other is told, nothing is half-written.
import { recordArrival } from '@wangdi/domain/people/arrival/arrival.api.ts'
import { importResidents, type RosterFile } from '@wangdi/domain/people/import.api.ts'
import { addPerson, correctPerson, setMark } from '@wangdi/domain/people/people.api.ts'
import { keepApart, linkPeople } from '@wangdi/domain/people/pile/pile.api.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openResponseFor } from '../../src/regimes/given.ts'
import { givenDwelling, givenPerson } from '../given/people.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { atOnce } from './at-once.ts'

const community = '410105001003'
const number = '410199199108104616'
let house: House
let one: Caller
let other: Caller
let dwelling: string

beforeAll(async () => {
  house = await startHouse()
  one = await house.as('community-worker', community, '宋磊')
  other = await house.as('community-director', community, '周敏')
  await openResponseFor(house, '410105', { from: '2026-11-10', until: '2026-12-10' })
  dwelling = await givenDwelling(house, community)
})
afterAll(() => house.close())
beforeEach(async () => {
  await sql`truncate person, arrival cascade`.execute(house.owner)
})

const person = (more: object = {}) => ({ id: newId(), community, name: '陈小川', document: number, ...more })
const holders = async () =>
  (
    await sql<{ name: string; document_doubted: boolean }>`select name, document_doubted from person
      where document_hash is not null and left_on is null order by id`.execute(house.owner)
  ).rows
const sorted = (codes: string[]) => codes.toSorted()

/** A roster of so many people; the first has the number. */
async function roster(caller: Caller, people: number): Promise<string> {
  const lines = Array.from(
    { length: people },
    (_, at) => `${at === 0 ? '陈小川' : `路人${at}`},${at === 0 ? number : ''},3号楼2单元${101 + at}`,
  )
  const body = Buffer.from(`姓名,身份证号,地址\n${lines.join('\n')}\n`)
  const headers = { ...caller.headers, 'content-type': 'application/octet-stream' }
  const sent = await fetch(`${house.url}/api/people/roster-files`, { method: 'POST', headers, body: new Uint8Array(body) })
  return ((await sent.json()) as RosterFile).file
}

test('one number entered twice by hand at once is one record; the other is told that it is held', async () => {
  const codes = await atOnce(house, 'person', [
    () => one.call(addPerson, person({ name: '陈小川' })),
    () => other.call(addPerson, person({ name: '陈小船' })),
  ])
  expect(sorted(codes)).toEqual(['done', 'people.document-held'])
  expect(await holders()).toHaveLength(1)
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from person`.execute(house.owner)
  expect(rows[0]?.n).toBe(1)
})

test('one number entered by hand and by a roster at once is one record, whoever comes first', async () => {
  const file = await roster(one, 3)
  const codes = await atOnce(house, 'person', [
    () => other.call(addPerson, person({ name: '陈小船' })),
    () => one.call(importResidents, { id: newId(), place: community, file }),
  ])
  expect(codes[1]).toBe('done')
  expect(['done', 'people.document-held']).toContain(codes[0])
  expect(await holders()).toHaveLength(1)
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from person`.execute(house.owner)
  expect(rows[0]?.n).toBe(3)
})

test('two rosters with one number at once are one record', async () => {
  const files = [await roster(one, 3), await roster(other, 3)]
  const codes = await atOnce(house, 'person', [
    () => one.call(importResidents, { id: newId(), place: community, file: files[0] ?? '' }),
    () => other.call(importResidents, { id: newId(), place: community, file: files[1] ?? '' }),
  ])
  expect(codes).toEqual(['done', 'done'])
  expect(await holders()).toHaveLength(1)
})

test('one newcomer registered at two desks at once is one person with one arrival', async () => {
  const arrival = () => ({ id: newId(), community, origin: '武汉', arrived_on: '2026-11-17', dwelling })
  const entered = () => ({ id: newId(), name: '陈小川', document: number })
  const codes = await atOnce(house, 'person', [
    () => one.call(recordArrival, { ...arrival(), entered: entered() }),
    () => other.call(recordArrival, { ...arrival(), entered: entered() }),
  ])
  expect(sorted(codes)).toEqual(['done', 'people.arrival-held'])
  expect(await holders()).toHaveLength(1)
})

test('a number given to two records at once stays with one', async () => {
  const ids = [await givenPerson(house, community, '陈小川'), await givenPerson(house, community, '陈小船')]
  const correct = (caller: Caller, id: string | undefined) => () =>
    caller.call(correctPerson, { id: id ?? '', version: 1, name: '陈小川', document: number })
  const codes = await atOnce(house, 'person', [correct(one, ids[0]), correct(other, ids[1])])
  expect(sorted(codes)).toEqual(['done', 'people.document-held'])
  expect(await holders()).toHaveLength(1)
})

test('two edits of one version: the second is told that the record moved', async () => {
  const id = await givenPerson(house, community, '陈小川')
  const codes = await atOnce(house, 'person', [
    () => one.call(correctPerson, { id, version: 1, name: '陈小川一' }),
    () => other.call(correctPerson, { id, version: 1, name: '陈小川二' }),
  ])
  expect(sorted(codes)).toEqual(['done', 'record.moved'])
})

test('“same” and “different” for one pair at once: one counts, whichever record is named first', async () => {
  const [a, b] = [await givenPerson(house, community, '陈小川'), await givenPerson(house, community, '陈小川')]
  const codes = await atOnce(house, 'person_link', [
    () => one.call(linkPeople, { id: newId(), one: a, other: b }),
    () => other.call(keepApart, { id: newId(), one: b, other: a }),
  ])
  expect(sorted(codes)).toEqual(['done', 'record.moved'])
  const open = async () =>
    (await sql<{ state: string }>`select state from person_link where ended_at is null`.execute(house.owner)).rows
  expect(await open()).toHaveLength(1)
  // Said again later, after having looked, it takes the place of what was said.
  await one.call(keepApart, { id: newId(), one: a, other: b })
  expect(await open()).toEqual([{ state: 'different' }])
})

test('one mark set twice at once is one', async () => {
  const id = await givenPerson(house, community, '陈小川')
  const codes = await atOnce(house, 'person_mark', [
    () => one.call(setMark, { id: newId(), person: id, kind: 'disabled' }),
    () => other.call(setMark, { id: newId(), person: id, kind: 'disabled' }),
  ])
  expect(sorted(codes)).toEqual(['done', 'people.mark-held'])
})
