// The second wall, walked table by table: what each scope reads, makes, changes and takes away, under the role of the server.
import { access } from '@wangdi/domain/access/access.ts'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { splitStatements } from '../../src/platform/cluster/split-statements.ts'
import { makeAppLogin } from '../../src/platform/migrate.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { families } from './families.ts'
import { oddScopes, scopesOfRoles } from './scopes.ts'
import { faultsOfCatalogue, fill, isFixed, strip, walk } from './walk.ts'

// On a cluster each of some ten thousand trials goes to every part of its table, one after the other.
const minutes = inject('workerUrls').length > 0 ? 3_600_000 : 180_000

let database: TestDatabase
let owner: pg.Client
let server: pg.Client
beforeAll(async () => {
  database = await testDatabase()
  owner = new pg.Client(database.ownerUrl)
  server = new pg.Client(await makeAppLogin(database.ownerUrl, 'for-tests-only'))
  await Promise.all([owner.connect(), server.connect()])
  await strip(owner)
  await fill(owner)
})
afterAll(async () => {
  await Promise.all([owner.end(), server.end()])
  await database.drop()
})

const scopes = scopesOfRoles(Object.keys(access))

test('every table has a family', async () => {
  expect(await faultsOfCatalogue(owner)).toEqual([])
})

test(
  'from the scope of every role, each command reaches in each table what its family says, and nothing else',
  async () => {
    expect(scopes.length).toBeGreaterThan(20)
    expect((await walk(owner, server, scopes)).slice(0, 20)).toEqual([])
  },
  minutes,
)

test(
  'from no scope, from an empty one and from texts that are no place, nothing is read or written',
  async () => {
    expect((await walk(owner, server, oddScopes)).slice(0, 20)).toEqual([])
    // The same after a scope was there and is set back.
    await server.query(
      "set wangdi.county = '410105'; set wangdi.area = '410105'; set wangdi.place = '410105'; set wangdi.health = 'yes'",
    )
    for (const name of ['county', 'area', 'place', 'health']) await server.query(`reset wangdi.${name}`)
    expect(await walk(owner, server, [{ name: 'reset' }])).toEqual([])
  },
  minutes,
)

// From one community, one county and the nation, each as far as anybody looks from there.
const few = scopes.filter(
  ({ place, health }) => place === 'nation' || (health === 'yes' && /^410105(001003)?$/.test(place ?? '')),
)
const watched = [...few, ...oddScopes.filter(({ name }) => ['never set', 'county of another', 'no area'].includes(name))]

// Each statement by itself: a cluster takes no two in one text.
const say = async (text: string) => {
  for (const statement of splitStatements(text)) await owner.query(statement)
}

/** Breaks a wall as its owner for as long as it is walked; the walk must tell. */
async function broken(breaking: string, mending: string, only: readonly string[] = [], from = watched): Promise<string[]> {
  await say(breaking)
  try {
    return await walk(owner, server, from, only)
  } finally {
    await say(mending)
  }
}

interface Policy {
  readonly table: string
  readonly name: string
  readonly using: string | null
  readonly check: string | null
  readonly command: string
}
const policies = async () =>
  (
    await owner.query<Policy>(`select polrelid::regclass::text as "table", polname as name, pg_get_expr(polqual, polrelid) as using,
      pg_get_expr(polwithcheck, polrelid) as check, polcmd as command from pg_policy order by 1, 2`)
  ).rows.filter(({ table }) => families[table])

test(
  'the walk tells of any policy that is loosened to let everything through, for what it shows or for what it takes',
  async () => {
    const unseen: string[] = []
    expect(few.map(({ place }) => place)).toEqual(['410105001003', '410105', 'nation'])
    for (const { table, name, using, check, command } of await policies()) {
      // Where no column can be changed on which the wall stands, what is shown decides alone.
      const shownDecides = command === 'w' && (await isFixed(owner, table))
      for (const part of [using && `using (true)`, shownDecides ? null : check && `with check (true)`].filter(
        (each) => each !== null,
      )) {
        const mending = `${using ? ` using (${using})` : ''}${check ? ` with check (${check})` : ''}`
        const told = await broken(`alter policy ${name} on ${table} ${part}`, `alter policy ${name} on ${table}${mending}`, [
          table,
        ])
        if (told.length === 0) unseen.push(`${table} ${name} ${part}`)
      }
    }
    expect(unseen).toEqual([])
  },
  minutes,
)

test(
  'the walk tells of a table of figures that is written as far upward as it is read',
  async () => {
    const reading = 'starts_with(place, scope_place()) or starts_with(scope_place(), place)'
    const unseen: string[] = []
    for (const { table, name, using, check } of await policies()) {
      if (
        families[table] === undefined ||
        [families[table]].flat()[0]?.name !== 'figures' ||
        table === 'report_sum' ||
        name === 'read'
      )
        continue
      const all = (text: { using: string | null; check: string | null }) =>
        `${text.using ? ` using (${text.using})` : ''}${text.check ? ` with check (${text.check})` : ''}`
      const told = await broken(
        `alter policy ${name} on ${table}${all({ using: using && reading, check: check && reading })}`,
        `alter policy ${name} on ${table}${all({ using, check })}`,
        [table],
      )
      if (told.length === 0) unseen.push(`${table} ${name}`)
    }
    expect(unseen).toEqual([])
  },
  minutes,
)

test(
  'the walk tells of a new table without a family, of one without row security, of a view, and of a right too many',
  async () => {
    const made = 'create table made_later (county text not null, id uuid not null, community text not null)'
    expect(await broken(made, 'drop table made_later', [], [])).toContain('made_later: no family')
    expect(await broken('create view person_names as select name from person', 'drop view person_names', [], [])).toContain(
      'person_names: neither table nor wall',
    )
    const off = await broken(
      'alter table person disable row level security',
      'alter table person enable row level security',
      [],
      [],
    )
    expect(off).toContain('person: no row security')
    for (const table of ['visit', 'account', 'audit_line', 'response']) {
      const given = await broken(
        `create policy more on ${table} for delete using (true); grant delete on ${table} to wangdi_app`,
        `drop policy more on ${table}; revoke delete on ${table} from wangdi_app`,
        [table],
      )
      expect([table, given.length > 0]).toEqual([table, true])
    }
  },
  minutes,
)

test('no policy asks a table, nor any function but those of the scope, plain comparison and the time', async () => {
  const asks = async () =>
    (await policies()).flatMap(({ table, name, using, check }) => {
      const text = `${using ?? ''} ${check ?? ''}`
      const called = [...text.matchAll(/(\w+)\s*\(/g)].map(([, word = '']) => word)
      const strange = called.filter((word) => !/^(scope_\w+|starts_with|now|ANY|AND|OR|NOT)$/.test(word))
      return /\bselect\b/i.test(text) || strange.length > 0 ? [`${table} ${name}: ${strange.join(' ')}`] : []
    })
  expect(await asks()).toEqual([])
  // Of a table of figures and of one by county: on a cluster the second takes no policy that asks another table.
  await say(`create policy asks on progress for select using (exists (select from person p where p.county = progress.place));
    create policy counts on visit for select using (length(note) > 1)`)
  try {
    expect((await asks()).map((each) => each.split(':')[0])).toEqual(['progress asks', 'visit counts'])
  } finally {
    await say('drop policy asks on progress; drop policy counts on visit')
  }
})
