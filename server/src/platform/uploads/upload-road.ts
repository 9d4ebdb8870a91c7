import { reachOf } from '@wangdi/domain/access/access.ts'
import { problems } from '@wangdi/domain/problem.ts'
import { refusedTo } from '@wangdi/domain/who-may.ts'
import type { FastifyInstance } from 'fastify'
import type { House } from '../http/house.ts'
import type { Actor } from '../serve.ts'
import { traceRefusal } from '../traces/trace.ts'
import { bytesOf } from './bytes-of.ts'
import type { Uploads } from './uploads.ts'

/** A road on which the bytes of a file come up. */
export interface UploadRoad {
  readonly path: string
  /** Whoever may do one of these verbs may send; the first names the road where somebody is refused. */
  readonly verbs: readonly string[]
  /** A file is coming. */
  readonly expect?: () => void
}

/**
 * Opens a road on which the bytes of a file come up. A file is no verb: nothing is recorded before something is made of it. Runs in a
 * context of its own, where a body of bytes is a stream.
 */
export function addUploadRoad(app: FastifyInstance, house: House, uploads: Uploads, road: UploadRoad): void {
  const { db, tools, findActor } = house
  const { path, verbs, expect } = road
  const requireVerb = async (actor: Actor) => {
    if (verbs.some((verb) => reachOf(verb, actor.role))) return
    const [first = ''] = verbs
    const error = refusedTo(first)
    await traceRefusal(db, tools.log, actor, first, error, tools.clock.now())
    throw error
  }
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload))
  app.post(path, { schema: { hide: true } }, async (request, reply) => {
    const actor = await findActor(request)
    if (!actor) throw problems.signedOut({})
    await requireVerb(actor)
    const bytes = bytesOf(request)
    expect?.()
    return reply.header('cache-control', 'no-store').send(await uploads.keep(actor.account, bytes))
  })
}
