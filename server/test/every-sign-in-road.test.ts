// Walks the roads of signing in, which are no verbs: foreign methods, no session, odd bodies and cookies. None is a fault,
// none lets anybody in.
import type { ProblemReply } from '@wangdi/domain/endpoint.ts'
import { type roads as Roads, roads } from '@wangdi/domain/staff/sign-in.api.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fitting, type Schema, spoil, unbounded } from './every-input.ts'
import { newAccount } from './guesser.ts'
import { type House, startHouse } from './house.ts'
import { testPassword } from './sign-in.ts'

type Road = (typeof Roads)[keyof typeof Roads]
const all = Object.entries<Road>(roads)
const posts = all.filter(([, { at }]) => at.startsWith('POST'))
const pathOf = ({ at }: Road) => `/api${at.split(' ')[1]}`
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'] as const

let house: House
let login = ''
let account = ''
beforeAll(async () => {
  house = await startHouse({ demoLogins: true })
  ;({ login, id: account } = await newAccount(house, 'grid-worker', '410105001003'))
})
afterAll(() => house.close())

let asked = 0
async function ask(
  url: string,
  { method = 'POST', headers = {}, payload }: { method?: string; headers?: Record<string, string>; payload?: string },
) {
  asked++
  const reply = await house.app.inject({
    method: method as 'POST',
    url,
    // An address of its own each time, so that neither limits nor waits answer in place of the road.
    remoteAddress: `10.${(asked >> 16) & 255}.${(asked >> 8) & 255}.${asked & 255}`,
    headers: { ...(payload === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(payload === undefined ? {} : { payload }),
  })
  let body: Partial<ProblemReply> = {}
  try {
    body = JSON.parse(reply.body) as Partial<ProblemReply>
  } catch {}
  return {
    status: reply.statusCode,
    code: body.code,
    session: reply.cookies.some(({ name, value }) => name.includes('session_token') && value),
  }
}

/** What is wrong with an answer that must be a refusal: no stable code, a fault, or a session. */
const faultOf = ({ status, code, session }: Awaited<ReturnType<typeof ask>>): string | undefined =>
  status >= 400 && status < 500 && code && !session ? undefined : `${status} ${code}${session ? ' with a session' : ''}`

const whole = (road: Road) =>
  fitting(road.input as Schema, { place: '', community: '', today: '2026-11-17', now: '', id: account }, true) as Record<
    string,
    unknown
  >

async function faults(run: (name: string, road: Road) => Promise<string[]>, walked = all): Promise<string[]> {
  const found: string[] = []
  for (const [name, road] of walked) found.push(...(await run(name, road)).map((fault) => `${name}: ${fault}`))
  return found
}

const refusedBodies: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['no JSON', '{'],
  ['a list', '[]'],
  ['null', 'null'],
  ['a text', '"x"'],
  ['a number', '1'],
  ['a name that objects have', '{"__proto__":{"a":1}}'],
  ['a constructor', '{"constructor":{"prototype":{"a":1}}}'],
  ['depth', `${'['.repeat(4_000)}${']'.repeat(4_000)}`],
  ['two million signs', `{"login":"${'x'.repeat(2_000_000)}"}`],
]

test('nothing that comes in on a road of signing in is unbounded', () => {
  expect(all.flatMap(([name, { input }]) => unbounded(input as Schema).map((path) => name + path))).toEqual([])
})

test('a road answers its own method alone', async () => {
  const found = await faults(async (_name, road) => {
    const lines: string[] = []
    const [own = ''] = road.at.split(' ')
    for (const method of methods.filter((one) => one !== own && !(own === 'GET' && one === 'HEAD'))) {
      const payload = ['PUT', 'PATCH', 'DELETE'].includes(method) ? JSON.stringify(whole(road)) : undefined
      const { status, session } = await ask(pathOf(road), { method, ...(payload ? { payload } : {}) })
      if (status < 400 || status >= 500 || session) lines.push(`${method} ${status}`)
    }
    return lines
  })
  expect(found).toEqual([])
})

test('without a session no road that needs one does anything, and none begins one', async () => {
  const expected: Record<string, readonly [number, string | undefined]> = {
    signIn: [403, 'session.wrong-password'],
    secondFactor: [403, 'session.second-factor-late'],
    enrol: [401, 'session.signed-out'],
    confirm: [401, 'session.signed-out'],
    changePassword: [401, 'session.signed-out'],
    signOut: [200, undefined],
    demoLogins: [200, undefined],
  }
  const seen: Record<string, readonly [number, string | undefined]> = {}
  for (const [name, road] of all) {
    const [method = ''] = road.at.split(' ')
    const password = { old: 'long-enough-1', new: 'long-enough-2' }
    const body = name === 'changePassword' ? password : name === 'confirm' ? { code: '123456' } : whole(road)
    const { status, code, session } = await ask(pathOf(road), {
      method,
      ...(method === 'POST' ? { payload: JSON.stringify(body) } : {}),
    })
    expect([name, session]).toEqual([name, false])
    seen[name] = [status, code]
  }
  expect(seen).toEqual(expected)
})

test('odd bodies are refused with a code', async () => {
  const found = await faults(async (_name, road) => {
    const lines: string[] = []
    for (const [how, payload] of refusedBodies) {
      const fault = faultOf(await ask(pathOf(road), { payload }))
      if (fault) lines.push(`${how}: ${fault}`)
    }
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'x'.repeat(200)]) {
      const fault = faultOf(await ask(pathOf(road), { payload: JSON.stringify(whole(road)), headers: { 'content-type': type } }))
      if (fault) lines.push(`${type.slice(0, 20)}: ${fault}`)
    }
    return lines
  }, posts)
  expect(found).toEqual([])
})

test('more than a name and two passwords need is not read', async () => {
  const payload = JSON.stringify({ login: 'x'.repeat(9_000), password: 'x' })
  const found = await faults(async (_name, road) => {
    const { status, code } = await ask(pathOf(road), { payload })
    return status === 413 && code === 'request.too-large' ? [] : [`${status} ${code}`]
  }, posts)
  expect(found).toEqual([])
})

test('fields that are too long, of the wrong kind, missing, unknown, U+0000 or half a character are refused with a code', async () => {
  const found = await faults(async (_name, road) => {
    const lines: string[] = []
    for (const { how, input } of spoil({ input: road.input, at: road.at } as never, whole(road))) {
      const fault = faultOf(await ask(pathOf(road), { payload: JSON.stringify(input) }))
      if (fault) lines.push(`${how}: ${fault}`)
    }
    for (const [name, value] of Object.entries(whole(road)))
      for (const sign of ['\\u0000', '\\ud800', '\\udfff', 'a\\u0000b', '\\udc00\\ud800']) {
        // Behind a text that fits, so that no bound of its length refuses it first.
        const payload = JSON.stringify({ ...whole(road), [name]: `${value}?` }).replace('?"', `${sign}"`)
        const { status, code, session } = await ask(pathOf(road), { payload })
        if (status !== 422 || code !== 'request.invalid' || session) lines.push(`${name} ${sign}: ${status} ${code}`)
      }
    return lines
  }, posts)
  expect(found).toEqual([])
})

test('text that is odd but text is a wrong name or password, never a fault', async () => {
  const odd = ['‮abc', '​​​', '﻿', '𠮷'.repeat(64), 'ﷺ'.repeat(64), "' or 1=1 --", '%00', '../../etc', '${7*7}', '\u0085\u2028', 'İI']
  const lines: string[] = []
  for (const text of odd)
    for (const body of [
      { login: text, password: text },
      { login, password: text },
    ]) {
      const answer = await ask('/api/auth/sign-in', { payload: JSON.stringify(body) })
      if (answer.code !== 'session.wrong-password' || answer.session)
        lines.push(`${JSON.stringify(text)}: ${answer.status} ${answer.code}`)
    }
  expect(lines).toEqual([])
})

test('cookies that somebody made up are no session, no second step and no fault', async () => {
  const values = [
    '',
    '%00',
    '%00.%00',
    'a.b',
    '.',
    'x'.repeat(6_000),
    '%ud800',
    '%E0%A4',
    '2fa-%00.c2ln',
    "2fa-' or 1=1.c2ln",
    '2fa-attempts-x.c2ln',
    '{}',
    'é\u0080ÿ',
  ]
  const names = [
    'wangdi.session_token',
    'wangdi.two_factor',
    'wangdi.device',
    'wangdi.session_data',
    'wangdi.trust_device',
    '__proto__',
  ]
  const found = await faults(async (name, road) => {
    const lines: string[] = []
    const [method = ''] = road.at.split(' ')
    for (const one of names)
      for (const value of values) {
        const headers = { cookie: `${one}=${value}` }
        const { status, session } = await ask(pathOf(road), {
          method,
          headers,
          ...(method === 'POST' ? { payload: JSON.stringify(whole(road)) } : {}),
        })
        const isOpen = name === 'signOut' || name === 'demoLogins'
        if (session || (isOpen ? status !== 200 : status < 400 || status >= 500))
          lines.push(`${one}=${value.slice(0, 20)}: ${status}`)
      }
    return lines
  })
  expect(found).toEqual([])
})

test('nothing of all that was written but counts of failures and traces: no session, no account, no known place', async () => {
  const { rows } = await sql<{ sessions: number; users: number; known: number }>`select
    (select count(*)::int from auth.session) as sessions, (select count(*)::int from auth."user") as users,
    (select count(*)::int from auth.known_from) as known`.execute(house.owner)
  for (const [, road] of posts) await ask(pathOf(road), { payload: JSON.stringify(whole(road)) })
  const after = await sql<object>`select
    (select count(*)::int from auth.session) as sessions, (select count(*)::int from auth."user") as users,
    (select count(*)::int from auth.known_from) as known`.execute(house.owner)
  expect(after.rows).toEqual(rows)
  expect(rows).toEqual([{ sessions: 0, users: 1, known: 0 }])
})

test('the logins of the demo are told where there is one, of demo accounts alone, and a query changes nothing', async () => {
  const plain = await ask('/api/demo/logins', { method: 'GET' })
  expect(plain.status).toBe(200)
  for (const query of ['?x=1', '?demo=false', `?login=${login}`, '?%00', '?__proto__[a]=1', `?${'a=1&'.repeat(2_000)}`]) {
    const reply = await house.app.inject({ method: 'GET', url: `/api/demo/logins${query}` })
    expect([query.slice(0, 20), reply.statusCode < 500, reply.body.includes(login)]).toEqual([query.slice(0, 20), true, false])
  }
  expect((await house.app.inject({ method: 'GET', url: '/api/demo/logins' })).json()).toEqual({ logins: [] })
  const production = await startHouse()
  const reply = await production.app.inject({ method: 'GET', url: '/api/demo/logins' })
  expect([reply.statusCode, reply.json<ProblemReply>().code]).toEqual([404, 'access.not-found'])
  await production.close()
})

test('after all of it the right name and password still open the door', async () => {
  const answer = await ask('/api/auth/sign-in', { payload: JSON.stringify({ login, password: testPassword }) })
  expect([answer.status, answer.session]).toEqual([200, true])
})
