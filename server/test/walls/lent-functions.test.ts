// What the owner of the tables lends to the server's role runs under the owner's rights: nobody may slip it tables of their own.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeToPublic, mayMakeTables } from '../../src/platform/postgres/login.ts'
import { makeAppLogin, migrate } from '../../src/platform/migrate.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { withClient } from '../database-url.ts'

let database: TestDatabase
let appUrl: string
beforeAll(async () => {
  database = await testDatabase()
  appUrl = await makeAppLogin(database.ownerUrl, 'for-tests-only')
})
afterAll(() => database.drop())

const asOwner = <T>(run: (client: pg.Client) => Promise<T>) => withClient(database.ownerUrl, run)
const asServer = <T>(run: (client: pg.Client) => Promise<T>) => withClient(appUrl, run)
const list = async (client: pg.Client, query: string, values: unknown[] = []) =>
  (await client.query<{ name: string }>(query, values)).rows.map(({ name }) => name)

test('every function under the rights of its owner looks for temporary tables last', async () => {
  const path = await asOwner((client) =>
    list(
      client,
      `select p.oid::regprocedure || ' ' || coalesce(array_to_string(p.proconfig, ' '), 'none') as name from pg_proc p
        where p.prosecdef and p.pronamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)`,
    ),
  )
  expect(path.length).toBeGreaterThan(5)
  expect(path.filter((each) => !each.endsWith(' search_path=public, pg_temp'))).toEqual([])
})

test('whatever the server runs under its own rights, but that a lent function sets off, looks there last as well', async () => {
  // A trigger or a function that a lent function calls works under the rights of the owner for as long as it is called.
  const loose = await asOwner((client) =>
    list(
      client,
      `select p.proname as name from pg_proc p join pg_language l on l.oid = p.prolang
        where p.pronamespace = 'public'::regnamespace and p.prokind = 'f' and l.lanname = 'plpgsql'
          and not coalesce('search_path=public, pg_temp' = any (p.proconfig), false)`,
    ),
  )
  expect(loose).toEqual([])
})

const sources = () => {
  const folder = fileURLToPath(new URL('../../src/', import.meta.url))
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(folder + name, 'utf8'))
    .join('\n')
}

test('the server may call what its statements, row policies and triggers call, and nothing more; the public nothing', async () => {
  const { names, inPolicies, bodies, may, open } = await asOwner(async (client) => ({
    names: await list(client, `select distinct proname as name from pg_proc where pronamespace = 'public'::regnamespace`),
    inPolicies: await list(
      client,
      `select distinct p.proname as name from pg_depend d join pg_proc p on p.oid = d.refobjid
        where d.refclassid = 'pg_proc'::regclass and p.pronamespace = 'public'::regnamespace
          and d.classid in ('pg_policy'::regclass, 'pg_attrdef'::regclass, 'pg_constraint'::regclass)`,
    ),
    // A trigger's function needs no right to be set off; what it calls does, unless it works under its owner's rights.
    bodies: await list(
      client,
      `select distinct p.prosrc as name from pg_trigger t join pg_proc p on p.oid = t.tgfoid
        where not t.tgisinternal and not p.prosecdef and p.pronamespace = 'public'::regnamespace`,
    ),
    may: await list(
      client,
      `select proname as name from pg_proc
        where pronamespace = 'public'::regnamespace and has_function_privilege('wangdi_server', oid, 'execute') order by 1`,
    ),
    open: await list(
      client,
      `select p.proname as name from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
        where p.pronamespace = 'public'::regnamespace and a.grantee = 0`,
    ),
  }))
  const text = [sources(), ...bodies].join('\n')
  const called = names.filter((name) => inPolicies.includes(name) || new RegExp(`\\b${name}\\(`).test(text))
  expect(may).toEqual(called.sort())
  expect(open).toEqual([])
})

test('a function made by a later migration is open to nobody unless that says so', async () => {
  await asOwner((client) => client.query('create function made_later() returns integer language sql return 1'))
  try {
    await expect(asServer((client) => client.query('select made_later()'))).rejects.toMatchObject({ code: '42501' })
  } finally {
    await asOwner((client) => client.query('drop function made_later()'))
  }
})

test('the server can make no table, view, function, operator or schema, not even a temporary one', async () => {
  const tried = [
    'create temp table response (id uuid)',
    'create temp view response as select 1 as id',
    'create temp sequence response',
    'select 1 as id into temp response',
    'create function pg_temp.evil() returns integer language sql return 1',
    'create table public.evil (id uuid)',
    'create view public.evil as select 1 as id',
    'create function public.evil() returns integer language sql return 1',
    'create operator public.= (leftarg = text, rightarg = uuid, function = starts_with)',
    'create type public.evil as (id uuid)',
    'create schema evil',
    'create table auth.evil (id uuid)',
    'create extension dblink',
    'alter table response add column evil text',
    'create trigger evil before insert on response for each row execute function refuse_change()',
    'create policy evil on response using (true)',
    'set role pg_write_all_data',
  ]
  for (const statement of tried) {
    const outcome = await asServer((client) => client.query(statement)).then(
      () => 'done',
      (error: { code: string }) => error.code,
    )
    expect([statement, outcome]).toEqual([statement, '42501'])
  }
})

/** Every function that the server may call, with arguments of the right kinds. */
const calls = (client: pg.Client) =>
  list(
    client,
    `select format('select %I(%s)', p.proname, (select string_agg(case t::regtype::text when 'uuid' then 'gen_random_uuid()'
        when 'xid8' then '''0''::xid8' when 'date' then 'current_date' when 'integer' then '1' when 'text' then '''410105'''
        when 'uuid[]' then 'array[gen_random_uuid()]' else 'null::' || t::regtype end, ', ' order by nth)
        from unnest(p.proargtypes::oid[]) with ordinality as u(t, nth))) as name
      from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef
        and has_function_privilege('wangdi_server', p.oid, 'execute') order by 1`,
  )

/** Stands a temporary view before every table of ours; reading one tells under whose rights. */
async function shadowEverything(client: pg.Client): Promise<void> {
  const tables = await list(
    client,
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  )
  for (const table of tables) {
    await client.query(`create function pg_temp."rows of ${table}"() returns setof public.${table} language plpgsql as $$
      begin if current_user <> session_user then raise exception 'ran as %', current_user; end if; end $$`)
    await client.query(`create temp view ${table} as select * from pg_temp."rows of ${table}"()`)
  }
}

/** The calls by which a session with tables of its own ran code as the owner. Each is tried alone; what it did is taken back. */
async function brokenInto(client: pg.Client, path?: string): Promise<string[]> {
  const broken: string[] = []
  for (const call of await calls(client)) {
    await client.query(
      "begin; set local wangdi.county = '410105'; set local wangdi.place = '410105'; set local wangdi.area = '410105'",
    )
    if (path) await client.query(`set local search_path = ${path}`)
    await client.query(call).catch((error: Error) => error.message.startsWith('ran as ') && broken.push(call))
    await client.query('rollback')
  }
  return broken
}

test('a session that has temporary tables named like ours from before cannot have them read under the rights of the owner', async () => {
  const name = new URL(database.ownerUrl).pathname.slice(1)
  await asOwner((client) => client.query(`grant temporary on database ${name} to public`))
  await asServer(async (client) => {
    await shadowEverything(client)
    await closeToPublic(database.ownerUrl)
    await expect(client.query('create temp table another (id uuid)')).rejects.toMatchObject({ code: '42501' })
    expect(await brokenInto(client)).toEqual([])
    for (const path of ['pg_temp, public', 'pg_temp', 'public, pg_catalog', '"$user"'])
      expect([path, await brokenInto(client, path)]).toEqual([path, []])

    // With the search path that they had, this very session breaks into every one that reads a table itself before it writes one.
    await asOwner((owner) =>
      owner.query(`do $$ declare f regprocedure; begin for f in select oid from pg_proc where prosecdef and pronamespace = 'public'::regnamespace
        loop execute format('alter function %s set search_path = public', f); end loop; end $$`),
    )
    try {
      expect((await brokenInto(client)).map((call) => /select (\w+)/.exec(call)?.[1])).toEqual(
        (await calls(client))
          .map((call) => /select (\w+)/.exec(call)?.[1])
          .filter((each) => each && !['learn_table_sizes', 'count_registers', 'keep_progress'].includes(each)),
      )
    } finally {
      await asOwner((owner) =>
        owner.query(`do $$ declare f regprocedure; begin for f in select oid from pg_proc where prosecdef and pronamespace = 'public'::regnamespace
          loop execute format('alter function %s set search_path = public, pg_temp', f); end loop; end $$`),
      )
    }
  })
})

test('a server whose database user may make temporary tables says so; bringing a database up to date takes them from everybody', async () => {
  const name = new URL(database.ownerUrl).pathname.slice(1)
  await asOwner((client) => client.query(`grant temporary on database ${name} to public`))
  expect(await mayMakeTables(appUrl)).toBe(true)
  await migrate(database.ownerUrl)
  expect(await mayMakeTables(appUrl)).toBe(false)
})
