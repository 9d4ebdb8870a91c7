import { readSession, type Session } from '@wangdi/domain/staff/session.api.ts'
import { setServerNow } from '@wangdi/ui/marks/clock.ts'
import { useQuery } from '@tanstack/react-query'
import { call } from './call.ts'

export type { Session }

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
