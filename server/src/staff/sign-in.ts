import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Actor } from '../platform/serve.ts'

/** What the house needs of the sign-in library. */
export interface SignIn {
  /** Whose session a request carries; nothing when it carries none, an ended one, or a switched-off account's. */
  findActor(request: FastifyRequest): Promise<Actor | undefined>
  /** Opens the roads of signing in and out below /api/auth. */
  addRoutes(app: FastifyInstance): void
  close(): Promise<void>
}
