import { problems } from '@wangdi/domain/problem.ts'
import type { FastifyRequest } from 'fastify'
import { Readable } from 'node:stream'

/** The bytes of a body that comes up as a stream; throws `request.invalid` where there is no body, or one of another type. */
export function bytesOf({ body }: FastifyRequest): Readable {
  if (!(body instanceof Readable)) throw problems.invalid({ field: 'request', why: 'must be application/octet-stream' })
  return body
}
