// What is small to send is small to judge: bodies of strangers are not read at all, and a body of many tiny values is refused at once.
import { connect } from 'node:net'
import { searchPeople } from '@wangdi/domain/people/people.api.ts'
import { assignDwellings } from '@wangdi/domain/places/places.api.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, type House, startHouse } from '../house.ts'

const community = '410105001003'
let house: House
let director: Caller
beforeAll(async () => {
  house = await startHouse()
  director = await house.as('community-director', community)
})
afterAll(() => house.close())

/** Sends the head of a request that promises a long body, and the beginning of it; the answer's first line. */
function promise(path: string, headers: Readonly<Record<string, string>> = {}): Promise<string> {
  const { hostname, port } = new URL(house.url)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname)
    const head = { host: `${hostname}:${port}`, 'content-type': 'application/json', 'content-length': '1000000', ...headers }
    const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`)
    socket.write(`POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n{"place":`)
    socket.once('error', reject)
    socket.once('data', (bytes) => {
      socket.destroy()
      resolve(bytes.toString().split('\r\n')[0] ?? '')
    })
  })
}

test('whoever has no session is answered before the body has come', async () => {
  for (const path of ['/api/people/search', '/api/commands', '/api/people']) expect(await promise(path), path).toContain(' 401 ')
  expect(await promise('/api/people/search', { cookie: 'wangdi.session_token=made.up' })).toContain(' 401 ')
})

test('a body of more values than any contract has is refused as such, whatever it is for', async () => {
  const post = async (path: string, body: string) => {
    const headers = { ...director.headers, 'content-type': 'application/json', 'command-id': newId() }
    const answer = await fetch(`${house.url}/api${path}`, { method: 'POST', headers, body })
    return ((await answer.json()) as { facts?: { why?: string } }).facts?.why
  }
  const many = '"",'.repeat(200_000)
  expect(await post('/people/search', `{"place":"${community}","text":[${many}""]}`)).toBe('too many values')
  expect(await post('/commands', `{"commands":[${'{"a":1},'.repeat(60_000)}1]}`)).toBe('too many values')
  // Signs within a text are no values.
  expect(await post('/people/search', `{"place":"${community}","text":"${',:\\"'.repeat(50_000)}"}`)).not.toBe('too many values')
})

test('the longest list of any contract is taken', async () => {
  const dwellings = Array.from({ length: 5000 }, () => newId())
  const asked = { community, grid: null, from: '2026-11-17', dwellings }
  await expect(director.call(assignDwellings, asked)).rejects.not.toMatchObject({ code: 'request.invalid' })
  expect((await director.call(searchPeople, { place: community })).total).toBe(0)
})

test('a body that never comes to its end does not hold its connection for ever', () => {
  const { requestTimeout } = house.app.server
  expect(requestTimeout).toBeGreaterThan(0)
  expect(requestTimeout).toBeLessThanOrEqual(600_000)
})
