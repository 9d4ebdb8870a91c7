// Whatever comes from outside is taken from where the contract names it, in the form in which it is kept, or is a problem with a
// code: no fault, nothing half-read. Walks every verb; a new one is covered the day it is written.
import { access } from '@wangdi/domain/access/access.ts'
import type { Endpoint } from '@wangdi/domain/endpoint.ts'
import { type Role, roles } from '@wangdi/domain/roles.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { served } from '../../src/app.ts'
import { fitting, type Schema } from '../every-input.ts'
import { givenPlaces } from '../given/places.ts'
import { givenResponse } from '../given/regimes.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { ask, roadTo } from './ask.ts'

const endpoints = served.map(({ endpoint }) => endpoint)
const home = '410105001003'
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
  house = await startHouse()
  await givenPlaces(house)
  await givenResponse(house, '410105')
  for (const role of new Set(endpoints.map(roleOf)))
    if (role) callers.set(role, await house.as(role, placeOf[roles[role].level] ?? ''))
})
afterAll(() => house.close())

function roleOf({ name }: Endpoint): Role | undefined {
  return (Object.keys(access[name] ?? {}) as Role[])[0]
}
const headersFor = (endpoint: Endpoint) => callers.get(roleOf(endpoint) as Role)?.headers ?? {}
const wholeFor = (endpoint: Endpoint) =>
  fitting(
    endpoint.input as Schema,
    {
      place: placeOf[roles[roleOf(endpoint) ?? 'auditor'].level] ?? '',
      community: home,
      today: house.clock.today(),
      now: house.clock.now().toISOString(),
      id: newId(),
    },
    true,
  ) as Record<string, unknown>

type Filled = { field: string; schema: Schema; path: (string | number)[] }

/** Where in an input which schema holds. */
function leaves(schema: Schema, value: unknown, path: (string | number)[] = []): Filled[] {
  const one = (schema.anyOf ?? []).find(({ type }) => type !== 'null') ?? schema
  if (one.items && Array.isArray(value) && value.length > 0) return leaves(one.items, value[0], [...path, 0])
  if (one.properties && typeof value === 'object' && value !== null)
    return Object.entries(one.properties).flatMap(([name, inner]) =>
      name in value ? leaves(inner, (value as Record<string, unknown>)[name], [...path, name]) : [],
    )
  return [{ field: path.join('.'), schema: one, path }]
}

function put(whole: Record<string, unknown>, path: readonly (string | number)[], value: unknown): Record<string, unknown> {
  const copy = structuredClone(whole)
  let at = copy as Record<string | number, unknown>
  for (const step of path.slice(0, -1)) at = at[step] as typeof at
  at[path.at(-1) ?? ''] = value
  return copy
}

async function each(run: (endpoint: Endpoint) => Promise<string[]>): Promise<string[]> {
  const faults: string[] = []
  for (const endpoint of endpoints)
    if (roleOf(endpoint)) faults.push(...(await run(endpoint)).map((fault) => `${endpoint.name} ${fault}`))
  return faults
}

const answerTo = (endpoint: Endpoint, input: Record<string, unknown>) => {
  const { method, url, payload } = roadTo(endpoint, input)
  return ask(house, method, url, headersFor(endpoint), payload)
}

test('every free text of every input is brought to the form in which it is kept, but passwords and the source of packs', () => {
  const verbatim = endpoints.flatMap(({ name, input }) => freeTexts(input as Schema).map((path) => `${name}${path}`))
  expect(verbatim.sort()).toEqual([
    'documents.save-draft.body',
    'documents.save-draft.cases',
    'staff.reset-password.password',
    'staff.save.password',
    'staff.switch-on.password',
    // Made by the server, given back as they came.
    'sync.changes.epoch',
    'sync.changes.scope',
  ])
})

function freeTexts(schema: Schema & { 'x-text'?: string }, path = ''): string[] {
  const isFree = schema.type === 'string' && !schema.enum && !schema.pattern && !schema.format && !schema['x-text']
  return [
    ...(isFree ? [path] : []),
    ...(schema.anyOf ?? []).flatMap((one) => freeTexts(one, path)),
    ...(schema.items ? freeTexts(schema.items, `${path}[]`) : []),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, one]) => freeTexts(one, `${path}.${name}`)),
    ...Object.entries(schema.patternProperties ?? {}).flatMap(([, one]) => freeTexts(one, `${path}.*`)),
  ]
}

test('what stands in the address of a POST is refused, never merged into the input', async () => {
  const faults = await each(async (endpoint) => {
    if (!endpoint.at.startsWith('POST')) return []
    const { url, payload } = roadTo(endpoint, wholeFor(endpoint))
    const lines: string[] = []
    for (const query of ['size=5000', 'place=410122', 'community=410122101205', 'not-a-field=1', '__proto__=1', 'id=1&id=2']) {
      const { status, code } = await ask(house, 'POST', `${url}?${query}`, headersFor(endpoint), payload)
      if (status !== 422 || code !== 'request.invalid') lines.push(`${query}: ${status} ${code}`)
    }
    return lines
  })
  expect(faults).toEqual([])
}, 240_000)

test('a field that the contract does not name is refused in the address of a GET, too: a misspelt filter is not lost', async () => {
  const faults = await each(async (endpoint) => {
    if (!endpoint.at.startsWith('GET')) return []
    const { url } = roadTo(endpoint, wholeFor(endpoint))
    const { status, code } = await ask(house, 'GET', `${url}${url.includes('?') ? '&' : '?'}plce=41`, headersFor(endpoint))
    return status === 422 && code === 'request.invalid' ? [] : [`${status} ${code}`]
  })
  expect(faults).toEqual([])
})

test('text of blanks or of signs that nobody sees is empty: where something must be said it is refused', async () => {
  const faults = await each(async (endpoint) => {
    const whole = wholeFor(endpoint)
    const lines: string[] = []
    for (const { field, schema, path } of leaves(endpoint.input as Schema, whole)) {
      if (!('x-text' in schema) || (schema.minLength ?? 0) < 1) continue
      for (const text of ['   ', '\u200b\u2060', '\u3000\u202e'].map((blank) => blank.repeat(schema.minLength ?? 1))) {
        const { status, code } = await answerTo(endpoint, put(whole, path, text))
        if (status !== 422 || code !== 'request.invalid') lines.push(`${field} ${JSON.stringify(text)}: ${status} ${code}`)
      }
    }
    return lines
  })
  expect(faults).toEqual([])
}, 240_000)

// For fields of each kind: what is odd about them. Some of it fits; none of it is a fault.
const odd: Readonly<Record<string, readonly unknown[]>> = {
  text: ['__proto__', 'constructor', 'toString', "' or 1=1 --", '=1+1', '\ufffe\u{10ffff}', '%s%n', '../../x'],
  date: ['0000-00-00', '0001-01-01', '1000-01-01', '2999-12-31', '10000-01-01', '2026-02-30', '2026-11-17T00:00:00Z'],
  'date-time': [
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59.999Z',
    '2026-11-17T23:59:60Z',
    '2026-11-17T24:00:00Z',
    '+012026-01-01T00:00:00Z',
    '2026-11-17 02:00:00Z',
  ],
  number: [2 ** 31, 2 ** 53, 1e300, -1, -(2 ** 40), 0.5],
}

function oddFor({ type, format, 'x-text': text }: Schema & { 'x-text'?: string }): readonly unknown[] {
  if (text || format === 'date' || format === 'date-time') return odd[text ? 'text' : (format ?? '')] ?? []
  return type === 'integer' || type === 'number' ? (odd['number'] ?? []) : []
}

test('odd names, days that no calendar has, numbers beyond all bounds: answered or refused with a code, never a fault', async () => {
  const faults = await each(async (endpoint) => {
    const whole = wholeFor(endpoint)
    const lines: string[] = []
    for (const { field, schema, path } of leaves(endpoint.input as Schema, whole))
      for (const value of oddFor(schema)) {
        const { status, code } = await answerTo(endpoint, put(whole, path, value))
        if (status >= 500 || (status >= 400 && !code)) lines.push(`${field} ${JSON.stringify(value)}: ${status} ${code}`)
      }
    return lines
  })
  expect(faults).toEqual([])
}, 480_000)

// What no contract lets through, whatever the database would make of it.
const never: Readonly<Record<string, readonly unknown[]>> = {
  // Year 0 is a year of ISO 8601 and none of PostgreSQL; who lived before 1000 or shall after 2999 is a slip of the hand.
  date: ['0000-00-00', '0000-01-01', '0999-12-31', '3000-01-01', '2026-02-30', '10000-01-01', '2026-11-17T00:00:00Z'],
  'date-time': [
    '0000-01-01T00:00:00Z',
    '1899-12-31T23:59:59Z',
    '3000-01-01T00:00:00Z',
    '2026-11-17T23:59:60Z',
    '2026-11-17T24:00:00Z',
    '+012026-01-01T00:00:00Z',
    '2026-02-30T10:00:00Z',
  ],
  integer: [2 ** 31, -(2 ** 40), 0.5, 1e300],
}

test('a day of no calendar, a moment of no clock and a number of no column are request.invalid at every verb', async () => {
  const faults = await each(async (endpoint) => {
    const whole = wholeFor(endpoint)
    const lines: string[] = []
    for (const { field, schema, path } of leaves(endpoint.input as Schema, whole))
      for (const value of never[schema.format ?? schema.type ?? ''] ?? []) {
        const { status, code } = await answerTo(endpoint, put(whole, path, value))
        if (status !== 422 || code !== 'request.invalid') lines.push(`${field} ${JSON.stringify(value)}: ${status} ${code}`)
      }
    return lines
  })
  expect(faults).toEqual([])
}, 240_000)

test('U+0000 in a text of an address is request.invalid at every GET, though a text is tidied', async () => {
  const faults = await each(async (endpoint) => {
    if (!endpoint.at.startsWith('GET')) return []
    const whole = wholeFor(endpoint)
    const lines: string[] = []
    for (const { field, schema, path } of leaves(endpoint.input as Schema, whole)) {
      if (!('x-text' in schema)) continue
      const { status, code } = await answerTo(endpoint, put(whole, path, '张\u0000敏'))
      if (status !== 422 || code !== 'request.invalid') lines.push(`${field}: ${status} ${code}`)
    }
    return lines
  })
  expect(faults).toEqual([])
})

test('a text in an address is as long as it is kept: what nobody sees of it does not count', async () => {
  const fields: string[] = []
  const faults = await each(async (endpoint) => {
    if (!endpoint.at.startsWith('GET')) return []
    const whole = wholeFor(endpoint)
    const lines: string[] = []
    for (const { field, schema, path } of leaves(endpoint.input as Schema, whole)) {
      if (!('x-text' in schema) || endpoint.at.includes(`:${field}`)) continue
      fields.push(field)
      const { status, code } = await answerTo(endpoint, put(whole, path, `王${'\u200b'.repeat(schema.maxLength ?? 0)}`))
      if (status >= 500 || code === 'request.invalid') lines.push(`${field}: ${status} ${code}`)
    }
    return lines
  })
  expect(faults).toEqual([])
  expect(fields.length).toBeGreaterThan(4)
})

const half = '"\\ud800"'
// Each with the reason why nothing of it is read: no contract takes these fields, so that the mere refusal would prove little.
const bodies: Readonly<Record<string, readonly [body: string | Buffer, why: string]>> = {
  'half a character': [`{"note":${half}}`, 'half a character'],
  'half a character in a name': [`{${half}:1}`, 'half a character'],
  'U+0000': ['{"note":"\\u0000"}', 'U+0000'],
  'a name of every object': ['{"__proto__":{"place":"41"}}', 'no field is called __proto__'],
  'a name said twice': ['{"id":"1","id":"1"}', 'a field is said twice'],
  'deep lists': [`{"note":${'['.repeat(200_000)}${']'.repeat(200_000)}}`, 'too deep'],
  'deep objects': [`{"note":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`, 'too deep'],
  'many values': [`{"note":[${'1,'.repeat(100_000)}1]}`, 'too many values'],
  'no UTF-8': [Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]), 'no UTF-8'],
  'no JSON': ['{"a":', 'no JSON'],
  nothing: ['', 'no JSON'],
}

test('a body that cannot be read is request.invalid at every POST, and the answer says why', async () => {
  const faults = await each(async (endpoint) => {
    if (!endpoint.at.startsWith('POST')) return []
    const { url } = roadTo(endpoint, wholeFor(endpoint))
    const lines: string[] = []
    for (const [how, [body, why]] of Object.entries(bodies)) {
      const { status, code, body: answer } = await ask(house, 'POST', url, headersFor(endpoint), body)
      if (status !== 422 || code !== 'request.invalid') lines.push(`${how}: ${status} ${code}`)
      const { facts } = JSON.parse(answer) as { facts?: { why?: string } }
      if (facts?.why !== why) lines.push(`${how}: ${facts?.why}`)
    }
    return lines
  })
  expect(faults).toEqual([])
}, 240_000)

test('an address or a head that cannot be read is a problem with a code', async () => {
  const headers = [...callers.values()][0]?.headers ?? {}
  const paths = [
    '/api/people/%00',
    '/api/people/%ED%A0%80',
    '/api/people/%',
    '/api/people/%zz',
    '/api/%00',
    '/api/people/__proto__',
  ]
  const inQuery = ['place=%00', 'place=%ED%A0%80', 'place=%', '__proto__=x', 'constructor=x', 'place=41&place=42', 'place[]=41']
  const faults: string[] = []
  const look = (asked: string, { status, code }: { status: number; code: string | undefined }) =>
    status >= 400 && status < 500 && code?.includes('.') ? [] : [`${asked}: ${status} ${code}`]
  for (const path of paths) faults.push(...look(path, await ask(house, 'GET', path, headers)))
  for (const query of inQuery) faults.push(...look(query, await ask(house, 'GET', `/api/people/key-groups?${query}`, headers)))
  for (const cookie of ['\u0000', 'wangdi=%', '__proto__=1', 'x'.repeat(9000)]) {
    const answer = await ask(house, 'GET', '/api/session', { cookie })
    faults.push(...look(`cookie ${cookie.slice(0, 20)}`, answer))
  }
  expect(faults).toEqual([])
})

test('which command it is and when it happened is said in its head so that it can be read, or is request.invalid at every such verb', async () => {
  const unread: Readonly<Record<string, readonly string[]>> = {
    'Command-Id': ['', '__proto__', '1', 'x'.repeat(5000), `${newId()}0`, newId().replaceAll('-', '')],
    'Command-At': ['', '__proto__', '0000-01-01T00:00:00Z', '2026-11-17T23:59:60Z', '2026-02-30T00:00:00Z', '2026-11-17'],
  }
  const faults = await each(async (endpoint) => {
    const lines: string[] = []
    for (const [name, values] of Object.entries(unread)) {
      if (name === 'Command-Id' ? !endpoint.writes : !endpoint.offline) continue
      for (const value of [...values, '\u0000']) {
        const { url, payload } = roadTo(endpoint, wholeFor(endpoint))
        const answer = await ask(house, 'POST', url, { ...headersFor(endpoint), [name.toLowerCase()]: value }, payload)
        const { facts } = JSON.parse(answer.body) as { facts?: { field?: string } }
        const told = value === '\u0000' ? 'request' : name
        if (answer.status !== 422 || answer.code !== 'request.invalid' || facts?.field !== told)
          lines.push(`${name} ${value.slice(0, 30)}: ${answer.status} ${answer.code} ${facts?.field}`)
      }
    }
    return lines
  })
  expect(faults).toEqual([])
}, 240_000)
