// What a cluster asks of the schema, tried on one machine; laying out itself is tried where TEST_WORKER_URLS names workers.
import { Problem } from '@wangdi/domain/problem.ts'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import { withClient } from '../../../test/database-url.ts'
import { listTableHomes, listUnfit, type TableHome } from '../../platform/cluster/catalogue.ts'
import { prepareCluster } from '../../platform/cluster/prepare.ts'
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
    expect(named(homes, 'county')).toEqual([...withCounty, 'audit_line', 'command', 'later'].sort())
    expect(homes.find(({ table }) => table === 'later')).toMatchObject({ column: 'county', there: false })
    expect(homes.find(({ table }) => table === 'audit_line')).toMatchObject({ column: 'scope' })
  }))

test('accounts and counties are on every node; places, figures and policy stay on the coordinator', () =>
  tried(async (client) => {
    const homes = await listTableHomes(client, false)
    expect(named(homes, 'everywhere')).toEqual(['account', 'county'])
    expect(named(homes, 'coordinator')).toEqual(expect.arrayContaining(['place', 'daily_report', 'response', 'pack_version']))
  }))

test('what a cluster cannot hold is found: unique without the county, no key, a reference to a table that stays, a policy that asks', () =>
  tried(async (client) => {
    await client.query(
      `create table unfit (county text not null, id uuid not null, number text unique, response uuid references response (id));
        create policy asks on unfit using (exists (select from response r where r.id = response))`,
    )
    const unfit = await listUnfit(client, await listTableHomes(client, false))
    expect(unfit.filter(({ table }) => table === 'unfit')).toEqual([
      { table: 'unfit', name: 'unfit_number_key', why: 'unique-without-county' },
      { table: 'unfit', name: 'unfit', why: 'no-primary-key' },
      { table: 'unfit', name: 'unfit_response_fkey', why: 'refers-to-coordinator' },
      { table: 'unfit', name: 'asks', why: 'policy-asks-a-table' },
    ])
  }))

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

  test('what a later version brings is planned first, then laid out with its rows beside its county; the second time nothing', async () => {
    const counties = ['410105', '410184']
    await withClient(database.ownerUrl, async (client) => {
      await client.query(
        `create table later (county text not null, id uuid not null, estate uuid not null, primary key (county, id),
          foreign key (county, estate) references estate (county, id), by_account uuid references account (id))`,
      )
      for (const county of counties) {
        const { rows } = await client.query<{ id: string }>(
          `insert into estate (county, id, community, kind, name) values ($1, gen_random_uuid(), $1 || '001003', 'estate', '一号院') returning id`,
          [county],
        )
        await client.query('insert into later (county, id, estate) select $1, gen_random_uuid(), $2 from generate_series(1, 3)', [
          county,
          rows[0]?.id,
        ])
      }
    })
    const later = { table: 'later', home: 'county', column: 'county', done: 'laid-out', rows: 6 }
    expect(await prepareCluster(database.ownerUrl, { dryRun: true })).toMatchObject({
      changed: 1,
      tables: expect.arrayContaining([later]) as unknown,
    })
    expect(await prepareCluster(database.ownerUrl, { dryRun: true })).toMatchObject({ changed: 1 })
    expect(await prepareCluster(database.ownerUrl)).toMatchObject({
      changed: 1,
      tables: expect.arrayContaining([later]) as unknown,
    })
    expect(await prepareCluster(database.ownerUrl)).toMatchObject({ changed: 0 })
    // Both counties on nodes of their own, and each beside what it names.
    expect(Object.values(await rowsOf('later'))).toEqual([3, 3])
    expect(Object.keys(await rowsOf('later')).sort()).toEqual(Object.keys(await rowsOf('estate')).sort())
    await withClient(database.ownerUrl, async (client) => {
      await expect(
        client.query(`insert into later (county, id, estate) values ('410105', gen_random_uuid(), gen_random_uuid())`),
      ).rejects.toThrow(/foreign key/)
      expect((await client.query('select from only later')).rowCount).toBe(6)
    })
  })
})
