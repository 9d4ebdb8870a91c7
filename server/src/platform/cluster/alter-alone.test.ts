import { expect, test } from 'vitest'
import { alterAlone } from './alter-alone.ts'

test('changes of a table go one by one, the check of a new column after it, under the names that one machine gives', () => {
  expect(
    alterAlone(`-- What was said, and when.
alter table arrival
  add column calls integer not null default 0 check (calls >= 0 and (calls <> 7)),  -- calls, in a row
  add column why text not null default 'a, (b--' check (why <> ''),
  add column by_account uuid references account (id),
  add check (left_on is null or came_on in ('x', 'y'))`).map((one) => one.split('alter table arrival\n  ')[1]),
  ).toEqual([
    'add column calls integer not null default 0',
    'add constraint arrival_calls_check check (calls >= 0 and (calls <> 7))',
    `add column why text not null default 'a, (b--'`,
    `add constraint arrival_why_check check (why <> '')`,
    'add column by_account uuid constraint arrival_by_account_fkey references account (id)',
    `add check (left_on is null or came_on in ('x', 'y'))`,
  ])
})

test('a name that is given stays, and so does any other statement', () => {
  expect(alterAlone('alter table visit add column n integer constraint visit_few check (n < 9)')).toEqual([
    'alter table visit add column n integer',
    'alter table visit add constraint visit_few check (n < 9)',
  ])
  for (const alone of [
    'alter table visit add constraint a check (n in (1, 2))',
    'alter table visit add column a uuid constraint b references account (id)',
    'create table visit (a text, b text check (true))',
  ])
    expect(alterAlone(alone)).toEqual([alone])
})
