import { verbsOf } from '@wangdi/domain/access/access.ts'
import type { EmergencyFunction } from '@wangdi/domain/endpoint.ts'
import { problems } from '@wangdi/domain/problem.ts'
import { endSession, listSessions, readSession, setClock } from '@wangdi/domain/staff/session.api.ts'
import type { Logins } from '../platform/logins.ts'
import { type Request, type Served, serve } from '../platform/serve.ts'
import { openDutyPhone } from './duty-phone.ts'
import { getOwnAccount, listAncestry } from './session.queries.ts'

/** Sign-in as the server handed it to this request; only a house without sign-in has none. */
export function loginsOf({ logins }: { logins?: Logins | undefined }): Logins {
  if (!logins) throw new Error('this house has no sign-in')
  return logins
}

async function tellOpen({ whyClosed }: Pick<Request<never>, 'whyClosed'>, needs: EmergencyFunction) {
  const why = await whyClosed(needs)
  return { open: !why, why: why ? why.words : null }
}

/** The verbs of one's own session. */
export const sessionRoutes: readonly Served[] = [
  serve(readSession, {
    run: async (request) => {
      const { db, actor, clock, demo, fields } = request
      const { account: id, name, role, place } = actor
      const { login, phone_cipher } = await getOwnAccount(db, id)
      return {
        account: { id, login, name, role, place, phone: openDutyPhone(fields, phone_cipher) },
        places: await listAncestry(db, place),
        access: verbsOf(role),
        functions: {
          arrivals: await tellOpen(request, 'arrivals'),
          observation: await tellOpen(request, 'observation'),
          'daily-report': await tellOpen(request, 'daily-report'),
          orders: await tellOpen(request, 'orders'),
        },
        needs: actor.needs ?? null,
        demo,
        now: clock.now().toISOString(),
      }
    },
  }),
  serve(listSessions, {
    run: async (request) => {
      const sessions = await loginsOf(request).listSessions(request.actor.account)
      const { session } = request.actor
      return {
        sessions: sessions.map((one) => ({ ...one, current: one.id === session })).sort((a, b) => b.began.localeCompare(a.began)),
      }
    },
  }),
  serve(endSession, {
    run: async (request) => {
      const { session } = request.input
      if (!(await loginsOf(request).endSession(request.actor.account, session))) throw problems.notFound({})
      request.note({ session })
      return { session }
    },
  }),
  serve(setClock, {
    run: async ({ clock, demo, input }) => {
      if (!demo) throw problems.notFound({})
      clock.set(input.moment ?? undefined)
      return { now: clock.now().toISOString() }
    },
  }),
]
