import { problems } from '@wangdi/domain/staff/sign-in.problems.ts'
import type { FastifyRequest } from 'fastify'

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Why a writing request is not taken: it was sent by a page of another site. Browsers say so in Sec-Fetch-Site or Origin;
 * the host is compared with what was asked for, so that any address of this machine works. Other clients send neither.
 */
export function whyForeign({ method, headers }: Pick<FastifyRequest, 'method' | 'headers'>) {
  if (reading.has(method)) return undefined
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none' ? undefined : problems.foreignPage({})
  const { origin } = headers
  if (origin === undefined) return undefined
  return URL.canParse(origin) && new URL(origin).host === headers.host ? undefined : problems.foreignPage({})
}
