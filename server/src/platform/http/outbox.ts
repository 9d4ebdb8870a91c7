import { Command, CommandAnswer, ProblemReply } from '@wangdi/domain/endpoint.ts'
import { problems } from '@wangdi/domain/problem.ts'
import { Instant } from '@wangdi/domain/schema.ts'
import { tidierOf } from '@wangdi/domain/text/tidy-input.ts'
import { refusedTo } from '@wangdi/domain/who-may.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { noteContact } from '../commands/contact.ts'
import type { Moment } from '../commands/moment.ts'
import { inTransaction } from '../db.ts'
import { perform, scopeOf } from '../perform.ts'
import type { Actor, Served } from '../serve.ts'
import type { House, InTurn } from './house.ts'
import { problemOf, wireOf } from './reply.ts'
import { closed, strict } from './schemas.ts'
import { whyMalformed } from './well-formed.ts'

const isCommand = strict.compile<Command>(closed(Command))
type Fits = ReturnType<typeof strict.compile<object>>
const isInstant = strict.compile<Instant>(Instant)
const instantIn = (text: unknown): Instant | undefined => (isInstant(text) ? new Date(text).toISOString() : undefined)
const answersAt = '/api/commands'

/** Whether a body is judged command by command, so that one that nobody can read does not hold the others up. */
export const isJudgedInParts = (request: FastifyRequest): boolean => request.routeOptions.url === answersAt

/** A verb that may be recorded offline, with what its input must be; made ready when it first comes. */
function prepare(served: Served) {
  let fits: Fits | undefined
  return {
    served,
    tidy: tidierOf(served.endpoint.input) ?? ((input: unknown) => input),
    fits: () => (fits ??= strict.compile<object>(closed(served.endpoint.input))),
  }
}
type Prepared = ReturnType<typeof prepare>

/** The road of a phone's outbox: commands in their order, each judged on its own, so that one refusal does not hold the others. */
export function addOutbox(app: FastifyInstance, house: House, all: readonly Served[], inTurn: InTurn): void {
  const offline = new Map(all.filter(({ endpoint }) => endpoint.offline).map((served) => [served.endpoint.name, prepare(served)]))
  app.route({
    method: 'POST',
    url: answersAt,
    schema: {
      operationId: 'commands',
      summary: 'Commands recorded offline, in order',
      tags: ['sync'],
      querystring: closed(Type.Object({})),
      body: closed(
        Type.Object({
          commands: Type.Array(Type.Unknown({ description: 'a Command' }), { maxItems: 100 }),
          /** What the phone's own clock shows, by which records of a wrong clock are set right. */
          clock: Type.Optional(Type.String({ maxLength: 40 })),
        }),
      ),
      response: { 200: Type.Object({ answers: Type.Array(CommandAnswer) }), '4xx': ProblemReply, '5xx': ProblemReply },
    },
    handler: (request, reply) =>
      inTurn(request, reply, async (actor) => {
        const answers: CommandAnswer[] = []
        const { commands, clock } = request.body as { commands: unknown[]; clock?: string }
        for (const command of commands) answers.push(await answer(house, offline, actor, command, clock))
        // Afterwards: what came with this contact is judged by the one before.
        if (actor.place.length === 12)
          await inTransaction(house.db, scopeOf(actor, 'own', false), (db) => noteContact(db, actor, house.tools.clock.now()))
        return { answers }
      }),
  })
}

async function answer(
  house: House,
  offline: ReadonlyMap<string, Prepared>,
  actor: Actor,
  command: unknown,
  clock: string | undefined,
): Promise<CommandAnswer> {
  const id = idIn(command)
  try {
    const malformed = whyMalformed(command)
    if (malformed) throw problems.invalid({ field: 'command', why: malformed })
    if (!isCommand(command)) throw { validation: isCommand.errors }
    const found = offline.get(command.verb)
    if (!found) throw refusedTo(command.verb)
    const input = found.tidy(command.input) as object
    const fits = found.fits()
    if (!fits(input)) throw { validation: fits.errors }
    let moment: Moment | undefined
    const kept = (at: Moment) => void (moment = at)
    const said = { id: command.id.toLowerCase(), at: instantIn(command.at), clock: instantIn(clock), kept }
    const reply = await perform(house.db, house.lent, house.tools, found.served, actor, input, said)
    return { id, state: 'done', reply, ...toldOf(moment) }
  } catch (error) {
    const problem = problemOf(error, house.tools.log)
    if (problem.kind === 'away') throw problem // nothing of the rest can be judged now: the phone keeps it and sends again
    return { id, state: problem.kind === 'broken' ? 'unjudged' : 'refused', problem: wireOf(problem) }
  }
}

const toldOf = (moment: Moment | undefined) => ({
  ...(moment && { at: moment.at.toISOString() }),
  ...(moment?.warning && { warning: wireOf(moment.warning) }),
})

// By which the phone knows which of its records is meant, also where it is no id.
function idIn(command: unknown): string {
  const id =
    typeof command === 'object' && command !== null && Object.hasOwn(command, 'id') ? (command as { id: unknown }).id : ''
  return typeof id === 'string' ? id.slice(0, 100).toWellFormed() : ''
}
