import type { ProblemReply } from '@wangdi/domain/endpoint.ts'
import { Problem, type ProblemKind, problems } from '@wangdi/domain/problem.ts'
import type { FastifyReply } from 'fastify'
import { v7 as newId } from 'uuid'
import { awaySeconds, isAway } from '../away.ts'
import type { Log } from '../log.ts'

const statusOf: Record<ProblemKind, number> = {
  invalid: 422,
  'signed-out': 401,
  refused: 403,
  missing: 404,
  conflict: 409,
  closed: 409,
  'too-large': 413,
  busy: 429,
  away: 503,
  broken: 500,
}

/** A problem as it travels: RFC 9457 with our code and both languages. */
export const wireOf = (problem: Problem): ProblemReply => ({
  type: `/problems/${problem.code}`,
  title: problem.words.zh,
  status: statusOf[problem.kind],
  code: problem.code,
  words: problem.words,
  facts: { ...problem.facts },
})

/** Sends any thrown thing as application/problem+json; one that passes says after how long to ask again. */
export function sendProblem(reply: FastifyReply, error: unknown, log: Log): FastifyReply {
  const wire = wireOf(problemOf(error, log))
  const { seconds } = wire.facts
  if ((wire.status === 503 || wire.status === 429) && typeof seconds === 'number') reply.header('retry-after', String(seconds))
  return reply.code(wire.status).type('application/problem+json').header('cache-control', 'no-store').send(wire)
}

interface Thrown {
  validation?: { instancePath: string; message?: string; params?: unknown }[]
  statusCode?: number
  code?: string
  message?: string
  name?: string
}

// What the database refuses since a row that the actor may not see is in the way, or the row named is not there.
const constraints: Readonly<Record<string, () => Problem>> = {
  '23505': () => problems.exists({}),
  '23503': () => problems.notFound({}),
  '23514': () => problems.invalid({ field: 'request', why: 'out of bounds' }),
}

// Values that the database cannot take although the contract let them pass: no such day, too large, not to be spelt; and what
// would be too much for it (https://www.postgresql.org/docs/current/errcodes-appendix.html, classes 22 and 54).
const ofValues = /^(22|54)[0-9A-Z]{3}$/

/** Any thrown thing as a problem; the unexpected gets a reference that the log knows, and none of its text leaves the house. */
export function problemOf(error: unknown, log: Log): Problem {
  if (error instanceof Problem) return error
  const thrown = error as Thrown
  const fault = thrown.validation?.[0]
  if (fault) return problems.invalid({ field: fieldOf(fault.instancePath, fault.params), why: fault.message ?? '' })
  if (thrown.statusCode === 413 || thrown.code === 'FST_REQ_FILE_TOO_LARGE') return problems.tooLarge({ limit: '' })
  if (thrown.statusCode === 429) return problems.tooMany({ seconds: 60 })
  if (thrown.statusCode !== undefined && thrown.statusCode < 500)
    return problems.invalid({ field: 'request', why: thrown.code ?? '' })
  if (isDiskFull(thrown.code)) {
    log.error({ code: thrown.code }, 'disk full')
    return problems.diskFull({ seconds: 60 })
  }
  if (isAway(error)) {
    log.warn({ name: thrown.name, code: thrown.code }, 'database away')
    return problems.away({ seconds: awaySeconds })
  }
  if (ofValues.test(thrown.code ?? '')) {
    log.warn({ code: thrown.code, stack: (error as Error).stack?.split('\n').slice(1, 8) }, 'a value refused by the database')
    return problems.invalid({ field: 'request', why: `${thrown.code}` })
  }
  const constraint = constraints[thrown.code ?? '']
  if (constraint) {
    log.warn({ code: thrown.code, stack: (error as Error).stack?.split('\n').slice(1, 8) }, 'refused by a constraint')
    return constraint()
  }
  const reference = newId().slice(-12)
  // Messages of the database may quote a row; only its code and our stack are kept.
  log.error({ reference, name: thrown.name, code: thrown.code, stack: (error as Error).stack?.split('\n').slice(1, 8) }, 'broken')
  log.debug({ reference, message: thrown.message }, 'broken, in words')
  return problems.broken({ reference })
}

// Of a file of ours, of a quota of the system, or of the database (53100, disk_full).
const isDiskFull = (code: string | undefined) => code === 'ENOSPC' || code === 'EDQUOT' || code === '53100'

function fieldOf(path: string, params: unknown): string {
  const named = params as { missingProperty?: string; additionalProperty?: string } | undefined
  return (
    [path.slice(1).replaceAll('/', '.'), named?.missingProperty ?? named?.additionalProperty].filter(Boolean).join('.') ||
    'request'
  )
}
