import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { cookiePrefix } from '../library.ts'

const name = `${cookiePrefix}.device`
const maxAge = 400 * 86_400 // the longest that browsers keep a cookie

/**
 * Marks devices on which somebody signed in, so that others who guess cannot slow them down. The mark says nothing of who it
 * was and opens nothing; it is signed, so that nobody makes one up.
 */
export interface Devices {
  /** The id of the device; nothing without a mark of this house. */
  find(request: FastifyRequest): string | undefined
  /** The id of the device, which is marked now if it was not. */
  mark(request: FastifyRequest, reply: FastifyReply): string
}

/** The devices of a house; `secret` signs their marks. */
export function makeDevices(secret: string, secure: boolean): Devices {
  const signatureOf = (id: string) => createHmac('sha256', secret).update(`device:${id}`).digest()
  const find = (request: FastifyRequest) => {
    const [id = '', signature = ''] = (request.cookies[name] ?? '').split('.')
    const given = Buffer.from(signature, 'base64url')
    const due = signatureOf(id)
    return given.length === due.length && timingSafeEqual(given, due) ? id : undefined
  }
  return {
    find,
    mark(request, reply) {
      const known = find(request)
      if (known) return known
      const id = randomUUID()
      const value = `${id}.${signatureOf(id).toString('base64url')}`
      reply.setCookie(name, value, { path: '/api/auth', httpOnly: true, sameSite: 'lax', secure, maxAge })
      return id
    },
  }
}
