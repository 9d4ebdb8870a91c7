// Traces have a term: as long as the law wants them kept, and no longer.
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dropOldTraces } from '../../../src/platform/traces/drop-old.ts'
import { type House, startHouse } from '../../house.ts'

const county = '410105'
let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

const hours = 3_600_000
const days = 24 * hours
const term = 1096 * days

/** A line of a day, and with it whom it showed. */
async function givenLine(at: Date, scope = county): Promise<string> {
  const id = newId()
  await sql`insert into audit_line (scope, id, at, account, verb, targets, place)
    values (${scope}, ${id}, ${at}, ${newId()}, 'people.get', '{}', ${scope})`.execute(house.owner)
  await sql`insert into audit_seen (scope, subject, at, line) values (${scope}, ${newId()}, ${at}, ${id})`.execute(house.owner)
  return id
}
async function leftOf(...ids: string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select l.id from audit_line l where l.id = any(${ids}::uuid[])
    and exists (select from audit_seen s where s.scope = l.scope and s.line = l.id)`.execute(house.owner)
  return ids.filter((id) => rows.some((row) => row.id === id))
}
async function remainsOf(id: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select (select count(*) from audit_line where id = ${id})::int
    + (select count(*) from audit_seen where line = ${id})::int as n`.execute(house.owner)
  return rows[0]?.n ?? 0
}

test('a line is dropped once three years are over, in every county, with whom it named; before that it stays', async () => {
  const now = new Date()
  const before = (past: number) => new Date(now.getTime() - past)
  const over = await givenLine(before(term + hours))
  const elsewhere = await givenLine(before(term + 400 * days), '110101')
  const ofNation = await givenLine(before(term + hours), 'nation')
  const within = await givenLine(before(term - hours))
  expect(await dropOldTraces(house.db, new Date(now.getTime() - 500 * days))).toBe(0)
  expect(await leftOf(over, elsewhere, ofNation, within)).toHaveLength(4)
  expect(await dropOldTraces(house.db, now)).toBe(3)
  expect(await leftOf(over, elsewhere, ofNation, within)).toEqual([within])
  expect(await Promise.all([over, elsewhere, ofNation].map(remainsOf))).toEqual([0, 0, 0])
})

test('an installation that keeps traces for longer drops them later', async () => {
  const line = await givenLine(new Date(Date.now() - term - hours))
  const set = (value: number) =>
    sql`update installation set value = ${String(value)} where name = 'trace-days'`.execute(house.owner)
  await set(1200)
  try {
    expect(await dropOldTraces(house.db, new Date())).toBe(0)
    expect(await leftOf(line)).toEqual([line])
  } finally {
    await set(1096)
  }
  expect(await dropOldTraces(house.db, new Date())).toBe(1)
})

test('a server whose clock runs years ahead drops nothing: the database keeps half a year by its own', async () => {
  const line = await givenLine(new Date())
  const old = await givenLine(new Date(Date.now() - 400 * days))
  await expect(dropOldTraces(house.db, new Date(Date.now() + term + days))).rejects.toMatchObject({ code: '42501' })
  expect(await leftOf(line, old)).toEqual([line, old])
})

test('nobody changes a line, and nobody drops one by hand: not the server, and the owner of the tables none of the last half year', async () => {
  const line = await givenLine(new Date(Date.now() - 180 * days)) // half a year has 181 at least
  const old = await givenLine(new Date(Date.now() - 400 * days))
  const refused = { code: '42501' }
  for (const id of [line, old])
    for (const table of ['audit_line', 'audit_seen']) {
      const is = sql`${sql.ref(table === 'audit_line' ? 'id' : 'line')} = ${id}`
      const change = sql`update ${sql.table(table)} set at = now() where ${is}`
      const drop = sql`delete from ${sql.table(table)} where ${is}`
      await expect(change.execute(house.owner)).rejects.toMatchObject(refused)
      await expect(change.execute(house.db)).rejects.toMatchObject(refused)
      await expect(drop.execute(house.db)).rejects.toMatchObject(refused)
      if (id === line) await expect(drop.execute(house.owner)).rejects.toMatchObject(refused)
    }
  expect(await leftOf(line, old)).toEqual([line, old])
})
