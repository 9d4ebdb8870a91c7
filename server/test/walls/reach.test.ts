// Whoever reaches doors of their grids finds nobody else: every verb that a grid worker has is tried with people, doors and records
// of the same community that lie behind another grid's door, or behind none. A new verb fails here until it says what its ids mean.
import { access } from '@wangdi/domain/access/access.ts'
import { unbegun } from '@wangdi/domain/kinds/request/standing.rules.ts'
import type { Endpoint } from '@wangdi/domain/endpoint.ts'
import { decideObservation } from '@wangdi/domain/observation/observation.api.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { served } from '../../src/app.ts'
import { openResponseFor } from '../../src/regimes/given.ts'
import { fitting, type Schema } from '../every-input.ts'
import { givenReading } from '../given/observation.ts'
import { givenDwelling, givenGrid, givenPerson } from '../given/people.ts'
import { type Caller, type House, Refused, startHouse } from '../house.ts'

const community = '410105001003'
const county = '410105'
const today = '2026-11-17'
type Kind = 'person' | 'dwelling' | 'stay' | 'visit' | 'grid' | 'round' | 'building' | 'errand'
type Input = Record<string, unknown>

/** What each id of a verb's input means; `new` is made by the client, `unread` has no meaning there. An id within an object or a list is named by its path. */
const means: Readonly<Record<string, Readonly<Record<string, Kind | 'new' | 'unread'>>>> = {
  'places.set-use': { dwelling: 'dwelling' },
  'places.find-doors': { building: 'building', estate: 'unread' },
  'people.search': { building: 'building', dwelling: 'dwelling', grid: 'grid' },
  'people.get': { id: 'person' },
  'people.unmask': { id: 'person' },
  'people.record-advice': { id: 'new', person: 'person' },
  'people.record-arrival': {
    id: 'new',
    person: 'person',
    'entered.id': 'person',
    'entered.dwelling': 'unread',
    dwelling: 'dwelling',
  },
  'people.list-arrivals': { person: 'person' },
  'rounds.record-visit': { id: 'new', dwelling: 'dwelling', round: 'round', 'met[]': 'person', replaces: 'visit' },
  'rounds.coverage': { id: 'round', grid: 'grid', in_grid: 'grid' },
  'rounds.due': { grid: 'grid' },
  'rounds.to-meet': { dwelling: 'dwelling' },
  'rounds.told': {},
  'rounds.visits': { dwelling: 'dwelling' },
  'health.tier-list': { dwelling: 'dwelling', grid: 'grid' },
  'health.get': { person: 'person' },
  'health.record-facts': { id: 'new', person: 'person' },
  'observation.list': { grid: 'grid', dwelling: 'dwelling', person: 'person' },
  'observation.get': { id: 'stay' },
  'observation.record-reading': { id: 'new', observation: 'stay' },
  'observation.deliver-notice': { id: 'new', observation: 'stay' },
  'observation.deliver-release': { id: 'new', observation: 'stay' },
  'requests.errand.see': {},
  'requests.errand.get': { id: 'errand' },
  'requests.errand.take': { id: 'new', dwelling: 'dwelling', 'fields.whose': 'person' },
  'kinds.of-door': { dwelling: 'dwelling' },
  'sync.snapshot': { after: 'building', block: 'building' },
  'sync.changes': {},
  'plan.building-view': { building: 'building', round: 'round' },
  'plan.village-view': { estate: 'building', round: 'round' },
  'plan.observed-doors': { building: 'building' },
  'plan.household': { dwelling: 'dwelling' },
  'plan.household-story': { dwelling: 'dwelling' },
  'plan.person-links': { person: 'person' },
  'plan.person-story': { person: 'person' },
  'plan.doors-not-reached': { building: 'building', grid: 'grid', round: 'round' },
}
/** The number of everybody's release: no number tells of whom it is. */
const release = '金卫解〔2026〕1号'
/** What an input needs beside a fitting word in each field that must be there. */
const besides: Readonly<Record<string, (things: Things) => Input>> = {
  'people.unmask': () => ({ field: 'document', reason: 'verify' }),
  'people.record-arrival': ({ person, dwelling }) => ({ person, dwelling, arrived_on: today }),
  'health.record-facts': () => ({ stated_on: today, disease: 'none' }),
  'observation.record-reading': () => ({ temperature: 36.5, symptoms: [], not_measured: null }),
  'observation.deliver-release': () => ({ number: release }),
  'rounds.record-visit': ({ person, round }) => ({ met: [person], round, result: 'met' }),
  'requests.errand.take': () => ({ urgency: 'today', v: 3, fields: { what: 'rubbish', put: 'door' } }),
  'sync.changes': () => ({ since: '0', epoch: 'none', scope: 'none' }),
}

type Things = Record<Kind, string>
let house: House
let worker: Caller
let own: Things
/** Of another grid of the same community, and of nobody's door. */
let elsewhere: Things
let doorless: Things
const secrets = new Set<string>()

beforeAll(async () => {
  house = await startHouse({ day: today })
  await openResponseFor(house, county, { from: '2026-11-10', until: '2026-12-10' })
  worker = await house.as('grid-worker', community)
  const other = await house.as('grid-worker', community)
  const round = await givenRound()
  own = await givenThings({ round, name: '近处甲', building: '3号楼', account: worker.account, document: '410199199108104616' })
  elsewhere = await givenThings({
    round,
    name: '远处乙',
    building: '6号楼',
    account: other.account,
    document: '410199198502205017',
  })
  doorless = await givenThings({ round, name: '无门丙', building: null, account: other.account, document: '410199195001010016' })
  for (const { person, dwelling, stay, visit } of [elsewhere, doorless])
    for (const id of [person, stay, visit, dwelling]) if (id !== own.dwelling) secrets.add(id)
  for (const text of ['远处乙', '无门丙', '远**', '无**', '远*乙', '无*丙']) secrets.add(text)
  // The end of a number stands after stars; four digits alone are in many an id by chance.
  for (const text of ['410199198502205017', '410199195001010016', '*5017', '*0016']) secrets.add(text)
}, 60_000)
afterAll(() => house.close())

async function givenRound(): Promise<string> {
  const id = newId()
  await sql`insert into round (county, id, community, kind, name, denominator, valid_from, opened_by)
    values (${county}, ${id}, ${community}, 'survey', '摸排', 'dwellings', '2026-11-10', ${worker.account})`.execute(house.owner)
  return id
}

async function givenOrder(person: string): Promise<string> {
  const id = newId()
  const health = await house.as('county-health', county)
  const notice = { finding: '次密接', measure: '居家隔离', rights: '可以复议', contact: '19900000001' }
  const order = { day_zero: '2026-11-15', known: {}, number: id, issuer: '区疾控', basis: '流调认定', notice }
  await health.call(decideObservation, { id, person, kind: 'secondary-contact', ...order })
  return id
}

interface Given {
  readonly round: string
  readonly name: string
  readonly building: string | null
  readonly account: string
  readonly document: string
}

/** An errand for a door, or for somebody without one. */
async function givenErrand(dwelling: string | null): Promise<string> {
  const id = newId()
  await sql`insert into kind_request (county, id, community, kind, kind_version, number, day, at, way, urgency, about, dwelling,
      standing, state, desk, office, keep_days, by_account)
    values (${county}, ${id}, ${community}, 'requests.errand', 1, ${id}, ${today}, '2026-11-17T01:00:00Z', 'desk', 'today', ${community},
      ${dwelling}, ${JSON.stringify({ ...unbegun, state: 'taken', desk: community, office: community, waits_on: 'office' })}, 'taken',
      ${community}, ${community}, 180, ${worker.account})`.execute(house.owner)
  return id
}

/** Somebody with everything that is kept about a person: mark, advice, health, arrival, stay, reading, and a visit to the door. */
async function givenThings({ round, name, building, account, document }: Given): Promise<Things> {
  const dwelling = building === null ? null : await givenDwelling(house, community, building, '1', '101')
  const grid = dwelling ? await givenGrid(house, community, [dwelling], account, `${building}网格`) : newId()
  const more = { document, phone: `1990000${document.slice(-4)}`, born: '1940-05-01', ...(dwelling && { dwelling }) }
  const person = await givenPerson(house, community, name, more)
  const arrival = newId()
  const stay = await givenOrder(person)
  await givenReading(house, community, stay, '2026-11-16', 'morning', '38.5', account)
  await sql`insert into arrival (county, id, community, person, dwelling, origin, arrived_on)
    values (${county}, ${arrival}, ${community}, ${person}, ${dwelling}, '武汉', '2026-11-15')`.execute(house.owner)
  await sql`insert into person_mark (county, id, community, person, kind, since, review_on)
    values (${county}, ${newId()}, ${community}, ${person}, 'disabled', '2026-01-01', '2026-11-01')`.execute(house.owner)
  await sql`insert into health_fact (county, id, community, person, stated_on, source, disease, by_account)
    values (${county}, ${newId()}, ${community}, ${person}, '2026-11-01', 'visit', 'unstable', ${account})`.execute(house.owner)
  await sql`insert into observation_release (county, id, community, observation, number, issuer, code, released_on, checks, decided_by, decided_at)
    values (${county}, ${newId()}, ${community}, ${stay}, ${release}, '区疾控', 'x', ${today}, ${JSON.stringify({ measured: 0, highest: null, measured_by: '', tests: '' })}, ${account}, now())`.execute(
    house.owner,
  )
  const visit = newId()
  if (dwelling)
    await sql`insert into visit (county, id, community, dwelling, round, at, day, by_account, result, note)
      values (${county}, ${visit}, ${community}, ${dwelling}, ${round}, '2026-11-16T02:00:00Z', '2026-11-16', ${account}, 'met', ${`${name}说的`})`.execute(
      house.owner,
    )
  const errand = await givenErrand(dwelling)
  const found = await sql<{ building: string }>`select building from dwelling where id = ${dwelling}`.execute(house.owner)
  return {
    ...{ person, stay, visit, grid, round, errand },
    dwelling: dwelling ?? own.dwelling,
    building: found.rows[0]?.building ?? own.building,
  }
}

const endpoints = () => served.map(({ endpoint }) => endpoint).filter(({ name }) => access[name]?.['grid-worker'] === 'grid')

/** The ids of an input by path, as its contract has them. */
function pathsOf(schema: Schema, path = ''): string[] {
  const isId = [schema, ...(schema.anyOf ?? [])].some(({ format }) => format === 'uuid')
  const inside = [schema, ...(schema.anyOf ?? [])].flatMap(({ items, properties }) => [
    ...(items ? pathsOf(items, `${path}[]`) : []),
    ...Object.entries(properties ?? {}).flatMap(([name, one]) => pathsOf(one, path === '' ? name : `${path}.${name}`)),
  ])
  return isId ? [path] : inside
}

const filling = (things: Things) => ({
  place: community,
  community,
  today,
  now: house.clock.now().toISOString(),
  id: things.person,
})

/** What the worker asks about the own things: every id that must be there, or stands beside them, is one of these. */
function asked(endpoint: Endpoint, things: Things): Input {
  const input = fitting(endpoint.input as Schema, filling(things)) as Input
  for (const [path, kind] of Object.entries(means[endpoint.name] ?? {}))
    if (path in input && kind !== 'unread') input[path] = kind === 'new' ? newId() : things[kind]
  return { ...input, ...besides[endpoint.name]?.(things) }
}

/** The same with one id of another's thing. */
function withForeign(endpoint: Endpoint, path: string, id: string): Input {
  const input = asked(endpoint, own)
  if (path === 'entered.id') return { ...input, person: undefined, entered: { id, name: '新来的' } }
  if (path.startsWith('fields.')) return { ...input, fields: { ...(input['fields'] as object), [path.slice(7)]: id } }
  return { ...input, [path.replace('[]', '')]: path.endsWith('[]') ? [id] : id }
}

async function answerTo(endpoint: Endpoint, input: Input): Promise<{ code: string; body: string }> {
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
  try {
    return { code: '', body: JSON.stringify(await worker.call(endpoint, given)) }
  } catch (error) {
    if (error instanceof Refused) return { code: error.code, body: JSON.stringify(error.problem) }
    throw error
  }
}

const leaks = (body: string, given: string) => [...secrets].filter((text) => text !== given && body.includes(text))

/** Every word that narrows what a verb reads, one at a time. */
const choicesOf = (endpoint: Endpoint): Input[] =>
  Object.entries((endpoint.input as Schema).properties ?? {}).flatMap(([name, one]): Input[] => {
    const words = one.enum ?? one.anyOf?.flatMap((each) => each.enum ?? []) ?? (one.type === 'boolean' ? [true] : [])
    return words.map((word) => ({ [name]: word }))
  })

async function fingerprint(): Promise<string> {
  const people = [elsewhere.person, doorless.person]
  const { rows } = await sql<{ print: unknown }>`select json_build_object(
      'people', (select json_agg(p order by id) from person p where id = any(${people}::uuid[])),
      'said', (select count(*) from person_advice where person = any(${people}::uuid[])) + (select count(*) from health_fact where person = any(${people}::uuid[]))
        + (select count(*) from arrival where person = any(${people}::uuid[])) + (select count(*) from visit where dwelling = ${elsewhere.dwelling} or replaces = ${elsewhere.visit} or met ?| ${people})
        + (select count(*) from reading where observation in (${elsewhere.stay}, ${doorless.stay})) + (select count(*) from notice_delivery where observation in (${elsewhere.stay}, ${doorless.stay}))
        + (select count(*) from release_delivery v join observation_release s on s.county = v.county and s.id = v.release where s.observation in (${elsewhere.stay}, ${doorless.stay})),
      'door', (select json_agg(d) from dwelling d where id = ${elsewhere.dwelling})) as print`.execute(house.owner)
  return JSON.stringify(rows[0]?.print)
}

test('every verb for a grid says what each of its ids means', () => {
  const said = endpoints().map(({ name, input }) => [name, pathsOf(input as Schema).sort()])
  expect(said.sort()).toEqual(
    Object.entries(means)
      .map(([name, ids]) => [name, Object.keys(ids).sort()])
      .sort(),
  )
})

test('at the own door every one of these verbs does what it is for', async () => {
  const answers = []
  for (const endpoint of endpoints()) answers.push([endpoint.name, (await answerTo(endpoint, asked(endpoint, own))).code])
  // A phone that asks with no cursor of its own is told to start over: it was let in.
  expect(answers.filter(([, code]) => code !== '')).toEqual([['sync.changes', 'sync.start-over']])
})

test('somebody behind a door of another grid, or behind none, is not found by any verb, nor is what was recorded of them', async () => {
  const before = await fingerprint()
  const faults: string[] = []
  const given = new Set<string>()
  for (const endpoint of endpoints().sort((a, b) => Number(a.writes) - Number(b.writes)))
    for (const [path, kind] of Object.entries(means[endpoint.name] ?? {})) {
      if (kind === 'new' || kind === 'unread' || kind === 'round') continue
      for (const [whose, things] of [
        ['another grid', elsewhere],
        ['no door', doorless],
      ] as const) {
        const id = things[kind]
        if (id === own[kind]) continue
        const line = `${endpoint.name} with ${path} of ${whose}`
        // Who was met stands in no list of those who were not: a reading verb is asked for each part of its rows.
        for (const more of endpoint.writes ? [{}] : [{}, ...choicesOf(endpoint)]) {
          const { code, body } = await answerTo(endpoint, { ...withForeign(endpoint, path, id), ...more })
          if (endpoint.writes && !/not-found|met-elsewhere|no-such-one/.test(code)) faults.push(`${line}: ${code || 'done'}`)
          for (const leak of leaks(body, id)) faults.push(`${line} ${JSON.stringify(more)} shows ${leak}`)
        }
        given.add(line)
      }
    }
  expect(faults).toEqual([])
  expect(given.size).toBeGreaterThan(30)
  expect(await fingerprint()).toBe(before)
})

test('no list of a grid worker names them either, whatever it is narrowed by', async () => {
  const faults: string[] = []
  for (const endpoint of endpoints().filter(({ writes }) => !writes)) {
    const schema = endpoint.input as Schema
    const choices = choicesOf(endpoint)
    const texts = 'text' in (schema.properties ?? {}) ? ['远处', '无门丙', 'yc', 'wm', '5017', '410199198502205017'] : []
    for (const more of [{}, ...choices, ...texts.map((text) => ({ text }))]) {
      const { body } = await answerTo(endpoint, {
        ...asked(endpoint, own),
        ...more,
        size: 'size' in (schema.properties ?? {}) ? 200 : undefined,
      })
      for (const leak of leaks(body, String((more as { text?: string }).text ?? '')))
        faults.push(`${endpoint.name} ${JSON.stringify(more)} shows ${leak}`)
    }
  }
  expect(faults).toEqual([])
})
