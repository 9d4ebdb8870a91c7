import { expect, test } from 'vitest'
import type { Catalogue } from './catalogue.ts'
import { faultsOf } from './county-is-a-value.ts'

const catalogue: Catalogue = {
  keyOf: new Map([
    ['person', 'county'],
    ['tenant', 'county'],
    ['dwelling', 'county'],
    ['audit_line', 'scope'],
    ['audit_seen', 'scope'],
  ]),
  central: new Set(['place', 'inspection']),
  sqlFunctions: new Set(['scope_county']),
  volatile: new Set(['clock_timestamp']),
  stable: new Set(['now']),
  filled: new Map([['dwelling', ['id']]]),
}
const faults = (text: string) => faultsOf(text, catalogue)
const unpinned = (name: string) => `${name} is not compared with the county as a value`

test('a table about people is compared with the county as a value', async () => {
  expect(await faults('select id from person where county = $1 and id = $2')).toEqual([])
  expect(await faults('select id from person where id = $1')).toEqual([unpinned('person')])
  expect(await faults('select id from person where county = $1::text')).toEqual([])
  expect(await faults('update person set name = $1 where id = $2')).toEqual([unpinned('person')])
  expect(await faults('delete from person p where p.county = $1')).toEqual([])
})

test('a value that stands behind or, or in another table, says nothing of this one', async () => {
  expect(await faults('select 1 from person where county = $1 or id = $2')).toEqual([unpinned('person')])
  expect(
    await faults('select 1 from person p join dwelling d on d.county = p.county and d.id = p.dwelling where p.county = $1'),
  ).toEqual([unpinned('dwelling d')])
  expect(
    await faults('select 1 from person p left join dwelling d on d.county = $1 and d.id = p.dwelling where p.county = $2'),
  ).toEqual([])
  expect(await faults('select 1 from person, dwelling where county = $1')).toEqual([unpinned('person'), unpinned('dwelling')])
})

test('subqueries, arms of a union and common table expressions are judged each by itself', async () => {
  expect(
    await faults('select 1 from person p where p.county = $1 and exists (select from dwelling d where d.id = p.dwelling)'),
  ).toEqual([unpinned('dwelling d')])
  expect(await faults('select id from person where county = $1 union all select id from dwelling')).toEqual([
    unpinned('dwelling'),
  ])
  expect(await faults('with found as (select * from person) select 1 from found where found.county = $1')).toEqual([
    unpinned('person'),
  ])
  expect(await faults('with person as (select 1 as id) select id from person')).toEqual([])
  expect(
    await faults('select 1 from place cross join lateral (select 1 from dwelling d where d.community = place.code) x'),
  ).toEqual([unpinned('dwelling d'), 'dwelling d lies elsewhere than place, for each row of which it is asked'])
})

test('a county is put in as a value, or from a table that is compared with it', async () => {
  expect(await faults('insert into person (county, id) values ($1, $2), ($3, $4)')).toEqual([])
  expect(await faults("insert into person (county, id) values ('410105', $1)")).toEqual(['person: the county put in is no value'])
  expect(await faults('insert into person (id) values ($1)')).toEqual(['person: the county put in is no value'])
  expect(await faults('insert into person (county, id) select d.county, d.id from dwelling d where d.county = $1')).toEqual([])
  expect(await faults('insert into person (county, id) select county, id from dwelling where county = $1')).toEqual([])
  expect(await faults('insert into person (county, id) select d.county, d.id from dwelling d')).toEqual([
    'person: the county put in is no value',
    unpinned('dwelling d'),
  ])
})

test('rows made from text stand beside the tenant', async () => {
  const rows = 'json_to_recordset($1) as r (id uuid)'
  expect(await faults(`insert into person (county, id) select $2, r.id from ${rows}`)).toEqual([
    'person: rows from json_to_recordset() without the tenant',
  ])
  expect(
    await faults(`insert into person (county, id) select t.county, r.id from tenant t, ${rows} where t.county = $2`),
  ).toEqual([])
})

test('rows that are selected bring along what a column would else make for each', async () => {
  const from = 'from person where county = $1'
  expect(await faults(`insert into dwelling (county, room) select county, name ${from}`)).toEqual([
    'dwelling: id is filled by itself for rows that are selected',
  ])
  expect(await faults(`insert into dwelling (county, id, room) select county, id, name ${from}`)).toEqual([])
  expect(await faults('insert into dwelling (county, room) values ($1, $2)')).toEqual([])
})

test('functions in SQL and two statements in one text are refused; tables of nobody are free', async () => {
  expect(await faults('select 1 from person where county = scope_county()')).toEqual([
    unpinned('person'),
    'scope_county() is a function in the language SQL',
  ])
  expect(await faults('select 1; select 2')).toEqual(['two statements in one text'])
  expect(await faults('select name from place where code = $1')).toEqual([])
  expect(await faults('insert into audit_line (scope, id) values ($1, $2)')).toEqual([])
})

test('what is written bears the moment of the transaction, not a clock that runs on; reading may ask the clock', async () => {
  const fault = ['clock_timestamp() changes within the statement that writes']
  expect(await faults('update person set left_on = clock_timestamp() where county = $1')).toEqual(fault)
  expect(await faults('delete from person where county = $1 and left_on < clock_timestamp()')).toEqual(fault)
  expect(await faults('update person set left_on = now() where county = $1')).toEqual([])
  expect(await faults('update person set left_on = case when $2 then now() end where county = $1')).toEqual([
    'now() stands in a case of a statement that writes',
  ])
  const rows = 'insert into person (county, id) values ($1, $2) on conflict (county, id) do update set'
  expect(await faults(`${rows} left_on = now()`)).toEqual(['person: now() changes a row that was there already'])
  expect(await faults(`${rows} left_on = excluded.left_on`)).toEqual([])
  expect(await faults('select clock_timestamp() from person where county = $1')).toEqual([])
})

test('no table of the coordinator is asked for each row of a county, nor the other way; asked once, or joined, it may be', async () => {
  const units = 'from dwelling u where u.county = $1'
  expect(await faults(`select count(*) filter (where exists (select from inspection i where i.unit = u.id)) ${units}`)).toEqual([
    'inspection i lies elsewhere than dwelling u, for each row of which it is asked',
  ])
  expect(await faults(`select u.id ${units} and not exists (select from place where code = u.community)`)).toEqual([
    'place lies elsewhere than dwelling u, for each row of which it is asked',
  ])
  expect(
    await faults('select (select count(*) from dwelling u where u.county = $1 and u.community = p.code) from place p'),
  ).toEqual(['dwelling u lies elsewhere than place p, for each row of which it is asked'])
  expect(
    await faults(`select count(*) filter (where u.id in (select i.unit from inspection i where i.day > $2)) ${units}`),
  ).toEqual([])
  expect(await faults('select p.name from dwelling u left join place p on p.code = u.community where u.county = $1')).toEqual([])
  expect(
    await faults(`with u as (select * ${units}) select (select p.name from place p where p.code = u.community) from u`),
  ).toEqual([])
})
