import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Db } from '../db.ts'
import type { Actor, Lent, Tools } from '../serve.ts'

/** What the roads need: the database, what modules lend, and who is asking. */
export interface House {
  readonly db: Db
  readonly lent: Lent
  readonly tools: Tools
  findActor(request: FastifyRequest): Promise<Actor | undefined>
}

/** Does what a request asks when it is the turn of its account; what is heavy has a lane of its own. */
export type InTurn = <T>(request: FastifyRequest, reply: FastifyReply, work: (actor: Actor) => Promise<T>) => Promise<T>
