import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../src/platform/db.ts'
import { type House, startHouse } from './house.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

const tixiang = '410105001003'

test('the server works under a role that owns nothing and cannot bypass row security', async () => {
  const { rows } = await sql<{ super: boolean; bypass: boolean; owns: number }>`select rolsuper as super, rolbypassrls as bypass,
    (select count(*)::int from pg_class where relowner = pg_roles.oid) as owns from pg_roles where rolname = current_user`.execute(
    house.db,
  )
  expect(rows).toEqual([{ super: false, bypass: false, owns: 0 }])
})

test('every table is behind row security, but for the public place list and facts about the installation', async () => {
  const { rows } = await sql<{
    name: string
  }>`select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where nspname = 'public' and relkind in ('r', 'p') and not relrowsecurity order by 1`.execute(house.owner)
  expect(rows.map((row) => row.name)).toEqual(['installation', 'kysely_migration', 'kysely_migration_lock', 'place'])
})

test('without a scope nothing personal is seen, and one community cannot see its neighbour', async () => {
  await sql`insert into estate (county, id, community, kind, name) values
    ('410105', gen_random_uuid(), ${tixiang}, 'estate', '翠苑'), ('410105', gen_random_uuid(), '410105001001', 'estate', '邻居')`.execute(
    house.owner,
  )
  const names = async (area: string, county = '410105') =>
    inTransaction(house.db, { county, area, place: area, health: false }, async (db) =>
      (await sql<{ name: string }>`select name from estate order by name`.execute(db)).rows.map((row) => row.name),
    )
  expect((await sql`select * from estate`.execute(house.db)).rows).toEqual([])
  expect(await names(tixiang)).toEqual(['翠苑'])
  expect(await names('410105')).toEqual(['翠苑', '邻居'])
  expect(await names('', '410105')).toEqual([])
  expect(await names('410122', '410122')).toEqual([])
  expect((await sql`select * from estate`.execute(house.db)).rows).toEqual([]) // the scope ended with its transaction
})
