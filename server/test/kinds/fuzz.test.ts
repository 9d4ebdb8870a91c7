// Records over all kinds, right and wrong, sent to a running house over HTTP: it answers each in words, and keeps all of one or nothing.
import { access } from '@wangdi/domain/access/access.ts'
import { declared } from '@wangdi/domain/declared.ts'
import type { Endpoint } from '@wangdi/domain/endpoint.ts'
import type { Kind } from '@wangdi/domain/kinds/declared/kind-faults.ts'
import { documentVerbs } from '@wangdi/domain/kinds/document/document.api.ts'
import type { Fields, Values } from '@wangdi/domain/kinds/fields.ts'
import { registerVerbs } from '@wangdi/domain/kinds/register/register.api.ts'
import { requestVerbs } from '@wangdi/domain/kinds/request/request.api.ts'
import { roundVerbs } from '@wangdi/domain/kinds/round/round.api.ts'
import { anySaid } from '@wangdi/domain/kinds/said.fixture.ts'
import type { Role } from '@wangdi/domain/roles.ts'
import fc from 'fast-check'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openResponseFor } from '../../src/regimes/given.ts'
import { givenDwelling, givenPerson } from '../given/people.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { givenPointers } from './given-pointers.ts'
import { saidWhole } from './said-whole.ts'

/** As many as a run of all tests has time for; `npm run test:long` sends a hundred thousand. */
const records = Number(process.env['WANGDI_FUZZ'] ?? 1_500)
const here = '410105001003'

let house: House
let door: string
let somebody: string
/** Two of each role, so that what one wrote another may approve. */
const callers: { readonly role: Role; readonly by: Caller }[] = []
/** Of each kind what was kept: things that rounds go to, records that acts are done to. */
const kept = new Map<string, string[]>()

beforeAll(async () => {
  house = await startHouse()
  await openResponseFor(house, '410105', { from: '2026-11-10', until: '2026-12-10' })
  door = await givenDwelling(house, here, '3号楼', '2', '402')
  somebody = await givenPerson(house, here, '钱小满', { dwelling: door })
  const roles: [Role, string][] = [
    ...(['community-director', 'community-worker', 'community-doctor'] as const).map((role): [Role, string] => [role, here]),
    ...(['county-civil-affairs', 'county-health', 'county-leader'] as const).map((role): [Role, string] => [role, '410105']),
    ['street-officer', '410105001'],
  ]
  for (const [role, place] of [...roles, ...roles]) callers.push({ role, by: await house.as(role, place) })
  await givenPointers(house, here)
})
afterAll(() => house.close())

/** One of those who may call a verb: another each time, since who approves is not who wrote. */
function whoMay(verb: string, n: number): Caller | undefined {
  const may = callers.filter(({ role }) => access[verb]?.[role] !== undefined)
  return may[n % Math.max(1, may.length)]?.by
}

const tableOf = { request: 'kind_request', register: 'kind_thing', round: 'kind_check', document: 'kind_document' } as const
const actTables = ['kind_request_act', 'kind_thing_act', 'kind_document_act'] as const

/** What is sent: by which verb, with what, and whether it makes a record or is done to one. */
interface Sent {
  readonly nth: number
  readonly kind: Kind
  readonly endpoint: Endpoint
  readonly input: Readonly<Record<string, unknown>>
  readonly makes: boolean
}

/** The verb that makes a record of a kind, with all that it asks beside its fields. */
async function beginning(kind: Kind, n: number): Promise<{ endpoint: Endpoint; envelope: Record<string, unknown> }> {
  const said = { id: newId(), v: kind.version }
  switch (kind.mechanism) {
    case 'request': {
      const urgencies = Object.keys(kind.terms)
      const aims = { dwelling: { dwelling: door }, person: { person: somebody }, place: { place: here } }
      return {
        endpoint: requestVerbs(kind).begin,
        envelope: { ...said, ...aims[kind.about], ...whom(n), way: 'desk', urgency: urgencies[n % urgencies.length] },
      }
    }
    case 'register':
      return { endpoint: registerVerbs(kind).add, envelope: { ...said, place: here } }
    case 'round': {
      const { rows } = await sql<{ id: string }>`select id from kind_thing where kind = ${kind.over.things} and state = 'live'
        and (own is null or own = any (${sql.val([...(kind.over.where ?? [])])}::text[]) or ${n % 5 === 0}) order by id limit 20`.execute(
        house.owner,
      )
      return { endpoint: roundVerbs(kind).record, envelope: { ...said, thing: rows[n % rows.length]?.id ?? newId() } }
    }
    case 'document':
      return { endpoint: documentVerbs(kind).save, envelope: { ...said, place: here, version: 1 } }
  }
}

const whom = (n: number) => ({
  ...{
    office: here,
    other: here,
    addressees: [here],
    doer: callers.find(({ role }) => role === 'community-worker')?.by.account ?? '',
  },
  ...(n % 3 === 0 && { ground: '这样办更合适' }),
})

/** An act on a record that was kept before, open to it now or not, with what it asks or something else. */
async function acting(kind: Kind, n: number, fields: (asked: Fields) => Values): Promise<Sent | undefined> {
  const ids = kept.get(kind.name) ?? []
  const id = ids[n % Math.max(1, ids.length)]
  if (id === undefined || kind.mechanism === 'round') return undefined
  const acts =
    kind.mechanism === 'request'
      ? requestVerbs(kind).acts
      : kind.mechanism === 'register'
        ? registerVerbs(kind).acts
        : documentVerbs(kind).acts
  const all = Object.entries(acts) as [string, Endpoint][]
  const [act, endpoint] = all[n % Math.max(1, all.length)] ?? []
  if (act === undefined || endpoint === undefined) return undefined
  const asks = 'asks' in kind ? (kind.asks?.[act] ?? {}) : kind.fields
  const { rows } = await sql<{
    last: string | null
  }>`select standing ->> 'last_at' as last from ${sql.table(tableOf[kind.mechanism])}
    where id = ${id}`.execute(house.owner)
  // Seen as it is now, or long ago.
  const last_at = (n % 4 > 0 && rows[0]?.last) || house.clock.now().toISOString()
  const results = 'results' in kind ? Object.keys(kind.results ?? {}) : []
  const known: Record<string, unknown> = {
    ...{ id, v: kind.version, version: 1, ...whom(n), result: results[n % Math.max(1, results.length)] ?? 'done' },
    ...{ fields: fields(asks), last_at, signer: '郭立', basis: '看过了', day: '2026-11-17' },
    ...{ until: '2027-11-17', state: Object.keys(('states' in kind && kind.states) || {})[0] ?? 'open' },
  }
  const keys = Object.keys((endpoint.input as unknown as { properties: object }).properties)
  return {
    nth: n,
    kind,
    endpoint,
    input: Object.fromEntries(keys.flatMap((key) => (key in known ? [[key, known[key]]] : []))),
    makes: false,
  }
}

/** What is said of the fields of a kind: whole, whole but for a field or two, anything that a form could send, or what none would. */
function saying(asked: Fields, n: number, seed: number): Values {
  const one = () => fc.sample(anySaid(asked), { numRuns: 1, seed })[0] ?? {}
  if (n % 4 === 0) return saidWhole(asked, n % 8)
  if (n % 4 < 3) {
    const odd = Object.entries(one()).slice(0, 1 + (n % 2))
    return { ...saidWhole(asked, n % 8), ...Object.fromEntries(odd) }
  }
  return one()
}

const odds = [null, '', 0, -1, 1e308, 'x'.repeat(5_000), [], {}, { zh: 1 }, '\u0000', '2026-02-30', '4101', 'null']

/** Spoils what stands around the fields: left out, or something that is none of it. */
function spoilt(input: Record<string, unknown>, n: number): Record<string, unknown> {
  const names = Object.keys(input)
  const name = names[n % names.length] ?? ''
  const { [name]: _, ...rest } = input
  return n % 2 === 0 ? rest : { ...rest, [name]: odds[n % odds.length] }
}

async function sentAs(kind: Kind, n: number): Promise<Sent> {
  const act = n % 3 === 2 ? await acting(kind, n, (asked) => saying(asked, n, n)) : undefined
  if (act) return n % 7 === 0 ? { ...act, input: spoilt({ ...act.input }, n) } : act
  const { endpoint, envelope } = await beginning(kind, n)
  const ids = kept.get(kind.name) ?? []
  const keys = Object.keys((endpoint.input as unknown as { properties: object }).properties)
  const input: Record<string, unknown> = Object.fromEntries(
    Object.entries({
      ...envelope,
      // Now and then under the id of one that is there.
      ...(n % 11 === 0 && ids.length > 0 && { id: ids[0] }),
      fields: saying(kind.fields, n, n),
    }).filter(([name]) => keys.includes(name)),
  )
  return { nth: n, kind, endpoint, input: n % 5 === 0 ? spoilt(input, n) : input, makes: true }
}

interface Told {
  readonly sent: Sent
  readonly command: string
  readonly status: number
  readonly body: string
}

/** Sends it as somebody who may, over HTTP; nothing of the client judges it first. */
async function send(sent: Sent): Promise<Told> {
  const by = whoMay(sent.endpoint.name, sent.nth)
  const rest = { ...sent.input }
  const path = sent.endpoint.at.replace('POST ', '').replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(typeof value === 'string' && value !== '' ? value : 'none')
  })
  const command = newId()
  const answer = await fetch(`${house.url}/api${path}`, {
    method: 'POST',
    headers: {
      ...by?.headers,
      ...{ 'content-type': 'application/json', 'command-id': command, 'command-at': house.clock.now().toISOString() },
    },
    body: JSON.stringify(rest),
  })
  return { sent, command, status: answer.status, body: await answer.text() }
}

const idsOf = async (tables: readonly string[]): Promise<Set<string>> => {
  const all = new Set<string>()
  for (const table of tables)
    for (const { id } of (await sql<{ id: string }>`select id from ${sql.table(table)}`.execute(house.owner)).rows) all.add(id)
  return all
}

/** Sends so many over all kinds, some at once; what was kept is there for those after it. */
async function sendAll(): Promise<Told[]> {
  const told: Told[] = []
  const atOnce = 6
  while (told.length < records) {
    const numbers = Array.from({ length: Math.min(atOnce, records - told.length) }, (_, nth) => told.length + nth)
    const answers = await Promise.all(
      numbers.map(async (n) => send(await sentAs(declared[n % declared.length] as Kind, Math.floor(n / declared.length)))),
    )
    for (const one of answers) {
      const { makes, kind, input } = one.sent
      if (one.status === 200 && makes) kept.set(kind.name, [...(kept.get(kind.name) ?? []), String(input['id'])].slice(-20))
    }
    told.push(...answers)
  }
  return told
}

/** What of a record there is without the rest of it: how many of each such half. */
async function halves(): Promise<string[]> {
  const parts = [
    ['kind_request', 'kind_request_act', 'request'],
    ['kind_request', 'kind_request_said', 'request'],
    ['kind_thing', 'kind_thing_act', 'thing'],
    ['kind_document', 'kind_document_act', 'document'],
  ] as const
  const found: string[] = []
  for (const [head, part, by] of parts) {
    const { rows } = await sql<{ bare: number; stray: number }>`select
      (select count(*)::int from ${sql.table(head)} h where not exists
        (select from ${sql.table(part)} p where p.county = h.county and p.${sql.ref(by)} = h.id)) as bare,
      (select count(*)::int from ${sql.table(part)} p where not exists
        (select from ${sql.table(head)} h where h.county = p.county and h.id = p.${sql.ref(by)})) as stray`.execute(house.owner)
    const [{ bare, stray } = { bare: 0, stray: 0 }] = rows
    if (bare + stray > 0) found.push(`${bare} of ${head} without ${part}, ${stray} of ${part} alone`)
  }
  return found
}

const named = (some: readonly Told[]) =>
  some.map(({ sent, status, body }) => `${sent.endpoint.name} ${status} ${body.slice(0, 300)}`)

test(
  `of ${records} records and acts over all kinds, sent over HTTP, none makes the house fall over and none is half kept`,
  async () => {
    const before = await idsOf(Object.values(tableOf))
    const told = await sendAll()
    expect(named(told.filter(({ status }) => status >= 500))).toEqual([])
    expect(named(told.filter(({ status, body }) => status !== 200 && !/"code":"[a-z-]+\.?[a-z-]*"/.test(body)))).toEqual([])

    const [heads, acts] = [await idsOf(Object.values(tableOf)), await idsOf(actTables)]
    const making = told.filter(({ sent }) => sent.makes)
    const made = new Set(making.flatMap(({ sent, status }) => (status === 200 ? [sent.input['id']] : [])))
    const isThere = ({ sent: { input } }: Told) => heads.has(String(input['id']))
    expect(named(making.filter((one) => one.status === 200 && !isThere(one)))).toEqual([])
    const refused = making.filter(({ sent, status }) => status !== 200 && !made.has(sent.input['id']))
    expect(named(refused.filter((one) => isThere(one) && !before.has(String(one.sent.input['id']))))).toEqual([])
    expect(named(told.filter(({ sent, status, command }) => !sent.makes && (status === 200) !== acts.has(command)))).toEqual([])
    expect(await halves()).toEqual([])

    const right = told.filter(({ status }) => status === 200)
    console.log(`${told.length} sent, ${right.length} kept, ${told.length - right.length} refused`)
    // Of every kind some were right and some were wrong.
    const isOf = (name: string) => (one: Told) => one.sent.kind.name === name
    const oneSided = declared.filter(
      ({ name }) => !right.some(isOf(name)) || told.filter(isOf(name)).every(({ status }) => status === 200),
    )
    expect(oneSided.map(({ name }) => name)).toEqual([])
  },
  records * 100 + 60_000,
)
