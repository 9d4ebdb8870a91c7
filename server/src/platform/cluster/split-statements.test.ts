import { expect, test } from 'vitest'
import { migrationStatements, splitStatements } from './split-statements.ts'

test('statements end at their own semicolon, not at one in text, names, bodies or comments', () => {
  expect(
    splitStatements(`
      -- first; of two
      insert into a values (';', 'it''s; so');
      create function f() returns int language plpgsql as $$ begin return 1; end $$;
      do $body$ begin perform $$a;b$$; end $body$; /* not; here */
      select ";" from b`),
  ).toEqual([
    `-- first; of two\n      insert into a values (';', 'it''s; so')`,
    'create function f() returns int language plpgsql as $$ begin return 1; end $$',
    'do $body$ begin perform $$a;b$$; end $body$',
    '/* not; here */\n      select ";" from b',
  ])
})

test('a body in begin atomic stays whole, with the cases in it, and what follows is a statement again', () => {
  const body = 'create function f() returns void language sql begin atomic select case when true then 1 end; select 2; end'
  expect(splitStatements(`${body}; select case when true then 3 end; select 4;`)).toEqual([
    body,
    'select case when true then 3 end',
    'select 4',
  ])
})

test('nothing but blanks and comments is no statement', () => {
  expect(splitStatements(' ; -- nothing;\n ; /* nor this; */ ')).toEqual([])
})

test('a migration makes tables by county on the coordinator alone, and all else everywhere', () => {
  const table = '-- Who came.\ncreate table caller (\n  county text not null, id uuid)'
  expect(migrationStatements(`${table}; create table figure (place text, county text); call protect_personal('caller')`)).toEqual(
    [
      "set local citus.multi_shard_modify_mode = 'sequential'",
      'set local citus.enable_ddl_propagation = off',
      table,
      'set local citus.enable_ddl_propagation = on',
      'create table figure (place text, county text)',
      "call protect_personal('caller')",
    ],
  )
})
