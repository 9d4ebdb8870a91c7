import { confirmColour, getHealth, listTiers, recordHealth } from '@wangdi/domain/health/health.api.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { givenDwelling, givenGrid, givenPerson } from '../../test/given/people.ts'
import { type Caller, type House, type Refused, startHouse } from '../../test/house.ts'
import { inTransaction } from '../platform/db.ts'
import { saveHealthFacts } from './index.ts'

const county = '410105'
const tixiang = '410105001003'
let house: House
let doctor: Caller
let worker: Caller
let mine: string

beforeAll(async () => {
  house = await startHouse()
  doctor = await house.as('community-doctor', tixiang, '李文静')
  worker = await house.as('grid-worker', tixiang, '马晓燕')
  mine = await givenDwelling(house, tixiang, '3号楼', '2', '402')
  await givenGrid(house, tixiang, [mine], worker.account)
})
afterAll(() => house.close())
beforeEach(async () => {
  await sql`truncate colour_decision, health_fact`.execute(house.owner)
  await sql`delete from person`.execute(house.owner)
})

const elder = (name: string, born: string, dwelling = mine) => givenPerson(house, tixiang, name, { born, dwelling })
const tell = (person: string, facts: Omit<Parameters<typeof tellAs>[2], 'person'>) => tellAs(doctor, person, facts)
const tellAs = (
  who: Caller,
  person: string,
  facts: { disease?: 'none' | 'stable' | 'unstable'; doses?: number; infected_since?: string | null; stated_on?: string },
) => who.call(recordHealth, { id: newId(), person, source: 'visit', stated_on: '2026-11-16', ...facts })
const one = async (person: string, who = doctor) => who.call(getHealth, { person })
const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: Refused) => error.code,
  )

test('the table proposes a colour from age, disease and doses, and changes when they do [R-2023-19]', async () => {
  const person = await elder('周桂兰', '1954-03-01') // 72
  expect(await one(person)).toMatchObject({ colour: null, state: 'unknown' }) // nothing told is not "healthy"
  await tell(person, { disease: 'none' })
  expect(await one(person)).toMatchObject({ colour: 'green', state: 'open' })
  await tell(person, { disease: 'stable', doses: 2 })
  expect(await one(person)).toMatchObject({ colour: 'yellow', health: { vaccination: 'partial' } })
  await tell(person, { disease: 'unstable' })
  expect(await one(person)).toMatchObject({ colour: 'red', health: { doses: 2 } }) // doses stand from before
})

test('a doctor confirms; another colour needs a reason; when the facts move the word is marked as overtaken [R-LAW-9][R-2023-19]', async () => {
  const person = await elder('周桂兰', '1954-03-01')
  await tell(person, { disease: 'stable', doses: 3 })
  await doctor.call(confirmColour, { id: newId(), person, colour: 'green' })
  expect(await one(person)).toMatchObject({ state: 'confirmed', decision: { by: '李文静', proposed: 'green' } })
  expect(await refusal(doctor.call(confirmColour, { id: newId(), person, colour: 'red' }))).toBe('health.needs-reason')
  await doctor.call(confirmColour, { id: newId(), person, colour: 'yellow', reason: '刚出院' })
  expect(await one(person)).toMatchObject({ colour: 'yellow', proposal: { value: 'green' }, state: 'confirmed' })
  await tell(person, { disease: 'unstable' })
  expect(await one(person)).toMatchObject({ colour: 'yellow', proposal: { value: 'red' }, state: 'changed' })
  expect((await one(person)).decisions).toHaveLength(2)
  expect(await refusal(worker.call(confirmColour, { id: newId(), person, colour: 'red' }))).toBe('access.refused')
})

test('the ledger holds those of 65 and others with a record, red first, with counts and pages', async () => {
  const red = await elder('吴秀英', '1940-01-01')
  const green = await elder('郑书平', '1958-01-01')
  const young = await elder('陈小川', '1990-01-01')
  await elder('刘洋', '1992-01-01') // neither old nor on record
  const turning = await elder('宋磊', '1961-11-17') // 65 today
  await elder('高岚', '1961-11-18') // 65 tomorrow
  await tell(red, { disease: 'unstable', doses: 1 })
  await tell(green, { disease: 'none', doses: 3 })
  await tell(young, { disease: 'unstable', doses: 0 })
  const { rows, counts, total } = await doctor.call(listTiers, { community: tixiang })
  expect(rows.map(({ person, colour }) => [person, colour])).toEqual([
    [red, 'red'],
    [young, 'red'],
    [green, 'green'],
    [turning, null],
  ])
  expect(counts).toMatchObject({ people: 4, red: 2, green: 1, yellow: 0, unknown: 1, unconfirmed: 4 })
  expect(total).toBe(4)
  const page = await doctor.call(listTiers, { community: tixiang, colour: 'red', page: 1, size: 1 })
  expect(page.rows.map(({ person }) => person)).toEqual([young])
  expect(page.total).toBe(2)
})

test('how often contact is due follows the colour, and is closer while somebody is infected', async () => {
  const person = await elder('周桂兰', '1954-03-01')
  await tell(person, { disease: 'stable', doses: 2 })
  const ordinary = (await one(person)).every_days
  await tell(person, { infected_since: '2026-11-15' })
  expect((await one(person)).every_days).toBe(3)
  await tell(person, { infected_since: null, stated_on: '2026-11-17' })
  expect((await one(person)).every_days).toBe(ordinary)
  expect(ordinary).toBeGreaterThan(3)
})

test('contact is due by colour and infection: done, due, and tried without an answer are told apart [R-2023-18]', async () => {
  const person = await elder('周桂兰', '1954-03-01')
  await elder('周大明', '1950-03-01') // the same door, nothing told: seen in the rhythm of the old
  await tell(person, { disease: 'unstable', doses: 1 })
  const visit = async (at: string, result: string, met: string[] = []) =>
    house.owner
      .insertInto('visit')
      .values({
        ...{ county, id: newId(), community: tixiang, dwelling: mine, at: new Date(at), day: at.slice(0, 10) },
        ...{ by_account: worker.account, result, met: JSON.stringify(met) },
      })
      .execute()
  const now = async () => (await one(person)).contact
  expect(await now()).toEqual({ state: 'due', due_on: '2026-11-17', last: null })
  await visit('2026-11-16T02:00:00Z', 'nobody-home')
  expect(await now()).toMatchObject({ state: 'no-answer', last: { result: 'nobody-home' } })
  await visit('2026-11-16T08:00:00Z', 'met', [newId()]) // somebody else of the house
  expect(await now()).toMatchObject({ state: 'due' })
  await visit('2026-11-16T09:00:00Z', 'met', [person])
  expect(await now()).toMatchObject({ state: 'done', due_on: '2026-11-23' }) // red: every 7 days
  const { counts, total } = await doctor.call(listTiers, { community: tixiang, contact: 'done' })
  expect([counts.contact_done, counts.contact_due, counts.no_answer, total]).toEqual([1, 1, 0, 1])
  await tell(person, { infected_since: '2026-11-10', stated_on: '2026-11-17' })
  expect(await now()).toMatchObject({ state: 'done', due_on: '2026-11-19' }) // infected: every 3 days
  await sql`truncate visit`.execute(house.owner)
})

test('a grid worker sees the ledger of the own doors only; a volunteer and a leader see none [R-LAW-21]', async () => {
  const other = await givenDwelling(house, tixiang, '6号楼', '1', '101')
  const here = await elder('周桂兰', '1954-03-01')
  const there = await elder('吴秀英', '1940-01-01', other)
  const { rows } = await worker.call(listTiers, { community: tixiang })
  expect(rows.map(({ person }) => person)).toEqual([here])
  expect(await refusal(one(there, worker))).toBe('access.not-found')
  for (const role of ['volunteer', 'county-leader', 'street-officer'] as const) {
    const somebody = await house.as(role, role === 'volunteer' ? tixiang : role === 'street-officer' ? '410105001' : county)
    expect(await refusal(somebody.call(listTiers, { community: tixiang }))).toBe('access.refused')
  }
})

test('a transaction without the health flag cannot read the facts even by mistake [R-LAW-11]', async () => {
  const person = await elder('周桂兰', '1954-03-01')
  await tell(person, { disease: 'stable' })
  const count = (health: boolean) =>
    inTransaction(house.db, { county, area: tixiang, place: tixiang, health }, async (db) => {
      const facts = await db.selectFrom('health_fact').selectAll().execute()
      const words = await db.selectFrom('colour_decision').selectAll().execute()
      return facts.length + words.length
    })
  expect([await count(true), await count(false)]).toEqual([1, 0])
})

test('many facts are kept at once, and the same import twice changes nothing', async () => {
  const people = await Promise.all(Array.from({ length: 5 }, (_, n) => elder(`老人${n}`, '1950-01-01')))
  const facts = people.map((person) => ({
    id: newId(),
    community: tixiang,
    person,
    stated_on: '2026-11-01',
    source: 'import' as const,
    disease: 'stable' as const,
    doses: 3,
    by_account: doctor.account,
  }))
  const keep = () =>
    inTransaction(house.db, { county, area: tixiang, place: tixiang, health: true }, (db) => saveHealthFacts(db, facts))
  expect([await keep(), await keep()]).toEqual([5, 0])
  expect((await doctor.call(listTiers, { community: tixiang })).counts.green).toBe(5)
})

test('nothing told and days to come are refused', async () => {
  const person = await elder('周桂兰', '1954-03-01')
  expect(await refusal(tell(person, {}))).toBe('health.nothing-told')
  expect(await refusal(tell(person, { disease: 'none', stated_on: '2026-11-18' }))).toBe('health.in-future')
})
