import type { FastifyRequest } from 'fastify'
import type { Db } from '../db.ts'
import type { Actor, Lent, Tools } from '../serve.ts'

/** What the roads need: the database, what modules lend, and who is asking. */
export interface House {
  readonly db: Db
  readonly lent: Lent
  readonly tools: Tools
  findActor(request: FastifyRequest): Promise<Actor | undefined>
}
