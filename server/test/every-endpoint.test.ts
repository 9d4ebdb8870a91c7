// Walks every verb that the server serves; a new one is covered the day it is written.
import { createHash } from 'node:crypto'
import { access } from '@wangdi/domain/access/access.ts'
import type { Reach } from '@wangdi/domain/access/reach.ts'
import type { Endpoint, ProblemReply } from '@wangdi/domain/endpoint.ts'
import { modules } from '@wangdi/domain/modules.ts'
import { type Role, roles } from '@wangdi/domain/roles.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { served } from '../src/app.ts'
import { openResponseFor } from '../src/regimes/given.ts'
import { type Filling, fitting, idFieldsOf, type Schema, spoil, unbounded } from './every-input.ts'
import { givenDemo } from './given/demo.ts'
import type { Caller, House } from './house.ts'
import { keptHouse } from './kept-house.ts'

const endpoints = served.map(({ endpoint }) => endpoint)
const home = '410105001003'
const foreign = ['410105001001', '410122101205']
const placeOf: Record<string, string> = {
  community: home,
  street: '410105001',
  county: '410105',
  city: '4101',
  province: '41',
  nation: '',
}

let house: House
const callers = new Map<Role, Caller>()
beforeAll(async () => {
  house = await keptHouse('demo', givenDemo)
  // Emergency functions are open, so that not their lock answers in place of the verb.
  await openResponseFor(house, '410105', { from: '2026-11-10', until: '2026-12-10' })
}, 300_000)
// Others in each test: whoever was refused often enough is told of in fewer lines.
beforeEach(async () => {
  for (const role of Object.keys(roles) as Role[]) callers.set(role, await house.as(role, placeOf[roles[role].level] ?? ''))
})
afterAll(() => house.close())

const fillingFor = (role: Role): Filling => ({
  place: placeOf[roles[role].level] ?? '',
  community: home,
  today: house.clock.today(),
  now: house.clock.now().toISOString(),
  id: newId(),
})

interface Answer {
  readonly status: number
  readonly body: string
  readonly code: string | undefined
}

let asked = 0
// Each request comes from an address of its own, so that the limit of requests does not answer in place of the verb.
async function ask(
  endpoint: Endpoint,
  input: Record<string, unknown>,
  role: Role | undefined,
  commandId: string = newId(),
): Promise<Answer> {
  const [method, path] = endpoint.at.split(' ') as ['GET' | 'POST', string]
  const rest = { ...input }
  const url = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(typeof value === 'object' ? JSON.stringify(value) : String(value ?? ''))
  })
  asked++
  const query = new URLSearchParams(
    Object.entries(rest).map(
      ([name, value]) => [name, typeof value === 'object' ? JSON.stringify(value) : String(value)] as [string, string],
    ),
  )
  const reply = await house.app.inject({
    method,
    url: `/api${url}${method === 'GET' && query.size > 0 ? `?${query}` : ''}`,
    remoteAddress: `10.${(asked >> 16) & 255}.${(asked >> 8) & 255}.${asked & 255}`,
    headers: {
      ...(role ? callers.get(role)?.headers : {}),
      ...(endpoint.writes ? { 'command-id': commandId, 'command-at': house.clock.now().toISOString() } : {}),
      ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
    },
    ...(method === 'POST' ? { payload: JSON.stringify(rest) } : {}),
  })
  const problem = reply.statusCode >= 400 ? (safeParse(reply.body) as ProblemReply | undefined) : undefined
  return { status: reply.statusCode, body: reply.body, code: problem?.code }
}

function safeParse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const rolesOf = ({ name }: Endpoint): Role[] => Object.keys(access[name] ?? {}) as Role[]
const fittingFor = (endpoint: Endpoint, role: Role, all = false) =>
  fitting(endpoint.input as Schema, fillingFor(role), all) as Record<string, unknown>

async function each(run: (endpoint: Endpoint) => Promise<string[]>): Promise<string[]> {
  const faults: string[] = []
  for (const endpoint of endpoints) faults.push(...(await run(endpoint)).map((fault) => `${endpoint.name} ${fault}`))
  return faults
}

/** How many rows every table of the house holds. */
async function countAll(): Promise<Record<string, number>> {
  const { rows } = await sql<{
    name: string
  }>`select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where nspname = 'public' and relkind in ('r', 'p') and not relispartition order by 1`.execute(house.owner)
  const counts = rows.map(({ name }) => sql`select ${name}::text as name, count(*)::int as n from ${sql.table(name)}`)
  const all = await sql<{ name: string; n: number }>`${sql.join(counts, sql` union all `)}`.execute(house.owner)
  return Object.fromEntries(all.rows.map(({ name, n }) => [name, n]))
}

test('every verb has its row of access and every row its verb, and every name begins with its module', () => {
  expect(endpoints.map(({ name }) => name).filter((name) => !access[name])).toEqual([])
  const known = new Set(endpoints.map(({ name }) => name))
  expect(Object.keys(access).filter((name) => !known.has(name))).toEqual([])
  const first = new Set<string>([...modules, 'session', 'demo', 'sync'])
  expect(endpoints.map(({ name }) => name).filter((name) => !first.has(name.split('.')[0] ?? ''))).toEqual([])
  expect(new Set(endpoints.map(({ at }) => at)).size).toBe(endpoints.length)
})

test('nothing that comes from outside is unbounded', () => {
  expect(endpoints.flatMap(({ name, input }) => unbounded(input as Schema).map((path) => name + path))).toEqual([])
})

test('no verb that may see health data is given to volunteers, nor to the three administrators', () => {
  const given = endpoints
    .filter(({ health }) => health)
    .flatMap((endpoint) => rolesOf(endpoint).map((role) => `${endpoint.name} ${role}`))
  expect(given.filter((line) => /volunteer|administrator|auditor/.test(line))).toEqual([])
})

test('without a session no verb answers', async () => {
  const faults = await each(async (endpoint) => {
    const { status, code } = await ask(endpoint, fittingFor(endpoint, 'county-leader'), undefined)
    return status === 401 && code === 'session.signed-out' ? [] : [`${status} ${code}`]
  })
  expect(faults).toEqual([])
})

test('a role without the verb is refused', async () => {
  const faults = await each(async (endpoint) => {
    const without = (Object.keys(roles) as Role[]).filter((role) => !rolesOf(endpoint).includes(role))
    const answers = await Promise.all(
      without.map(async (role) => ({ role, ...(await ask(endpoint, fittingFor(endpoint, role), role)) })),
    )
    return answers
      .filter(({ status, code }) => status !== 403 || code !== 'access.refused')
      .map(({ role, status, code }) => `${role} ${status} ${code}`)
  })
  expect(faults).toEqual([])
}, 240_000)

const placeFields = (endpoint: Endpoint) =>
  Object.entries((endpoint.input as Schema).properties ?? {})
    .filter(([name, one]) => ['place', 'community'].includes(name) && JSON.stringify(one).includes('[0-9]{12}'))
    .map(([name]) => name)

test('the right role from elsewhere is refused at a foreign community and in a foreign county', async () => {
  const faults = await each(async (endpoint) => {
    const fields = placeFields(endpoint)
    if (fields.length === 0) return []
    const lines: string[] = []
    for (const role of rolesOf(endpoint)) {
      const reach = access[endpoint.name]?.[role] as Reach
      const own = placeOf[roles[role].level] ?? ''
      for (const place of foreign.filter((code) => reach !== 'own' && !code.startsWith(own))) {
        const input = { ...fittingFor(endpoint, role), ...Object.fromEntries(fields.map((name) => [name, place])) }
        const { status, code } = await ask(endpoint, input, role)
        if (![403, 404].includes(status)) lines.push(`${role} at ${place}: ${status} ${code}`)
      }
    }
    return lines
  })
  expect(faults).toEqual([])
}, 240_000)

test('a foreign thing named by its id is not found, not shown and not changed, whatever table it lies in', async () => {
  const things = await foreignThings()
  const before = await fingerprint()
  // Reading first: later an id may have been taken for a thing of our own.
  const inOrder = endpoints
    .toSorted((a, b) => Number(a.writes) - Number(b.writes))
    .filter((endpoint) => idFieldsOf(endpoint).length > 0)
  const faults: string[] = []
  for (const endpoint of inOrder) {
    const role = rolesOf(endpoint).find((one) => roles[one].level === 'community')
    if (!role) continue
    for (const { table, id } of things) {
      const input = { ...fittingFor(endpoint, role), ...Object.fromEntries(idFieldsOf(endpoint).map((name) => [name, id])) }
      const { status, body, code } = await ask(endpoint, input, role)
      if (status >= 500) faults.push(`${endpoint.name} ${table}: ${status} ${code}`)
      const shown =
        endpoint.writes || status >= 300 ? undefined : things.find((thing) => thing.id !== id && body.includes(thing.id))
      if (shown) faults.push(`${endpoint.name} shows ${shown.table}`)
    }
  }
  expect(faults).toEqual([])
  expect(await fingerprint()).toEqual(before)
}, 240_000)

async function personalTables(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'community' and table_name <> 'change' order by 1`.execute(house.owner)
  return rows.map(({ name }) => name)
}

async function foreignThings(): Promise<{ table: string; id: string }[]> {
  const things: { table: string; id: string }[] = []
  for (const table of await personalTables()) {
    const { rows } = await sql<{ id?: string }>`select * from ${sql.table(table)} where community <> ${home}`.execute(house.owner)
    const [id] = rows.flatMap((row) => row.id ?? []).sort()
    if (id) things.push({ table, id })
  }
  return things
}

async function fingerprint(): Promise<Record<string, string>> {
  const prints: Record<string, string> = {}
  for (const table of await personalTables()) {
    const { rows } = await sql`select * from ${sql.table(table)} where community <> ${home}`.execute(house.owner)
    const text = rows
      .map((row) => JSON.stringify(row))
      .sort()
      .join()
    prints[table] = createHash('sha256').update(text).digest('hex')
  }
  return prints
}

test('too long, of the wrong kind, missing, unknown or deep: refused with a stable code, nothing written, never a fault', async () => {
  const before = await countAll()
  const faults = await each(async (endpoint) => {
    const [role] = rolesOf(endpoint)
    if (!role) return []
    const lines: string[] = []
    for (const { how, input } of spoil(endpoint, fittingFor(endpoint, role, true))) {
      const { status, code } = await ask(endpoint, input, role)
      if (status < 400 || status >= 500 || !code) lines.push(`${how}: ${status} ${code}`)
    }
    return lines
  })
  expect(faults).toEqual([])
  expect(await countAll()).toEqual(before)
}, 240_000)

test('a body that is no JSON, or no object, or not for that verb, is a problem with a code', async () => {
  const bodies = ['', '{', '[]', 'null', '"x"', '1', '{"__proto__":{"a":1}}', `${'['.repeat(5000)}${']'.repeat(5000)}`]
  const headers = {
    ...callers.get('community-director')?.headers,
    'command-id': newId(),
    'command-at': house.clock.now().toISOString(),
  }
  const faults: string[] = []
  for (const { at, name } of endpoints.filter((endpoint) => endpoint.at.startsWith('POST')))
    for (const payload of bodies) {
      const url = `/api${at.slice(5).replace(/:\w+/g, newId())}`
      const remoteAddress = `10.99.${(++asked >> 8) & 255}.${asked & 255}`
      const reply = await house.app.inject({
        method: 'POST',
        url,
        headers: { ...headers, 'content-type': 'application/json' },
        payload,
        remoteAddress,
      })
      const code = (safeParse(reply.body) as ProblemReply | undefined)?.code
      if (reply.statusCode >= 500 || (reply.statusCode >= 400 && !code))
        faults.push(`${name} ${payload.slice(0, 12)}: ${reply.statusCode}`)
    }
  expect(faults).toEqual([])
})

test('a command that is sent twice with one id leaves one audit line and gets one answer; a refused one leaves its trace alone', async () => {
  const done = new Set<string>()
  const faults = await each(async (endpoint) => {
    const [role] = rolesOf(endpoint)
    if (!endpoint.writes || !role) return []
    const lines: string[] = []
    for (const all of [false, true]) {
      const id = newId()
      const input = fittingFor(endpoint, role, all)
      const before = await countAll()
      const first = await ask(endpoint, input, role, id)
      const second = await ask(endpoint, input, role, id)
      const after = await countAll()
      if (first.status < 300) done.add(endpoint.name)
      if (first.status >= 500) lines.push(`${first.status} ${first.code}`)
      if (first.status !== second.status || (first.status < 300 && first.body !== second.body))
        lines.push(`first ${first.status}, then ${second.status} ${second.code}`)
      const left = (after['audit_line'] ?? 0) - (before['audit_line'] ?? 0)
      // Each try that a role, its reach or what is on record refuses leaves its trace, and nothing else.
      const traced = [403, 404, 409].includes(first.status) && first.code !== 'regimes.closed' ? 2 : 0
      if (left !== (first.status < 300 ? 1 : traced)) lines.push(`${first.status} left ${left} audit lines`)
      if (first.status >= 400 && JSON.stringify({ ...before, audit_line: 0 }) !== JSON.stringify({ ...after, audit_line: 0 }))
        lines.push('refused, yet something was written')
    }
    return lines
  })
  expect(faults).toEqual([])
  expect([...done]).toEqual(expect.arrayContaining(['staff.save-member', 'people.add']))
}, 240_000)
