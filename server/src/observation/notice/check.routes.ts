import { CodeAnswer, codeText, readCode } from '@wangdi/domain/kinds/document/code.ts'
import { ProblemReply } from '@wangdi/domain/endpoint.ts'
import { shanghaiDay } from '@wangdi/domain/day.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import Type, { type Static } from 'typebox'
import { inTransaction } from '../../platform/db.ts'
import { networkOf } from '../../platform/http/network.ts'
import type { House } from '../../platform/http/house.ts'
import { checkPage } from './check-page.ts'
import { tellPaperCode } from '../../kinds/index.ts'
import { findCode } from './office.queries.ts'

// Nobody needs to sign in to ask whether a paper is genuine; whoever tries codes comes to thirty a minute from one address.
const limited = {
  rateLimit: {
    max: 30,
    timeWindow: '1 minute',
    allowList: [],
    keyGenerator: ({ ip }: FastifyRequest) => `notice ${networkOf(ip)}`,
  },
}

async function answerTo({ db, tools }: House, typed: string): Promise<Static<typeof CodeAnswer>> {
  const read = readCode(typed)
  if (!read) return { known: false }
  // Nothing but the codes of that county is in reach: no person, no health.
  const scope = { county: '', area: '', place: read.county, health: false }
  const found = await inTransaction(db, scope, (within) => findCode(within, read.county, read.code))
  if (!found) {
    const paper = await inTransaction(db, scope, (within) => tellPaperCode(within, read.county, read.code, tools.clock.today()))
    return paper ?? { known: false }
  }
  const { issuer, issued_on, until } = found
  const kind = found.kind as 'observation' | 'release'
  const over = kind === 'observation' && tools.clock.today() > until
  return { known: true, kind, issuer, on: issued_on, until, state: found.void_at ? 'void' : over ? 'over' : 'holds' }
}

/**
 * The two open roads on which anybody checks the code of a notice or of another paper: for programs, and a page for people. Both say
 * whether there is such a paper, what it is, of when and whether it holds; never whose it is, nor what else it says.
 */
export function addNoticeCheck(app: FastifyInstance, house: House): void {
  app.route({
    method: 'GET',
    url: '/api/notices/:code',
    config: limited,
    schema: {
      operationId: 'check-notice',
      summary: 'Whether a paper with this code is genuine; nothing of a person',
      tags: ['observation'],
      params: Type.Object({ code: Type.String({ maxLength: 40 }) }),
      response: { 200: CodeAnswer, '4xx': ProblemReply, '5xx': ProblemReply },
    },
    handler: async (request, reply) => {
      const { code } = request.params as { code: string }
      return reply.header('cache-control', 'no-store').send(await answerTo(house, code))
    },
  })
  app.route({
    method: 'GET',
    url: '/verify',
    config: limited,
    schema: { hide: true, querystring: Type.Object({ code: Type.Optional(Type.String({ maxLength: 40 })) }) },
    handler: async (request, reply) => {
      const { code } = request.query as { code?: string }
      const typed = code?.trim() ? (readCode(code)?.code ?? '') : undefined
      const answer = code?.trim() ? await answerTo(house, code) : undefined
      const page = checkPage(typed === undefined ? '' : codeText(typed), answer, shanghaiDay(house.tools.clock.now().getTime()))
      return reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page)
    },
  })
}
