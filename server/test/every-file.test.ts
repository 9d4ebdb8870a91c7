// Files come up and go down by roads of their own beside the verbs: each is walked without a session, by every role, from elsewhere.
import { readFileSync } from 'node:fs'
import { request as sendRequest } from 'node:http'
import { fileURLToPath } from 'node:url'
import { access } from '@wangdi/domain/access/access.ts'
import { enterDocument } from '@wangdi/domain/documents/documents.api.ts'
import { documentFilesPath } from '@wangdi/domain/documents/documents.ts'
import type { ProblemReply } from '@wangdi/domain/endpoint.ts'
import { declared } from '@wangdi/domain/declared.ts'
import { actsWithFiles, fileRoadOf } from '@wangdi/domain/kinds/file/file.ts'
import { kindFilesPath } from '@wangdi/domain/kinds/intake/import.api.ts'
import { getImport, importRejects, importResidents, previewImport, rosterFilesPath } from '@wangdi/domain/people/import.api.ts'
import { type Role, roles } from '@wangdi/domain/roles.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { served } from '../src/app.ts'
import { originalsLane } from '../src/documents/library/files.ts'
import { jpeg } from './given/photos.ts'
import { givenPlaces } from './given/places.ts'
import { type Caller, type House, type Refused, startHouse } from './house.ts'

const town = '410105001003'
const beside = '410105001001'
const placeOf: Record<string, string> = {
  community: town,
  street: '410105001',
  county: '410105',
  city: '4101',
  province: '41',
  nation: '',
}
const roster = readFileSync(fileURLToPath(new URL('rosters/residents-410105001003.xlsx', import.meta.url)))

/** The kinds that ask for photos or signed sheets. */
const photographed = declared.filter((kind) => actsWithFiles(kind).length > 0)

let house: House
let director: Caller
let neighbour: Caller
const callers = new Map<Role, Caller>()
beforeAll(async () => {
  house = await startHouse()
  await givenPlaces(house)
  for (const role of Object.keys(roles) as Role[]) callers.set(role, await house.as(role, placeOf[roles[role].level] ?? ''))
  director = callers.get('community-director') as Caller
  neighbour = await house.as('community-director', beside, '隔壁')
})
afterAll(() => house.close())

async function send(
  path: string,
  by: Caller | undefined,
  bytes?: Uint8Array,
): Promise<{ status: number; code: string | undefined; id: string; file: string }> {
  const answer = await fetch(house.url + path, {
    headers: { ...by?.headers, ...(bytes ? { 'content-type': 'application/octet-stream' } : {}) },
    ...(bytes ? { method: 'POST', body: Buffer.from(bytes) } : {}),
  })
  const body = (answer.headers.get('content-type') ?? '').includes('json')
    ? ((await answer.json()) as ProblemReply & { id?: string; file?: string })
    : undefined
  return { status: answer.status, code: body?.code, id: body?.id ?? '', file: body?.file ?? '' }
}
const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: Refused) => error.code,
  )
const rosterOf = async (by: Caller) => (await send(rosterFilesPath, by, roster)).file

const entry = (id: string, place: string) => ({
  id,
  place,
  title: '关于入户登记的通知',
  issuer: '区民政局',
  number: `金民〔2026〕${id.slice(-4)}号`,
  issued_on: '2026-11-01',
  valid_from: null,
  valid_until: null,
  follows: [],
  summary: '每户登记一次',
  tasks: [],
})

test('every road under /api that is no verb is one that is walked: here, by the outbox, by the check of notices, or on the roads of signing in', () => {
  const plain = (path: string) => path.replace(/:[^/]+/g, ':x')
  const known = new Set(served.map(({ endpoint }) => plain(`/api${endpoint.at.split(' ')[1]}`)))
  const paths = new Set<string>()
  const names: string[] = []
  for (const line of house.app.printRoutes({ commonPrefix: false }).split('\n')) {
    const depth = (line.match(/^[│ ]*/)?.[0].length ?? 0) / 4
    const [, name = ''] = line.match(/[├└]── (\S+)/) ?? []
    names.length = depth
    names[depth] = name
    if (/\((GET|POST|PUT|PATCH|DELETE)/.test(line)) paths.add(plain(names.join('')))
  }
  const others = [...paths].filter(
    (path) => path.startsWith('/api') && !known.has(path) && !/^\/api\/(docs|auth|demo)(\/|$)/.test(path),
  )
  expect(others.sort()).toEqual(
    [
      ...['/api/commands', '/api/notices/:x', documentFilesPath, `${documentFilesPath}/:x`, rosterFilesPath, kindFilesPath],
      ...photographed.map(({ name }) => fileRoadOf(name, ':x')),
    ].sort(),
  )
})

test('without a session no file comes up or goes down', async () => {
  for (const path of [rosterFilesPath, kindFilesPath])
    expect(await send(path, undefined, roster)).toMatchObject({ status: 401, code: 'session.signed-out' })
  const upload = `${documentFilesPath}?${new URLSearchParams({ document: newId(), name: 'a.txt' })}`
  expect(await send(upload, undefined, Buffer.from('text'))).toMatchObject({ status: 401, code: 'session.signed-out' })
  expect(await send(`${documentFilesPath}/${newId()}`, undefined)).toMatchObject({ status: 401, code: 'session.signed-out' })
})

test('a role that may not preview an import brings no roster up, one that may not enter documents no original', async () => {
  const upload = `${documentFilesPath}?${new URLSearchParams({ document: newId(), name: 'a.txt' })}`
  for (const [role, caller] of callers) {
    const rosterAnswer = await send(rosterFilesPath, caller, roster)
    const originalAnswer = await send(upload, caller, Buffer.from('原件'))
    const [previews, enters] = [access['people.preview-import']?.[role], access['documents.enter']?.[role]]
    if (previews === undefined) expect([role, rosterAnswer.status, rosterAnswer.code]).toEqual([role, 403, 'access.refused'])
    else expect([role, rosterAnswer.status]).toEqual([role, 200])
    if (enters === undefined) expect([role, originalAnswer.status, originalAnswer.code]).toEqual([role, 403, 'access.refused'])
    else expect([role, originalAnswer.status]).toEqual([role, 404]) // there is no such document where it works
    const { rows } = await sql<{ verb: string; code: string }>`select distinct verb, targets ->> 'refused' as code from audit_line
      where account = ${caller.account} and verb in ('people.preview-import', 'documents.enter')
      and targets ->> 'refused' is not null order by verb`.execute(house.owner)
    // Whoever is refused leaves a line on these roads as on those of verbs.
    expect([role, rows]).toEqual([
      role,
      [
        { verb: 'documents.enter', code: enters === undefined ? 'access.refused' : 'access.not-found' },
        ...(previews === undefined ? [{ verb: 'people.preview-import', code: 'access.refused' }] : []),
      ],
    ])
  }
})

test('a role puts a photo only for an act that it may do, and fetches one only where it may open the record; each refusal leaves a line', async () => {
  expect(photographed.length).toBeGreaterThan(5)
  for (const kind of photographed) {
    const [act = ''] = actsWithFiles(kind)
    const path = fileRoadOf(kind.name, newId())
    expect(await send(path, undefined, jpeg())).toMatchObject({ status: 401, code: 'session.signed-out' })
    expect(await send(path, undefined)).toMatchObject({ status: 401, code: 'session.signed-out' })
    for (const [role, caller] of callers) {
      const put = await send(`${fileRoadOf(kind.name, newId())}?act=${act}`, caller, jpeg())
      const may = access[`${kind.name}.${act}`]?.[role] !== undefined
      expect([kind.name, role, put.status]).toEqual([kind.name, role, may ? 200 : 403])
      const fetched = await send(path, caller)
      const opens = ['get', 'mine'].some((verb) => access[`${kind.name}.${verb}`]?.[role] !== undefined)
      expect([kind.name, role, fetched.status]).toEqual([kind.name, role, opens ? 404 : 403])
    }
    const refused = [...callers].filter(([role]) => access[`${kind.name}.${act}`]?.[role] === undefined)
    const { rows } = await sql<{ n: number }>`select count(distinct account)::int as n from audit_line
      where verb = ${`${kind.name}.${act}`} and targets ->> 'refused' = 'access.refused'`.execute(house.owner)
    expect([kind.name, rows[0]?.n]).toEqual([kind.name, refused.length])
  }
})

test('a role that may bring no sheet into any register brings none up, and leaves a line', async () => {
  const readers = Object.keys(access).filter((verb) => verb.endsWith('.preview-import') && verb !== 'people.preview-import')
  expect(readers.length).toBeGreaterThan(0)
  const may = (role: Role) => readers.some((verb) => access[verb]?.[role] !== undefined)
  expect(new Set(([...callers.keys()] as Role[]).map(may))).toEqual(new Set([true, false]))
  for (const [role, caller] of callers) {
    const answer = await send(kindFilesPath, caller, roster)
    expect([role, answer.status, answer.code]).toEqual(may(role) ? [role, 200, undefined] : [role, 403, 'access.refused'])
    const { rows } = await sql`select 1 from audit_line where account = ${caller.account}
      and verb in (${sql.join(readers)}) and targets ->> 'refused' = 'access.refused'`.execute(house.owner)
    expect([role, rows.length]).toEqual([role, may(role) ? 0 : 1])
  }
})

test('whatever stands in the address of an original that comes up is a problem with a code, and its name is kept as it is read', async () => {
  const id = newId()
  const street = callers.get('street-officer') as Caller
  await street.call(enterDocument, entry(id, '410105001'))
  const odd = [
    '',
    `document=${id}`,
    'name=a.txt',
    `document=${id}&name=a.txt&name=b.txt`,
    `document=${id}&document=${id}&name=a.txt`,
    `document=${id}&name=a.txt&place=410122`,
    `document=${id}&name=%00.txt`,
    `document=${id}&name=..%2fkeys.txt`,
    `document=${id}&name=%E2%80%8B`,
    `document=${id}&name=${'x'.repeat(200)}.txt`,
    'document=%00&name=a.txt',
    'document=__proto__&name=a.txt',
    `document=${id}&name=a.txt&__proto__=x`,
  ]
  for (const query of odd) {
    const { status, code } = await send(`${documentFilesPath}?${query}`, street, Buffer.from('原件'))
    expect([query, status, code?.includes('.')]).toEqual([query, 422, true])
  }
  const named = new URLSearchParams({ document: id, name: ' 通知\u202ecod.txt\u200b ' })
  const file = (await send(`${documentFilesPath}?${named}`, street, Buffer.from('原件'))).id
  const { headers } = await fetch(`${house.url}${documentFilesPath}/${file}`, { headers: director.headers })
  expect(headers.get('content-disposition')).toContain(`''${encodeURIComponent('通知cod.txt')}`)
})

test('a body that is no file, or none, is a problem with a code on every road on which files come up', async () => {
  const id = newId()
  const county = callers.get('county-health') as Caller
  await county.call(enterDocument, entry(id, '410105'))
  const original = `${documentFilesPath}?${new URLSearchParams({ document: id, name: 'a.txt' })}`
  for (const [path, by] of [
    [rosterFilesPath, director],
    [kindFilesPath, director],
    [original, county],
  ] as const)
    for (const [type, body] of [
      [undefined, undefined],
      ['application/json', '{"a":1}'],
      ['application/json', ''],
      ['text/plain', 'x'],
      ['multipart/form-data; boundary=x', '--x--'],
      ['__proto__', 'x'],
    ] as const) {
      const headers = { ...by.headers, ...(type ? { 'content-type': type } : {}) }
      const answer = await fetch(house.url + path, { method: 'POST', headers, ...(body === undefined ? {} : { body }) })
      const { code } = (await answer.json()) as ProblemReply
      expect([path, type, answer.status, code]).toEqual([path, type, 422, 'request.invalid'])
    }
})

test('an odd code of a notice, or an odd file to fetch, is answered and never a fault', async () => {
  const odd = [
    '%00',
    '%ED%A0%80',
    '%',
    '..%2f..%2fkeys',
    '__proto__',
    'x'.repeat(39),
    'x'.repeat(300),
    '%E2%80%AE',
    '%F0%A0%AE%B7',
  ]
  for (const text of odd)
    for (const path of [
      `/api/notices/${text}`,
      `/verify?code=${text}`,
      `/verify?code=${text}&code=2`,
      `${documentFilesPath}/${text}`,
    ]) {
      const { status } = await fetch(house.url + path, { headers: director.headers })
      expect([path, status < 500]).toEqual([path, true])
    }
})

test('of originals that come up slowly one account has two at most, others still bring theirs, and what is cut off holds no place', async () => {
  const street = callers.get('street-officer') as Caller
  const county = callers.get('county-health') as Caller
  const id = newId()
  await street.call(enterDocument, entry(id, '410105001'))
  const path = (name: string) => `${documentFilesPath}?${new URLSearchParams({ document: id, name })}`
  const slow = ['a.txt', 'b.txt'].map((name) => {
    const headers = { ...street.headers, 'content-type': 'application/octet-stream', 'content-length': 1_000_000 }
    const request = sendRequest(house.url + path(name), { method: 'POST', headers })
    request.on('error', () => {})
    request.write(Buffer.alloc(1000, 'x'))
    return request
  })
  await vi.waitFor(() => expect(originalsLane.counts().running).toBe(2), { timeout: 30_000 })
  expect(await send(path('c.txt'), street, Buffer.from('第三份'))).toMatchObject({ status: 429, code: 'heavy.busy' })
  expect((await send(path('d.txt'), county, Buffer.from('区里的'))).status).toBe(200)
  for (const request of slow) request.destroy()
  await vi.waitFor(() => expect(originalsLane.counts()).toEqual({ running: 0, waiting: 0 }), { timeout: 30_000 })
  expect((await send(path('c.txt'), street, Buffer.from('第三份'))).status).toBe(200)
})

test('an original is added to documents of the own place and below alone, and goes down to those who work under it', async () => {
  const id = newId()
  const street = callers.get('street-officer') as Caller
  await street.call(enterDocument, entry(id, '410105001'))
  const upload = `${documentFilesPath}?${new URLSearchParams({ document: id, name: '通知.txt' })}`
  const elsewhere = [
    await house.as('street-officer', '410105002'),
    await house.as('county-health', '410122'),
    await house.as('city-officer', '3301'),
  ]
  for (const stranger of elsewhere) expect((await send(upload, stranger, Buffer.from('假的'))).status).toBe(404)
  const file = (await send(upload, street, Buffer.from('原件'))).id
  expect((await send(`${documentFilesPath}/${file}`, director)).status).toBe(200)
  expect((await send(`${documentFilesPath}/${file}`, neighbour)).status).toBe(200)
  for (const stranger of elsewhere) expect((await send(`${documentFilesPath}/${file}`, stranger)).status).toBe(404)
  expect((await send(`${documentFilesPath}/${newId()}`, director)).status).toBe(404)
  expect((await send(`${documentFilesPath}/..%2f..%2fkeys`, director)).status).toBe(404)
})

test('a roster that somebody else brought up is previewed and imported by nobody else, nor for a foreign place', async () => {
  const file = await rosterOf(director)
  const asked = { place: town, kind: 'residents' as const, file }
  expect(await refusal((callers.get('community-worker') as Caller).call(previewImport, asked))).toBe('access.not-found')
  expect(await refusal(neighbour.call(previewImport, { ...asked, place: beside }))).toBe('access.not-found')
  expect(await refusal(director.call(previewImport, { ...asked, place: beside }))).toBe('access.not-found')
  expect(await refusal(director.call(importResidents, { id: newId(), place: beside, file }))).toBe('access.not-found')
  expect(await refusal(director.call(previewImport, asked))).toBe('done')
})

test('the rejected rows of an import go down in its own community alone', async () => {
  const { run } = await importOf(director)
  expect((await director.call(importRejects, { id: run })).base64.length).toBeGreaterThan(1_000)
  const reads = [
    { name: importRejects.name, by: (caller: Caller) => caller.call(importRejects, { id: run }) },
    { name: getImport.name, by: (caller: Caller) => caller.call(getImport, { id: run }) },
  ]
  for (const { name, by } of reads) {
    expect(await refusal(by(neighbour))).toBe('access.not-found')
    expect(await refusal(by(house.anonymous))).toBe('session.signed-out')
    for (const [role, caller] of callers)
      if (access[name]?.[role] === undefined) expect([role, await refusal(by(caller))]).toEqual([role, 'access.refused'])
  }
})

async function importOf(by: Caller): Promise<{ run: string }> {
  const file = await rosterOf(by)
  const { id } = await by.call(importResidents, { id: newId(), place: town, file })
  return { run: id }
}
