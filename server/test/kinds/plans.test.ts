// How the lists of kinds are read: each out of one index, with nothing but row security looked at row by row.
import { type PaperShow, paperShows } from '@wangdi/domain/kinds/document/document.rules.ts'
import { facility } from '@wangdi/domain/rounds/kinds/facility.kind.ts'
import { disinfection } from '@wangdi/domain/rounds/kinds/disinfection.kind.ts'
import { CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listWaiting } from '../../src/kinds/inbox/inbox.queries.ts'
import { listPapers } from '../../src/kinds/document/document.queries.ts'
import { listOfDoorKinds, listThingsOfDoor } from '../../src/kinds/of-door.queries.ts'
import { listGivenRows, listPhoneRows } from '../../src/kinds/phone/phone.queries.ts'
import { listThings } from '../../src/kinds/register/thing.queries.ts'
import { listAsked, listGiven } from '../../src/kinds/request/list.queries.ts'
import { lastLooks, listChecks, listChecksOf, listTargets } from '../../src/kinds/round/check.queries.ts'
import { type Db, inTransaction, type Scope } from '../../src/platform/db.ts'
import { makeAppLogin } from '../../src/platform/migrate.ts'
import type { DB } from '../../src/platform/tables.gen.ts'
import { type House, startHouse } from '../house.ts'

const county = '410105'
const street = '410105001'
const community = '410105001003'
const now = new Date('2026-11-17T02:00:00.000Z')
const today = '2026-11-17'
const somebody = newId()
const door = newId()
const kind = 'requests.errand-1'

interface Plan {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly Filter?: string
  readonly Plans?: readonly Plan[]
}

let house: House
let db: Db
/** The statements that were sent, while they are listened to. */
let heard: { readonly sql: string; readonly parameters: readonly unknown[] }[] = []
beforeAll(async () => {
  house = await startHouse()
  const pool = new pg.Pool({ connectionString: await makeAppLogin(house.ownerUrl, 'for-tests-only'), max: 1 })
  db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }), log: ({ query }) => void heard.push(query) })
  await fill(house.owner)
})
afterAll(async () => {
  await db.destroy()
  await house.close()
})

const scopeAt = (place: string): Scope => ({ county, area: place, place, health: false, account: somebody })

/** The plans of what a list sends, where reading a table whole is no way. */
async function plansOf(scope: Scope, list: (db: Db) => Promise<unknown>): Promise<Plan[]> {
  return inTransaction(db, scope, async (inside) => {
    await sql`set local enable_seqscan = off`.execute(inside)
    heard = []
    await list(inside)
    const plans: Plan[] = []
    for (const { sql: text, parameters } of [...heard]) {
      const { rows } = await inside.executeQuery<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
        CompiledQuery.raw(`explain (format json) ${text}`, [...parameters]),
      )
      const plan = rows[0]?.['QUERY PLAN'][0].Plan
      if (plan) plans.push(plan)
    }
    return plans
  })
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]

/** The conditions of a filter that must all hold, without the names under which tables stand in a statement. */
function conditionsOf({ Filter: filter = '' }: Plan): string[] {
  const text = filter.replace(/\b[a-z]+(_\d+)?\.(?=[a-z_])/g, '')
  const inner = text.startsWith('(') && endOf(text) === text.length - 1 ? text.slice(1, -1) : text
  const parts: string[] = []
  for (let rest = inner; rest !== ''; ) {
    const end = rest.startsWith('(') ? endOf(rest) + 1 : rest.length
    if (end < rest.length && !rest.slice(end).startsWith(' AND ')) return [`(${inner})`]
    parts.push(rest.slice(0, end))
    rest = rest.slice(end + ' AND '.length)
  }
  return parts
}

function endOf(text: string): number {
  let depth = 0
  for (const [at, sign] of [...text].entries()) {
    if (sign === '(') depth += 1
    if (sign === ')') depth -= 1
    if (depth === 0) return at
  }
  return text.length - 1
}

const tables = ['kind_request', 'kind_request_said', 'kind_thing', 'kind_check', 'kind_document']

/** What row security asks of each row of a table from a scope: what is filtered where a statement asks for the county alone. */
async function askedBySecurity(scope: Scope): Promise<Set<string>> {
  const all = await plansOf(scope, async (inside) => {
    for (const table of tables) await sql`select from ${sql.table(table)} where county = ${county}`.execute(inside)
  })
  return new Set(all.flatMap(nodesOf).flatMap(conditionsOf))
}

/** What of the plans of a list does not come out of an index; nothing when all does. */
async function faultsOf(scope: Scope, list: (db: Db) => Promise<unknown>): Promise<string[]> {
  const secured = await askedBySecurity(scope)
  const plans = await plansOf(scope, list)
  expect(plans.length).toBeGreaterThan(0)
  return plans.flatMap(nodesOf).flatMap((node) => {
    const table = node['Relation Name'] ?? ''
    if (node['Node Type'] === 'Seq Scan') return [`${table} is read whole`]
    if (!tables.includes(table)) return []
    // Of those few that are shared, who takes part is asked as row security asks it: no index is used for that behind it.
    const isShared = node['Index Name'] === 'kind_request_shared'
    return conditionsOf(node)
      .filter((one) => !secured.has(one) && !(isShared && one.endsWith('= ANY (readers))')))
      .map((one) => `${table} by ${node['Index Name'] ?? node['Node Type']}: ${one}`)
  })
}

const asked = (place: string, show: 'open' | 'late' | 'all') => (inside: Db) =>
  listAsked(inside, { kind, at: place, place, show, now, choices: {}, page: 0, size: 50 })
const things = (place: string, show: 'live' | 'overdue' | 'unready' | 'ended') => (inside: Db) =>
  listThings(inside, { kind: 'rounds.facility', place, show, before: today, choices: {}, page: 0, size: 50 })
const papers = (place: string, show: PaperShow) => (inside: Db) =>
  listPapers(inside, { kind: 'rounds.elder-guide', place, show, today, choices: {}, page: 0, size: 50 })
const names = [kind, 'requests.errand-2', 'requests.errand-3']
const turn = { from: '2026-11-16', to: '2026-11-22' }

test.each([community, street, county])(
  'each list of requests, of things and of documents of %s comes out of an index',
  async (place) => {
    for (const show of ['open', 'late', 'all'] as const)
      expect([show, await faultsOf(scopeAt(place), asked(place, show))]).toEqual([show, []])
    for (const show of ['live', 'overdue', 'unready', 'ended'] as const)
      expect([show, await faultsOf(scopeAt(place), things(place, show))]).toEqual([show, []])
    for (const show of paperShows) expect([show, await faultsOf(scopeAt(place), papers(place, show))]).toEqual([show, []])
  },
)

test.each([community, street, county])('what waits for %s, and what is late below it, comes out of an index', async (place) => {
  const waiting = { place, now, names, climbing: names.slice(0, 1), page: 0, size: 50 }
  expect(await faultsOf(scopeAt(place), (inside) => listWaiting(inside, waiting))).toEqual([])
})

test.each([community, street, county])('a round of %s comes out of an index, its things and the looks at them', async (place) => {
  const looked = async (inside: Db) => {
    await listTargets(inside, disinfection, place)
    await listChecks(inside, disinfection, place, turn)
    await listChecksOf(inside, disinfection, newId())
    await lastLooks(inside, disinfection, [newId(), newId()])
  }
  expect(disinfection.over.things).toBe(facility.name)
  expect(await faultsOf(scopeAt(place), looked)).toEqual([])
})

test('what concerns a door comes out of an index', async () => {
  const pick = { by: 'dwelling' as const, ids: [door], everywhere: false }
  expect(await faultsOf(scopeAt(community), (inside) => listPhoneRows(inside, community, names, pick))).toEqual([])
  for (const ended of [false, true])
    expect(
      await faultsOf(scopeAt(community), (inside) =>
        listOfDoorKinds(inside, { community, dwelling: door, names, ended, most: 21 }),
      ),
    ).toEqual([])
})

test('what of registers names a door comes out of an index', async () => {
  const asked = { community, dwelling: door, names: ['requests.stayer', 'rounds.weak-point'], most: 50 }
  expect(await faultsOf(scopeAt(community), (inside) => listThingsOfDoor(inside, asked))).toEqual([])
})

test('what was given to somebody comes out of an index', async () => {
  const scope: Scope = { county, area: '', place: community, health: false, given: somebody }
  const given = async (inside: Db) => {
    await listGiven(inside, kind, somebody)
    await listGivenRows(inside, names, somebody)
  }
  expect(await faultsOf(scope, given)).toEqual([])
})

/** A small county: four kinds of requests in twenty communities, things of two registers and looks at them. */
async function fill(owner: Db): Promise<void> {
  await owner.connection().execute(async (all) => {
    const run = (text: string) => sql.raw(text).execute(all)
    await run(`set session_replication_role = replica`)
    await run(`create temp table spot as select n, '${county}' || lpad((1 + n / 5)::text, 3, '0') || lpad((1 + n % 5)::text, 3, '0') as code
      from generate_series(0, 19) n`)
    await run(`insert into kind_request (county, id, community, kind, kind_version, number, day, at, way, urgency, about, dwelling, readers,
        standing, state, waits_on, turn, due_at, desk, office, given_to, ended_on, keep_days, by_account)
      select '${county}', gen_random_uuid(), s.code, 'requests.errand-' || k, 1, 'SX' || s.n || '-' || k || '-' || i, '2026-11-01',
        timestamptz '2026-11-01' + i * interval '1 hour', 'desk', 'soon', s.code,
        case when k = 1 and i = 0 and s.code = '${community}' then '${door}' when i % 2 = 0 then gen_random_uuid() end::uuid,
        case when i = 7 then array['${county}004005'] else '{}' end, '{}', 'given', 'office', s.code,
        case when i % 5 = 0 then timestamptz '2026-11-12' + i * interval '3 hours' end, s.code, s.code,
        case when i % 5 = 0 then gen_random_uuid() end, case when i % 5 > 0 then date '2026-11-03' + i % 9 end, 730, '${somebody}'
      from spot s, generate_series(1, 4) k, generate_series(0, 49) i`)
    await run(`insert into kind_request_said (county, id, request, community, kind, audience, said)
      select county, gen_random_uuid(), id, community, kind, a, '{}' from kind_request, unnest(array['helper', 'office']) a`)
    await run(`insert into kind_thing (county, id, community, kind, kind_version, title, standing, state, own, review_on, ended_on, keep_days,
        by_account, at)
      select '${county}', gen_random_uuid(), s.code, k, 1, '图书室' || i, '{}', (array['live', 'live', 'live', 'draft', 'ended'])[1 + i % 5],
        'open', date '2026-11-10' + i, null, 730, '${somebody}', timestamptz '2026-11-01'
      from spot s, unnest(array['rounds.facility', 'rounds.weak-point']) k, generate_series(0, 49) i`)
    await run(`insert into kind_check (county, id, community, kind, kind_version, thing, at, day, by_account, values, keep_days)
      select county, gen_random_uuid(), community, '${disinfection.name}', 1, id, day + time '10:00', day, '${somebody}', '{}', 730
      from kind_thing, generate_series(date '2026-11-01', date '2026-11-17', interval '2 days') as d (moment), lateral (select moment::date as day) e`)
    await run(`insert into kind_document (county, id, community, kind, kind_version, title, standing, in_force, unready, review_on, due_from, ended_on,
        keep_days, by_account, at)
      select '${county}', gen_random_uuid(), s.code, k, 1, '指引' || i, '{"versions":[]}', case when i % 4 < 2 then 1 end, i % 4 = 1 or i % 4 = 2,
        case when i % 4 < 2 then date '2026-11-10' + i end, case when i % 4 < 3 then date '2026-11-11' + i end, null, 730, '${somebody}', timestamptz '2026-11-01'
      from spot s, unnest(array['rounds.elder-guide', 'rounds.department-letter']) k, generate_series(0, 49) i`)
    await run('analyze')
  })
}
