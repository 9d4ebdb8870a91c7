import rateLimit from '@fastify/rate-limit'
import { problems } from '@wangdi/domain/problem.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Limits } from './limits.ts'
import { networkOf } from './network.ts'

/** Whose a request is, as far as sign-in knows. */
export interface Asker {
  /** The account of its session; nothing without one that holds. */
  findAccount(request: FastifyRequest): Promise<string | undefined>
  /** A device on which somebody signed in before; nothing for a stranger or a forged mark. */
  findDevice(request: FastifyRequest): string | undefined
}

const signingIn = new Set(['/api/auth/sign-in', '/api/auth/second-factor'])
// The route that was found, not the address as it was written: `/%61pi/session` is the same road.
const pathOf = (request: FastifyRequest) => request.routeOptions.url ?? ''

/**
 * Limits requests to the interface by the minute. Each account has its own measure wherever it is; requests without a session
 * share that of their address, and signing in has one apart, so that neither can shut an office out. Pages, files and
 * `/health` are not counted. Throws `request.too-many` with the seconds to wait.
 */
export async function limitRequests(app: FastifyInstance, limits: Limits, asker: Asker): Promise<void> {
  const measures: Readonly<Record<string, number>> = {
    account: limits.account,
    device: limits.signIn,
    'sign-in': limits.signIn,
    address: limits.address,
  }
  await app.register(rateLimit, {
    timeWindow: '1 minute',
    keyGenerator: (request) => measureOf(request, asker),
    max: (_request, key) => measures[key.split(' ')[0] ?? ''] ?? limits.address,
    allowList: (request) => !pathOf(request).startsWith('/api/'),
    errorResponseBuilder: (_request, { ttl }) => problems.tooMany({ seconds: Math.max(1, Math.ceil(ttl / 1000)) }),
  })
}

async function measureOf(request: FastifyRequest, { findAccount, findDevice }: Asker): Promise<string> {
  if (!pathOf(request).startsWith('/api/')) return 'address none'
  const account = await findAccount(request)
  if (account) return `account ${account}`
  if (!signingIn.has(pathOf(request))) return `address ${networkOf(request.ip)}`
  const device = findDevice(request)
  return device ? `device ${device}` : `sign-in ${networkOf(request.ip)}`
}
