import { once } from 'node:events'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import Fastify from 'fastify'
import { afterEach, expect, test } from 'vitest'
import { endConnections } from './end-connections.ts'

const sockets: Socket[] = []
afterEach(() => sockets.forEach((socket) => void socket.destroy()))

/** A server whose one verb answers when it is let go; its end may wait for clients for so long. */
async function open(patienceMs: number) {
  const app = Fastify()
  let letGo = () => {}
  let asked = () => {}
  const isAsked = new Promise<void>((resolve) => (asked = resolve))
  const answered = new Promise<void>((resolve) => (letGo = resolve))
  app.get('/slow', async () => {
    asked()
    await answered
    return 'answered'
  })
  app.get('/quick', async () => 'answered')
  endConnections(app, patienceMs)
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  const client = async (said = '') => {
    const arrived = once(app.server, 'connection')
    const socket = connect(port, '127.0.0.1')
    sockets.push(socket)
    await arrived
    socket.write(said)
    return socket
  }
  return { app, client, letGo: () => letGo(), isAsked }
}
const ask = (path: string) => `GET ${path} HTTP/1.1\r\nhost: here\r\n\r\n`
/** Longer than a test may last: only what does not wait for it passes. */
const never = 3_600_000

test('the end waits neither for a connection on which nothing was ever asked, nor for half a request, nor for one kept after its answer', async () => {
  const { app, client } = await open(never)
  const unused = await client()
  const half = await client('GET /quick HTTP/1.1\r\nhost:')
  const kept = await client(ask('/quick'))
  await once(kept, 'data')
  const gone = [unused, half, kept].map((socket) => once(socket.resume(), 'close'))
  await app.close()
  await Promise.all(gone)
})

test('what is being answered is answered before the end', async () => {
  const { app, client, letGo, isAsked } = await open(never)
  const waiting = text(await client(ask('/slow')))
  await isAsked
  const closed = app.close()
  letGo()
  expect(await waiting).toContain('answered')
  await closed
})

test('a client that is never done holds the end for no longer than was said', async () => {
  const { app, client, isAsked, letGo } = await open(50)
  const waiting = text(await client(ask('/slow')))
  await isAsked
  await app.close()
  expect(await waiting.catch(() => '')).not.toContain('answered')
  letGo()
})
