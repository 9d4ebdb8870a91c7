import { rosterFilesPath } from '@wangdi/domain/people/import.api.ts'
import { previewImport } from '@wangdi/domain/people/import.api.ts'
import { problems } from '@wangdi/domain/problem.ts'
import type { FastifyInstance } from 'fastify'
import type { House } from '../../platform/http/house.ts'
import { type Actor, getReach } from '../../platform/serve.ts'
import { traceRefusal } from '../../platform/traces/trace.ts'
import { bytesOf } from '../../platform/uploads/bytes-of.ts'
import type { Uploads } from '../../platform/uploads/uploads.ts'
import { expectRoster } from './reading/judged-roster.ts'

/**
 * Opens the road on which the bytes of a roster come up, for those who may preview an import. A file is no verb: nothing
 * is recorded before it is imported. Runs in a context of its own, where a body of bytes is a stream.
 */
export function addRosterUpload(app: FastifyInstance, house: House, uploads: Uploads): void {
  const { db, tools, findActor } = house
  const requireVerb = async (actor: Actor) => {
    try {
      getReach(previewImport.name, actor.role)
    } catch (error) {
      await traceRefusal(db, tools.log, actor, previewImport.name, error, tools.clock.now())
      throw error
    }
  }
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload))
  app.post(rosterFilesPath, { schema: { hide: true } }, async (request, reply) => {
    const actor = await findActor(request)
    if (!actor) throw problems.signedOut({})
    await requireVerb(actor)
    const bytes = bytesOf(request)
    expectRoster()
    return reply.header('cache-control', 'no-store').send(await uploads.keep(actor.account, bytes))
  })
}
