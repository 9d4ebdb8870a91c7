import type { Reach } from '@wangdi/domain/access.ts'
import { type EmergencyFunction, query } from '@wangdi/domain/endpoint.ts'
import type { Role } from '@wangdi/domain/roles.ts'
import { setServerNow } from '@wangdi/ui/marks/clock.ts'
import { useQuery } from '@tanstack/react-query'
import Type, { type Static } from 'typebox'
import { call } from './call.ts'

const FunctionState = Type.Object({
  open: Type.Boolean(),
  order: Type.Union([Type.String(), Type.Null()]),
  since: Type.Union([Type.String(), Type.Null()]),
  until: Type.Union([Type.String(), Type.Null()]),
})
export const Session = Type.Object({
  account: Type.Object({ id: Type.String(), name: Type.String(), role: Type.Unsafe<Role>(Type.String()), place: Type.String() }),
  places: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
  access: Type.Unsafe<Record<string, Reach>>(Type.Object({})),
  demo: Type.Boolean(),
  now: Type.String(),
  functions: Type.Unsafe<Record<EmergencyFunction, Static<typeof FunctionState>>>(Type.Object({})),
})
/** Who is signed in, where, what they may do, and which emergency functions are open. */
export type Session = Static<typeof Session>

export const readSession = query({
  name: 'session.read',
  at: 'GET /session',
  words: { zh: '看登录情况', en: 'Read the session' },
  input: Type.Object({}),
  reply: Session,
})

/** Asks who is signed in and sets the clock of the page by the server's. */
export const sessionQuery = {
  queryKey: ['session.read'] as const,
  queryFn: async (): Promise<Session> => {
    const session = await call(readSession, {})
    setServerNow(session.now)
    return session
  },
  staleTime: 60_000,
}

/** The session of a page inside the frame; the frame is only drawn with one. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery)
  if (!data) throw new Error('a page outside the frame asked for the session')
  return data
}
