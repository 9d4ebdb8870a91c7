import { Server as EncryptedServer } from 'node:https'
import type { Server as HttpServer } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

/**
 * When the server ends, closes what is connected: at once where nothing is being answered, also where a client opened a
 * connection beforehand and never asked (browsers do; the runtime takes those for busy and waits a minute or more); else with
 * the answer, at the latest after so many milliseconds. So the end never waits for a client.
 */
export function endConnections(app: FastifyInstance, patienceMs: number): void {
  const server = app.server as HttpServer
  const all = new Set<Socket>()
  const quiet = new Set<Socket>()
  let isEnding = false
  const keepIn = (set: Set<Socket>) => (socket: Socket) => {
    set.add(socket)
    socket.once('close', () => set.delete(socket))
  }
  server.on('connection', keepIn(all))
  // The socket that requests name: an encrypted one stands on the plain one.
  server.on(server instanceof EncryptedServer ? 'secureConnection' : 'connection', keepIn(quiet))
  server.on('request', ({ socket }, reply) => {
    quiet.delete(socket)
    reply.once('close', () => {
      if (isEnding) socket.destroySoon()
      else if (!socket.destroyed) quiet.add(socket)
    })
  })
  let timer: NodeJS.Timeout | undefined
  app.addHook('preClose', async () => {
    isEnding = true
    for (const socket of quiet) socket.destroy()
    timer = setTimeout(() => all.forEach((socket) => void socket.destroy()), patienceMs)
  })
  app.addHook('onClose', async () => clearTimeout(timer))
}
