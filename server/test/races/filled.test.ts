// A database that holds doubles from before takes the rules against them.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../database.ts'
import { withClient } from '../database-url.ts'

const migration = fileURLToPath(new URL('../../migrations/0056_one_of_two_at_once.sql', import.meta.url))
const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

// A cluster is laid out with these rules in its tables already: none holds rows from before them.
const onOneMachine = test.skipIf(inject('workerUrls').length > 0)

onOneMachine(
  'of records with one number the first holds it, of words about a pair the last counts, and acts are numbered in their order',
  async () => {
    await withClient(database.ownerUrl, async (client) => {
      await client.query(`drop index person_document_once, person_link_once, control_order_act_next, response_act_next;
      alter table person drop column document_doubted; alter table control_order_act drop column ordinal;
      alter table response_act drop column ordinal; alter table round drop column closed_at`)
      await client.query(
        `insert into account (id, login, name, role, place) values ('${id(1)}', 'a', '赵明', 'county-leader', '410105')`,
      )
      for (const [n, community, left] of [
        [11, '410105001003', 'null'],
        [12, '410105001003', 'null'],
        [13, '410105001003', `'2026-01-01'`],
        [14, '410105001001', 'null'],
      ] as const)
        await client.query(`insert into person (county, id, community, name, document_hash, left_on)
        values ('410105', '${id(n)}', '${community}', '陈', 'same', ${left})`)
      for (const [n, one, other, state] of [
        [21, 11, 12, 'same'],
        [22, 12, 11, 'different'],
      ] as const)
        await client.query(`insert into person_link (county, id, community, one, other, state, by_account, at)
        values ('410105', '${id(n)}', '410105001003', '${id(one)}', '${id(other)}', '${state}', '${id(1)}', '2026-11-17T0${n - 20}:00:00Z')`)
      await client.query(`insert into response (id, place, issuer, number, level, scope, valid_from, review_on, rules, functions, content, ground, entered_by, entered_at, answer)
      values ('${id(31)}', '410105', 'x', '1', 'x', '{410105}', '2026-11-01', '2026-12-01', 'x', '{arrivals}', 'x', 'x', '${id(1)}', now(), '{}')`)
      for (const n of [42, 41])
        await client.query(`insert into response_act (id, place, response, kind, number, reason, review_on, by_account, at)
        values ('${id(n)}', '410105', '${id(31)}', 'reviewed', '${n}', 'x', '2026-12-01', '${id(1)}', '2026-11-0${n - 40}T00:00:00Z')`)

      // The watch of the tests would look at the end of the transaction; an installation has none.
      await client.query('drop function must_be_told cascade')
      await client.query(readFileSync(migration, 'utf8'))
      const people = await client.query('select id from person where document_doubted')
      expect(people.rows).toEqual([{ id: id(12) }])
      const links = await client.query('select state from person_link where ended_at is null')
      expect(links.rows).toEqual([{ state: 'different' }])
      const acts = await client.query('select number, ordinal from response_act order by ordinal')
      expect(acts.rows).toEqual([
        { number: '41', ordinal: 1 },
        { number: '42', ordinal: 2 },
      ])
    })
  },
)
