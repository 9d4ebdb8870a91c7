import type { Endpoint } from '@wangdi/domain/endpoint.ts'
import { problems } from '@wangdi/domain/problem.ts'
import { Instant } from '@wangdi/domain/schema.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Moment } from '../commands/moment.ts'
import { perform, type Said } from '../perform.ts'
import type { Actor, Served } from '../serve.ts'
import { makeTurns } from '../heavy/turns.ts'
import { compileWhenUsed } from './compilers.ts'
import type { House, InTurn } from './house.ts'
import { addOutbox, isJudgedInParts } from './outbox.ts'
import { sendProblem } from './reply.ts'
import { roadOf, strict } from './schemas.ts'
import { parseJson, whyMalformed } from './well-formed.ts'

/** Opens the HTTP road of every verb, and the road of the outbox for those that may be recorded offline. */
export function addRoutes(app: FastifyInstance, house: House, all: readonly Served[]): void {
  compileWhenUsed(app)
  app.setErrorHandler((error, _request, reply) => sendProblem(reply, error, house.tools.log))
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, parseJson(body as Buffer))
    } catch (error) {
      done(error as Error)
    }
  })
  // Who asks is known before a body is read: what a stranger sends costs nothing but its bytes. After the count of requests,
  // so that nobody asks uncounted.
  const actors = new WeakMap<FastifyRequest, Actor>()
  app.addHook('preParsing', async (request) => void actors.set(request, await getActor(house, request)))
  const actorOf = (request: FastifyRequest): Actor => {
    const actor = actors.get(request)
    if (!actor) throw problems.signedOut({})
    return actor
  }
  // PostgreSQL keeps no text with U+0000 in it, no JSON half a character: better said here than found there.
  app.addHook('preValidation', async (request) => {
    const { params, query, body, headers } = request
    const why = whyMalformed([params, query, headers, isJudgedInParts(request) ? undefined : body])
    if (why) throw problems.invalid({ field: 'request', why })
  })
  const turns = makeTurns()
  const inTurn: InTurn = (request, reply, work) =>
    turns.take(actorOf(request).account, goneOf(reply), () => work(actorOf(request)))
  for (const served of all) addRoute(app, house, served, served.heavy ? (request, _, work) => work(actorOf(request)) : inTurn)
  addOutbox(app, house, all, inTurn)
}

function addRoute(app: FastifyInstance, house: House, served: Served, inTurn: InTurn): void {
  const { endpoint } = served
  const road = roadOf(endpoint)
  app.route({
    method: road.method,
    url: road.url,
    bodyLimit: road.bodyLimit,
    schema: {
      operationId: endpoint.name,
      summary: endpoint.words.en,
      description: describe(endpoint),
      tags: [endpoint.name.split('.')[0] ?? ''],
      ...road.schema,
    },
    preValidation: async (request) => {
      request.params = road.tidy('params', request.params)
      request.query = road.tidy('query', request.query)
      request.body = road.tidy('body', request.body)
    },
    handler: async (request, reply) => {
      const kept = (moment: Moment) => {
        if (moment.warning)
          reply.header('command-kept-at', moment.at.toISOString()).header('command-warning', moment.warning.code)
      }
      const said = endpoint.writes ? { ...saidIn(request, endpoint, house), kept } : undefined
      const gone = served.heavy && goneOf(reply)
      const answer = await inTurn(request, reply, (actor) =>
        perform(house.db, house.lent, house.tools, served, actor, road.inputOf(request), said, gone),
      )
      return reply.header('cache-control', 'no-store').send(answer ?? null)
    },
  })
}

/** Fires when the connection closes before its answer was sent; it may have closed while it was found who asks. */
function goneOf(reply: FastifyReply): AbortSignal {
  const gone = new AbortController()
  if (reply.raw.destroyed) gone.abort()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort()
  })
  return gone.signal
}

const describe = (endpoint: Endpoint) =>
  `${endpoint.words.zh}. ${endpoint.writes ? 'A command: send `Command-Id` (UUID); a repeat gives the first answer. ' : ''}` +
  `${endpoint.offline ? 'May be recorded offline: `Command-At` says when it happened. ' : ''}` +
  `${endpoint.needs ? `Closed until a response opens \`${endpoint.needs}\`. ` : ''}${endpoint.health ? 'May see health data. ' : ''}`

async function getActor(house: House, request: FastifyRequest): Promise<Actor> {
  const actor = await house.findActor(request)
  if (!actor) throw problems.signedOut({})
  const device = String(request.headers['device-id'] ?? '')
  return { ...actor, device: uuid.test(device) ? device.toLowerCase() : undefined }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const isInstant = strict.compile<string>(Instant)

// When a command happened is asked only where it may have been recorded offline: all else happens when it arrives.
function saidIn(request: FastifyRequest, { offline }: Endpoint, { tools }: House): Said {
  const id = String(request.headers['command-id'] ?? '')
  if (!uuid.test(id)) throw problems.invalid({ field: 'Command-Id', why: 'must be a UUID' })
  const said = { id: id.toLowerCase(), at: tools.clock.now().toISOString() }
  if (!offline) return said
  const at = request.headers['command-at']
  if (!isInstant(at)) throw problems.invalid({ field: 'Command-At', why: 'must be a moment, ISO 8601' })
  return { ...said, at: new Date(at).toISOString() }
}
