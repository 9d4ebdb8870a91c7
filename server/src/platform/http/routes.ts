import type { Endpoint } from '@wangdi/domain/endpoint.ts'
import { CommandAnswer, Command, ProblemReply } from '@wangdi/domain/endpoint.ts'
import { refusedTo } from '@wangdi/domain/who-may.ts'
import { problems } from '@wangdi/domain/problem.ts'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import Type, { type TSchema } from 'typebox'
import { closed } from './closed.ts'
import type { Db } from '../db.ts'
import { perform, type Said } from '../perform.ts'
import { problemOf, sendProblem, wireOf } from './reply.ts'
import type { Actor, Lent, Served, Tools } from '../serve.ts'

// ajv-formats is CommonJS: its default export hides one level down.
const formats = addFormats as unknown as (ajv: Ajv) => Ajv
const strict = formats(new Ajv({ strict: false, allErrors: false }))
const coercing = formats(new Ajv({ strict: false, allErrors: false, coerceTypes: 'array' }))

/** What the roads need: the database, what modules lend, and who is asking. */
export interface House {
  readonly db: Db
  readonly lent: Lent
  readonly tools: Tools
  findActor(request: FastifyRequest): Promise<Actor | undefined>
}

/** Opens the HTTP road of every verb, and the road of the outbox for those that may be recorded offline. */
export function addRoutes(app: FastifyInstance, house: House, all: readonly Served[]): void {
  app.setValidatorCompiler(({ schema, httpPart }) => (httpPart === 'body' ? strict : coercing).compile(schema as object))
  app.setErrorHandler((error, _request, reply) => sendProblem(reply, error, house.tools.log))
  // PostgreSQL keeps no text with U+0000 in it: better said here than found there.
  app.addHook('preValidation', async (request) => {
    if (request.url.includes('%00') || holdsNull(request.body)) throw problems.invalid({ field: 'request', why: 'U+0000' })
  })
  for (const served of all) addRoute(app, house, served)
  addOutbox(app, house, all)
}

// Without recursion: a body may be as deep as it is long.
function holdsNull(body: unknown): boolean {
  const left: unknown[] = [body]
  while (left.length > 0) {
    const one = left.pop()
    if (typeof one === 'string' && one.includes('\0')) return true
    if (typeof one === 'object' && one !== null) for (const [name, value] of Object.entries(one)) left.push(name, value)
  }
  return false
}

function addRoute(app: FastifyInstance, house: House, served: Served): void {
  const { endpoint } = served
  const [method, path] = endpoint.at.split(' ') as ['GET' | 'POST', string]
  app.route({
    method,
    url: `/api${path}`,
    schema: {
      operationId: endpoint.name,
      summary: endpoint.words.en,
      description: describe(endpoint),
      tags: [endpoint.name.split('.')[0] ?? ''],
      ...shapes(endpoint, method, path),
    },
    handler: async (request, reply) => {
      const actor = await getActor(house, request)
      const input = { ...(request.query as object), ...((request.body as object | null) ?? {}), ...(request.params as object) }
      const answer = await perform(
        house.db,
        house.lent,
        house.tools,
        served,
        actor,
        input,
        endpoint.writes ? saidIn(request) : undefined,
        served.heavy && goneOf(reply),
      )
      return reply.header('cache-control', 'no-store').send(answer ?? null)
    },
  })
}

/** Fires when the connection closes before its answer was sent. */
function goneOf(reply: FastifyReply): AbortSignal {
  const gone = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort()
  })
  return gone.signal
}

const describe = (endpoint: Endpoint) =>
  `${endpoint.words.zh}. ${endpoint.writes ? 'A command: send `Command-Id` (UUID) and `Command-At`; a repeat gives the first answer. ' : ''}` +
  `${endpoint.needs ? `Closed until a response opens \`${endpoint.needs}\`. ` : ''}${endpoint.health ? 'May see health data. ' : ''}`

function shapes(endpoint: Endpoint, method: string, path: string): Record<string, unknown> {
  const named = [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '')
  const all = Object.entries(endpoint.input.properties as Record<string, TSchema>)
  const required = new Set((endpoint.input as { required?: string[] }).required ?? [])
  const pick = (want: (name: string) => boolean) =>
    closed({
      type: 'object',
      properties: Object.fromEntries(all.filter(([name]) => want(name))),
      required: all.map(([name]) => name).filter((name) => want(name) && required.has(name)),
    })
  return {
    ...(named.length > 0 ? { params: pick((name) => named.includes(name)) } : {}),
    ...(method === 'GET'
      ? { querystring: pick((name) => !named.includes(name)) }
      : { body: pick((name) => !named.includes(name)) }),
    response: { 200: endpoint.reply, '4xx': ProblemReply, '5xx': ProblemReply },
  }
}

async function getActor(house: House, request: FastifyRequest): Promise<Actor> {
  const actor = await house.findActor(request)
  if (!actor) throw problems.signedOut({})
  return actor
}

function saidIn(request: FastifyRequest): Said {
  const id = String(request.headers['command-id'] ?? '')
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(id))
    throw problems.invalid({ field: 'Command-Id', why: 'must be a UUID' })
  const at = String(request.headers['command-at'] ?? '')
  if (Number.isNaN(Date.parse(at))) throw problems.invalid({ field: 'Command-At', why: 'must be a moment, ISO 8601' })
  return { id: id.toLowerCase(), at: new Date(at).toISOString() }
}

// The outbox of a phone: commands in their order, each judged on its own, so that one refusal does not hold the others.
function addOutbox(app: FastifyInstance, house: House, all: readonly Served[]): void {
  const offline = new Map(
    all
      .filter(({ endpoint }) => endpoint.offline)
      .map((served) => [served.endpoint.name, { served, validate: strict.compile(closed(served.endpoint.input)) }]),
  )
  app.route({
    method: 'POST',
    url: '/api/commands',
    schema: {
      operationId: 'commands',
      summary: 'Commands recorded offline, in order',
      tags: ['sync'],
      body: closed(Type.Object({ commands: Type.Array(Command, { maxItems: 100 }) })),
      response: { 200: Type.Object({ answers: Type.Array(CommandAnswer) }), '4xx': ProblemReply, '5xx': ProblemReply },
    },
    handler: async (request) => {
      const actor = await getActor(house, request)
      const answers: CommandAnswer[] = []
      for (const command of (request.body as { commands: Command[] }).commands)
        answers.push(await answer(house, offline.get(command.verb), actor, command))
      return { answers }
    },
  })
}

async function answer(
  house: House,
  found: { served: Served; validate: ValidateFunction } | undefined,
  actor: Actor,
  command: Command,
): Promise<CommandAnswer> {
  try {
    if (!found) throw refusedTo(command.verb)
    if (!found.validate(command.input)) throw { validation: found.validate.errors }
    const reply = await perform(house.db, house.lent, house.tools, found.served, actor, command.input, {
      id: command.id.toLowerCase(),
      at: command.at,
    })
    return { id: command.id, state: 'done', reply }
  } catch (error) {
    const problem = problemOf(error, house.tools.log)
    if (problem.kind === 'broken' || problem.kind === 'away') throw problem // not judged: the phone keeps it and sends again
    return { id: command.id, state: 'refused', problem: wireOf(problem) }
  }
}
