import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ApiProblem, roadTo, send } from './send.ts'

const seen: { url: string; method: string; headers: IncomingHttpHeaders; body: string }[] = []
const server = createServer((request, reply) => {
  let body = ''
  request.on('data', (part) => {
    body += part
  })
  request.on('end', () => {
    seen.push({ url: request.url ?? '', method: request.method ?? '', headers: request.headers, body })
    if (request.url === '/api/refused') {
      reply.writeHead(403, { 'content-type': 'application/problem+json' })
      return reply.end(
        JSON.stringify({
          code: 'access.refused',
          title: 'No',
          status: 403,
          words: { zh: '没有权限', en: 'No right' },
          facts: { verb: 'x' },
        }),
      )
    }
    if (request.url === '/api/wordless') {
      reply.writeHead(413)
      return reply.end(JSON.stringify({ statusCode: 413, code: 'BODY_TOO_LARGE', message: 'Request body is too large' }))
    }
    if (request.url === '/api/page') return reply.end('<html>')
    reply.end(JSON.stringify({ ok: true }))
  })
})
const plainFetch = globalThis.fetch

beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  globalThis.fetch = (path, init) => plainFetch(`http://127.0.0.1:${port}${String(path)}`, init)
})
afterAll(() => {
  globalThis.fetch = plainFetch
  server.close()
})

test('fields of the path leave the input; a question keeps the rest in its address, a deed in its body', () => {
  expect(
    roadTo({ at: 'GET /people/:id/visits' }, { id: 'a/b', from: '2026-11-01', none: undefined, also: null, kind: ['x', 'y'] }),
  ).toEqual({
    method: 'GET',
    path: '/api/people/a%2Fb/visits?from=2026-11-01&kind=x&kind=y',
  })
  expect(roadTo({ at: 'POST /people/:id' }, { id: '7', name: '陈强' })).toEqual({
    method: 'POST',
    path: '/api/people/7',
    body: '{"name":"陈强"}',
  })
})

test('a command carries its own id and moment', async () => {
  await send({ at: 'POST /deeds' }, { a: 1 }, { mark: { id: '0199-id', at: '2026-11-17T02:00:00Z' } })
  const last = seen.at(-1)
  expect([last?.headers['command-id'], last?.headers['command-at'], last?.body]).toEqual([
    '0199-id',
    '2026-11-17T02:00:00Z',
    '{"a":1}',
  ])
})

test('a refusal is thrown with its code, its words in both languages and its facts', async () => {
  const problem = await send({ at: 'GET /refused' }, {}).catch((caught: unknown) => caught)
  expect(problem).toBeInstanceOf(ApiProblem)
  expect(problem).toMatchObject({ code: 'access.refused', status: 403, words: { zh: '没有权限' }, facts: { verb: 'x' } })
})

test('a refusal that comes with a code alone is told in words of both languages', async () => {
  const problem = (await send({ at: 'GET /wordless' }, {}).catch((caught: unknown) => caught)) as ApiProblem
  expect(problem.code).toBe('BODY_TOO_LARGE')
  expect(problem.words.zh).toMatch(/^[\u4e00-\u9fff]/)
  expect(problem.words.en).toMatch(/^This did not work/)
})

test('an answer that is no JSON and a server that is away have their own codes', async () => {
  await expect(send({ at: 'GET /page' }, {})).rejects.toMatchObject({ code: 'reply.unreadable' })
  const kept = globalThis.fetch
  globalThis.fetch = () => plainFetch('http://127.0.0.1:1/')
  await expect(send({ at: 'GET /gone' }, {})).rejects.toMatchObject({ code: 'network.none', status: 0 })
  globalThis.fetch = kept
})
