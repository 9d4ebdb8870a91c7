import { ProblemReply } from '@wangdi/domain/endpoint.ts'
import { problems } from '@wangdi/domain/problem.ts'
import type { roads } from '@wangdi/domain/staff/sign-in.api.ts'
import { Ajv } from 'ajv'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Log } from '../../../platform/log.ts'
import { sendProblem } from '../../../platform/http/reply.ts'
import { whyMalformed } from '../../../platform/http/well-formed.ts'

type Road = (typeof roads)[keyof typeof roads]

const ajv = new Ajv({ strict: false, allErrors: false })

/** Opens one road of signing in: its body is judged by its contract, nothing beyond it is let through, refusals are problems. */
export function addRoad<R extends Road>(
  app: FastifyInstance,
  road: R,
  log: Log,
  run: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>,
): void {
  const [method, path] = road.at.split(' ') as ['GET' | 'POST', string]
  app.route({
    method,
    url: `/api${path}`,
    schema: {
      tags: ['session'],
      summary: path,
      ...(method === 'POST' ? { body: { ...road.input, additionalProperties: false } } : {}),
      response: { 200: road.reply, '4xx': ProblemReply, '5xx': ProblemReply },
    },
    validatorCompiler: ({ schema }) => ajv.compile(schema as object),
    bodyLimit: 8_192, // a name and two passwords, each sign of them written as six
    errorHandler: (error, _request, reply) => void sendProblem(reply, error, log),
    handler: async (request, reply) => {
      const why = whyMalformed(request.body)
      if (why) throw problems.invalid({ field: 'request', why })
      return reply.header('cache-control', 'no-store').send(await run(request, reply))
    },
  })
}
