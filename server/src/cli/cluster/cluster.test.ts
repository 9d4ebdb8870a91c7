// What a cluster asks of the schema, tried on one machine; laying out itself is tried where TEST_WORKER_URLS names workers.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Problem } from '@wangdi/domain/problem.ts'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import { withClient } from '../../../test/database-url.ts'
import { listTableHomes, listUnfit, type TableHome } from '../../platform/cluster/catalogue.ts'
import { prepareCluster } from '../../platform/cluster/prepare.ts'
import { migrationStatements } from '../../platform/cluster/split-statements.ts'
import { WrongUsage } from '../verb.ts'
import { clusterVerb } from './cluster.ts'

const onCluster = inject('workerUrls').length > 0
let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
  vi.stubEnv('DATABASE_URL', database.ownerUrl)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await database.drop()
})

/** Runs something in a transaction that leaves nothing behind. */
const tried = <T>(run: (client: pg.Client) => Promise<T>): Promise<T> =>
  withClient(database.ownerUrl, async (client) => {
    await client.query('begin')
    try {
      return await run(client)
    } finally {
      await client.query('rollback')
    }
  })

const named = (homes: readonly TableHome[], home: TableHome['home']) =>
  homes.filter((one) => one.home === home).map(({ table }) => table)

test('every table with a county goes by it, also one that a later version brings; commands and the trail go by their scope', () =>
  tried(async (client) => {
    await client.query(
      'create table later (county text not null, id uuid not null, community text not null, primary key (county, id))',
    )
    const homes = await listTableHomes(client, false)
    const { rows } = await client.query<{ table: string }>(
      `select table_name as table from information_schema.columns
        where table_schema = 'public' and column_name = 'county' and table_name <> 'later' order by 1`,
    )
    const withCounty = rows.map(({ table }) => table)
    expect(withCounty).toContain('person')
    expect(named(homes, 'county')).toEqual([...withCounty, 'audit_line', 'audit_seen', 'command', 'later'].sort())
    expect(homes.find(({ table }) => table === 'later')).toMatchObject({ column: 'county', there: false })
    expect(homes.find(({ table }) => table === 'audit_line')).toMatchObject({ column: 'scope' })
  }))

test('accounts and counties are on every node; places, figures and policy stay on the coordinator', () =>
  tried(async (client) => {
    const homes = await listTableHomes(client, false)
    expect(named(homes, 'everywhere')).toEqual(['account', 'county'])
    expect(named(homes, 'coordinator')).toEqual(expect.arrayContaining(['place', 'daily_report', 'response', 'pack_version']))
  }))

test('nothing in the schema keeps it from a cluster', () =>
  tried(async (client) => expect(await listUnfit(client, await listTableHomes(client, false))).toEqual([])))

test('no function in the language SQL names a table that goes by county', () =>
  tried(async (client) => {
    const tables = (await listTableHomes(client, false)).filter(({ home }) => home === 'county').map(({ table }) => table)
    const { rows } = await client.query<{ name: string; body: string }>(
      `select p.proname as name, coalesce(pg_get_function_sqlbody(p.oid), p.prosrc) as body from pg_proc p join pg_language l on l.oid = p.prolang
        where p.pronamespace = 'public'::regnamespace and l.lanname = 'sql'`,
    )
    expect(rows.length).toBeGreaterThan(5)
    const names = new RegExp(`\\b(${tables.join('|')})\\b`)
    expect(rows.filter(({ body }) => names.test(body)).map(({ name }) => name)).toEqual([])
  }))

test('no function makes anything but text of a setting that may be empty, be it in a branch that is not taken', () =>
  tried(async (client) => {
    const { rows } = await client.query<{ name: string; body: string }>(
      `select p.proname as name, pg_get_function_sqlbody(p.oid) as body from pg_proc p
        where p.pronamespace = 'public'::regnamespace and pg_get_function_sqlbody(p.oid) like '%current_setting%'`,
    )
    expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(['scope_account', 'scope_given']))
    const made = /current_setting\([^()]*\)\)*::(?!text)\w+/
    expect(rows.filter(({ body }) => made.test(body)).map(({ name }) => name)).toEqual([])
  }))

test('what a cluster cannot hold is found: unique without the county, no key, a reference to a table that stays, a policy that asks', () =>
  tried(async (client) => {
    await client.query(
      `create table unfit (county text not null, id uuid not null, number text unique, response uuid references response (id))`,
    )
    await client.query('create table asking (county text not null, id uuid not null, primary key (county, id))')
    await client.query('create policy asks on asking using (exists (select from place p where p.code = county))')
    const unfit = await listUnfit(client, await listTableHomes(client, false))
    expect(unfit.filter(({ table }) => ['unfit', 'asking'].includes(table))).toEqual([
      { table: 'unfit', name: 'unfit_number_key', why: 'unique-without-county' },
      { table: 'unfit', name: 'unfit', why: 'no-primary-key' },
      { table: 'unfit', name: 'unfit_response_fkey', why: 'refers-to-coordinator' },
      { table: 'asking', name: 'asks', why: 'policy-asks-a-table' },
    ])
  }))

// Of the first of these steps on, a database may be laid out already.
const laidOutFrom = '0057'
test('no step changes rows of a database that is laid out by what differs from row to row', () => {
  const folder = fileURLToPath(new URL('../../../migrations/', import.meta.url))
  const steps = readdirSync(folder).filter((name) => name > laidOutFrom)
  expect(steps.length).toBeGreaterThan(8)
  const said = (name: string) => migrationStatements(readFileSync(folder + name, 'utf8'))
  const refused = (statement: string) =>
    /^(--[^\n]*\n|\s)*update\b/i.test(statement) && /\b(clock_timestamp|gen_random_uuid|random|nextval)\s*\(/i.test(statement)
  expect(steps.filter((name) => said(name).some(refused))).toEqual([])
  expect(said('0056_one_of_two_at_once.sql').filter(refused).length).toBe(1)
})

test('words that it does not know are wrong usage', async () => {
  await expect(clusterVerb.run([])).rejects.toThrow(WrongUsage)
  await expect(clusterVerb.run(['prepare', 'all'])).rejects.toThrow(WrongUsage)
})

describe.skipIf(onCluster)('on one machine', () => {
  test.each([['--dry-run'], ['--json']])(
    'a database without the extension is refused, and stays as it was (%s)',
    async (option) => {
      const why: unknown = await clusterVerb.run(['prepare', option]).catch((error: unknown) => error)
      expect(why).toBeInstanceOf(Problem)
      expect((why as Problem).code).toBe('cluster.no-extension')
    },
  )

  test('the database of the house itself is no cluster: one must be named', async () => {
    vi.stubEnv('DATABASE_URL', undefined)
    await expect(clusterVerb.run(['prepare'])).rejects.toMatchObject({ code: 'cluster.no-database' })
    vi.stubEnv('DATABASE_URL', database.ownerUrl)
  })
})

describe.runIf(onCluster)('on a coordinator and its workers', () => {
  const rowsOf = async (table: string): Promise<Record<string, number>> =>
    withClient(database.ownerUrl, async (client) => {
      const { rows } = await client.query<{ nodeport: number; n: number }>(
        `select s.nodeport, sum(r.result::int)::int as n from run_command_on_shards($1, 'select count(*) from %s') r
          join citus_shards s on s.shardid = r.shardid group by 1 having sum(r.result::int) > 0`,
        [table],
      )
      return Object.fromEntries(rows.map(({ nodeport, n }) => [nodeport, n]))
    })

  test('prepared once, there is nothing left to do', async () => {
    const { value } = await clusterVerb.run(['prepare'])
    expect(value).toMatchObject({ dry_run: false, changed: 0 })
  })

  test('what a later version brings is planned first, then laid out with its rows and keys; the second time nothing', async () => {
    const migration = `
      create table later (
        county text not null, id uuid not null, community text not null, estate uuid, by_account uuid references account (id),
        primary key (county, id), foreign key (county, estate) references estate (county, id));
      call protect_personal('later');
      create table filled (county text not null, id uuid primary key);
      alter table filled drop constraint filled_pkey, add primary key (county, id);
      alter table estate add column later_n integer not null default 0 check (later_n >= 0), add column later_by uuid references account (id);
      insert into filled select county, gen_random_uuid() from unnest(array['410105', '410122']) county, generate_series(1, 3)`
    await withClient(database.ownerUrl, async (client) => {
      await client.query('begin')
      for (const statement of migrationStatements(migration)) await client.query(statement)
      await client.query('commit')
    })
    const of = (table: string, rows: number) => ({ table, home: 'county', column: 'county', done: 'laid-out', rows })
    const both = { changed: 2, tables: expect.arrayContaining([of('filled', 6), of('later', 0)]) as unknown }
    expect(await prepareCluster(database.ownerUrl, { dryRun: true })).toMatchObject(both)
    expect(await prepareCluster(database.ownerUrl)).toMatchObject(both)
    expect(await prepareCluster(database.ownerUrl)).toMatchObject({ changed: 0 })
    expect(Object.values(await rowsOf('filled')).reduce((sum, n) => sum + n)).toBe(6)
    await withClient(database.ownerUrl, async (client) => {
      // Nothing is left on the coordinator, where a destruction would not find it.
      const { rows } = await client.query<{ size: number }>(`select pg_relation_size('filled')::int as size`)
      expect(rows).toEqual([{ size: 0 }])
      const bound = await client.query<{ name: string }>(
        `select conname as name from pg_constraint where conname like 'estate_later%' order by 1`,
      )
      expect(bound.rows.map(({ name }) => name)).toEqual(['estate_later_by_fkey', 'estate_later_n_check'])
      const insert = (estate: string | null, account: string | null) =>
        client.query(`insert into later values ('410105', gen_random_uuid(), '410105001003', $1, $2)`, [estate, account])
      const nobody = '00000000-0000-7000-8000-000000000000'
      await expect(insert(nobody, null)).rejects.toThrow(/later_county_estate_fkey/)
      await expect(insert(null, nobody)).rejects.toThrow(/later_by_account_fkey/)
      await insert(null, null)
    })
  })
})
